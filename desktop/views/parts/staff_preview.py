"""What a list that is to be brought in holds: what is to be said about its lines, and the lines themselves."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.services.importing import LineNote, Preview
from desktop.views.kit.art import Symbol
from desktop.views.kit.rows import Row
from desktop.views.kit.table import Table
from desktop.views.parts.staff_lists import Lines
from desktop.views.texts import Texts
from desktop.views.theme import Look

_TABLE_LINES: Final = 4
_FEW: Final = 40


def notes_of(notes: Sequence[LineNote], look: Look, texts: Texts) -> QWidget:
    """A few notes in full, one below the other; many as a table, of which only what is seen is drawn."""
    if len(notes) <= _FEW:
        rows = Lines(look)
        rows.show_rows([Row(one, _place(one, texts), one.message, _sign(one)) for one in notes])
        return rows
    headings = [texts(f"staff.import.{name}") for name in ("line_number", "column", "message")]
    table = Table(texts("staff.import.notes"), headings, look)
    _fill(table, [(str(one.line), one.column, one.message) for one in notes])
    for narrow in (0, 1):
        table.horizontalHeader().setSectionResizeMode(narrow, QHeaderView.ResizeMode.ResizeToContents)
    table.verticalHeader().setDefaultSectionSize(4 * look.staff_px + look.gap)
    return table


def lines_of(preview: Preview, look: Look, texts: Texts) -> QWidget:
    """The lines that go in, under their columns; any number."""
    table = Table(texts("staff.import.rows"), [texts("staff.import.line_number"), *preview.columns], look)
    _fill(table, [(str(row.line), *row.cells) for row in preview.rows])
    return table


def _fill(table: Table, lines: Sequence[Sequence[str]]) -> None:
    table.show_lines(lines)
    table.setMinimumHeight((min(_TABLE_LINES, len(lines)) + 1) * table.look.staff_target + 8)


def _place(note: LineNote, texts: Texts) -> str:
    if note.column:
        return texts("staff.import.line_and_column", line=note.line, column=note.column)
    return texts("staff.import.line_alone", line=note.line)


def _sign(note: LineNote) -> Symbol:
    return Symbol("gh:cross" if note.is_error else "gh:tick")
