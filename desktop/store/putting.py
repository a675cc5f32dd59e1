"""Writes the last word on something into its row."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from desktop.store.sqlcipher import Database

Row = Mapping[str, object]


def put(db: Database, table: str, row: Row) -> None:
    """Let a row, by column, take the place of the one with the same key."""
    db.execute(_put(table, tuple(row)), list(row.values()))


def take(db: Database, table: str, row: Row) -> None:
    """Take away whatever row has these values."""
    db.execute(_take(table, tuple(row)), list(row.values()))


@cache
def _put(table: str, columns: tuple[str, ...]) -> str:
    places = ", ".join("?" * len(columns))
    return f"INSERT OR REPLACE INTO {table} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608  our own words


@cache
def _take(table: str, columns: tuple[str, ...]) -> str:
    return f"DELETE FROM {table} WHERE {' AND '.join(f'{column} = ?' for column in columns)}"  # noqa: S608  the same
