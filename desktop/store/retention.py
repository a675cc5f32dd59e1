"""How long copies live: backups Goodhour made by itself are gone after 35 days, and with them what was erased."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

from desktop.clock import MS, Clock, local_time

BACKUPS = "backups"
SUFFIX = ".goodhour"
KEPT = timedelta(days=35)

_STAMP = "%Y-%m-%d-%H%M%S"
_AUTOMATIC = re.compile(rf"before-version-\d+-(\d{{4}}-\d\d-\d\d-\d{{6}}){re.escape(SUFFIX)}")


def name_before_version(version: int, at_ms: int) -> str:
    """The file name of a backup made before migrating to a version."""
    return f"before-version-{version}-{stamp(at_ms)}{SUFFIX}"


def prune(folder: Path, clock: Clock) -> None:
    """Delete what is older than 35 days among the backups Goodhour made of its own accord in a data folder."""
    oldest = stamp(clock.now_ms() - int(KEPT.total_seconds()) * MS)
    for file in (folder / BACKUPS).glob(f"*{SUFFIX}"):
        made = _AUTOMATIC.fullmatch(file.name)
        if made and made[1] < oldest:
            file.unlink(missing_ok=True)


def stamp(at_ms: int) -> str:
    """A moment as it stands in names of files; later is greater."""
    return local_time(at_ms).strftime(_STAMP)
