"""A centre opened for one command, and closed after it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.bootstrap import Parts, open_centre
from desktop.clock import WallClock
from desktop.settings import default_folder


def folder(arguments: Namespace) -> Path:
    """Where the records lie: as given, or this PC's usual place."""
    given: Path | None = getattr(arguments, "data", None)
    return given if given is not None else default_folder(is_practice=getattr(arguments, "practice", False))


@contextmanager
def opened(arguments: Namespace) -> Iterator[Parts]:
    """The centre in the folder; raises the store's problems."""
    parts = open_centre(folder(arguments), WallClock())
    try:
        yield parts
    finally:
        parts.close()
