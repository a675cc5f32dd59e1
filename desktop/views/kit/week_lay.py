"""Where the parts of a week's grid lie: columns equally wide, rows as high as the fullest cell of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QScrollArea

from desktop.views.kit.week_part import CellButton, ChipButton
from desktop.views.kit.week_strip import GridStrip, Span

_GAP: Final = 6
_INSET: Final = 4
_FREE: Final = 22  # below the sessions of a cell, for the mouse


@dataclass(frozen=True, slots=True)
class GridLay:
    """Sizes in pixels. edge: the width of the rooms; top: the height of the days. chips: places inside their cells."""

    edge: int = 0
    top: int = 0
    wide: int = 0
    columns: int = 0
    tops: tuple[int, ...] = ()
    heights: tuple[int, ...] = ()
    chips: Mapping[object, QRect] = field(default_factory=dict)

    @property
    def size(self) -> QSize:
        """The size of all cells together."""
        high = self.tops[-1] + self.heights[-1] if self.tops else 0
        return QSize(self.columns * (self.wide + _GAP), high)

    def cell(self, row: int, column: int, *, right_to_left: bool) -> QRect:
        """The place of a cell among all of them."""
        return QRect(self._left(column, right_to_left=right_to_left), self.tops[row], self.wide, self.heights[row])

    def across(self, shift: int, *, right_to_left: bool) -> tuple[Span, ...]:
        """Where the days stand; shift: how far all of it is scrolled."""
        lefts = (self._left(column, right_to_left=right_to_left) for column in range(self.columns))
        return tuple(Span(left + shift, self.wide) for left in lefts)

    def down(self, shift: int) -> tuple[Span, ...]:
        """Where the rooms stand."""
        return tuple(Span(top + shift, high) for top, high in zip(self.tops, self.heights, strict=True))

    def _left(self, column: int, *, right_to_left: bool) -> int:
        place = self.columns - 1 - column if right_to_left else column
        return place * (self.wide + _GAP)


def lay_out(
    area: QScrollArea,
    days: GridStrip,
    rooms: GridStrip,
    chips: Mapping[object, ChipButton],
    cells: Mapping[tuple[int, int], CellButton],
) -> GridLay:
    """Where everything lies in an area; wider than it where words need more, and then it scrolls."""
    columns = max(column for _, column in cells) + 1
    rows = max(row for row, _ in cells) + 1
    edge = max(rooms.least_width(), 64)
    bar = area.verticalScrollBar().sizeHint().width()
    room = (area.width() - edge - bar) // columns - _GAP
    least = max([days.least_width(), 64, *(chip.least_width() + 2 * _INSET for chip in chips.values())])
    wide = max(least, room)
    inside: dict[tuple[int, int], list[tuple[object, ChipButton]]] = {place: [] for place in cells}
    for value, chip in chips.items():
        inside[chip.chip.row, chip.chip.column].append((value, chip))
    places: dict[object, QRect] = {}
    heights = [max(64, rooms.height_for(row, edge)) for row in range(rows)]
    for (row, _), held in inside.items():
        top = _INSET
        for value, chip in held:
            high = chip.height_for(wide - 2 * _INSET)
            places[value] = QRect(_INSET, top, wide - 2 * _INSET, high)
            top += high + _INSET
        heights[row] = max(heights[row], top + _FREE if held else 0)
    tops = tuple(sum(heights[:row]) + row * _GAP for row in range(rows))
    high = max(days.height_for(column, wide) for column in range(columns))
    return GridLay(edge, high, wide, columns, tops, tuple(heights), places)
