"""CSV import: a preview with every line's trouble, then the good lines once and only once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop.services.pictures import Pictures
from desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class LineNote:
    """What is to be said about one line.

    line: as an editor counts, the header is 1. column: its name, "" for the whole line. message: what is wrong and what
    to do. is_error: the line is left out; otherwise it goes in and this is only to know (or `repeat`: it is in already).
    """

    line: int
    column: str
    message: str
    is_error: bool = True
    is_repeat: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would do.

    kind: "members", "workers", "tasks", "offers" or "contributions". rows: (line, values as they would be written) of
    good lines. notes: by line. digest: names the file.
    """

    kind: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, Any], ...]
    notes: tuple[LineNote, ...]
    digest: str

    @property
    def errors(self) -> tuple[LineNote, ...]:
        """Lines that will be left out, with why."""
        return tuple(note for note in self.notes if note.is_error)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: lines added, lines that were in already, lines left out with why."""

    kind: str
    added: int
    already: int
    notes: tuple[LineNote, ...]


Progress = Callable[[int, int], None]
"""Told (lines done, lines in all) now and then."""


class Importing:
    """Brings lists in from a spreadsheet."""

    def __init__(self, store: Store, pictures: Pictures) -> None:
        self._store = store
        self._pictures = pictures

    def preview(self, raw: bytes) -> Preview:
        """Read a file and say what it would do; writes nothing. Raises BadInput: no such table, too large."""
        raise NotImplementedError

    def apply(self, source: Preview | bytes, *, progress: Progress | None = None) -> Imported:
        """Bring the good lines in; lines brought in before are counted as `already`. Raises as `preview`."""
        raise NotImplementedError
