"""A centre opened for one command, and closed after it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop import settings
from desktop.bootstrap import Parts, open_centre
from desktop.clock import WallClock
from desktop.problems import NotAllowed
from desktop.settings import default_folder


def folder(arguments: Namespace) -> Path:
    """Where the records lie: as given, or this PC's usual place."""
    given: Path | None = getattr(arguments, "data", None)
    return given if given is not None else default_folder(is_practice=getattr(arguments, "practice", False))


def language(arguments: Namespace) -> str:
    """The language this PC is set to, which paper speaks unless it is for somebody with one of their own."""
    return settings.load(folder(arguments)).language


class ADoorHere(NotAllowed):
    """A venue's door has no members, tasks or offers: this is done at a centre."""

    code = "door_here"


@contextmanager
def opened(arguments: Namespace, *, at_door: bool = False) -> Iterator[Parts]:
    """The centre in the folder; at_door: a venue's door will do as well. Raises the store's problems, ADoorHere."""
    parts = open_centre(folder(arguments), WallClock())
    try:
        if not at_door and parts.store.read.door() is not None:
            raise ADoorHere("This is a venue's door, which only takes slips. Do this on the PC of a centre.")
        yield parts
    finally:
        parts.close()
