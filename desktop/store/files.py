"""Small files written whole or not at all, and the disk's own errors in plain words."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from desktop.store.private import opener
from desktop.store.problems import DiskFull, DiskTrouble, ReadOnlyFolder

if sys.platform == "darwin":
    import fcntl

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)
_DISK_ERRORS = (errno.EIO, errno.ENODEV, errno.ENXIO)
_NO_SUCH_PROMISE = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)


@contextmanager
def disk_in_plain_words(place: Path | None = None) -> Iterator[None]:
    """Turn the disk's errors into known problems: no room, not allowed, or a disk that fails; leave others alone.

    place: where it is written, when that is not the data folder; the message then names it.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFull(f"There is no room left in {place}. Free some space there." if place else "") from error
        if error.errno in _NOT_ALLOWED:
            raise ReadOnlyFolder(f"Goodhour may not write in {place}. Choose another." if place else "") from error
        if error.errno in _DISK_ERRORS:
            raise DiskTrouble from error
        raise


def write_whole(path: Path, content: bytes) -> None:
    """Write a small file so that after a crash there is the old one or the new one, never a part.

    Raises:
        DiskFull, ReadOnlyFolder, DiskTrouble: nothing was changed.
    """
    beside = path.with_name(f".{path.name}.new")
    with disk_in_plain_words():
        try:
            with open(beside, "wb", opener=opener) as file:
                file.write(content)
                flush(file)
            move(beside, path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise


def copy(source: Path, target: Path) -> None:
    """Copy a file to a new name, and let the folder remember it."""
    with source.open("rb") as old, open(target, "xb", opener=opener) as new:
        shutil.copyfileobj(old, new)
        flush(new)
    settle(target.parent)


def flush(file: IO[bytes]) -> None:
    """Have what was written on the disk itself; a Mac must be asked for more than others call done."""
    file.flush()
    if sys.platform == "darwin":
        fcntl.fcntl(file.fileno(), fcntl.F_FULLFSYNC)
    else:
        os.fsync(file.fileno())


def move(source: Path, target: Path) -> None:
    """Give a file (or folder) its final name, replacing the file there, and let the folder remember it."""
    source.replace(target)
    settle(target.parent)


def settle(folder: Path) -> None:
    """Make the names in a folder outlast a power cut; Windows, and some sticks, give no way to ask for it."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_SUCH_PROMISE:
            raise
    finally:
        os.close(handle)
