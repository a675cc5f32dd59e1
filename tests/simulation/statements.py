"""Databases that fail on purpose: killed between two statements, or with a disk that is full."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

import sqlcipher3

SQLITE_FULL = 13
_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "CREATE", "DROP", "COMMIT", "RELEASE")


class Killed(BaseException):
    """The program ended here, as by kill -9: nothing catches it, and nothing more is written."""


@dataclass
class Trap:
    """Waits for the n-th statement.

    after: strikes once the statement was done, not before. is_full: the disk is full from then on, instead of a kill.
    """

    at: int
    after: bool = False
    is_full: bool = False
    count: int = 0
    has_struck: bool = False

    def before(self, sql: str) -> None:
        """Before a statement runs. Raises Killed, or what SQLite raises on a full disk."""
        if self.is_full:
            self._fill(sql)
            return
        if self.has_struck:
            raise Killed
        self.count += 1
        if self.count >= self.at and not self.after:
            self._kill()

    def done(self) -> None:
        """After a statement ran. Raises Killed."""
        if not self.is_full and self.after and self.count >= self.at:
            self._kill()

    def _kill(self) -> None:
        self.has_struck = True
        raise Killed

    def _fill(self, sql: str) -> None:
        if not sql.lstrip()[:8].upper().startswith(_WRITES):
            return
        self.count += 1
        if self.count >= self.at:
            self.has_struck = True
            error = sqlcipher3.OperationalError("database or disk is full")
            error.sqlite_errorcode = SQLITE_FULL
            raise error


class Watched(sqlcipher3.Connection):  # type: ignore[misc]  # sqlcipher3 carries no types
    """A connection that a trap may be set on; without one it is any other."""

    trap: Trap | None = None

    def execute(self, sql: str, *parameters: Any) -> Any:
        """Run one statement."""
        trap = self.trap
        if trap is None:
            return super().execute(sql, *parameters)
        trap.before(sql)
        cursor = super().execute(sql, *parameters)
        trap.done()
        return cursor

    def executemany(self, sql: str, rows: Any) -> Any:
        """Run one statement with many rows."""
        if self.trap is not None:
            self.trap.before(sql)
        cursor = super().executemany(sql, rows)
        if self.trap is not None:
            self.trap.done()
        return cursor


@contextmanager
def watched() -> Iterator[None]:
    """Let every database that is opened meanwhile be one a trap may be set on."""
    connect = sqlcipher3.connect

    def connect_watched(*arguments: Any, **named: Any) -> Any:
        return connect(*arguments, **{"factory": Watched, **named})

    with patch.object(sqlcipher3, "connect", connect_watched):
        yield
