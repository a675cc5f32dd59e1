"""Nobody's name, text, photo or number reaches the ledger: not its database, its log, its backup, nor the line.

On plain HTTP over loopback the line keeps what otherwise is inside TLS. That the search would find what it looks for is
proved in `test_searching`.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Connection, create_engine, select

from desktop.bootstrap import Parts
from ledger.server.tables import metadata
from tests.network import busy, busy_week
from tests.network.busy import Centre
from tests.network.centres import Pc, good
from tests.network.ledgers import Ledger
from tests.network.line import Line
from tests.network.searching import forms_of_centre, search
from tests.network.town import POOL, Place
from tests.server.postgres import Postgres, found, running

SEEDS = {"Elm House": 11, "Oak House": 12}
NAMING = {"slips": ("print_", "claim_"), "rulings": ("",), "inbox": ("about_",)}
"""Tables with columns that name a fact, and what stands before `device` and `seq` in their names."""


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    with running() as server:
        yield server


@contextmanager
def _database(kind: str, folder: Path, postgres: Postgres) -> Iterator[Ledger]:
    with ExitStack() as stack:
        url = stack.enter_context(postgres.fresh()) if kind == "PostgreSQL" else ""
        yield stack.enter_context(Ledger(folder / "ledger", database=url))


@pytest.mark.parametrize("kind", ["SQLite", "PostgreSQL"])
def test_the_ledger_and_the_line_know_nobody(kind: str, tmp_path: Path, postgres: Postgres) -> None:
    with _database(kind, tmp_path, postgres) as ledger:
        with ExitStack() as stack:
            places = _busy_weeks(ledger, tmp_path, stack)
            searched = {f"{way} {name}": some for name, place in places.items() for way, some in _passed(place.line)}
        searched |= _kept_by(ledger) | _what_its_operator_sees(ledger, tmp_path)
        centres = [place.centre for place in places.values()]
        people = {person for centre in centres for person in centre.people}
        assert _named_in_rows(ledger) & people == set()

    assert sum(map(len, searched.values())) > 300_000, "too little happened to prove anything"
    assert POOL.encode() in searched["rows"], "a search that misses what the ledger does hold proves nothing"
    wrong = [one for centre in centres for one in search(searched, forms_of_centre(centre))]
    assert wrong == []


def _busy_weeks(ledger: Ledger, folder: Path, stack: ExitStack) -> Mapping[str, Place]:
    """Two centres and a door at work for weeks; every byte of theirs goes over their own lines."""
    places = {}
    code = ledger.code("venue", "add", POOL)
    for name, seed in SEEDS.items():
        line, pc = stack.enter_context(Line(ledger.port)), Pc.begun(folder / name, name)
        with pc.opened() as parts:
            centre = busy.begin(parts, seed)
        places[name] = Place(pc, line, centre)
        places[name].works(partial(_weeks, chance=Random(seed)))
        good(pc.enrol(line.url, ledger.code("centre", "add", name)))
    line = stack.enter_context(Line(ledger.port))
    places["door"] = Place(Pc.door(folder / "door", ledger, code, url=line.url), line, Centre())
    elm, oak, door = places.values()
    tokens = elm.works(lambda parts, centre: busy.slips(parts, centre, count=4))
    for _ in range(2):
        for place in places.values():
            good(place.pc.exchange())
    oak.works(lambda parts, centre: busy.hand_in(parts, centre.members[0], tokens[:3]))
    door.works(lambda parts, _: busy.at_the_door(parts, tokens[2:]))
    for number in range(3):
        for place in (elm, oak):
            place.works(partial(_weeks, chance=Random(number), times=20))
        for place in places.values():
            good(place.pc.exchange())
    return places


def _weeks(parts: Parts, centre: Centre, chance: Random, *, times: int = 150) -> None:
    busy.help_out(parts, centre, chance, times=times)
    busy.spend(parts, centre, chance, times=times // 4)
    busy.new_faces(parts, centre, chance, times=2)
    busy_week.a_week(parts, centre, chance)
    for token in busy.slips(parts, centre, count=2)[:1]:
        why = f"Dropped in the Zuiderzee {chance.random():.9f}"
        parts.services.slips.void(token, why)
        centre.secrets.append(why)


def _passed(line: Line) -> Iterator[tuple[str, bytes]]:
    yield "up from", bytes(line.passed.up)
    yield "down to", bytes(line.passed.down)


def _kept_by(ledger: Ledger) -> dict[str, bytes]:
    """Its files or its dump as they are, and every value of every row by itself, as no page of a file cuts it."""
    engine = create_engine(ledger.address)
    with engine.connect() as connection:
        rows = b"\n".join(_values(connection))
    engine.dispose()
    if "postgresql" in ledger.address:
        dump = subprocess.run(
            [str(found() / "pg_dump"), ledger.address.replace("+psycopg", "")], capture_output=True, check=True
        ).stdout
        unpacked = b"\n".join(bytes.fromhex(one.decode()) for one in re.findall(rb"\\\\x((?:[0-9a-f]{2})+)", dump))
        return {"rows": rows, "dump": dump, "bytes in the dump": unpacked}
    return {"rows": rows} | {file.name: file.read_bytes() for file in sorted(ledger.folder.iterdir())}


def _values(connection: Connection) -> Iterator[bytes]:
    for table in metadata.sorted_tables:
        for row in connection.execute(select(table)):
            yield from (value if isinstance(value, bytes) else str(value).encode() for value in row)


def _named_in_rows(ledger: Ledger) -> set[tuple[bytes, int]]:
    """Every fact that some row names."""
    named: set[tuple[bytes, int]] = set()
    engine = create_engine(ledger.address)
    with engine.connect() as connection:
        for table, befores in NAMING.items():
            columns = metadata.tables[table].c
            for before in befores:
                pairs = connection.execute(select(columns[f"{before}device"], columns[f"{before}seq"]))
                named |= {(device, seq) for device, seq in pairs if device is not None}
    engine.dispose()
    assert named
    return named


def _what_its_operator_sees(ledger: Ledger, folder: Path) -> dict[str, bytes]:
    backup = folder / "backup"
    ledger.run("backup", str(backup))
    asked = ("totals", "verify", "centre list", "device list", "venue list")
    told = {words: str(ledger.run(*words.split())).encode() for words in asked}
    return told | {"backup": backup.read_bytes(), "log": ledger.log().encode()}
