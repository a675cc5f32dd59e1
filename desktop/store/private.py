"""Keeps a data folder to its own user: on POSIX nobody else may list it, nor read a file in it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

FOLDER_MODE: Final = 0o700
FILE_MODE: Final = 0o600
_FILES: Final = ("goodhour.*", "keys*.json", "settings.json", "backups/*", "set-aside/*/*")
_FOLDERS: Final = ("backups", "set-aside", "set-aside/*")


def opener(path: str, flags: int) -> int:
    """For `open`: a file that is made is this user's alone from its first byte."""
    return os.open(path, flags, FILE_MODE)


def keep(home: Path) -> None:
    """Shut a data folder and what is known in it to others; a disk that knows no rights stays as it is."""
    if sys.platform == "win32":
        return  # there, the local application-data folder is its user's alone
    for place, mode in _modes(home):
        with suppress(OSError):  # another's, or a disk that knows no rights: the records are encrypted all the same
            if place.stat().st_mode & 0o777 != mode:
                place.chmod(mode)


def _modes(home: Path) -> Iterator[tuple[Path, int]]:
    yield home, FOLDER_MODE
    for pattern in _FOLDERS:
        yield from ((place, FOLDER_MODE) for place in home.glob(pattern) if place.is_dir())
    for pattern in _FILES:
        yield from ((place, FILE_MODE) for place in home.glob(pattern) if place.is_file() and not place.is_symlink())
