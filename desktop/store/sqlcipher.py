"""The one door to SQLCipher: sqlite-utils on encrypted files, with its four traps closed.

sqlite-utils 4 leaves foreign keys off, makes a table of any misspelt name, commits after each write by itself, and
opens a newer file silently. The first three are refused here, the last in `opening`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3
import sqlite_utils
import sqlite_utils.utils
from sqlite_utils.db import NoTable

from desktop.store.problems import AlreadyOpen, DamagedStore, DiskFull, DiskTrouble, ReadOnlyFolder, StoreProblem

if sqlite_utils.utils.OperationalError is not sqlcipher3.OperationalError:
    raise ImportError("sqlite_utils was imported before desktop.store could show it SQLCipher: import the store first")

Error = sqlcipher3.Error
"""What SQLCipher raises; `in_plain_words` turns the kinds that just happen into known problems."""

KEY_BYTES = 32
BUSY_TIMEOUT_MS = 5_000
PRIMARY_CODE_MASK = 0xFF
_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "CREATE", "ALTER", "DROP")

_PROBLEMS: Mapping[int, type[StoreProblem]] = {
    sqlcipher3.SQLITE_FULL: DiskFull,
    sqlcipher3.SQLITE_READONLY: ReadOnlyFolder,
    sqlcipher3.SQLITE_PERM: ReadOnlyFolder,
    sqlcipher3.SQLITE_CANTOPEN: ReadOnlyFolder,
    sqlcipher3.SQLITE_CORRUPT: DamagedStore,
    sqlcipher3.SQLITE_NOTADB: DamagedStore,
    sqlcipher3.SQLITE_IOERR: DiskTrouble,
    sqlcipher3.SQLITE_BUSY: AlreadyOpen,
}
_NO_ROOM_FOR_SHARED_MEMORY = (4874, 5386)  # SQLITE_IOERR_SHMSIZE and _SHMMAP: how a full disk refuses the -shm file


class OutsideTransaction(RuntimeError):
    """Something was to be written outside `transaction`: a bug, for it would be committed on its own."""


class Database(sqlite_utils.Database):
    """sqlite-utils on SQLCipher that knows no table by mistake and writes only inside `transaction`."""

    def execute(self, sql: str, parameters: Sequence[Any] | dict[str, Any] | None = None) -> Any:
        """Run one statement.

        Raises:
            OutsideTransaction: it writes, and no `transaction` is open.
        """
        if not self.conn.in_transaction and sql.lstrip()[:7].upper().startswith(_WRITES):
            raise OutsideTransaction(sql)
        return super().execute(sql, parameters)

    def executescript(self, sql: str) -> Any:
        """Run the statements of a script inside the open `transaction`.

        Raises:
            OutsideTransaction: no `transaction` is open.
        """
        if not self.conn.in_transaction:
            raise OutsideTransaction(sql)
        return super().executescript(sql)

    @contextmanager
    def atomic(self) -> Iterator[sqlite_utils.Database]:
        """A savepoint inside the open `transaction`; sqlite-utils asks for one around each of its writes.

        Raises:
            OutsideTransaction: no `transaction` is open.
        """
        if not self.conn.in_transaction:
            raise OutsideTransaction("sqlite-utils would commit this write on its own")
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


def connect(path: Path | str, key: bytes) -> Database:
    """Open or make an encrypted database: WAL, each commit on the disk before it returns, foreign keys on.

    key: 32 bytes, used raw. The connection may be handed to another thread, but only one at a time may use it.
    path may be ":memory:" (then nothing is encrypted and no WAL is kept).

    Raises:
        DamagedStore: there is a file, and this key does not read its first page.
        ReadOnlyFolder, DiskFull, DiskTrouble: the file cannot be made or reached.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"a store key has {KEY_BYTES} bytes, not {len(key)}")
    with in_plain_words():
        connection = sqlcipher3.connect(str(path), isolation_level=None, check_same_thread=False)
        try:
            _prepare(connection, key)
        except BaseException:
            connection.close()
            raise
        return Database(connection, execute_plugins=False)


@contextmanager
def transaction(db: sqlite_utils.Database) -> Iterator[sqlite_utils.Database]:
    """One transaction that holds the write lock from its start: all of it, or nothing of it.

    Raises:
        DiskFull, ReadOnlyFolder, DamagedStore, DiskTrouble: it could not be written, and nothing of it was.
    """
    with in_plain_words():
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield db
            db.conn.execute("COMMIT")
        except BaseException:
            if db.conn.in_transaction:  # a full disk may have rolled back already
                db.conn.execute("ROLLBACK")
            raise


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Turn SQLCipher's errors that happen to people who did nothing wrong into known problems; leave bugs alone."""
    try:
        yield
    except Error as error:
        code = getattr(error, "sqlite_errorcode", 0)
        if code in _NO_ROOM_FOR_SHARED_MEMORY:
            raise DiskFull from error
        problem = _PROBLEMS.get(code & PRIMARY_CODE_MASK)
        if problem is None:
            raise
        raise problem from error


def _prepare(connection: Any, key: bytes) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # our problems speak; it would write to the terminal
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("SELECT count(*) FROM sqlite_master")  # the first page is read here: a wrong key shows
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    if connection.execute("PRAGMA foreign_keys").fetchone() != (1,):
        raise RuntimeError("this SQLCipher was built without foreign keys")
