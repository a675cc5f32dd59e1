"""What is said next ends what is being said; a voice that hangs, fails or is missing is in nobody's way."""

from __future__ import annotations

import sys
import time
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.settings import Settings
from desktop.views.speech import MOST_FAULTS, Speech, Voice, apart
from desktop.views.voice_apart import VoiceApart, voice_command
from ledger.domain.access import Speech as Mode
from tests.views.voices import Pretend

WAIT_MS = 60_000


def speech_with(qtbot: QtBot, *engines: Any, patience_ms: int = WAIT_MS, settings: Settings | None = None) -> Speech:
    """Speech whose engines come one after another, and that has looked for voices."""
    left = list(engines)
    speech = Speech(make=lambda: left.pop(0) if left else None, patience_ms=lambda _words, _speed: patience_ms)
    speech.follow(settings or Settings())
    with qtbot.waitSignal(speech.found, timeout=WAIT_MS):
        speech.look()
    return speech


def test_one_thing_is_said_after_another(qtbot: QtBot) -> None:
    engine = Pretend()
    speech = speech_with(qtbot, engine)
    with qtbot.waitSignal(speech.ended):
        speech.say("What did you do?", "", "Made tea")
    assert engine.said == ["What did you do?", "Made tea"]


def test_what_is_said_next_ends_what_is_being_said(qtbot: QtBot) -> None:
    engine = Pretend(word_ms=WAIT_MS)
    speech = speech_with(qtbot, engine)
    speech.say("A long story", "and more of it")
    speech.add("and the end")
    speech.say("One")
    assert engine.said == ["A long story", "One"]
    assert speech.saying == "One"
    speech.hush()
    qtbot.wait(20)
    assert (engine.said, speech.saying) == (["A long story", "One"], "")


def test_the_end_of_what_was_interrupted_is_not_taken_for_that_of_the_next(qtbot: QtBot) -> None:
    engine = Pretend(hangs=True)
    speech = speech_with(qtbot, engine)
    speech.say("One", "More")
    speech.say("Two", "Three")
    engine.ended.emit(1)
    assert (engine.said, speech.saying) == (["One", "Two"], "Two")
    engine.ended.emit(2)
    assert (engine.said, speech.saying) == (["One", "Two", "Three"], "Three")


def test_it_is_said_in_the_voice_a_person_likes(qtbot: QtBot) -> None:
    engine = Pretend()
    speech = speech_with(qtbot, engine, settings=Settings(voice="Anne", speed_percent=50, volume_percent=30))
    speech.say("Hello")
    assert (engine.voice, engine.rate, engine.volume) == ("Anne", -1.0, 0.3)
    speech.follow(Settings(language="cy", voice="Anne"))
    speech.say("Helo")
    assert (engine.voice, engine.rate, engine.volume) == ("Gwyneth", 0.0, 1.0)
    speech.follow(Settings(voice="Somebody else"))
    speech.say("Hello")
    assert engine.voice == "Bob"


def test_a_language_without_a_voice_is_silent(qtbot: QtBot) -> None:
    engine = Pretend(("Bob", "en"))
    speech = speech_with(qtbot, engine, settings=Settings(language="cy"))
    speech.say("Helo")
    assert engine.said == []
    assert not speech.can_speak


def test_who_wants_no_speech_hears_none(qtbot: QtBot) -> None:
    engine = Pretend(word_ms=WAIT_MS)
    speech = speech_with(qtbot, engine)
    speech.say("Hello")
    speech.follow(Settings(speech=Mode.OFF))
    assert speech.saying == ""
    speech.say("Hello again")
    assert (engine.said, speech.can_speak) == (["Hello"], False)


@pytest.mark.parametrize("engines", [(), (Pretend,)])
def test_a_pc_without_a_voice_says_nothing_and_goes_on(qtbot: QtBot, engines: tuple[type[Pretend], ...]) -> None:
    made = [engine(is_mute=True) for engine in engines]
    speech = Speech(make=lambda: made[0] if made else None)
    speech.look()
    for engine in made:
        engine.ready.emit([])
        assert engine.is_closed
    with qtbot.waitSignal(speech.ended):
        speech.say("Hello")
    speech.add("Hello")
    speech.hush()
    assert (speech.voices, speech.can_speak, speech.saying) == ((), False, "")


def test_a_voice_that_hangs_is_ended_and_a_fresh_one_is_begun_with(qtbot: QtBot) -> None:
    stuck, fresh = Pretend(hangs=True), Pretend()
    speech = speech_with(qtbot, stuck, fresh, patience_ms=30)
    speech.say("Hello")
    qtbot.waitUntil(lambda: stuck.is_closed and speech.can_speak)
    with qtbot.waitSignal(speech.ended):
        speech.say("Hello again")
    assert fresh.said == ["Hello again"]


def test_after_a_few_that_hang_nobody_waits_any_more(qtbot: QtBot) -> None:
    engines = [Pretend(hangs=True) for _ in range(MOST_FAULTS + 2)]
    speech = speech_with(qtbot, *engines, patience_ms=30)
    for number in range(MOST_FAULTS):
        qtbot.waitUntil(lambda: speech.can_speak)
        speech.say("Hello")
        qtbot.waitUntil(lambda now=number: engines[now].is_closed)  # type: ignore[misc]  # bound now
    speech.look()
    speech.say("Hello")
    assert not speech.can_speak
    assert [len(engine.said) for engine in engines] == [1] * MOST_FAULTS + [0, 0]


def test_a_voice_that_is_never_found_is_given_up(qtbot: QtBot) -> None:
    engines = [Pretend(is_mute=True) for _ in range(MOST_FAULTS + 1)]
    left = list(engines)
    speech = Speech(make=lambda: left.pop(0), patience_ms=lambda _words, _speed: 20)
    speech.look()
    qtbot.waitUntil(lambda: [one.is_closed for one in engines] == [True] * MOST_FAULTS + [False])
    qtbot.wait(40)
    assert (len(left), speech.can_speak) == (1, False)


def test_one_that_ends_makes_good_for_those_that_did_not(qtbot: QtBot) -> None:
    stuck = [Pretend(hangs=True) for _ in range(MOST_FAULTS - 1)]
    good, after = Pretend(), Pretend()
    speech = speech_with(qtbot, *stuck, good, after, patience_ms=30)
    for one in stuck:
        qtbot.waitUntil(lambda: speech.can_speak)
        speech.say("Hello")
        qtbot.waitUntil(lambda now=one: now.is_closed)  # type: ignore[misc]  # bound now
    qtbot.waitUntil(lambda: speech.can_speak)
    with qtbot.waitSignal(speech.ended):
        speech.say("Hello")
    good.lost.emit()
    qtbot.waitUntil(lambda: speech.can_speak)
    assert (good.said, good.is_closed) == (["Hello"], True)


def test_a_voice_taken_away_while_it_speaks_blocks_nothing(qtbot: QtBot) -> None:
    engine = Pretend(word_ms=WAIT_MS)
    speech = speech_with(qtbot, engine)
    speech.say("Hello", "you")
    with qtbot.waitSignals([speech.ended, speech.found]):
        engine.lost.emit()
    qtbot.wait(20)
    assert (speech.voices, speech.can_speak, speech.saying) == ((), False, "")


def test_nothing_is_spoken_where_there_is_no_screen(qtbot: QtBot) -> None:
    del qtbot  # it makes the application
    assert apart() is None


# ---- the voice itself, in its own process ----------------------------------------------------------------------------
def test_qts_own_engine_speaks_in_its_own_process_and_is_interrupted(qtbot: QtBot) -> None:
    speech = speech_with(qtbot, engine := VoiceApart(voice_command("mock")))
    assert {Voice("Bob", "en"), Voice("Anne", "en")} <= set(speech.voices)
    ended: list[int] = []
    engine.ended.connect(ended.append)
    speech.say("one two three four five six seven eight nine ten " * 20)
    with qtbot.waitSignal(speech.ended, timeout=WAIT_MS):
        speech.say("Two")
    assert ended[-1] == 2
    assert speech.can_speak
    speech.close()


def test_a_voice_that_dies_while_it_speaks_is_begun_with_anew(qtbot: QtBot) -> None:
    first, second = VoiceApart(voice_command("mock")), Pretend()
    speech = speech_with(qtbot, first, second)
    speech.say("one two three four five six seven eight nine ten " * 20)
    with qtbot.waitSignal(speech.ended, timeout=WAIT_MS):
        first._process.kill()
    qtbot.waitUntil(lambda: len(speech.voices) == 3)


def test_a_process_that_stands_still_holds_nobody_up(qtbot: QtBot) -> None:
    asleep = VoiceApart([sys.executable, "-c", "import time; time.sleep(600)"])
    speech = Speech(make=lambda: asleep, patience_ms=lambda _words, _speed: 100)
    began = time.monotonic()
    speech.look()
    with qtbot.waitSignal(speech.found, timeout=WAIT_MS):
        speech._faults = MOST_FAULTS  # no other comes after it
    assert time.monotonic() - began < WAIT_MS / 1000
    assert speech.voices == ()
    qtbot.waitUntil(lambda: not isValid(asleep), timeout=WAIT_MS)  # it is ended, and gone


def test_a_program_that_is_not_there_is_no_voice(qtbot: QtBot) -> None:
    speech = Speech(make=lambda: VoiceApart(["/no/such/program"]), patience_ms=lambda _words, _speed: WAIT_MS)
    speech.look()
    qtbot.waitUntil(lambda: speech._faults == MOST_FAULTS, timeout=WAIT_MS)
    assert not speech.can_speak
