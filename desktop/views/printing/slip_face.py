"""One slip: the QR on the left, coins and words on the right, the code alone on one line across the foot."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt

from desktop.services.papers import SlipPaper
from desktop.services.seen import Pic
from desktop.views.kit import draw as kit
from desktop.views.kit.art import Coins, Jar
from desktop.views.printing.drawings import picture_shape
from desktop.views.printing.lettering import LEAST_PT, Lettering, Room, set_words, shortened
from desktop.views.printing.paper import FAINT, SUN, Edge, Page
from desktop.views.texts import Texts

SLIP_WIDTH_MM: Final = 95.0
SLIP_HEIGHT_MM: Final = 69.0
SYMBOL_MM: Final = 39.0
MOST_COINS: Final = 10

_FRAME: Final = QRectF(2.5, 2.5, 90, 64)
_SYMBOL: Final = QRectF(6.2, 6.2, SYMBOL_MM, SYMBOL_MM)
_SIDE: Final = QRectF(48.6, 5.4, 42.2, 42.2)
_FOOT: Final = QRectF(4.6, 48.6, 85.8, 15.8)
_GAP_MM: Final = 1.4
_LEAST_ART_MM: Final = 9.0
_MOST_ART_MM: Final = 20.0
_FEW: Final = 5
_CENTRE: Final = Qt.AlignmentFlag.AlignHCenter
_MARK: Final = "#D5D7DB"


def draw_slip(page: Page, corner: QPointF, slip: SlipPaper, texts: Texts) -> None:
    """Draw a slip with its upper left corner here; without a token it has no symbol and cannot be handed in."""
    page.box(_FRAME.translated(corner), edge=Edge(), fill="#FFFFFF", radius_mm=4)
    if slip.is_practice:
        mark = set_words(texts("paper.practice_mark"), Room(200, (50,), bold=True))
        page.mark(_FRAME.translated(corner), mark, degrees=-30, colour=_MARK)
    _draw_symbol(page, _SYMBOL.translated(corner), slip, texts)
    _draw_side(page, _SIDE.translated(corner), slip, texts)
    _draw_foot(page, _FOOT.translated(corner), slip, texts)


def amount_words(minutes: int, credit_minutes: int, texts: Texts) -> str:
    """What an amount is called: "2 Time Credits and 30 minutes"."""
    credits, rest = divmod(minutes, credit_minutes)
    whole = texts.count("paper.credits", credits)
    if not rest:
        return whole
    part = texts.count("length.minutes", rest)
    return texts("paper.credits_and", credits=whole, minutes=part) if credits else part


def amount_art(minutes: int, credit_minutes: int) -> tuple[Coins | Jar, ...]:
    """An amount as it is counted out: whole credits as coins up to ten, the rest as marks on the jar."""
    credits, rest = divmod(minutes, credit_minutes)
    coins = (Coins(credits if credits <= MOST_COINS else 1),) if credits else ()
    return (*coins, Jar(rest, credit_minutes)) if rest else coins


def draw_beside(page: Page, rect: QRectF, amount: tuple[Coins | Jar, ...], pic: Pic | None) -> None:
    """Coins, jar and picture beside one another, as large as a rectangle allows."""
    shapes = [*map(kit.shape, amount), *([picture_shape(pic)] if pic else [])]
    gaps = _GAP_MM * 2 * (len(shapes) - 1)
    height = min(rect.height(), (rect.width() - gaps) / sum(shapes))
    x = rect.center().x() - (height * sum(shapes) + gaps) / 2
    for art, shape in zip((*amount, *([pic] if pic else [])), shapes, strict=True):
        place = QRectF(x, rect.center().y() - height / 2, height * shape, height)
        page.picture(place, art) if isinstance(art, Pic) else page.art(place, art)
        x += place.width() + _GAP_MM * 2


def _draw_symbol(page: Page, rect: QRectF, slip: SlipPaper, texts: Texts) -> None:
    quiet = 3.4
    if slip.token:
        page.box(rect.adjusted(-quiet, -quiet, quiet, quiet), fill="#FFFFFF", radius_mm=2)
        page.symbol(rect, slip.token)
        return
    page.box(rect, edge=Edge(0.6, FAINT, (4, 3)), fill="#FFFFFF", radius_mm=4)
    page.picture(QRectF(rect.left() + 10, rect.top() + 4, rect.width() - 20, 16), Pic("gh:practice"))
    words = set_words(texts("paper.no_value"), Room(rect.width() - 5, lines=3, bold=True))
    page.words(QRectF(rect.left(), rect.top() + 22, rect.width(), 16), words, align=_CENTRE)


def _draw_side(page: Page, rect: QRectF, slip: SlipPaper, texts: Texts) -> None:
    below = _side_words(rect.width(), slip, texts)
    height = sum(words.height_mm for words in below) + _GAP_MM * len(below)
    room = QRectF(rect.left(), rect.top(), rect.width(), rect.height() - height)
    art = min(room.height(), _MOST_ART_MM)
    top = rect.top() + (room.height() - art) / 2
    draw_beside(page, QRectF(rect.left(), top, rect.width(), art), amount_art(slip.minutes, slip.credit_minutes), slip.pic)
    y = top + art + _GAP_MM
    for words in below:
        page.words(QRectF(rect.left(), y, rect.width(), words.height_mm), words, align=_CENTRE)
        y += words.height_mm + _GAP_MM


def _side_words(width_mm: float, slip: SlipPaper, texts: Texts) -> list[Lettering]:
    amount = amount_words(slip.minutes, slip.credit_minutes, texts)
    lines = [set_words(amount, Room(width_mm, (19, 18, 17, 16, 15, LEAST_PT), lines=1 if slip.minutes % slip.credit_minutes == 0 else 2, bold=True))]
    if slip.is_reprint:
        lines.append(set_words(texts("paper.again"), Room(width_mm, bold=True)))
    centre = texts("paper.thanks_from", centre=slip.centre) if slip.centre else texts("paper.thanks")
    if slip.centre or not slip.is_reprint:
        lines.append(set_words(centre, Room(width_mm)))
    return lines


def _draw_foot(page: Page, rect: QRectF, slip: SlipPaper, texts: Texts) -> None:
    page.box(rect, fill=SUN, radius_mm=3)
    lines: list[Lettering] = []
    if slip.place:
        lines.append(shortened(set_words(texts("paper.for_place", place=slip.place), Room(rect.width() - 4)), 2, rect.width() - 4))
    sizes = {0: (22, 20, 18), 1: (18, 16)}.get(sum(len(words.lines) for words in lines), (LEAST_PT,))
    lines.append(set_words(slip.code, Room(rect.width() - 4, sizes, lines=1, bold=True)))
    y = rect.center().y() - sum(words.height_mm for words in lines) / 2
    for words in lines:
        page.words(QRectF(rect.left(), y, rect.width(), words.height_mm), words, align=_CENTRE)
        y += words.height_mm
