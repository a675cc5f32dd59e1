"""The one door to SQLCipher: encrypted files, statements on them, and the tables of sqlite-utils.

Foreign keys are on, and nothing is written outside `transaction`. sqlite-utils is `guarded`; it would also open a newer
file silently, which `opening` refuses.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3

from desktop.store.problems import AlreadyOpen, DamagedStore, DiskFull, DiskTrouble, ReadOnlyFolder, StoreProblem
from desktop.store.stray import refuse_stray_write

if TYPE_CHECKING:
    from sqlite_utils.db import Table

    from desktop.store.guarded import Guarded

Error = sqlcipher3.Error
"""What SQLCipher raises; `in_plain_words` turns the kinds that just happen into known problems."""

KEY_BYTES = 32
BUSY_TIMEOUT_MS = 5_000
PRIMARY_CODE_MASK = 0xFF

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
_LEAST_ROOM_BYTES = 65_536
"""What a -shm and a -wal file take at the least."""
_NO_ROOM_FOR_SHARED_MEMORY = (4874, 5386)  # SQLITE_IOERR_SHMSIZE and _SHMMAP: how a full disk refuses the -shm file


class Database:
    """An open database. Statements go straight to SQLCipher, work on whole tables through sqlite-utils."""

    def __init__(self, connection: Any) -> None:
        """connection: of SQLCipher, in autocommit mode."""
        self.conn = connection

    def execute(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
        """Run one statement; the cursor.

        Raises:
            OutsideTransaction: it writes, and no `transaction` is open.
        """
        refuse_stray_write(self.conn, sql)
        return self.conn.execute(sql, parameters)

    def executescript(self, sql: str) -> None:
        """Run the statements of a script inside the open `transaction`. Raises OutsideTransaction: none is open."""
        self._guarded.executescript(sql)

    def atomic(self) -> AbstractContextManager[object]:
        """A savepoint inside the open `transaction`. Raises OutsideTransaction: none is open."""
        return self._guarded.atomic()

    def table(self, name: str) -> Table:
        """A table of sqlite-utils, to write and read rows by their columns. Raises NoTable: there is none."""
        return self._guarded.table(name)

    def table_names(self) -> list[str]:
        """What the tables are called."""
        return [name for (name,) in self.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]

    def close(self) -> None:
        """Let go of the file."""
        self.conn.close()

    @cached_property
    def _guarded(self) -> Guarded:
        from desktop.store.guarded import Guarded  # noqa: PLC0415  it takes a tenth of a second, and reading needs none

        return Guarded(self.conn)


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
    try:
        with in_plain_words():
            connection = sqlcipher3.connect(str(path), isolation_level=None, check_same_thread=False)
            try:
                _prepare(connection, key)
            except BaseException:
                connection.close()
                raise
            return Database(connection)
    except DiskTrouble as trouble:  # at the first page a full disk looks no other than a broken one
        if shutil.disk_usage(Path(path).parent).free < _LEAST_ROOM_BYTES:
            raise DiskFull from trouble
        raise


def settle(db: Database) -> None:
    """Bring everything from the write-ahead log into the file itself, so that the file alone is the whole database.

    Raises:
        DiskFull, DiskTrouble: it does not fit; it is all there still, in the two files together.
    """
    with in_plain_words():
        is_busy, _, _ = db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_busy:
        raise AlreadyOpen


@contextmanager
def transaction(db: Database) -> Iterator[Database]:
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


def in_transaction(db: Database) -> AbstractContextManager[object]:
    """A transaction, or inside one a savepoint."""
    return db.atomic() if db.conn.in_transaction else transaction(db)


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
    connection.execute("PRAGMA fullfsync = ON")  # a Mac calls less than that done; elsewhere it changes nothing
    connection.execute("PRAGMA checkpoint_fullfsync = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    if connection.execute("PRAGMA foreign_keys").fetchone() != (1,):
        raise RuntimeError("this SQLCipher was built without foreign keys")
