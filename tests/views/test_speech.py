"""What is said next ends what is being said; a voice that hangs, fails or is missing is in nobody's way."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtTextToSpeech import QTextToSpeech
from pytestqt.qtbot import QtBot

from desktop.settings import Settings
from desktop.views.speech import MOST_FAULTS, Speech, Voice, by_qt
from ledger.domain.access import Speech as Mode
from tests.views.voices import Pretend

pytestmark = pytest.mark.qt_log_ignore("Couldn't (load|resolve)", "No RHI backend", "Using Qt multimedia")


def speech_with(*engines: Any, patience_ms: int = 60_000, settings: Settings | None = None) -> Speech:
    """Speech whose engines come one after another, and that has looked for voices."""
    left = list(engines)
    speech = Speech(make=lambda: left.pop(0) if left else None, patience_ms=lambda _words, _speed: patience_ms)
    speech.follow(settings or Settings())
    speech.look()
    return speech


def test_one_thing_is_said_after_another(qtbot: QtBot) -> None:
    engine = Pretend()
    speech = speech_with(engine)
    with qtbot.waitSignal(speech.ended):
        speech.say("What did you do?", "", "Made tea")
    assert engine.said == ["What did you do?", "Made tea"]


def test_what_is_said_next_ends_what_is_being_said(qtbot: QtBot) -> None:
    engine = Pretend(word_ms=60_000)
    speech = speech_with(engine)
    speech.say("A long story", "and more of it")
    speech.add("and the end")
    speech.say("One")
    assert engine.said == ["A long story", "One"]
    assert speech.saying == "One"
    speech.hush()
    qtbot.wait(20)
    assert (engine.said, speech.saying) == (["A long story", "One"], "")


def test_a_voice_that_does_not_stop_is_talked_over(qtbot: QtBot) -> None:
    engine = Pretend(hangs=True)
    speech = speech_with(engine)
    speech.say("One")
    speech.say("Two")
    qtbot.waitUntil(lambda: engine.said == ["One", "Two"])


def test_it_is_said_in_the_voice_a_person_likes() -> None:
    engine = Pretend()
    mine = Settings(voice="Anne", speed_percent=50, volume_percent=30)
    speech = speech_with(engine, settings=mine)
    speech.say("Hello")
    assert (engine.voice, engine.rate, engine.volume) == ("Anne", -1.0, 0.3)
    speech.follow(Settings(language="cy", voice="Anne"))
    speech.say("Helo")
    assert (engine.voice, engine.rate, engine.volume) == ("Gwyneth", 0.0, 1.0)
    speech.follow(Settings(voice="Somebody else"))
    speech.say("Hello")
    assert engine.voice == "Bob"


def test_a_language_without_a_voice_is_silent() -> None:
    engine = Pretend(("Bob", "en"))
    speech = speech_with(engine, settings=Settings(language="cy"))
    speech.say("Helo")
    assert engine.said == []
    assert not speech.can_speak


def test_who_wants_no_speech_hears_none() -> None:
    engine = Pretend(word_ms=60_000)
    speech = speech_with(engine)
    speech.say("Hello")
    speech.follow(Settings(speech=Mode.OFF))
    assert speech.saying == ""
    speech.say("Hello again")
    assert (engine.said, speech.can_speak) == (["Hello"], False)


def test_a_pc_without_a_voice_says_nothing_and_goes_on(qtbot: QtBot) -> None:
    speech = speech_with()
    with qtbot.waitSignal(speech.ended):
        speech.say("Hello")
    speech.add("Hello")
    speech.hush()
    assert (speech.voices, speech.can_speak, speech.saying) == ((), False, "")


def test_a_voice_that_hangs_is_left_alone_and_a_fresh_one_is_begun_with(qtbot: QtBot) -> None:
    stuck, fresh = Pretend(hangs=True), Pretend()
    speech = speech_with(stuck, fresh, patience_ms=30)
    with qtbot.waitSignals([speech.ended, speech.found]):
        speech.say("Hello")
    assert speech.can_speak
    with qtbot.waitSignal(speech.ended):
        speech.say("Hello again")
    assert fresh.said == ["Hello again"]


def test_after_a_few_that_hang_nobody_waits_any_more(qtbot: QtBot) -> None:
    engines = [Pretend(hangs=True) for _ in range(MOST_FAULTS + 2)]
    speech = speech_with(*engines, patience_ms=10)
    for _ in range(MOST_FAULTS):
        with qtbot.waitSignals([speech.ended, speech.found]):
            speech.say("Hello")
    assert not speech.can_speak
    speech.say("Hello")
    speech.look()
    assert [len(engine.said) for engine in engines] == [1] * MOST_FAULTS + [0, 0]


def test_one_that_ends_makes_good_for_those_that_did_not(qtbot: QtBot) -> None:
    engines = [part for _ in range(MOST_FAULTS) for part in (Pretend(hangs=True),)]
    good = Pretend()
    speech = speech_with(*engines[:-1], good, patience_ms=10)
    for _ in engines[:-1]:
        with qtbot.waitSignals([speech.ended, speech.found]):
            speech.say("Hello")
    with qtbot.waitSignal(speech.ended):
        speech.say("Hello")
    assert good.said == ["Hello"]
    assert speech.can_speak


def test_a_voice_taken_away_while_it_speaks_blocks_nothing(qtbot: QtBot) -> None:
    engine = Pretend(word_ms=60_000)
    speech = speech_with(engine)
    speech.say("Hello", "you")
    with qtbot.waitSignals([speech.ended, speech.found]):
        engine.fail()
    assert (speech.voices, speech.can_speak, speech.saying) == ((), False, "")


def test_voices_are_known_by_name_and_language() -> None:
    assert speech_with(Pretend()).voices == (Voice("Bob", "en"), Voice("Anne", "en"), Voice("Gwyneth", "cy"))


def test_qts_own_engine_speaks_and_is_interrupted(qtbot: QtBot) -> None:
    engine = QTextToSpeech("mock")
    speech = speech_with(engine)
    assert Voice("Anne", "en") in speech.voices
    began: list[str] = []
    speech.began.connect(began.append)
    speech.say("one two three four five six seven eight nine ten " * 20)
    qtbot.waitUntil(lambda: engine.state() == QTextToSpeech.State.Speaking)
    with qtbot.waitSignal(speech.ended, timeout=20_000):
        speech.say("Two")
    assert began[1:] == ["Two"]
    assert speech.can_speak


def test_nothing_is_spoken_where_there_is_no_screen() -> None:
    assert by_qt() is None
