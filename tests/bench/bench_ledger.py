"""How many facts a second the ledger takes; by hand: `python -m tests.bench.bench_ledger [FACTS]`.

The real service over HTTP on loopback, on SQLite and on PostgreSQL that waits for the disk, asked by as many senders as
there are cores. Held against the same rows, put by plain INSERTs in as many durable transactions in the same run.
"""

from __future__ import annotations

import http.client
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import psycopg
from sqlalchemy import Engine, delete, insert, select

from ledger.server import centres, enrolling
from ledger.server.clock import now_ms
from ledger.server.database import FILE, open_database, reading, writing
from ledger.server.tables import metadata
from tests.bench.senders import Sender
from tests.network.ledgers import Ledger
from tests.network.line import LOOPBACK
from tests.server.postgres import running

FACTS = 40_000
CENTRES = 8
AT_ONCE = 2
OK = 200


@dataclass(frozen=True, slots=True)
class Load:
    """How the facts come: so many facts a batch, so many batches a request; share: of all facts."""

    name: str
    in_batch: int
    in_request: int
    share: float = 1.0


LOADS = (
    Load("after weeks offline: packs of 500, four a request", 500, 4),
    Load("a day of 90 facts a request", 90, 1),
    Load("each tap a request", 1, 1, share=0.05),
)
COUNTED = ("batches", "slips", "rulings", "inbox", "notices")
"""Tables that grow with what is sent; the rows of all others are there before the floor is timed."""
Rows = dict[str, list[tuple[Any, ...]]]
Part = list[tuple[str, list[tuple[Any, ...]]]]


def main(facts: int) -> None:
    """Measure and say."""
    for load in LOADS:
        wanted = int(facts * load.share) // CENTRES
        requests = [
            list(Sender(number).requests(wanted, in_batch=load.in_batch, in_request=load.in_request))
            for number in range(CENTRES)
        ]
        sys.stdout.write(f"{load.name}: {wanted * CENTRES} facts in {sum(map(len, requests))} requests\n")
        _sqlite(requests, wanted * CENTRES)
        _postgres(requests, wanted * CENTRES)


def _sqlite(requests: Sequence[Sequence[bytes]], facts: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, raw_folder = Path(name) / "ledger", Path(name) / "raw"
        raw_folder.mkdir()
        with Ledger(folder, rates="0", is_started=False) as ledger:
            engine = _enrolled(open_database(None, folder=folder))
            ledger.start()
            took_s = _timed(lambda: _sent(ledger.port, requests))
            rows = _rows(engine)
            engine.dispose()
        raw_engine = open_database(None, folder=raw_folder)
        parts = _prepared(raw_engine, rows, sum(map(len, requests)))
        raw_engine.dispose()
        _say("SQLite", facts, took_s, _timed(lambda: _raw_sqlite(raw_folder / FILE, parts)))


def _postgres(requests: Sequence[Sequence[bytes]], facts: int) -> None:
    with (
        running(is_durable=True) as postgres,
        postgres.fresh() as url,
        postgres.fresh() as raw_url,
        tempfile.TemporaryDirectory() as name,
        Ledger(Path(name), database=url, rates="0", is_started=False) as ledger,
    ):
        engine = _enrolled(open_database(url))
        ledger.start()
        took_s = _timed(lambda: _sent(ledger.port, requests))
        rows = _rows(engine)
        raw_engine = open_database(raw_url)
        parts = _prepared(raw_engine, rows, sum(map(len, requests)))
        engine.dispose()
        raw_engine.dispose()
        _say("PostgreSQL", facts, took_s, _timed(lambda: _raw_postgres(raw_url, parts)))


def _enrolled(engine: Engine) -> Engine:
    for number in range(CENTRES):
        code = centres.add_centre(engine, f"Centre {number}", now_ms=now_ms()).code
        enrolling.enrol(engine, Sender(number).asking(code), now_ms=now_ms())
    return engine


def _sent(port: int, requests: Sequence[Sequence[bytes]]) -> None:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lambda of_one: _send(port, of_one), requests))


def _send(port: int, requests: Sequence[bytes]) -> None:
    """All of one sender's, one after the other; how often it may ask is not what is measured."""
    connection = http.client.HTTPConnection(LOOPBACK, port)
    for request in requests:
        connection.request("POST", "/1/x", request)
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != OK:
            raise AssertionError(f"the ledger answered {answer.status}: {body[:300]!r}")
    connection.close()


def _rows(engine: Engine) -> Rows:
    with reading(engine) as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table))] for table in metadata.sorted_tables
        }


def _prepared(engine: Engine, rows: Rows, transactions: int) -> list[Part]:
    """Rows that are no load are put into the empty database; the others, shared out over so many transactions."""
    with writing(engine) as connection:
        for table in metadata.sorted_tables:
            if table.name not in COUNTED and rows[table.name]:
                connection.execute(delete(table))
                names = [column.name for column in table.columns]
                connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows[table.name]])
    return [
        [
            (_insert_into(name), part)
            for name in COUNTED
            if (part := rows[name][at * len(rows[name]) // transactions : (at + 1) * len(rows[name]) // transactions])
        ]
        for at in range(transactions)
    ]


def _insert_into(name: str) -> str:
    columns = [column.name for column in metadata.tables[name].columns]
    return f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608


def _raw_sqlite(file: Path, parts: Sequence[Part]) -> None:
    db = sqlite3.connect(file, isolation_level=None)
    for setting in ("journal_mode=WAL", "synchronous=FULL"):
        db.execute(f"PRAGMA {setting}")
    for part in parts:
        db.execute("BEGIN IMMEDIATE")
        for statement, rows in part:
            db.executemany(statement, rows)
        db.execute("COMMIT")
    db.close()


def _raw_postgres(url: str, parts: Sequence[Part]) -> None:
    """As many connections at once as there were senders."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lambda first: _raw_connection(url, parts[first::AT_ONCE]), range(AT_ONCE)))


def _raw_connection(url: str, parts: Sequence[Part]) -> None:
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as db:
        for part in parts:
            with db.transaction(), db.cursor() as cursor:
                for statement, rows in part:
                    cursor.executemany(statement.replace("?", "%s"), rows)


def _timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _say(what: str, facts: int, took_s: float, raw_s: float) -> None:
    sys.stdout.write(
        f"  {what:11} {facts / took_s:8.0f} facts a second; the same rows raw {facts / raw_s:8.0f}: "
        f"{100 * raw_s / took_s:.0f} %\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else FACTS)
