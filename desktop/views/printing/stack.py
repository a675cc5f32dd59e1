"""Rows down a page: each says how high it must and may be, and what is left over is shared among them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QRectF

from desktop.views.printing.paper import Page

RowDrawing: TypeAlias = Callable[[Page, QRectF], None]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a page, as high as at least this and at most that, in millimetres."""

    draw: RowDrawing
    least_mm: float
    most_mm: float


def heights(rows: Sequence[Row], room_mm: float) -> list[float]:
    """How high each row becomes: all grow by the same part of what they may; what no row wants stays paper.

    Raises:
        ValueError: the rows need more room than there is.
    """
    least, most = sum(row.least_mm for row in rows), sum(row.most_mm for row in rows)
    if least > room_mm + 1e-6:
        raise ValueError(f"{least:.0f} mm of rows do not fit in {room_mm:.0f} mm")
    part = min(1.0, (room_mm - least) / (most - least)) if most > least else 0.0
    return [row.least_mm + part * (row.most_mm - row.least_mm) for row in rows]


def least_height(rows: Sequence[Row], gap_mm: float) -> float:
    """The room some rows need, gaps between them included."""
    return sum(row.least_mm for row in rows) + gap_mm * max(0, len(rows) - 1)


def draw_rows(page: Page, rect: QRectF, rows: Sequence[Row], gap_mm: float) -> None:
    """Draw rows from the top of a rectangle; a row that is not there leaves no gap."""
    y = rect.top()
    for row, height in zip(rows, heights(rows, rect.height() - gap_mm * (len(rows) - 1)), strict=True):
        row.draw(page, QRectF(rect.left(), y, rect.width(), height))
        y += height + gap_mm
