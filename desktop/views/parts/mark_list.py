"""People in rows with a few answers each, one of them in force: a tap changes it, and nothing moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.views.kit.art import Art
from desktop.views.kit.rows import Action, Row, RowPanel
from desktop.views.parts.staff_lists import Lines
from desktop.views.theme import Look


@dataclass(frozen=True, slots=True)
class MarkRow:
    """One person. value: what the list answers. marks: key and words of each answer; on: the one in force, "" for none.

    actions: what else can be done, after the answers.
    """

    value: object
    title: str
    detail: str
    art: Art | None
    marks: tuple[tuple[str, str], ...]
    on: str = ""
    actions: tuple[tuple[str, str], ...] = ()

    def row(self) -> Row:
        """The same as a row of a list."""
        actions = tuple(Action(key, words) for key, words in (*self.marks, *self.actions))
        return Row(self.value, self.title, self.detail, self.art, actions)


class _MarkPanel(RowPanel):
    def __init__(self, row: MarkRow, look: Look) -> None:
        super().__init__(row.row(), look)
        self.shown = row.row()
        self.mark(row)

    def mark(self, row: MarkRow) -> None:
        """Show which answer is in force."""
        for (key, _), button in zip(row.marks, self._buttons, strict=False):
            button.strong = key == row.on
            button.mark_chosen(chosen=key == row.on)
            button.update()


class MarkList(Lines):
    """The rows; those that stay keep their place and the focus."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._panels: dict[object, _MarkPanel] = {}

    def show_marks(self, rows: Sequence[MarkRow]) -> None:
        """Show these."""
        kept, self._panels = self._panels, {}
        for row in rows:
            panel = kept.get(row.value)
            if panel is None or panel.shown != row.row():
                panel = _MarkPanel(row, self._look)
                panel.acted.connect(self.acted)
            panel.mark(row)
            self._panels[row.value] = panel
        parts: list[Any] = list(self._panels.values())
        if parts != self._parts:
            self.put(parts)
