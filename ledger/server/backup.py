"""Backup and restore: all the ledger holds in one file, the same for SQLite and PostgreSQL.

A file is a mark, one zstd stream and the BLAKE2b-256 digest of both. The stream is CBOR, each part behind its length
in 4 bytes: a head, then for each table its name and columns and its rows, and a null at the end. So a ledger moves from
one kind of database to the other by backup and restore. It holds the ledger's key: whoever has the file can sign as
the ledger.
"""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final, cast

import cbor2
import zstandard
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, func, select, text

from ledger.server import epochs
from ledger.server import own as own_room
from ledger.server.clock import now_ms, written
from ledger.server.database import migrate, reading, writing
from ledger.server.holding import alone_with
from ledger.server.problems import BadBackup, BadInput, CannotOpen, NotEmpty
from ledger.server.refilling import VERSION_TABLE, fill, own_of
from ledger.server.tables import NETWORK_KIND, centres, codes, metadata

MARK: Final = b"GHK1"
DIGEST_BYTES: Final = 32
ROWS: Final = 100
_PART_BYTES: Final = 1 << 20
_MOST_PART_BYTES: Final = 64 << 20
"""No row comes near this; a stream that says so is none of ours."""
_FALSE: Final = (ArithmeticError, LookupError, MemoryError, RecursionError, TypeError, ValueError)
"""What reading CBOR that was made to mislead may raise besides its own errors."""


def backup(engine: Engine, file: Path) -> dict[str, Any]:
    """Write one moment of the ledger to a file that only its owner can read; a service may go on meanwhile.

    Raises:
        BadInput: the file is there already, or cannot be written.
    """
    if file.exists():
        raise BadInput(f"{file} is there already. A backup is written to a new file.")
    with _new_file(file) as out:
        counted = _write(engine, out)
    return {"file": str(file), "bytes": file.stat().st_size} | counted


def restore(engine: Engine, file: Path, *, over: bool = False) -> dict[str, Any]:
    """Put a backup back and enter a new epoch, in one transaction. engine: of a database that is open and up to date.

    over: whether what is there may go.

    Raises:
        BadBackup: it is no whole backup. NotEmpty: the database has records. InUse: a service is at work. CannotOpen:
        a newer ledger wrote it. In each case nothing was changed.
    """
    _check_digest(file)
    with alone_with(engine), writing(engine) as connection:
        if not over and _has_records(connection):
            raise NotEmpty("This database has records already. With --over they are given up for those of the backup.")
        parts = _parts(file)
        head = _head(next(parts, None))
        _make_anew(connection, head["revision"])
        rows = fill(connection, parts)
        migrate(connection)
        own_of(connection, head["ledger"])
        own = epochs.begin(connection)
    return {"restored": True, "made": head["made"], "rows": rows, "epoch": own.epoch, "ledger": own.public.hex()}


def _write(engine: Engine, out: IO[bytes]) -> dict[str, Any]:
    whole = hashlib.blake2b(MARK, digest_size=DIGEST_BYTES)
    out.write(MARK)

    class Digested(io.RawIOBase):
        """Counts into the digest whatever the packer writes."""

        def write(self, part: Any) -> int:
            whole.update(part)
            return out.write(part)

    rows = 0
    with reading(engine) as connection:
        revision = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one()  # noqa: S608
        own = own_room.read(connection)
        head = {"revision": revision, "made": written(now_ms()), "ledger": own.public.hex(), "epoch": own.epoch}
        with zstandard.ZstdCompressor(level=9).stream_writer(cast("IO[bytes]", Digested()), closefd=False) as packed:
            _put(packed, head)
            for table in metadata.sorted_tables:
                _put(packed, [table.name, [column.name for column in table.columns]])
                order = list(table.primary_key.columns)
                every = select(table).order_by(*order).execution_options(yield_per=ROWS)
                for some in connection.execute(every).partitions():
                    _put(packed, [[*row] for row in some])
                    rows += len(some)
            _put(packed, None)
    out.write(whole.digest())
    return {"rows": rows, "ledger": head["ledger"], "epoch": head["epoch"]}


@contextmanager
def _new_file(file: Path) -> Iterator[IO[bytes]]:
    """A file that is there when it is whole, and not before."""
    try:
        number, name = tempfile.mkstemp(prefix=f".{file.name[:100]}.", dir=file.parent)
        beside = Path(name)
        try:
            with os.fdopen(number, "wb") as out:
                yield out
                out.flush()
                os.fsync(out.fileno())
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise BadInput(f"The backup cannot be written: {error.strerror or error}.") from error


def _put(packed: Any, value: object) -> None:
    part = cbor2.dumps(value)
    packed.write(len(part).to_bytes(4, "big") + part)


def _check_digest(file: Path) -> None:
    try:
        with file.open("rb") as found:
            size = file.stat().st_size - DIGEST_BYTES
            if found.read(len(MARK)) != MARK or size <= len(MARK):
                raise BadBackup("This file is no backup of a central ledger.")
            whole = hashlib.blake2b(MARK, digest_size=DIGEST_BYTES)
            left = size - len(MARK)
            while left:
                part = found.read(min(left, _PART_BYTES))
                left = left - len(part) if part else 0
                whole.update(part)
            if found.read() != whole.digest():
                raise BadBackup("This backup is damaged or not whole: it is not what was written. Use another copy.")
    except OSError as error:
        raise BadInput(f"The backup cannot be read: {error.strerror or error}.") from error


def _parts(file: Path) -> Iterator[Any]:
    try:
        with file.open("rb") as found:
            found.seek(len(MARK))
            with zstandard.ZstdDecompressor().stream_reader(found) as unpacked:
                while True:
                    size = int.from_bytes(unpacked.read(4), "big")
                    if not 0 < size <= _MOST_PART_BYTES:
                        raise BadBackup("This backup ends too early or was made by another program.")
                    part = cbor2.loads(unpacked.read(size))
                    if part is None:
                        return
                    yield part
    except (zstandard.ZstdError, cbor2.CBORError, *_FALSE) as error:
        raise BadBackup("This backup cannot be unpacked; it was made by another program.") from error


def _head(part: Any) -> dict[str, Any]:
    names = "revision", "made", "ledger"
    if not isinstance(part, dict) or not all(isinstance(part.get(name), str) for name in names):
        raise BadBackup("This backup has no head; it was made by another program.")
    return part


def _has_records(connection: Connection) -> bool:
    enrolled = select(func.count()).where(centres.c.kind != NETWORK_KIND)
    given = select(func.count()).select_from(codes)
    return any(connection.execute(one).scalar_one() for one in (enrolled, given))


def _make_anew(connection: Connection, revision: str) -> None:
    """All tables empty, as they were when the backup was made."""
    metadata.drop_all(connection)
    connection.execute(text(f"DROP TABLE {VERSION_TABLE}"))
    try:
        migrate(connection, revision)
    except CommandError as error:
        raise CannotOpen("A newer goodhour-ledger made this backup. Install that version or a later one.") from error
