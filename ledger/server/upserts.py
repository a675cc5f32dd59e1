"""The one place where SQLite and PostgreSQL are told apart: inserts that mind what is there already."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from ledger.server.writes import Write

New = ReadOnlyColumnCollection[str, Any]
"""The columns of the row that would be inserted."""


class Upsert:
    """Rows that are inserted, or change the row that has their key; `change` says to what, None leaves it."""

    def __init__(self, table: Table, change: Callable[[New], Mapping[str, ColumnElement[Any]]] | None = None) -> None:
        key = [column.name for column in table.primary_key]
        to_sqlite, to_postgresql = sqlite.insert(table), postgresql.insert(table)
        if change is None:
            self._writes = {
                "sqlite": Write(to_sqlite.on_conflict_do_nothing(index_elements=key)),
                "postgresql": Write(to_postgresql.on_conflict_do_nothing(index_elements=key)),
            }
            return
        on_sqlite = to_sqlite.on_conflict_do_update(index_elements=key, set_=change(to_sqlite.excluded))
        on_postgresql = to_postgresql.on_conflict_do_update(index_elements=key, set_=change(to_postgresql.excluded))
        self._writes = {"sqlite": Write(on_sqlite), "postgresql": Write(on_postgresql)}

    def run(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert them, in this order; it is the order of locks, too."""
        self._writes[connection.dialect.name].run(connection, rows)


def replacing(table: Table) -> Upsert:
    """Rows that take the place of those with their key."""
    key = {column.name for column in table.primary_key}
    names = [column.name for column in table.columns if column.name not in key]
    return Upsert(table, lambda new: {name: new[name] for name in names})
