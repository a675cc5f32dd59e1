"""The ledger is ended with kill -9 in the middle of a request, or a PC while it exchanges: nothing is lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from desktop.bootstrap import Parts
from tests.network import busy
from tests.network.centres import good
from tests.network.checks import all_states, equal
from tests.network.states import State
from tests.network.town import Kept, Place, Town, living
from tests.network.weather import Weather

PROBLEMS = {None, "cut_off", "no_connection"}


class Unkilled(NamedTuple):
    """A town before an exchange of Elm House, how long that takes from its first byte, and how everything is after."""

    before: Kept
    took_s: float
    after: dict[str, State]


@pytest.fixture(scope="module")
def unkilled(kept_town: Kept, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Unkilled]:
    folder = tmp_path_factory.mktemp("unkilled")
    with living(kept_town, folder / "before") as town:
        town.elm.works(_week)
        town.elm.line.becomes(Weather(is_down=True))
        town.elm.pc.exchange()  # cuts what there is, so that all copies send the same bytes
        town.ledger.stop()
    before = replace(kept_town, folder=folder / "before")
    with living(before, folder / "after") as town:
        exchange = _Exchange(town.elm)
        exchange.wait_for_the_first_byte()
        began = time.monotonic()
        good(exchange.told())
        took_s = time.monotonic() - began
        _settle(town)
        yield Unkilled(before, took_s, all_states(town))


@pytest.mark.parametrize("part", [0.05, 0.25, 0.5, 0.8])
def test_a_ledger_killed_in_the_middle_loses_nothing(unkilled: Unkilled, tmp_path: Path, part: float) -> None:
    _killed(unkilled, tmp_path / "killed", part)


@pytest.mark.long
def test_a_ledger_killed_at_any_moment_loses_nothing(unkilled: Unkilled, tmp_path: Path) -> None:
    for number in range(100):
        _killed(unkilled, tmp_path / str(number), number / 100)


@pytest.mark.parametrize("part", [0.1, 0.4, 0.7])
def test_a_pc_killed_in_the_middle_of_an_exchange_loses_nothing(
    unkilled: Unkilled, tmp_path: Path, part: float
) -> None:
    _pc_killed(unkilled, tmp_path / "killed", part)


@pytest.mark.long
def test_a_pc_killed_at_any_moment_of_an_exchange_loses_nothing(unkilled: Unkilled, tmp_path: Path) -> None:
    for number in range(50):
        _pc_killed(unkilled, tmp_path / str(number), number / 50)


def _killed(unkilled: Unkilled, folder: Path, part: float) -> None:
    with living(unkilled.before, folder) as town:
        exchange = _Exchange(town.elm)
        exchange.wait_for_the_first_byte()
        time.sleep(part * unkilled.took_s)
        town.ledger.kill()
        assert exchange.told().get("problem") in PROBLEMS
        town.ledger.start()
        _settle(town)
        equal(all_states(town), unkilled.after)


def _pc_killed(unkilled: Unkilled, folder: Path, part: float) -> None:
    with living(unkilled.before, folder) as town:
        with town.elm.pc.started("exchange") as process:
            _wait_for_the_first_byte(town.elm)
            time.sleep(part * unkilled.took_s)
            process.kill()
            process.communicate()
        _settle(town)
        equal(all_states(town), unkilled.after)


class _Exchange:
    """One exchange on a thread of its own."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._told: dict[str, Any] = {}
        self._place.line.forget()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def wait_for_the_first_byte(self) -> None:
        _wait_for_the_first_byte(self._place)

    def told(self) -> dict[str, Any]:
        """What it said, once it is over."""
        self._thread.join()
        return self._told

    def _run(self) -> None:
        self._told = self._place.pc.exchange()


def _wait_for_the_first_byte(place: Place) -> None:
    latest_s = time.monotonic() + 60
    while not place.line.passed.up and time.monotonic() < latest_s:
        time.sleep(0.0005)


def _week(parts: Parts, centre: busy.Centre) -> None:
    chance = Random(31)
    busy.help_out(parts, centre, chance, times=450)
    busy.slips(parts, centre, count=4)
    busy.new_faces(parts, centre, chance, times=3)


def _settle(town: Town) -> None:
    good(town.elm.pc.exchange())
    town.meets()
