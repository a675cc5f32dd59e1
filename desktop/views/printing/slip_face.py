"""One slip: the QR on the left, coins and words on the right, the code alone on one line across the foot."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from desktop.services.papers import SlipPaper
from desktop.services.seen import Pic
from desktop.views.printing.amounts import amount_things, amount_words, draw_things
from desktop.views.printing.lettering import LEAST_PT, TIGHT, Lettering, Room, set_words, shortened
from desktop.views.printing.paper import CENTRE, FAINT, INK, WHITE, Edge, Page, tint
from desktop.views.texts import Texts

SLIP_WIDTH_MM: Final = 95.0
SLIP_HEIGHT_MM: Final = 69.0
SYMBOL_MM: Final = 38.6

_FRAME: Final = QRectF(2.5, 2.5, 90, 64)
_SYMBOL: Final = QRectF(6.2, 6.2, SYMBOL_MM, SYMBOL_MM)
_SIDE: Final = QRectF(48.9, 5.6, 41.2, 41.4)
_FOOT: Final = QRectF(4.6, 48.2, 85.8, 16.2)
_GAP_MM: Final = 1.4
_COIN_MM: Final = 20.0
_BAND_MM: Final = 8.6
_LEAST_ART_MM: Final = 7.0
_AMOUNT_PT: Final = (19, 18, 17, 16, 15, LEAST_PT)


def draw_slip(page: Page, corner: QPointF, slip: SlipPaper, texts: Texts) -> None:
    """Draw a slip with its upper left corner here; without a token it has no symbol and cannot be handed in."""
    page.box(_FRAME.translated(corner), edge=Edge(), fill=WHITE, radius_mm=4)
    if slip.token:
        page.symbol(_SYMBOL.translated(corner), slip.token)
    else:
        _draw_no_symbol(page, _SYMBOL.translated(corner), texts)
    _draw_side(page, _SIDE.translated(corner), slip, texts)
    _draw_foot(page, _FOOT.translated(corner), slip, texts)


def _draw_no_symbol(page: Page, rect: QRectF, texts: Texts) -> None:
    page.box(rect, edge=Edge(0.6, FAINT, (4, 3)), fill=WHITE, radius_mm=4)
    words = set_words(texts("paper.no_value"), Room(rect.width() - 5, lines=4, bold=True))
    foot = rect.bottom() - 3 - words.height_mm
    page.picture(QRectF(rect.left(), rect.top() + 3, rect.width(), foot - rect.top() - 5), Pic("gh:practice"))
    page.words(QRectF(rect.left(), foot, rect.width(), words.height_mm), words, align=CENTRE)


def _draw_side(page: Page, rect: QRectF, slip: SlipPaper, texts: Texts) -> None:
    """Words stand at the foot of their column; what is left above belongs to coins and picture."""
    words = _side_words(rect, slip, texts)
    top = _draw_art(page, rect.adjusted(0, 0, 0, -_height_mm(words, slip)), slip)
    y = top + _GAP_MM
    for number, some in enumerate(words):
        page.words(QRectF(rect.left(), y, rect.width(), some.height_mm), some, align=CENTRE)
        y += some.height_mm + _GAP_MM
        if number == 0 and slip.is_practice:
            _draw_practice(page, QRectF(rect.left(), y, rect.width(), _BAND_MM), texts)
            y += _BAND_MM + _GAP_MM


def _height_mm(words: Sequence[Lettering], slip: SlipPaper) -> float:
    """What the words and the practice band take, with the gaps above them."""
    return sum(some.height_mm + _GAP_MM for some in words) + (_BAND_MM + _GAP_MM if slip.is_practice else 0)


def _draw_art(page: Page, rect: QRectF, slip: SlipPaper) -> float:
    """Coins, and the picture above them if there is one. Returns where the words may begin."""
    things = amount_things(slip.minutes, slip.credit_minutes)
    if slip.pic is None:
        height = min(rect.height(), _COIN_MM)
        top = rect.top() + (rect.height() - height) / 2
        draw_things(page, QRectF(rect.left(), top, rect.width(), height), things)
        return top + height
    half = (rect.height() - _GAP_MM) / 2
    page.picture(QRectF(rect.left(), rect.top(), rect.width(), half), slip.pic)
    draw_things(page, QRectF(rect.left(), rect.bottom() - half, rect.width(), half), things)
    return rect.bottom()


def _side_words(rect: QRectF, slip: SlipPaper, texts: Texts) -> list[Lettering]:
    amount = amount_words(slip.minutes, slip.credit_minutes, texts)
    lines = 1 if slip.minutes % slip.credit_minutes == 0 else 2
    found = [set_words(amount, Room(rect.width(), _AMOUNT_PT, lines, bold=True, leading=TIGHT))]
    if slip.is_reprint:
        found.append(set_words(texts("paper.again"), Room(rect.width(), bold=True)))
    if words := _giver(slip, texts):
        whole = set_words(words, Room(rect.width()))
        spare = rect.height() - _height_mm(found, slip) - _GAP_MM - _least_art_mm(slip)
        found.append(shortened(whole, max(1, int(spare / whole.line_mm)), rect.width()))
    return found


def _least_art_mm(slip: SlipPaper) -> float:
    return _LEAST_ART_MM * (1 if slip.pic is None else 2)


def _giver(slip: SlipPaper, texts: Texts) -> str:
    """A slip to spend at a place is no thank-you; the centre's name is there only if it is given."""
    is_thanks = not slip.place and slip.pic is None and not slip.is_practice
    if slip.centre:
        return texts("paper.thanks_from" if is_thanks else "paper.from_centre", centre=slip.centre)
    return texts("paper.thanks") if is_thanks and not slip.is_reprint else ""


def _draw_practice(page: Page, rect: QRectF, texts: Texts) -> None:
    page.box(rect, fill=INK, radius_mm=1.5)
    words = set_words(texts("paper.practice_mark"), Room(rect.width() - 2, (19, 17, LEAST_PT), lines=1, bold=True))
    place = QRectF(rect.left(), rect.center().y() - words.height_mm / 2, rect.width(), words.height_mm)
    page.words(place, words, align=CENTRE, colour=WHITE)


def _draw_foot(page: Page, rect: QRectF, slip: SlipPaper, texts: Texts) -> None:
    page.box(rect, fill=tint("credits"), radius_mm=3)
    width = rect.width() - 4
    place = set_words(texts("paper.for_place", place=slip.place) if slip.place else "", Room(width, leading=TIGHT))
    place = shortened(place, 2, width)
    sizes = {0: (22, 20, 18), 1: (18, 16)}.get(len(place.lines), (LEAST_PT,))
    code = set_words(slip.code, Room(width, sizes, lines=1, bold=True, leading=TIGHT))
    top = rect.center().y() - (place.height_mm + code.height_mm) / 2
    page.words(QRectF(rect.left(), top, rect.width(), place.height_mm), place, align=CENTRE)
    page.words(QRectF(rect.left(), top + place.height_mm, rect.width(), code.height_mm), code, align=CENTRE)
