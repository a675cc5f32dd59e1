"""Setting aside: what lies in a data folder and is to be replaced goes into a folder of its own, whole and for good."""

from __future__ import annotations

from pathlib import Path

from desktop.clock import Clock
from desktop.store import files
from desktop.store.opening import DATABASE_FILE
from desktop.store.retention import stamp

SET_ASIDE = "set-aside"


def set_aside(home: Path, clock: Clock) -> Path | None:
    """Move database, log and keys into a new folder inside; which one, or None where there was nothing.

    Cut off at any moment, either the database is still here, or it is there with its log and its keys.

    Raises:
        DiskFull, ReadOnlyFolder, DiskTrouble: everything is still here.
    """
    database = home / DATABASE_FILE
    beside = [file for file in (*home.glob(f"{DATABASE_FILE}-*"), *home.glob("keys*.json")) if file.is_file()]
    if not beside and not database.exists():
        return None
    with files.disk_in_plain_words():
        aside = _new_folder(home / SET_ASIDE, stamp(clock.now_ms()))
        for file in beside:
            files.copy(file, aside / file.name)
        if database.exists():
            files.move(database, aside / DATABASE_FILE)
        for file in beside:
            file.unlink()
        files.settle(home)
    return aside


def earlier(home: Path) -> list[Path]:
    """The folders of what was set aside before, oldest first."""
    return sorted(place for place in (home / SET_ASIDE).glob("*") if place.is_dir())


def _new_folder(inside: Path, name: str) -> Path:
    inside.mkdir(exist_ok=True)
    taken = sum(1 for other in inside.iterdir() if other.name.startswith(name))
    made = inside / (f"{name}-{taken + 1}" if taken else name)
    made.mkdir()
    for folder in (inside, inside.parent):
        files.settle(folder)
    return made
