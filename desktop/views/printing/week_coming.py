"""How a member comes to the centre: the vehicle, who drives, when and where they are met."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF

from desktop.services.papers_week import ComingPaper
from desktop.views.printing import week_words
from desktop.views.printing.lettering import Room, set_words, shortened
from desktop.views.printing.paper import CENTRE, Page
from desktop.views.printing.week_grid import Block
from desktop.views.texts import Texts

_PICTURE_MM: Final = 8.0
_WAY_MM: Final = 15.0
_MOST_LINES: Final = 6


def coming_block(coming: ComingPaper, width_mm: float, texts: Texts) -> Block:
    """The vehicle and its driver, and words below them."""
    driver, inside = coming.driver, width_mm - 3
    told = week_words.coming(coming, texts)
    words = shortened(set_words(told, Room(inside, lines=3)), _MOST_LINES, inside)

    def draw(page: Page, rect: QRectF, _growth: float) -> None:
        middle = rect.center().x()
        page.picture(QRectF(middle - (13 if driver else _WAY_MM / 2), rect.top(), _WAY_MM, _PICTURE_MM), coming.pic)
        if driver:
            page.face(QRectF(middle + 4, rect.top(), _PICTURE_MM, _PICTURE_MM), driver.pic)
        below = QRectF(rect.left() + 1.5, rect.top() + _PICTURE_MM, inside, words.height_mm)
        page.words(below, words, align=CENTRE)

    return Block(_PICTURE_MM + words.height_mm, draw)
