"""The foot of a member's week: what they helped with, in pictures, to show at home."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF

from desktop.services.seen import Pic
from desktop.views.printing.lettering import LEAST_PT, Lettering, Room, set_words, shortened
from desktop.views.printing.paper import CENTRE, Page, tint
from desktop.views.printing.week_grid import Block
from desktop.views.texts import Texts

_A_ROW: Final = 4
_TITLE_MM: Final = 37.0
_PICTURE_MM: Final = 18.0
_PAD_MM: Final = 2.0
_MOST_LINES: Final = 4


def helped_rows(helped: Sequence[tuple[str, Pic]], width_mm: float, texts: Texts) -> tuple[Block, ...]:
    """What a member helped with, four beside one another; the first row says what it is."""
    rows = [helped[first : first + _A_ROW] for first in range(0, len(helped), _A_ROW)]
    return tuple(
        _row(row, width_mm, texts("paper.week.helped") if not number else "") for number, row in enumerate(rows)
    )


def _row(helped: Sequence[tuple[str, Pic]], width_mm: float, title: str) -> Block:
    heading = set_words(title, Room(_TITLE_MM - 6, (16, LEAST_PT), lines=3, bold=True))
    cell = (width_mm - _TITLE_MM) / _A_ROW
    names = [shortened(set_words(name, Room(cell - 2, lines=2)), _MOST_LINES, cell - 2) for name, _ in helped]
    below = max(name.height_mm for name in names)
    least = max(_PICTURE_MM + below, heading.height_mm) + 2 * _PAD_MM
    return Block(least, partial(_draw, heading=heading, helped=helped, names=names))


def _draw(
    page: Page,
    rect: QRectF,
    _growth: float,
    *,
    heading: Lettering,
    helped: Sequence[tuple[str, Pic]],
    names: Sequence[Lettering],
) -> None:
    page.box(rect, fill=tint("helped"), radius_mm=3)
    top = rect.center().y() - heading.height_mm / 2
    page.words(QRectF(rect.left() + 4, top, _TITLE_MM - 6, heading.height_mm), heading)
    cell, y = (rect.width() - _TITLE_MM) / _A_ROW, rect.top() + _PAD_MM
    for number, ((_, pic), name) in enumerate(zip(helped, names, strict=True)):
        x = rect.left() + _TITLE_MM + number * cell
        page.picture(QRectF(x + 1, y, cell - 2, _PICTURE_MM), pic)
        page.words(QRectF(x + 1, y + _PICTURE_MM, cell - 2, name.height_mm), name, align=CENTRE)
