"""Staff set how a member, or this PC, looks and sounds, and are told how to add a voice."""

from __future__ import annotations

import pytest

from desktop import settings
from desktop.views.speech import Voice
from ledger.domain.access import AccessWritten, Colours, Hand, IdleMinutes, Speech, TextSize, Way, Wish
from ledger.domain.names import FactId
from tests.views.staff.pc import StaffPc


def ann(staff: StaffPc) -> FactId:
    found: FactId = next(one.id for one in staff.ask(staff.services.people.members) if one.name == "Ann")
    return found


def at_ann(staff: StaffPc) -> FactId:
    staff.press("People", "staff_people")
    staff.press("Open", "staff_member", beside="Ann")
    staff.press("How they like it", "staff_like")
    return ann(staff)


def test_staff_set_how_a_member_likes_things_and_leave_their_switches_alone(staff: StaffPc) -> None:
    staff.house.voices = (Voice("Anne", "en"), Voice("Gwyneth", "cy"))
    member = ann(staff)
    staff.ask(lambda: staff.services.access.write(AccessWritten(member, way=Way.ONE_SWITCH, scan_ms=900)))
    at_ann(staff)
    staff.choose("Colours", "Black on yellow")
    staff.choose("Size of text", "200 %")
    staff.choose("Hand that presses", "Left")
    staff.choose("Language", "Cymraeg")
    staff.choose("Words are spoken", "Wherever the ring goes")
    staff.choose("Voice", "Gwyneth")
    staff.choose("Speed of the voice", "70 %")
    staff.choose("Sounds", "None")
    staff.choose("The screen hides after", "5 quiet minutes")
    staff.press("Save", "staff_member")
    assert staff.ask(lambda: staff.services.access.of(member)) == AccessWritten(
        member,
        Colours.BLACK_ON_YELLOW,
        TextSize.LARGEST,
        Hand.LEFT,
        "cy",
        idle_minutes=IdleMinutes.FIVE,
        speech=Speech.ON_FOCUS,
        voice="Gwyneth",
        speed_percent=70,
        sounds=Wish.NO,
        way=Way.ONE_SWITCH,
        scan_ms=900,
    )


def test_what_is_left_to_the_pc_stays_with_the_pc(staff: StaffPc) -> None:
    member = at_ann(staff)
    staff.choose("Colours", "As this PC is set")
    staff.press("Save", "staff_member")
    assert staff.ask(lambda: staff.services.access.of(member)) == AccessWritten(member)


def test_a_voice_of_another_pc_is_kept(staff: StaffPc) -> None:
    staff.house.voices = (Voice("Anne", "en"),)
    member = ann(staff)
    own = AccessWritten(member, speech=Speech.ON_PRESS, voice="A voice at home")
    staff.ask(lambda: staff.services.access.write(own))
    at_ann(staff)
    staff.press("Save", "staff_member")
    assert staff.ask(lambda: staff.services.access.of(member)) == own


@pytest.mark.parametrize(
    ("voices", "words"),
    [
        ((), "This PC has no voice yet."),
        ((Voice("Gwyneth", "cy"),), "This PC has no voice that speaks English."),
    ],
)
def test_staff_are_told_how_to_add_a_voice(staff: StaffPc, voices: tuple[Voice, ...], words: str) -> None:
    staff.house.voices = voices
    staff.press("Settings", "staff_settings")
    staff.press("Change", "staff_pc", beside="This PC")
    assert staff.says(words)
    assert staff.says("To add one")


def test_nothing_is_said_of_voices_where_there_is_one_or_nobody_has_looked(staff: StaffPc) -> None:
    for voices in (None, (Voice("Anne", "en"),)):
        staff.house.voices = voices
        staff.window.go("staff_pc")
        staff.arrive("staff_pc")
        assert not staff.says("To add one")


def test_this_pc_speaks_and_sounds_as_it_is_set(staff: StaffPc) -> None:
    staff.house.voices = (Voice("Anne", "en"),)
    staff.press("Settings", "staff_settings")
    staff.press("Change", "staff_pc", beside="This PC")
    staff.choose("Words are spoken", "When something is pressed")
    staff.choose("Voice", "Anne")
    staff.choose("Sounds", "None")
    staff.choose("Hand that presses", "Left")
    staff.press("Save", "staff_settings")
    kept = settings.load(staff.house.folder)
    assert (kept.speech, kept.voice, kept.has_sounds, kept.hand) == (Speech.ON_PRESS, "Anne", False, Hand.LEFT)
    assert staff.window.look.left_handed
