"""The trip card: what, when, who comes, how I get there and back, what to bring; one side of A5."""

from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from desktop.services.papers import TripCardPaper
from desktop.services.seen import Pic
from desktop.views.printing import trip_rows
from desktop.views.printing.lettering import LEAST_PT, Room, set_words
from desktop.views.printing.mirror import mirrored
from desktop.views.printing.paper import A5, CENTRE, FAINT, Document, Edge, Page, PageDrawing, tint
from desktop.views.printing.slip_face import SLIP_HEIGHT_MM, SLIP_WIDTH_MM, draw_slip
from desktop.views.printing.stack import Row, draw_rows, least_height
from desktop.views.texts import Texts, spoken

MARGIN_MM: Final = 8.0

_GAP_MM: Final = 3.0
_INSIDE: Final = QRectF(MARGIN_MM, MARGIN_MM, A5.width_mm - 2 * MARGIN_MM, A5.height_mm - 2 * MARGIN_MM)
_CUT: Final = Edge(0.25, FAINT, (8, 6))


def trip_card(card: TripCardPaper, texts: Texts) -> Document:
    """A card to take along. Lines that are empty take no room; if all will not go on one side, the slip has its own.

    It is in the language of the member whose plan it is, if they chose one; else in these words.
    """
    texts = spoken(card.language, texts)
    for is_small in (False, True):
        rows = trip_rows.rows(card, texts, _INSIDE.width(), is_small=is_small)
        room = _INSIDE.height() - (SLIP_HEIGHT_MM + _GAP_MM if card.slip else 0)
        if least_height(rows, _GAP_MM) <= room:
            return _card(card, texts, (partial(_draw, rows=rows, card=card, texts=texts),))
    rows = trip_rows.rows(card, texts, _INSIDE.width(), is_small=True)
    return _card(card, texts, (partial(_draw_rows, rows=rows), partial(_draw, rows=(), card=card, texts=texts)))


def _card(card: TripCardPaper, texts: Texts, pages: tuple[PageDrawing, ...]) -> Document:
    return Document("trip-card", card.what, A5, mirrored(pages, A5.width_mm, texts))


def _draw(page: Page, *, rows: tuple[Row, ...], card: TripCardPaper, texts: Texts) -> None:
    if card.slip is None:
        _draw_rows(page, rows=rows)
        return
    top = _INSIDE.bottom() - SLIP_HEIGHT_MM if rows else _INSIDE.top()
    draw_rows(page, _INSIDE.adjusted(0, 0, 0, top - _GAP_MM - _INSIDE.bottom()), rows, _GAP_MM)
    corner = QPointF(_INSIDE.right() - SLIP_WIDTH_MM, top)
    page.box(QRectF(corner, corner + QPointF(SLIP_WIDTH_MM, SLIP_HEIGHT_MM)), edge=_CUT)
    draw_slip(page, corner, card.slip, texts)
    _draw_bring(page, QRectF(_INSIDE.left(), top, corner.x() - _INSIDE.left() - _GAP_MM, SLIP_HEIGHT_MM), texts)


def _draw_rows(page: Page, *, rows: tuple[Row, ...]) -> None:
    draw_rows(page, _INSIDE, rows, _GAP_MM)


def _draw_bring(page: Page, rect: QRectF, texts: Texts) -> None:
    """Beside the slip: an arrow, and what to do with it."""
    words = set_words(texts("paper.bring"), Room(rect.width() - 4, (20, 18, 16, LEAST_PT), lines=3, bold=True))
    page.box(rect, fill=tint("credits"), radius_mm=trip_rows.RADIUS_MM)
    top = rect.center().y() - (words.height_mm + 18) / 2
    page.words(QRectF(rect.left(), top, rect.width(), words.height_mm), words, align=CENTRE)
    page.picture(
        QRectF(rect.left(), top + words.height_mm + 4, rect.width(), 14),
        Pic("gh:arrow-left" if texts.right_to_left else "gh:arrow-right"),
    )
