"""The parts of a week's grid and where they lie: chips in cells, under days and beside rooms, one of them marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.views.kit.fields import scroll_style
from desktop.views.kit.week_lay import GridLay, lay_out
from desktop.views.kit.week_part import CellButton, ChipButton, GridChip, GridPart
from desktop.views.kit.week_strip import GridHead, GridStrip
from desktop.views.theme import Look

_AROUND: Final = 16  # pixels kept free around what is brought into sight
P = TypeVar("P", bound=GridPart)


class WeekField(QScrollArea):
    """Shows chips under days and beside rooms; the one that is marked is where the Tab key comes to."""

    def __init__(self, name: str, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setStyleSheet(
            "QScrollArea, QScrollArea > QWidget > QWidget { background: transparent }" + scroll_style(look)
        )
        self._field = QWidget()
        self.setWidget(self._field)
        self._days = GridStrip(look, self, is_across=True)
        self._rooms = GridStrip(look, self, is_across=False)
        self._lay = GridLay()
        self._cells: dict[tuple[int, int], CellButton] = {}
        self._chips: dict[object, ChipButton] = {}
        self._at = (0, 0)
        self._value: object = None

    # ---- what is shown -----------------------------------------------------------------------------------------------
    def show_week(
        self,
        days: Sequence[GridHead],
        rooms: Sequence[GridHead],
        chips: Sequence[GridChip],
        cell_names: Sequence[Sequence[str]],
    ) -> None:
        """Show these; chips in order of time. cell_names: what each cell is called, by row and column."""
        had_focus = self.has_focus()
        self._days.show_heads(tuple(days))
        self._rooms.show_heads(tuple(rooms))
        self._show_cells(days, cell_names)
        self._show_chips(chips)
        self._at = (min(self._at[0], len(rooms) - 1), min(self._at[1], len(days) - 1))
        self._lay_all()
        self.mark(self._value if self._value in self._chips else None, focus=had_focus)

    def mark(self, value: object, *, focus: bool = False) -> None:
        """Mark a session; with None, or one that is not here, what is nearest to where we were."""
        if value in self._chips:
            chip = self._chips[value].chip
            self._at, self._value = (chip.row, chip.column), value
        else:
            inside = self.inside(*self._at)
            self._value = inside[0] if inside else None
        now = self.current()
        for part in (*self._cells.values(), *self._chips.values()):
            if part.is_current != (part is now):
                part.mark_current(yes=part is now)
        if now is not None:
            if focus:
                now.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(now)

    def current(self) -> GridPart | None:
        """The part that is marked: a session, or an empty cell."""
        return self._chips.get(self._value) or self._cells.get(self._at)

    @property
    def at(self) -> tuple[int, int]:
        """The row and the column of the cell that is marked."""
        return self._at

    @property
    def value(self) -> object:
        """The session that is marked, None in an empty cell."""
        return self._value

    def has_gone_from(self, value: object) -> bool:
        """Whether another cell is marked than the one a session lies in: somebody has walked on meanwhile."""
        return value in self._chips and (self._chips[value].chip.row, self._chips[value].chip.column) != self._at

    def has_focus(self) -> bool:
        """Whether the focus is inside."""
        return any(part.hasFocus() for part in (*self._cells.values(), *self._chips.values()))

    def _show_cells(self, days: Sequence[GridHead], cell_names: Sequence[Sequence[str]]) -> None:
        wanted = {(row, column): name for row, names in enumerate(cell_names) for column, name in enumerate(names)}
        for place in set(self._cells) - set(wanted):
            _drop(self._cells.pop(place))
        for place, name in wanted.items():
            if place not in self._cells:
                self._cells[place] = self.listen(CellButton(name, self.look, self._field))
            self._cells[place].rename(name)
            self._cells[place].mark_closed(yes=days[place[1]].is_closed)
            self._cells[place].show()

    def _show_chips(self, chips: Sequence[GridChip]) -> None:
        for value in set(self._chips) - {chip.value for chip in chips}:
            _drop(self._chips.pop(value))
        kept, self._chips = self._chips, {}
        for chip in chips:
            cell = self._cells[chip.row, chip.column]
            made = kept.get(chip.value) or self.listen(ChipButton(chip, self.look, cell))
            made.show_chip(chip)
            if made.parentWidget() is not cell:
                made.setParent(cell)
            made.show()
            self._chips[chip.value] = made

    def inside(self, row: int, column: int) -> list[object]:
        """The sessions of a cell, in order of time."""
        return [value for value, one in self._chips.items() if (one.chip.row, one.chip.column) == (row, column)]

    def listen(self, part: P) -> P:
        """Have a part that was just made answered; for whoever answers."""
        return part

    # ---- where it lies -----------------------------------------------------------------------------------------------
    def _lay_all(self) -> None:
        self._lay = lay_out(self, self._days, self._rooms, self._chips, self._cells)
        rtl = self.look.right_to_left
        edge = self._lay.edge
        self.setViewportMargins(0 if rtl else edge, self._lay.top, edge if rtl else 0, 0)
        self._field.resize(self._lay.size)
        for (row, column), cell in self._cells.items():
            _place(cell, self._lay.cell(row, column, right_to_left=rtl))
        for value, place in self._lay.chips.items():
            _place(self._chips[value], place)
        self._place_strips()

    def _place_strips(self) -> None:
        port, corner, rtl = self.viewport().geometry(), self._field.pos(), self.look.right_to_left
        self._days.setGeometry(port.left(), 0, port.width(), self._lay.top)
        self._days.place(self._lay.across(corner.x(), right_to_left=rtl))
        left = port.right() + 1 if rtl else 0
        self._rooms.setGeometry(left, port.top(), self._lay.edge, port.height())
        self._rooms.place(self._lay.down(corner.y()))

    def ensureWidgetVisible(self, child: QWidget, _across: int = 0, _down: int = 0) -> None:
        """Bring a part into sight; of one that is higher than the room there is, its beginning."""
        corner = child.mapTo(self._field, QPoint(0, 0))
        half = QPoint(child.width() // 2, min(child.height(), self.viewport().height() - _AROUND) // 2)
        middle = corner + half
        self.ensureVisible(middle.x(), middle.y(), half.x() + _AROUND // 2, half.y() + _AROUND // 2)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep the headings beside what they head."""
        super().scrollContentsBy(dx, dy)
        self._place_strips()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        super().resizeEvent(event)
        if self._cells:
            self._lay_all()


def _place(part: GridPart, place: QRect) -> None:
    if part.geometry() != place:
        part.setGeometry(place)


def _drop(part: GridPart) -> None:
    part.hide()
    part.setParent(None)
    part.deleteLater()
