"""The line is cut while a PC that came back from an old copy fetches all that it had written since: it ends the same.

Each run takes another new name for the PC, so states are compared with that name put aside.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from desktop.bootstrap import Parts
from ledger.wire.keys import issuer_of, public_key
from tests.network import busy
from tests.network.busy import Centre
from tests.network.centres import good
from tests.network.checks import all_states, equal, held_whole
from tests.network.line import Passed
from tests.network.states import State
from tests.network.town import Kept, Town, living
from tests.network.weather import FAIR, Weather

KB = 1_000
CUT_OFF = {"cut_off", "no_connection"}
SIGNATURE = re.compile(r"\b[0-9a-f]{128}\b")


class Uncut(NamedTuple):
    """A town where Elm House's PC was just put back from an old copy, what passes when it meets, and how all ends."""

    before: Kept
    passed: Passed
    after: dict[str, State]


@pytest.fixture(scope="module")
def uncut(kept_town: Kept, tmp_path_factory: pytest.TempPathFactory) -> Uncut:
    folder = tmp_path_factory.mktemp("uncut")
    with living(kept_town, folder / "before") as town:
        old = town.elm.pc.copied_to(folder / "old")
        town.elm.works(_a_month)
        good(town.elm.pc.exchange())
        town.meets()
        town.elm.pc.put_back(old)
        town.ledger.stop()
    before = replace(kept_town, folder=folder / "before")
    with living(before, folder / "after") as town:
        good(town.elm.pc.exchange())
        passed = town.elm.line.forget()
        return Uncut(before, passed, _settled(town))


def test_there_is_much_to_fetch(uncut: Uncut) -> None:
    assert len(uncut.passed.down) > 100 * KB
    assert uncut.passed.requests > 2


@pytest.mark.parametrize("part", [0.03, 0.2, 0.5, 0.97])
def test_a_cut_while_it_fetches_changes_nothing_in_the_end(uncut: Uncut, tmp_path: Path, part: float) -> None:
    _cut(uncut, tmp_path, Weather(cut_down=int(part * len(uncut.passed.down))))


@pytest.mark.long
def test_a_cut_at_any_kilobyte_while_it_fetches_changes_nothing_in_the_end(uncut: Uncut, tmp_path: Path) -> None:
    for cut in range(0, len(uncut.passed.down), KB):
        _cut(uncut, tmp_path, Weather(cut_down=cut))


@pytest.mark.long
def test_a_cut_of_any_of_its_requests_changes_nothing_in_the_end(uncut: Uncut, tmp_path: Path) -> None:
    """Its requests are short: every fifty bytes, so that each of them is cut in many places."""
    for cut in range(0, len(uncut.passed.up), 50):
        _cut(uncut, tmp_path, Weather(cut_up=cut))


def _cut(uncut: Uncut, tmp_path: Path, weather: Weather) -> None:
    try:
        with _copy(uncut, tmp_path) as town:
            town.elm.line.becomes(weather)
            told = town.elm.pc.exchange()
            assert told.get("problem") in CUT_OFF, told
            town.elm.line.becomes(FAIR)
            good(town.elm.pc.exchange())
            equal(_settled(town), uncut.after)
    except AssertionError as error:
        error.add_note(f"the line was {weather}")
        raise


@contextmanager
def _copy(uncut: Uncut, tmp_path: Path) -> Iterator[Town]:
    folder = tmp_path / "cut"
    with living(uncut.before, folder) as town:
        yield town
    shutil.rmtree(folder)


def _a_month(parts: Parts, centre: Centre) -> None:
    chance = Random(32)
    busy.help_out(parts, centre, chance, times=900)
    busy.spend(parts, centre, chance, times=60)
    busy.slips(parts, centre, count=4)
    busy.new_faces(parts, centre, chance, times=9, photo_bytes=14_000)


def _settled(town: Town) -> dict[str, State]:
    """How all is once everybody has met, but for the new keys of Elm House's PC and what it wrote under them."""
    good(town.elm.pc.exchange())
    town.meets()
    held_whole(town.ledger, [place.pc for place in town.places])
    asides = town.elm.works(lambda parts, _: _keys_of(parts))
    return {
        name: {
            table: sorted((_shown(row, asides),) for row in rows if not _is_its_own(table, row, asides))
            for table, rows in state.items()
        }
        for name, state in all_states(town).items()
    }


def _keys_of(parts: Parts) -> dict[str, str]:
    store = parts.store
    public, issuer = (public_key(store.secret(name)) for name in ("device_seed", "issuer_seed"))
    named = {"its new name": store.device, "its new key": public, "its slips' key": issuer}
    return {some.hex(): words for words, some in (named | {"its slips' name": issuer_of(issuer)}).items()}


def _is_its_own(table: str, row: tuple[Any, ...], asides: dict[str, str]) -> bool:
    """Facts under its new name tell when they were written, and its head follows from them."""
    return table in {"facts", "feeds"} and "its new name" in _shown(row[:2], asides)


def _shown(value: Any, asides: dict[str, str]) -> str:
    """A value as text, bytes in hexadecimal, with some of it put aside."""
    text = SIGNATURE.sub("a signature", _hex(value))
    for secret, words in asides.items():
        text = text.replace(secret, words)
    return text


def _hex(value: Any) -> str:
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    if is_dataclass(value):
        return type(value).__name__ + _hex(tuple(getattr(value, one.name) for one in fields(value)))
    if isinstance(value, tuple | list):
        return f"({' '.join(map(_hex, value))})"
    return repr(value)
