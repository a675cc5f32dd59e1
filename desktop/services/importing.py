"""CSV import: a preview with every line's trouble, then the good lines, each once and only once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from desktop.services.cells import BadCell
from desktop.services.import_writing import RowWriter
from desktop.services.imported_rows import ContributionRow, Lines, Notes, Row
from desktop.services.pictures import Pictures
from desktop.services.repeats import Repeats
from desktop.services.tables import BadLine, Line, Table, read_table
from desktop.store.store import Store

ALREADY: Final = "already imported"
ROWS_A_COMMIT: Final = 2_000

Progress = Callable[[int, int], bool | None]
"""Told (lines done, lines in all) now and then; False stops the import after the lines done."""


@dataclass(frozen=True, slots=True)
class LineNote:
    """What is to be said about one line.

    line: as an editor counts, the header is 1. column: its name, "" for the whole line. message: what is wrong and
    what to do. is_error: the line is left out. is_repeat: it is in already; otherwise it goes in, this is to know.
    """

    line: int
    column: str
    message: str
    is_error: bool = True
    is_repeat: bool = False


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A line that goes in: its number, its cells by column as they will be, and the id that makes it one fact."""

    line: int
    cells: tuple[str, ...]
    draft_id: str
    wanted: Row


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would do.

    kind: "members", "workers", "tasks", "offers" or "contributions". columns: of the file. rows: lines that go in.
    notes: by line. digest: names the file.
    """

    kind: str
    columns: tuple[str, ...]
    rows: tuple[PreviewRow, ...]
    notes: tuple[LineNote, ...]
    digest: str

    @property
    def errors(self) -> tuple[LineNote, ...]:
        """Lines that will be left out, with why."""
        return tuple(note for note in self.notes if note.is_error)

    @property
    def already(self) -> int:
        """How many lines are in already."""
        return sum(note.is_repeat for note in self.notes)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: lines added, lines that were in already, what was said by line; is_stopped: not all tried."""

    kind: str
    added: int
    already: int
    notes: tuple[LineNote, ...]
    is_stopped: bool = False

    @property
    def errors(self) -> tuple[LineNote, ...]:
        """Lines that were left out, with why."""
        return tuple(note for note in self.notes if note.is_error)


class Importing:
    """Brings lists in from a spreadsheet."""

    def __init__(self, store: Store, pictures: Pictures) -> None:
        self._store = store
        self._pictures = pictures

    def preview(self, raw: bytes) -> Preview:
        """Read a file and say what it would do; writes nothing. Raises BadInput: no such list, or too large."""
        table = read_table(raw)
        reading = _Reading(self._store, self._pictures, table, blake2b(raw, digest_size=16).hexdigest())
        for line in table.lines:
            reading.take(line)
        return Preview(table.kind, table.columns, tuple(reading.rows), tuple(reading.notes), reading.digest)

    def apply(self, source: Preview | bytes, *, progress: Progress | None = None) -> Imported:
        """Bring the good lines in; lines brought in before are `already`. Raises as `preview`.

        Stopped half-way, or cut off by a full disk, the same file brought in again adds only the rest.
        """
        preview = self.preview(source) if isinstance(source, bytes) else source
        writer = RowWriter(self._store, preview.kind)
        added = done = 0
        for start in range(0, len(preview.rows), ROWS_A_COMMIT):
            rows = preview.rows[start : start + ROWS_A_COMMIT]
            added += self._write(rows, writer)
            done += len(rows)
            if progress is not None and progress(done, len(preview.rows)) is False:
                break
        already = preview.already + done - added
        return Imported(preview.kind, added, already, preview.notes, is_stopped=done < len(preview.rows))

    def _write(self, rows: tuple[PreviewRow, ...], writer: RowWriter) -> int:
        added = 0
        with self._store.together():
            for row in rows:
                at_ms = row.wanted.at_ms if isinstance(row.wanted, ContributionRow) else None
                with self._store.writing(row.draft_id, at_ms=at_ms) as facts:
                    if not facts.is_repeat:
                        writer.write(facts, row.wanted)
                        added += 1
        return added


class _Reading:
    """One file being looked through."""

    def __init__(self, store: Store, pictures: Pictures, table: Table, digest: str) -> None:
        self.digest = digest
        self.rows: list[PreviewRow] = []
        self.notes: list[LineNote] = []
        self._store = store
        self._kind = table.kind
        self._lines = Lines(store, pictures, table.kind)
        self._repeats = Repeats(store, table.kind)
        self._columns = table.columns

    def take(self, line: Line | BadLine) -> None:
        """Look at one line: it becomes a row, or a note says why not."""
        if isinstance(line, BadLine):
            self.notes.append(LineNote(line.number, "", line.message))
            return
        said: Notes = []
        try:
            wanted = self._lines.row(line.cells, said)
        except BadCell as error:
            self.notes.append(LineNote(line.number, error.column, error.message))
            return
        draft_id = f"import:{self.digest}:{line.number}"
        if self._store.count(draft_id):
            self.notes.append(LineNote(line.number, "", ALREADY, is_error=False, is_repeat=True))
            self._repeats.remember(line.number, wanted)
        elif self._goes_in(line.number, wanted, said):
            cells = tuple(line.cells.get(column, "") for column in self._columns)
            self.rows.append(PreviewRow(line.number, cells, draft_id, wanted))
            self.notes.extend(LineNote(line.number, column, message, is_error=False) for column, message in said)

    def _goes_in(self, number: int, wanted: Row, said: Notes) -> bool:
        repeat = self._repeats.of(number, wanted)
        if repeat is None:
            return True
        if repeat.is_left_out:
            self.notes.append(LineNote(number, repeat.column, repeat.message))
            return False
        said.append((repeat.column, repeat.message))
        return True
