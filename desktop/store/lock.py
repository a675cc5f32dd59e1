"""One app at a time: a lock on the data folder that the system lets go when the app ends, however it ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from desktop.store.files import disk_in_plain_words
from desktop.store.problems import AlreadyOpen

LOCK_FILE = "goodhour.lock"
MOST_NOTE_BYTES = 64


class FolderLock:
    """Holds a data folder for this app until `release` or the end of the process, even by kill -9.

    Raises:
        AlreadyOpen: another app, or another part of this one, holds it.
        ReadOnlyFolder, DiskFull: the lock file cannot be made.
    """

    def __init__(self, folder: Path) -> None:
        with disk_in_plain_words():
            self._handle: int | None = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._handle)
        except OSError as error:
            self.release()
            raise AlreadyOpen from error

    @property
    def note(self) -> str:
        """What the last holder left in the lock file, "" for nothing."""
        if self._handle is None:
            return ""
        os.lseek(self._handle, 0, os.SEEK_SET)
        return os.read(self._handle, MOST_NOTE_BYTES).decode("ascii", "replace")

    def leave(self, note: str) -> None:
        """Leave a short note for the next holder.

        Raises:
            DiskFull, DiskTrouble: it may not be there.
        """
        if self._handle is not None:
            with disk_in_plain_words():
                os.ftruncate(self._handle, 0)
                os.lseek(self._handle, 0, os.SEEK_SET)
                os.write(self._handle, note.encode("ascii")[:MOST_NOTE_BYTES])

    def release(self) -> None:
        """Let go; again is nothing."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)  # not lockf: it would let this same process in twice
