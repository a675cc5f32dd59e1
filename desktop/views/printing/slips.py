"""Slips on paper: eight to a sheet of A4, each 95 by 69 millimetres, to be cut along the dashes."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from desktop.services.papers import SlipPaper
from desktop.services.slip_facts import SLIPS_A_SHEET
from desktop.views.printing.mirror import turned
from desktop.views.printing.paper import A4, FAINT, Document, Edge, Page
from desktop.views.printing.slip_face import SLIP_HEIGHT_MM, SLIP_WIDTH_MM, draw_slip
from desktop.views.texts import Texts, spoken

COLUMNS: Final = 2
ROWS: Final = 4

_LEFT: Final = (A4.width_mm - COLUMNS * SLIP_WIDTH_MM) / 2
_TOP: Final = (A4.height_mm - ROWS * SLIP_HEIGHT_MM) / 2
_DASHES: Final = Edge(0.25, FAINT, (8, 6))
_TICK: Final = Edge(0.25, FAINT)
_TICK_MM: Final = (1.5, 5.0)  # from here to here, outside the slips: for a guillotine

_Cut = tuple[tuple[int, int], tuple[int, int]]


def slip_sheets(slips: Sequence[SlipPaper], texts: Texts) -> Document:
    """Sheets of slips, in their order; one slip alone lies in the upper left corner, two cuts from free.

    Each is in the language of whom it is for, if they chose one; else in these words.

    Raises:
        ValueError: no slips.
    """
    if not slips:
        raise ValueError("nothing to print")
    sheets = [slips[first : first + SLIPS_A_SHEET] for first in range(0, len(slips), SLIPS_A_SHEET)]
    return Document(
        "slips", texts("paper.slips"), A4, tuple(partial(_draw_sheet, slips=some, texts=texts) for some in sheets)
    )


def slip_place(number: int) -> QRectF:
    """Where the slip with this number (from 0) lies on its sheet, in millimetres."""
    row, column = divmod(number % SLIPS_A_SHEET, COLUMNS)
    left, top = _LEFT + column * SLIP_WIDTH_MM, _TOP + row * SLIP_HEIGHT_MM
    return QRectF(left, top, SLIP_WIDTH_MM, SLIP_HEIGHT_MM)


def _draw_sheet(page: Page, *, slips: Sequence[SlipPaper], texts: Texts) -> None:
    for cut in sorted(_cuts(len(slips))):
        page.line(_corner(cut[0]), _corner(cut[1]), _DASHES)
    _draw_ticks(page, len(slips))
    for number, slip in enumerate(slips):
        place, words = slip_place(number), spoken(slip.language, texts)
        draw_slip(turned(page, place.left(), place.width(), words), place.topLeft(), slip, words)


def _cuts(count: int) -> set[_Cut]:
    """The edges of the places used, each once: from corner to corner of the grid, as (row, column)."""
    cuts: set[_Cut] = set()
    for number in range(count):
        row, column = divmod(number, COLUMNS)
        cuts |= {((row + down, column), (row + down, column + 1)) for down in (0, 1)}
        cuts |= {((row, column + right), (row + 1, column + right)) for right in (0, 1)}
    return cuts


def _draw_ticks(page: Page, count: int) -> None:
    """Marks in the margins at each line that is cut."""
    rows, columns = (count + COLUMNS - 1) // COLUMNS, min(count, COLUMNS)
    near, far = _TICK_MM
    for row in range(rows + 1):
        for edge, away in ((_corner((row, 0)), -1), (_corner((row, columns)), 1)):
            page.line(edge + QPointF(away * near, 0), edge + QPointF(away * far, 0), _TICK)
    for column in range(columns + 1):
        for edge, away in ((_corner((0, column)), -1), (_corner((rows, column)), 1)):
            page.line(edge + QPointF(0, away * near), edge + QPointF(0, away * far), _TICK)


def _corner(place: tuple[int, int]) -> QPointF:
    row, column = place
    return QPointF(_LEFT + column * SLIP_WIDTH_MM, _TOP + row * SLIP_HEIGHT_MM)
