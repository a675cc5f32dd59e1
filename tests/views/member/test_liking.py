"""A member chooses how things are, sees it at once, and takes it back with one press."""

from __future__ import annotations

import pytest

from desktop.views.speech import Voice
from ledger.domain.access import AccessWritten, Colours, Hand, Speech, TextSize, Wish
from tests.journeys.at_work import CentreAtWork

VOICES = (Voice("Bob", "en"), Voice("Anne", "en"), Voice("Gwyneth", "cy"))


def own(centre: CentreAtWork) -> AccessWritten:
    """What Ann chose."""
    ann = centre.member("Ann").id
    return centre.ask(lambda: centre.services.access.of(ann))


def liking(centre: CentreAtWork, what: str) -> CentreAtWork:
    return centre.sign_in("Ann").press("Me", "How I like it", what)


def test_colours_are_there_at_the_press_and_gone_at_undo(centre: CentreAtWork) -> None:
    liking(centre, "Colours")
    assert "Undo" not in centre.hand.names()
    centre.press("Yellow on black")
    assert centre.screen.look.theme.name == "yellow-on-black"
    assert own(centre).colours == Colours.YELLOW_ON_BLACK
    centre.press("Undo")
    assert centre.screen.look.theme.name == "calm-light"
    assert own(centre).colours == Colours.AS_HERE
    assert "Undo" not in centre.hand.names()


@pytest.mark.parametrize(
    ("what", "press", "expected"),
    [
        ("Size of words", "Biggest", {"text_size": TextSize.LARGEST}),
        ("My hand", "Left hand", {"hand": Hand.LEFT}),
        ("Sounds", "No sounds", {"sounds": Wish.NO}),
        ("Language", "Cymraeg", {"language": "cy"}),
        ("Speaking", "When I press", {"speech": Speech.ON_PRESS}),
        ("How fast", "Slow", {"speech": Speech.ON_REQUEST, "speed_percent": 70}),
        ("How loud", "Soft", {"volume_percent": 40}),
        ("Which voice", "Voice 2", {"voice": "Anne"}),
    ],
)
def test_each_thing_is_kept_with_the_person(
    centre: CentreAtWork, what: str, press: str, expected: dict[str, object]
) -> None:
    centre.house.voices = VOICES
    liking(centre, what).press(press)
    now = own(centre)
    assert {name: getattr(now, name) for name in expected} == expected
    centre.ask(centre.store.rebuild)
    assert own(centre) == now


def test_one_choice_leaves_the_others_as_they_were(centre: CentreAtWork) -> None:
    liking(centre, "Colours").press("Dark", "Back", "Size of words", "Bigger")
    assert own(centre) == AccessWritten(own(centre).member, Colours.CALM_DARK, TextSize.LARGE)
    centre.press("Undo")
    assert own(centre) == AccessWritten(own(centre).member, Colours.CALM_DARK)


def test_a_pc_without_a_voice_asks_nothing_about_speech(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Me", "How I like it")
    assert not {"Speaking", "How fast", "How loud", "Which voice"} & set(centre.hand.names())


def test_the_practice_member_tries_it_on_a_copy(centre: CentreAtWork) -> None:
    before = centre.store.read.last_seq()
    centre.hand.open("who_group")
    centre.press("Try it out" if "Try it out" in centre.hand.names() else "Practise")
    centre.press("Me", "How I like it", "Colours", "Dark")
    assert centre.screen.look.theme.name == "calm-dark"
    assert centre.store.read.last_seq() == before
    centre.press("Home", "Finish")
    assert centre.screen.look.theme.name == "calm-light"
