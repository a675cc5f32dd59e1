"""Pages for languages that are read from the right: everything lies the other way round, pictures stay as they are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop.services.seen import Pic
from desktop.views.kit.art import ClockTime, Coins, Jar
from desktop.views.printing.lettering import Lettering
from desktop.views.printing.paper import INK, LEFT, RIGHT, Edge, Page, PageDrawing
from desktop.views.texts import Texts

_OTHER_SIDE: Final = {LEFT: RIGHT, RIGHT: LEFT}


def mirrored(pages: Iterable[PageDrawing], width_mm: float, texts: Texts) -> tuple[PageDrawing, ...]:
    """Pages as a language wants them: as they are, or mirrored at the middle of a sheet this wide."""
    if not texts.right_to_left:
        return tuple(pages)
    return tuple(partial(_draw, drawing=drawing, width_mm=width_mm) for drawing in pages)


def turned(page: Page, left_mm: float, width_mm: float, texts: Texts) -> Page:
    """A page on which a part of this width, beginning here, lies as a language wants it."""
    return _Mirrored(page, 2 * left_mm + width_mm) if texts.right_to_left else page


def _draw(page: Page, *, drawing: PageDrawing, width_mm: float) -> None:
    drawing(_Mirrored(page, width_mm))


class _Mirrored(Page):
    """Hands everything on to another page, mirrored."""

    def __init__(self, page: Page, width_mm: float) -> None:
        self._page, self._width_mm = page, width_mm

    def words(self, rect: QRectF, words: Lettering, *, align: Qt.AlignmentFlag = LEFT, colour: str = INK) -> None:
        self._page.words(self._other(rect), words, align=_OTHER_SIDE.get(align, align), colour=colour)

    def picture(self, rect: QRectF, pic: Pic) -> None:
        self._page.picture(self._other(rect), pic)

    def face(self, rect: QRectF, pic: Pic) -> None:
        self._page.face(self._other(rect), pic)

    def art(self, rect: QRectF, art: Coins | Jar | ClockTime) -> None:
        self._page.art(self._other(rect), art)

    def box(self, rect: QRectF, *, edge: Edge | None = None, fill: str = "", radius_mm: float = 0.0) -> None:
        self._page.box(self._other(rect), edge=edge, fill=fill, radius_mm=radius_mm)

    def line(self, start: QPointF, end: QPointF, edge: Edge) -> None:
        self._page.line(self._point(start), self._point(end), edge)

    def symbol(self, rect: QRectF, text: str) -> None:
        self._page.symbol(self._other(rect), text)

    def _other(self, rect: QRectF) -> QRectF:
        return QRectF(self._width_mm - rect.right(), rect.top(), rect.width(), rect.height())

    def _point(self, point: QPointF) -> QPointF:
        return QPointF(self._width_mm - point.x(), point.y())
