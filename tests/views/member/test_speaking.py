"""What is spoken is what a member likes to hear: on request, on press, wherever the focus goes, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.inputs.hearing import hear_presses
from desktop.views.speaking import Speaking
from desktop.views.speech import Speech
from ledger.domain.access import AccessWritten, Way
from ledger.domain.access import Speech as Mode
from tests.journeys.at_work import CentreAtWork
from tests.views.voices import Pretend


class Spoken:
    """A centre at work whose PC has voices."""

    def __init__(self, centre: CentreAtWork, qtbot: QtBot, qapp: QApplication) -> None:
        self.centre, self.engine = centre, Pretend(word_ms=5)
        self._qtbot = qtbot
        self._speech = Speech(centre.window, make=lambda: self.engine, patience_ms=lambda _words, _speed: 60_000)
        self.speaking = Speaking(centre.window, centre.house, self._speech, look_ms=0)
        qapp.focusChanged.connect(self.speaking.focused)
        self._speech.look()
        qtbot.waitUntil(lambda: centre.house.voices is not None)

    def who_likes(self, mode: Mode, **others: Any) -> CentreAtWork:
        """Ann, who likes it so, has just signed in; what was said until now is forgotten."""
        own = AccessWritten(self.centre.member("Ann").id, speech=mode, **others)
        self.centre.ask(lambda: self.centre.services.access.write(own))
        self.centre.sign_in("Ann")
        self.heard()
        return self.centre

    def heard(self) -> list[str]:
        """What was said since last asked, once all of it has been."""
        self._qtbot.waitUntil(lambda: not self._speech.saying)
        said, self.engine.said = self.engine.said, []
        return said


@pytest.fixture
def spoken(centre: CentreAtWork, qtbot: QtBot, qapp: QApplication) -> Iterator[Spoken]:
    made = Spoken(centre, qtbot, qapp)
    yield made
    qapp.focusChanged.disconnect(made.speaking.focused)


def test_on_request_the_whole_screen_is_said_when_the_speaker_is_pressed(spoken: Spoken) -> None:
    centre = spoken.who_likes(Mode.ON_REQUEST)
    centre.press("I helped")
    assert spoken.heard() == []
    centre.press("Say it")
    heard = spoken.heard()
    assert heard[0] == centre.screen.texts("helped.what")
    assert "Gardened" in heard
    assert "Back" not in heard


def test_on_press_what_was_pressed_is_said_and_then_the_question_that_comes(spoken: Spoken) -> None:
    centre = spoken.who_likes(Mode.ON_PRESS)
    centre.press("I helped")
    assert spoken.heard() == ["I helped", centre.screen.texts("helped.what")]


def test_the_next_press_ends_what_is_being_said(spoken: Spoken) -> None:
    centre = spoken.who_likes(Mode.ON_PRESS)
    spoken.engine.word_ms = 60_000
    centre.press("My credits", "Home", "Spend")
    assert spoken.engine.said == ["My credits", "Home", "Spend"]


def test_on_focus_each_thing_is_said_as_the_focus_comes_to_it(spoken: Spoken) -> None:
    centre = spoken.who_likes(Mode.ON_FOCUS)
    window = centre.window
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
    assert spoken.heard()[-2:] == ["Choose activities", "My week"]
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return)
    centre.hand.settle()
    heard = spoken.heard()
    assert heard[0] == "My week"
    assert len(heard) >= 3  # the question, and what the focus lies on


def test_what_the_scan_lights_is_said_after_the_question_of_a_new_screen(spoken: Spoken) -> None:
    own = {"way": Way.ONE_SWITCH, "has_spoken_scan": True, "first_item_ms": 10_000}
    switches = hear_presses(spoken.centre.window, spoken.centre.house.here)
    switches.named.connect(spoken.speaking.scanned)
    centre = spoken.who_likes(Mode.ON_PRESS, **own)
    centre.press("I helped")
    heard = spoken.heard()
    assert heard[:2] == ["I helped", centre.screen.texts("helped.what")]
    assert len(heard) == 3  # what is lit first
    assert "Gardened" in heard[2]
    switches.begin()
    switches.begin()
    assert spoken.heard() == [heard[2]] * 2  # the next light ends what is being said


def test_who_likes_no_speech_hears_none_and_has_no_speaker(spoken: Spoken) -> None:
    centre = spoken.who_likes(Mode.OFF)
    centre.press("I helped")
    assert "Say it" not in centre.hand.names()
    centre.press("Help")
    assert "Say it again" not in centre.hand.names()
    assert spoken.heard() == []


def test_coins_are_counted_aloud(spoken: Spoken) -> None:
    centre = spoken.who_likes(Mode.ON_REQUEST)
    centre.press("My credits", "You have", "You have", "You have")
    assert spoken.heard() == ["1", "2", "3"]


def test_help_says_all_of_it_again(spoken: Spoken) -> None:
    centre = spoken.who_likes(Mode.ON_REQUEST)
    centre.press("I helped", "Help", "Say it again")
    assert centre.screen.name == "what_helped"
    assert spoken.heard()[:1] == [centre.screen.texts("helped.what")]


def test_show_me_rings_each_thing_and_says_it(spoken: Spoken) -> None:
    centre = spoken.who_likes(Mode.ON_REQUEST)
    centre.press("Help", "Show me")
    assert spoken.heard() == ["I helped"]
    centre.press("I helped")
    assert spoken.heard() == ["Choose activities"]


def test_workers_screens_are_silent(spoken: Spoken) -> None:
    centre = spoken.centre
    centre.house.settings = type(centre.house.settings)(speech=Mode.ON_FOCUS)
    centre.hand.open("who_group")
    assert spoken.heard() != []
    centre.press("Staff")
    spoken.heard()
    centre.press("1", "2", "3", "4", "Done")
    assert centre.screen.name == "staff_today"
    assert spoken.heard() == []


def test_voices_are_looked_for_after_the_first_screen_is_seen(
    centre: CentreAtWork, qtbot: QtBot, qapp: QApplication
) -> None:
    looked: list[str] = []
    speech = Speech(centre.window, make=lambda: looked.append("looked"))
    speaking = Speaking(centre.window, centre.house, speech, look_ms=0)
    assert (looked, centre.house.voices) == ([], None)
    centre.hand.open("who_group")
    qtbot.waitUntil(lambda: looked == ["looked"])
    assert centre.house.voices == ()
    assert "Say it" not in centre.hand.names()
    assert speaking.parent() is centre.window
    assert qapp is not None


@pytest.mark.parametrize("mode", [Mode.ON_PRESS, Mode.ON_FOCUS])
def test_a_secret_picture_is_never_said_when_it_is_pressed(spoken: Spoken, mode: Mode) -> None:
    centre = spoken.centre
    member = centre.member("Ann").id
    centre.ask(lambda: centre.services.secret_pictures.choose(member, ("ship", "socks", "hat")))
    assert spoken.who_likes(mode).screen.name == "secret_pictures"
    centre.press("Ship", "Socks")
    heard = " ".join(spoken.heard())
    assert "Press your third picture" in heard
    assert not {"Ship", "Socks"} & set(heard.replace(".", " ").split())


def test_what_was_said_of_an_activity_is_said_back_with_what_comes_next(spoken: Spoken) -> None:
    centre = spoken.who_likes(Mode.ON_PRESS)
    centre.press("Have my say", "Lunch together", "Very good")
    said = ["You said: Very good", "Lunch together", "Thank you. A worker will read it"]
    asked = ["Have my say", "What did you come to?", "Lunch together. Monday", "How was it?", "Very good"]
    assert spoken.heard() == [*asked, *said]
