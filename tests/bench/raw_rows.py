"""What the ledger is held against: the rows that a load left, written again by the database's driver and nothing else.

The same tables with the same keys, indexes and foreign keys, in as many transactions as there were requests, each as
durable. Nothing is read, locked, proved or decided, the rows are there ready made, and no network brings them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from time import perf_counter
from typing import Any, TypeAlias

import psycopg
from sqlalchemy import Engine, Table, delete, insert, select

from ledger.server.database import reading, writing
from ledger.server.tables import metadata

NEW = ("batches", "slips", "rulings", "inbox", "notices")
"""Tables that grow with what is sent: their rows are inserted, an equal share in each transaction."""
CHANGED = ("centres", "devices", "feeds", "sums")
"""Tables of which every exchange changes the rows of its centre; it would not be kept otherwise."""

Row: TypeAlias = tuple[Any, ...]
Rows: TypeAlias = Mapping[str, Sequence[Row]]
Part: TypeAlias = Sequence[tuple[str, Sequence[Row]]]
"""One transaction: statements, and the rows for each."""


def rows_of(engine: Engine) -> Rows:
    """All that a database holds."""
    with reading(engine) as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table))] for table in metadata.sorted_tables
        }


def begin_as(engine: Engine, rows: Rows) -> None:
    """Put into an empty database what was there before the load."""
    with writing(engine) as connection:
        for table in metadata.sorted_tables:
            connection.execute(delete(table))
            if rows[table.name]:
                names = _names(table)
                connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows[table.name]])


def inserted(before: Rows, after: Rows, transactions: int) -> list[Part]:
    """The rows that the load added, shared out over so many transactions."""
    new = {name: _new(before[name], after[name]) for name in NEW}
    return [
        [
            (_insert(metadata.tables[name]), share)
            for name, rows in new.items()
            if (share := rows[at * len(rows) // transactions : (at + 1) * len(rows) // transactions])
        ]
        for at in range(transactions)
    ]


def with_changed(parts: Sequence[Part], after: Rows) -> list[Part]:
    """The same, and in each the rows that an exchange of a centre changes, the centres in turn."""
    changed = {table.name: (_upsert(table), _names(table).index("centre")) for table in map(_table, CHANGED)}
    centres = sorted({row[changed["feeds"][1]] for row in after["feeds"]})
    of_centre = {
        centre: [
            (statement, [row for row in after[name] if row[at] == centre]) for name, (statement, at) in changed.items()
        ]
        for centre in centres
    }
    return [[*part, *of_centre[centres[at % len(centres)]]] for at, part in enumerate(parts)]


def sqlite_s(file: Path, parts: Sequence[Part]) -> float:
    """Seconds for all of it in SQLite, which has one writer."""
    db = sqlite3.connect(file, isolation_level=None)
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        db.execute(f"PRAGMA {setting}")
    start = perf_counter()
    for part in parts:
        db.execute("BEGIN IMMEDIATE")
        for statement, rows in part:
            db.executemany(statement, rows)
        db.execute("COMMIT")
    took_s = perf_counter() - start
    db.close()
    return took_s


def postgres_s(url: str, parts: Sequence[Part], *, at_once: int) -> float:
    """Seconds for all of it in PostgreSQL, over so many connections at once."""
    with ExitStack() as stack:
        pool = stack.enter_context(ThreadPoolExecutor(at_once))
        connections = [
            stack.enter_context(psycopg.connect(url.replace("+psycopg", ""), autocommit=True)) for _ in range(at_once)
        ]
        start = perf_counter()
        shares = [parts[first::at_once] for first in range(at_once)]
        list(pool.map(_write, connections, shares))
        return perf_counter() - start


def _write(db: psycopg.Connection[Any], parts: Sequence[Part]) -> None:
    for part in parts:
        with db.transaction(), db.cursor() as cursor:
            for statement, rows in part:
                cursor.executemany(statement.replace("?", "%s"), rows)


def _new(before: Sequence[Row], after: Sequence[Row]) -> list[Row]:
    held = set(before)
    return [row for row in after if row not in held]


def _table(name: str) -> Table:
    return metadata.tables[name]


def _insert(table: Table) -> str:
    names = _names(table)
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608


def _names(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def _upsert(table: Table) -> str:
    key = [column.name for column in table.primary_key]
    to = ", ".join(f"{name} = excluded.{name}" for name in _names(table) if name not in key)
    return f"{_insert(table)} ON CONFLICT ({', '.join(key)}) DO UPDATE SET {to}"
