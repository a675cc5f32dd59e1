"""The line is cut in the middle of an exchange: at every kilobyte, both ways, it ends as if it had never been cut."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from desktop.bootstrap import Parts
from tests.network import busy
from tests.network.centres import good
from tests.network.checks import all_states, equal
from tests.network.line import Passed
from tests.network.states import State
from tests.network.town import Kept, Town, living
from tests.network.weather import FAIR, Weather

KB = 1_000
CUT_OFF = {"cut_off", "no_connection"}


class Uncut(NamedTuple):
    """A town just before a big exchange of Elm House, what passes in it, and how everything is after it."""

    before: Kept
    passed: Passed
    after: dict[str, State]


@pytest.fixture(scope="module")
def uncut(kept_town: Kept, tmp_path_factory: pytest.TempPathFactory) -> Uncut:
    """A month away: much to send, and much that happened meanwhile to slips of Elm House."""
    folder = tmp_path_factory.mktemp("uncut")
    with living(kept_town, folder / "before") as town:
        _a_month(town)
        # Batches are cut before the copies part, so that every copy sends the very same bytes.
        town.elm.line.becomes(Weather(is_down=True))
        town.elm.pc.exchange()
        town.ledger.stop()
    before = replace(kept_town, folder=folder / "before")
    with living(before, folder / "after") as town:
        good(town.elm.pc.exchange())
        passed = town.elm.line.forget()
        _settle(town)
        return Uncut(before, passed, all_states(town))


def test_the_exchange_is_big_enough_to_cut_it_often(uncut: Uncut) -> None:
    assert len(uncut.passed.up) > 100 * KB
    assert len(uncut.passed.down) > KB
    assert uncut.passed.requests > 1


@pytest.mark.parametrize("part", [0.02, 0.3, 0.55, 0.999])
def test_a_cut_on_the_way_up_changes_nothing_in_the_end(uncut: Uncut, tmp_path: Path, part: float) -> None:
    _cut(uncut, tmp_path, Weather(cut_up=int(part * len(uncut.passed.up))))


@pytest.mark.parametrize("part", [0.0, 0.4, 0.999])
def test_a_cut_on_the_way_down_changes_nothing_in_the_end(uncut: Uncut, tmp_path: Path, part: float) -> None:
    _cut(uncut, tmp_path, Weather(cut_down=int(part * len(uncut.passed.down))))


@pytest.mark.long
def test_a_cut_at_any_kilobyte_on_the_way_up_changes_nothing_in_the_end(uncut: Uncut, tmp_path: Path) -> None:
    for cut in range(0, len(uncut.passed.up), KB):
        _cut(uncut, tmp_path, Weather(cut_up=cut))


@pytest.mark.long
def test_a_cut_anywhere_on_the_way_down_changes_nothing_in_the_end(uncut: Uncut, tmp_path: Path) -> None:
    """The way down is short: every hundred bytes, so that each reply is cut in many places."""
    for cut in range(0, len(uncut.passed.down), 100):
        _cut(uncut, tmp_path, Weather(cut_down=cut))


def test_a_line_cut_again_and_again_gets_through_in_the_end(uncut: Uncut, tmp_path: Path) -> None:
    """What did not get through goes in smaller parts the next time, until it does."""
    with _copy(uncut, tmp_path) as town:
        for _ in range(20):
            town.elm.line.becomes(Weather(cut_up=60 * KB))
            if "problem" not in town.elm.pc.exchange():
                break
        else:
            pytest.fail("it never got through")
        town.elm.line.becomes(FAIR)
        _settle(town)
        equal(all_states(town), uncut.after)


def _cut(uncut: Uncut, tmp_path: Path, weather: Weather) -> None:
    try:
        with _copy(uncut, tmp_path) as town:
            town.elm.line.becomes(weather)
            told = town.elm.pc.exchange()
            assert told.get("problem") in CUT_OFF, told
            town.elm.line.becomes(FAIR)
            good(town.elm.pc.exchange())
            _settle(town)
            equal(all_states(town), uncut.after)
    except AssertionError as error:
        error.add_note(f"the line was {weather}")
        raise


@contextmanager
def _copy(uncut: Uncut, tmp_path: Path) -> Iterator[Town]:
    folder = tmp_path / "cut"
    with living(uncut.before, folder) as town:
        yield town
    shutil.rmtree(folder)


def _a_month(town: Town) -> None:
    """Elm House works without a line; its slips are handed in at Oak House and at the pool's door."""
    tokens = town.elm.works(lambda parts, centre: busy.slips(parts, centre, count=6))
    good(town.elm.pc.exchange())
    for _ in range(2):  # Oak House has met, and the door is told of the keys
        good(town.oak.pc.exchange())
        good(town.door.pc.exchange())
    town.oak.works(lambda parts, centre: busy.hand_in(parts, centre.members[0], tokens[:4]))
    town.door.works(lambda parts, _: busy.at_the_door(parts, tokens[3:]))
    for place in (town.oak, town.door):
        good(place.pc.exchange())
    town.elm.works(_busy_month)


def _busy_month(parts: Parts, centre: busy.Centre) -> None:
    chance = Random(30)
    busy.help_out(parts, centre, chance, times=1_300)
    busy.spend(parts, centre, chance, times=100)
    busy.slips(parts, centre, count=8)
    busy.new_faces(parts, centre, chance, times=18, photo_bytes=14_000)


def _settle(town: Town) -> None:
    """Everybody meets until nothing is new to anybody."""
    good(town.elm.pc.exchange())
    town.meets()
