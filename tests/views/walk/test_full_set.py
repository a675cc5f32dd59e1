"""The full set holds what it promises, and the walk tells of each fault, also of what fails while Qt draws."""

from collections import Counter
from itertools import product

import pytest
from pytestqt.qtbot import QtBot

from tests.views.checker import Fault
from tests.views.walk import __main__ as command
from tests.views.walk.looks import FACTORS, every_dress, full_dress
from tests.views.walk.walking import Step, states, states_of, to_walk

_THEMES, _TEXTS, _SIZES, _DENSITIES, _WORDS, _HANDS = FACTORS
_LOOKS = [
    (how.look.theme.name, how.look.text_percent, (how.look.width, how.look.height), how.words) for how in full_dress()
]
_HOME = ["--screen", "home", "--theme", "calm-dark", "--text", "200", "--size", "1024x768"]


def test_each_theme_text_size_and_words_come_together_once() -> None:
    assert Counter(_LOOKS) == Counter(product(_THEMES, _TEXTS, _SIZES, _WORDS))


def test_each_text_size_and_words_meet_every_density_and_both_hands() -> None:
    densities = {(*look[1:], how.look.px_per_mm) for look, how in zip(_LOOKS, full_dress(), strict=True)}
    assert densities == set(product(_TEXTS, _SIZES, _WORDS, _DENSITIES))
    hands = {(*look[1:], how.look.left_handed) for look, how in zip(_LOOKS, full_dress(), strict=True)}
    assert hands == set(product(_TEXTS, _SIZES, _WORDS, (True, False)))


def test_the_full_set_walks_every_state_in_every_look_of_it() -> None:
    steps = command.asked_steps(command.parser().parse_args(["--full"]))
    assert {step.walked.screen for step in steps} == set(to_walk())
    assert len(steps) == len({str(step) for step in steps}) == len(states()) * len(_LOOKS)


def test_every_look_is_asked_for_by_its_own_word() -> None:
    steps = command.asked_steps(command.parser().parse_args(["--every", "--screen", "home"]))
    assert len(steps) == len(states_of("home")) * len(list(every_dress()))


@pytest.mark.parametrize("looks", [[], ["--full"], ["--every"]])
def test_the_parts_are_the_whole(looks: list[str]) -> None:
    asked = [*looks, "--screen", "home"]
    whole = command.asked_steps(command.parser().parse_args(asked))
    parts = [command.asked_steps(command.parser().parse_args([*asked, "--part", f"{part}/3"])) for part in (1, 2, 3)]
    assert sorted(map(str, whole)) == sorted(str(step) for part in parts for step in part)


def test_only_what_is_named_is_walked() -> None:
    steps = command.asked_steps(command.parser().parse_args(["--full", *_HOME, "--words", "cy"]))
    assert {str(step.dress).rsplit(" ", 3)[0] for step in steps} == {"calm-dark 200% 1024x768"}
    assert [step.walked for step in steps] == states_of("home")


@pytest.mark.parametrize("part", ["0/2", "3/2", "1", "one/two", "1/0"])
def test_a_part_that_is_none_is_refused(part: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(["--part", part])
    assert ended.value.code == 2
    assert "part" in capsys.readouterr().err


def test_a_walk_without_a_fault_ends_well_and_counts(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    del qtbot
    assert command.main(["--full", *_HOME, "--words", "en"]) == 0
    count = len(states_of("home"))
    told = f"1 screens, {count} states, 1 looks, {count} steps of the full set, part 1/1: 0 faults\n"
    assert capsys.readouterr().out == told


def test_each_fault_is_told_with_its_step(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    monkeypatch.setattr(command, "walk", lambda _step: [Fault("clip", "Go", "needs more"), Fault("ring", "Go", "")])
    assert command.main(["--full", *_HOME, "--words", "en"]) == 1
    *lines, counts = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 * len(states_of("home"))
    assert lines[0].endswith(": clip: Go: needs more")
    assert counts.endswith(f": {len(lines)} faults")


def test_what_fails_is_told_and_the_walk_goes_on(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    monkeypatch.setattr(command, "walk", _fails)
    assert command.main(["--full", *_HOME, "--words", "en"]) == 1
    told = capsys.readouterr()
    assert told.out.count("failed: home: ValueError('no such picture')") == len(states_of("home"))
    assert "Traceback" in told.err


def test_how_far_it_is_goes_to_the_error_output(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    monkeypatch.setattr(command, "TELL_EVERY_S", -1.0)
    monkeypatch.setattr(command, "walk", lambda _step: [])
    command.main(["--full", *_HOME, "--words", "en"])
    count = len(states_of("home"))
    assert f"{count} of {count} steps, 0 faults, 0 minutes left" in capsys.readouterr().err


def _fails(_step: Step) -> list[Fault]:
    raise ValueError("no such picture")
