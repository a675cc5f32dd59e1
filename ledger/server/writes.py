"""Statements that change rows: put into words once for each database, then given to its driver with the values alone.

SQLAlchemy would look at each value of each row, which costs more than the row itself. Both drivers take numbers, bytes,
texts and truths as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection
from sqlalchemy.sql.dml import UpdateBase


class _Words(NamedTuple):
    """A statement as one database reads it. order: of its values, None where they go by name."""

    sql: str
    order: Sequence[str] | None


class Write:
    """One INSERT or UPDATE, all of whose values are given by name with each row."""

    def __init__(self, statement: UpdateBase) -> None:
        self._statement = statement
        self._words: dict[str, _Words] = {}

    def run(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Do it for each row, in this order; it is the order of locks, too. A row may hold more than is needed."""
        if not rows:
            return
        words = self._words.get(connection.dialect.name) or self._worded(connection)
        order = words.order
        values: Any = rows if order is None else [tuple([row[name] for name in order]) for row in rows]
        connection.exec_driver_sql(words.sql, values if len(rows) > 1 else values[0])

    def _worded(self, connection: Connection) -> _Words:
        compiled = self._statement.compile(dialect=connection.dialect)
        return self._words.setdefault(connection.dialect.name, _Words(str(compiled), compiled.positiontup))
