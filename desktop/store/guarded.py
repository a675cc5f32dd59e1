"""sqlite-utils on SQLCipher with its traps closed: what `Database` uses for work on whole tables and scripts.

sqlite-utils 4 makes a table of any misspelt name and commits after each write by itself; both are refused here. It
takes a tenth of a second to load, so `Database` loads this room when it is first needed: reading never does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import sqlcipher3
import sqlite_utils
import sqlite_utils.utils
from sqlite_utils.db import NoTable

from desktop.store.stray import refuse_outside, refuse_stray_write

if sqlite_utils.utils.OperationalError is not sqlcipher3.OperationalError:
    raise ImportError("sqlite_utils was imported before desktop.store could show it SQLCipher: import the store first")


class Guarded(sqlite_utils.Database):
    """sqlite-utils that knows no table by mistake and writes only inside `transaction`."""

    def __init__(self, connection: Any) -> None:
        super().__init__(connection, execute_plugins=False)

    def execute(self, sql: str, parameters: Sequence[Any] | dict[str, Any] | None = None) -> Any:
        """Run one statement. Raises OutsideTransaction: it writes, and no `transaction` is open."""
        refuse_stray_write(self.conn, sql)
        return super().execute(sql, parameters)

    def executescript(self, sql: str) -> Any:
        """Run the statements of a script inside the open `transaction`. Raises OutsideTransaction: none is open."""
        refuse_outside(self.conn, sql)
        return super().executescript(sql)

    @contextmanager
    def atomic(self) -> Iterator[sqlite_utils.Database]:
        """A savepoint inside the open `transaction`; sqlite-utils asks for one around each of its writes.

        Raises:
            OutsideTransaction: no `transaction` is open.
        """
        refuse_outside(self.conn, "sqlite-utils would commit this write on its own")
        with super().atomic() as db:
            yield db

    def table(self, table_name: str, **kwargs: Any) -> sqlite_utils.db.Table:
        """A table that exists.

        Raises:
            NoTable: there is none of this name, so sqlite-utils would have made one.
        """
        known = self.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [table_name]).fetchone()
        if known is None:
            raise NoTable(f"the schema has no table {table_name!r}")
        return super().table(table_name, **kwargs)
