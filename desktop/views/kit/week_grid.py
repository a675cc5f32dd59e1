"""A week as a grid of days and rooms, done by keys or mouse: walk, add, open, copy, move, shift, call off.

The Tab key comes to it once; arrow keys go from session to session inside. What is asked for goes out as a `GridAct`:
the grid itself changes nothing but which of its parts is marked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel

from desktop.views.kit.week_field import P, WeekField
from desktop.views.kit.week_keys import KEYS, TURNS
from desktop.views.kit.week_part import ChipButton, GridPart
from desktop.views.theme import Look

QUARTER: Final = 15


@dataclass(frozen=True, slots=True)
class GridAct:
    """What somebody asks of a grid.

    kind: `add`, `open`, `copy`, `cut`, `paste`, `move`, `nudge`, `shift`, `call_off` or `mark`. value: the session it
    is about, None for none. row, column: the cell, of a move the one to go to, of a nudge how many further. step:
    minutes later, or below zero earlier.
    """

    kind: str
    value: object = None
    row: int = 0
    column: int = 0
    step: int = 0


class WeekGrid(WeekField):
    """Answers keys and mouse. acted: a `GridAct`."""

    acted = Signal(object)

    def __init__(self, name: str, look: Look) -> None:
        super().__init__(name, look)
        self._ghost = QLabel(self)
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ghost.hide()

    def ask(self, kind: str, *, step: int = 0) -> None:
        """Ask for something about what is marked."""
        row, column = self._at
        self.acted.emit(GridAct(kind, self._value, row, column, step))

    def walk(self, across: int, down: int) -> None:
        """Go to the next session or empty cell."""
        row, column = self._at
        inside = self.inside(row, column)
        place = inside.index(self._value) if self._value in inside else 0
        if down and 0 <= place + down < len(inside):
            self._go(inside[place + down])
            return
        there = (row + down, column + across)
        if there not in self._cells:
            return
        self._at = there
        others = self.inside(*there)
        wanted = place if across else (0 if down > 0 else len(others) - 1)
        self._go(others[min(wanted, len(others) - 1)] if others else None)

    def _go(self, value: object) -> None:
        self.mark(value, focus=True)
        self.ask("mark")

    def listen(self, part: P) -> P:
        """Answer a press on a part, and a drag."""
        part.clicked.connect(lambda _=False: self._pressed(part))
        part.dragged.connect(lambda where: self._drag(part, where))
        part.dropped.connect(lambda where: self._drop(part, where))
        return part

    def _pressed(self, part: GridPart) -> None:
        was_current = part.is_current
        if isinstance(part, ChipButton):
            self.mark(part.chip.value, focus=True)
        else:
            self._at = next(place for place, cell in self._cells.items() if cell is part)
            self.mark(None, focus=True)
        self.ask("open" if was_current and isinstance(part, ChipButton) else "mark")

    def _drag(self, part: GridPart, where: QPoint) -> None:
        if not isinstance(part, ChipButton):
            return
        if self._ghost.isHidden():
            self._ghost.setPixmap(part.grab())
            self._ghost.resize(part.size())
            self._ghost.show()
            self._ghost.raise_()
        here = self.mapFromGlobal(where)
        self._ghost.move(here - QPoint(part.width() // 2, 20))
        inside = self._field.mapFromGlobal(where)
        self.ensureVisible(inside.x(), inside.y(), 32, 32)
        for cell in self._cells.values():
            cell.mark_over(yes=cell.geometry().contains(inside))

    def _drop(self, part: GridPart, where: QPoint) -> None:
        self._ghost.hide()
        inside = self._field.mapFromGlobal(where)
        for place, cell in self._cells.items():
            cell.mark_over(yes=False)
            is_here = cell.geometry().contains(inside)
            if is_here and isinstance(part, ChipButton) and place != (part.chip.row, part.chip.column):
                self.acted.emit(GridAct("move", part.chip.value, *place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys of the week; leave the others to the page."""
        turn = TURNS.get(Qt.Key(event.key()))
        with_keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if turn is not None:
            self._turn(turn, with_keys)
            return
        kind = KEYS.get((Qt.Key(event.key()), with_keys))
        if kind is None:
            event.ignore()
        elif kind == "open":
            self.ask("add" if self._value is None else "open")
        else:
            self.ask(kind)

    def _turn(self, turn: tuple[int, int], with_keys: Qt.KeyboardModifier) -> None:
        across, down = turn
        across = -across if self.look.right_to_left else across
        if with_keys == Qt.KeyboardModifier.AltModifier and down and self._value is not None:
            self.ask("shift", step=down * QUARTER)
        elif with_keys == Qt.KeyboardModifier.ControlModifier and self._value is not None:
            self.acted.emit(GridAct("nudge", self._value, down, across))
        elif not with_keys:
            self.walk(across, down)
