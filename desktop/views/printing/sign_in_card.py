"""The card a member signs in with, as large as a bank card, to be cut out of a sheet of A4."""

from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from desktop.services.papers import CardPaper
from desktop.views.printing.lettering import LEAST_PT, TIGHT, Room, set_words, shortened
from desktop.views.printing.mirror import mirrored, turned
from desktop.views.printing.paper import A4, CENTRE, FAINT, WHITE, Document, Edge, Page
from desktop.views.texts import Texts, spoken

CARD_WIDTH_MM: Final = 85.6  # ISO/IEC 7810, ID-1
CARD_HEIGHT_MM: Final = 54.0
SYMBOL_MM: Final = 36.0

_CARD: Final = QRectF(16, 16, CARD_WIDTH_MM, CARD_HEIGHT_MM)
_CUT: Final = Edge(0.25, FAINT, (8, 6))
_TICK: Final = Edge(0.25, FAINT)
_TICK_MM: Final = (1.5, 5.0)  # from here to here, outside the card: for a guillotine
_FRAME: Final = QRectF(2, 2, CARD_WIDTH_MM - 4, CARD_HEIGHT_MM - 4)
_SYMBOL: Final = QRectF(8.2, 9, SYMBOL_MM, SYMBOL_MM)  # its quiet zone of four modules ends at the frame
_FACE: Final = QRectF(50.6, 5, 30, 30)
_NAME: Final = QRectF(50.2, 36.6, 31, 13)
_NAME_PT: Final = (18, 16, LEAST_PT)
_ABOUT: Final = QRectF(16, _CARD.bottom() + 12, A4.width_mm - 32, 0)
_LINES: Final = ("cut", "safe", "lost")
_GAP_MM: Final = 2.0


def sign_in_card(card: CardPaper, texts: Texts) -> Document:
    """One card in the upper left corner of a sheet, and for the worker what to do with it.

    The card is in the language of the member, if they chose one; all else is in these words.
    """
    pages = (partial(_draw, card=card, texts=texts),)
    return Document("sign-in-card", texts("paper.card.title"), A4, mirrored(pages, A4.width_mm, texts))


def _draw(page: Page, *, card: CardPaper, texts: Texts) -> None:
    _draw_cuts(page)
    _draw_about(page, texts)
    at, own = _CARD.topLeft(), spoken(card.language, texts)
    if own.right_to_left != texts.right_to_left:
        page = turned(page, _CARD.left(), CARD_WIDTH_MM, own if own.right_to_left else texts)
    page.box(_FRAME.translated(at), edge=Edge(), fill=WHITE, radius_mm=3)
    page.symbol(_SYMBOL.translated(at), card.token)
    page.face(_FACE.translated(at), card.pic)
    place = _NAME.translated(at)
    words = set_words(card.name or own("paper.card.mine"), Room(place.width(), _NAME_PT, bold=True, leading=TIGHT))
    words = shortened(words, 2, place.width())
    top = place.center().y() - words.height_mm / 2
    page.words(QRectF(place.left(), top, place.width(), words.height_mm), words, align=CENTRE)


def _draw_cuts(page: Page) -> None:
    """The card's edges as dashes, and marks outside its corners."""
    near, far = _TICK_MM
    left, right, top, bottom = _CARD.left(), _CARD.right(), _CARD.top(), _CARD.bottom()
    for x in (left, right):
        page.line(QPointF(x, top), QPointF(x, bottom), _CUT)
        for edge, away in ((top, -1), (bottom, 1)):
            page.line(QPointF(x, edge + away * near), QPointF(x, edge + away * far), _TICK)
    for y in (top, bottom):
        page.line(QPointF(left, y), QPointF(right, y), _CUT)
        for edge, away in ((left, -1), (right, 1)):
            page.line(QPointF(edge + away * near, y), QPointF(edge + away * far, y), _TICK)


def _draw_about(page: Page, texts: Texts) -> None:
    y = _ABOUT.top()
    for line in _LINES:
        words = set_words(texts(f"staff.card_made.{line}"), Room(_ABOUT.width()))
        page.words(QRectF(_ABOUT.left(), y, _ABOUT.width(), words.height_mm), words)
        y += words.height_mm + _GAP_MM
