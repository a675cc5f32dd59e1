"""A backup whose digest is right and whose rows are not: one clear answer, and nothing is changed."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import cbor2
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.server.backup import MARK, backup, restore
from ledger.server.database import open_database
from ledger.server.problems import BadBackup, CannotOpen
from tests.server.front.desk import Desk, Typist
from tests.server.pcs import Ledger

Parts = list[Any]
Forge = Callable[[Parts], object]


def sealed(raw: bytes) -> bytes:
    """A file as `backup` writes it, with whatever is in it."""
    body = MARK + raw
    return body + hashlib.blake2b(body, digest_size=32).digest()


def forged(parts: Parts) -> bytes:
    framed = b"".join(len(one).to_bytes(4, "big") + one for one in map(cbor2.dumps, parts))
    return sealed(zstandard.compress(framed))


def written(beside: Path, raw: bytes) -> Path:
    file = beside.with_name("changed")
    file.write_bytes(raw)
    return file


def parts_of(file: Path) -> Parts:
    raw = zstandard.ZstdDecompressor().decompressobj().decompress(file.read_bytes()[len(MARK) : -32])
    parts = []
    while raw:
        size = int.from_bytes(raw[:4], "big")
        parts.append(cbor2.loads(raw[4 : 4 + size]))
        raw = raw[4 + size :]
    return parts


def rows_of(parts: Parts, table: str) -> list[list[Any]]:
    """The first rows of a table."""
    at = next(at for at, part in enumerate(parts) if isinstance(part, list) and part[0] == table)
    rows: list[list[Any]] = parts[at + 1]
    return rows


def value_of(parts: Parts, name: str, value: bytes) -> None:
    """Give a row of `own` another value."""
    next(row for row in rows_of(parts, "own") if row[0] == name)[1] = value


FORGERIES: dict[str, Forge] = {
    "a row too short": lambda parts: rows_of(parts, "devices")[0].pop(),
    "a row too long": lambda parts: rows_of(parts, "devices")[0].append(1),
    "a row that is none": lambda parts: rows_of(parts, "centres").append(7),  # type: ignore[arg-type]
    "a row twice": lambda parts: rows_of(parts, "centres").append(rows_of(parts, "centres")[0]),
    "a text for a number": lambda parts: rows_of(parts, "centres")[1].__setitem__(4, "soon"),
    "a number for a text": lambda parts: rows_of(parts, "centres")[1].__setitem__(1, 7),
    "a number too large": lambda parts: rows_of(parts, "centres")[1].__setitem__(4, 1 << 70),
    "nothing where something must be": lambda parts: rows_of(parts, "centres")[1].__setitem__(1, None),
    "a PC of no centre": lambda parts: rows_of(parts, "devices")[0].__setitem__(0, bytes(16)),
    "no key": lambda parts: value_of(parts, "seed", b""),
    "another key": lambda parts: value_of(parts, "seed", bytes(32)),
    "an epoch beyond all": lambda parts: value_of(parts, "epoch", b"\xff" * 4),
    "an epoch of any length": lambda parts: value_of(parts, "epoch", b"\xff" * 40),
    "no own rows": lambda parts: rows_of(parts, "own").clear(),
    "a table of nobody": lambda parts: parts.insert(1, ["strangers", ["a"]]),
    "the table of versions": lambda parts: parts.insert(1, ["alembic_version", ["version_num"]]),
    "a table less": lambda parts: parts.pop(parts.index(["venues", ["number", "name"]])),
    "a column of nobody": lambda parts: parts[1][1].append("more"),
    "a column that is no word": lambda parts: parts[1].__setitem__(1, [[1], {}]),
    "rows of no table": lambda parts: parts.insert(1, [[1, 2]]),
    "no end": lambda parts: parts.pop(),
    "no head": lambda parts: parts.pop(0),
    "a head of numbers": lambda parts: parts[0].update(revision=7),
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger with records; it may be restored over, by its own backup."""
    engine = open_database(None, folder=tmp_path_factory.mktemp("ledger"))
    found = Ledger(engine)
    Desk(found).busy()
    yield found
    engine.dispose()


@pytest.fixture(scope="module")
def whole(ledger: Ledger, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its backup."""
    file = tmp_path_factory.mktemp("backup") / "whole"
    backup(ledger.engine, file)
    return file


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_backup_is_refused_whole(ledger: Ledger, whole: Path, tmp_path: Path, name: str) -> None:
    parts = parts_of(whole)
    FORGERIES[name](parts)
    (tmp_path / "forged").write_bytes(forged(parts))
    held = ledger.holds()
    with pytest.raises(BadBackup):
        restore(ledger.engine, tmp_path / "forged", over=True)
    assert ledger.holds() == held


def test_what_is_forged_here_is_a_backup_when_nothing_is_changed(ledger: Ledger, whole: Path, tmp_path: Path) -> None:
    (tmp_path / "same").write_bytes(forged(parts_of(whole)))
    assert restore(ledger.engine, tmp_path / "same", over=True)["epoch"] == 2


@given(chance=st.randoms(use_true_random=False), flips=st.integers(1, 4), keeps=st.floats(0.01, 1))
@settings(max_examples=12)
def test_bytes_changed_beneath_the_digest_give_an_answer(
    ledger: Ledger, whole: Path, chance: Random, flips: int, keeps: float
) -> None:
    raw = bytearray(b"".join(len(one).to_bytes(4, "big") + one for one in map(cbor2.dumps, parts_of(whole))))
    for _ in range(flips):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    if chance.random() < 0.3:
        del raw[int(len(raw) * keeps) :]
    held = ledger.holds()
    try:
        restore(ledger.engine, written(whole, sealed(zstandard.compress(raw))), over=True)
    except (BadBackup, CannotOpen):
        assert ledger.holds() == held


def test_a_stream_that_is_none_is_told_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typist = Typist(f"sqlite:///{tmp_path / 'ledger.db'}", capsys)
    for stream in (b"", b"\0" * 40, b"(\xb5/\xfd" + b"\xff" * 40, zstandard.compress(b"\xff" * 9)):
        (tmp_path / "false").write_bytes(sealed(stream))
        assert typist.refused("restore", tmp_path / "false", problem="bad_backup")
