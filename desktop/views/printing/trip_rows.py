"""The rows of a trip card, each there only if it has something to say."""

from functools import partial
from typing import Final

from PySide6.QtCore import QRectF

from desktop.services.papers import TripCardPaper
from desktop.services.seen import Pic
from desktop.views.kit.art import ClockTime
from desktop.views.parts.trips import way_picture
from desktop.views.printing.amounts import Thing, amount_things, amount_words, draw_things
from desktop.views.printing.drawings import picture_shape
from desktop.views.printing.lettering import LEAST_PT, Lettering, Room, set_words
from desktop.views.printing.paper import CENTRE, INK, WHITE, Edge, Page, tint
from desktop.views.printing.stack import Row
from desktop.views.printing.trip_people import people_row
from desktop.views.texts import Texts

PAD_MM: Final = 2.5
RADIUS_MM: Final = 4.0

_ICON_MM: Final = 32.0  # the column of pictures at the left
_WAY_MM: Final = 25.0
_HOUR: Final = 60
_CALENDAR: Final = Pic("om:1F5D3")  # the one without a number: a 12 would be read as the day
_TICK: Final = Pic("gh:tick")
_PHONE: Final = Pic("om:1F4DE")
_THERE: Final = Pic("gh:arrow-right")
_BACK: Final = Pic("gh:arrow-left")


def rows(card: TripCardPaper, texts: Texts, width_mm: float, *, is_small: bool) -> tuple[Row, ...]:
    """What the card says, from the top; is_small: with smaller pictures, for much to say."""
    found = [
        *([_practice_row(texts)] if card.is_practice and not (card.slip and card.slip.is_practice) else []),
        _what_row(card, width_mm, is_small=is_small),
        *_when_rows(card, texts, width_mm),
        *people_row(card, texts, width_mm, is_small=is_small),
        *_way_rows(card, texts, is_small=is_small),
        *([] if card.slip else [_price_row(card, texts, width_mm)]),
        *([_phone_row(card.phone, texts, width_mm)] if card.phone else []),
    ]
    return tuple(found)


def column(page: Page, rect: QRectF, words: list[Lettering]) -> None:
    """Words one under the other, in the middle of a rectangle's height."""
    y = rect.center().y() - sum(some.height_mm for some in words) / 2
    for some in words:
        page.words(QRectF(rect.left(), y, rect.width(), some.height_mm), some)
        y += some.height_mm


def _beside(picture: Thing, words: list[Lettering], area: str) -> Row:
    """A tinted row: a picture at the left, words beside it."""

    def draw(page: Page, rect: QRectF) -> None:
        page.box(rect, fill=tint(area), radius_mm=RADIUS_MM)
        inside = rect.adjusted(PAD_MM, PAD_MM, -PAD_MM, -PAD_MM)
        draw_things(page, QRectF(inside.left(), inside.top(), _ICON_MM - PAD_MM, inside.height()), [picture])
        column(page, inside.adjusted(_ICON_MM + PAD_MM, 0, 0, 0), words)

    height = sum(some.height_mm for some in words) + 2 * PAD_MM
    return Row(draw, max(height, 20.0), max(height, 38.0))


def _text_mm(width_mm: float) -> float:
    return width_mm - _ICON_MM - 3 * PAD_MM


def _practice_row(texts: Texts) -> Row:
    words = set_words(texts("paper.practice_mark"), Room(100, (20,), lines=1, bold=True))

    def draw(page: Page, rect: QRectF) -> None:
        page.box(rect, fill=INK, radius_mm=2)
        page.words(rect, words, align=CENTRE, colour=WHITE)

    return Row(draw, words.height_mm, words.height_mm)


def _what_row(card: TripCardPaper, width_mm: float, *, is_small: bool) -> Row:
    sizes = (24, 22, 20, 18, 16, LEAST_PT) if is_small else (34, 30, 26, 24, 22, 20, 18)
    width = width_mm - 46
    what = set_words(card.what, Room(width, sizes, lines=3, bold=True))
    place = set_words(card.place, Room(width, (20, 18, 16, LEAST_PT)))

    def draw(page: Page, rect: QRectF) -> None:
        page.box(rect, edge=Edge(), fill=tint("spend"), radius_mm=RADIUS_MM)
        page.picture(QRectF(rect.left() + 4, rect.top() + 3, 36, rect.height() - 6), card.pic)
        column(page, QRectF(rect.left() + 44, rect.top(), width, rect.height()), [what, place])

    least = max(what.height_mm + place.height_mm + 4, 22.0 if is_small else 28.0)
    return Row(draw, least, max(least, 56.0))


def _when_rows(card: TripCardPaper, texts: Texts, width_mm: float) -> list[Row]:
    room = Room(_text_mm(width_mm), (20, 18, 16, LEAST_PT), lines=1, bold=True)
    has_time = card.start_minute >= 0
    hour, minute = divmod(max(0, card.start_minute), _HOUR)
    lines = [texts.day(card.day)] if card.day else []
    lines += [texts.time(hour, minute)] if has_time else []
    picture = ClockTime(hour, minute) if has_time else _CALENDAR
    return [_beside(picture, [set_words(line, room) for line in lines], "week")] if lines else []


def _way_rows(card: TripCardPaper, texts: Texts, *, is_small: bool) -> list[Row]:
    if not card.getting_there:  # here, or blanked by a worker
        return []
    draw = partial(_draw_way, way=card.getting_there, texts=texts)
    return [Row(draw, 17.0 if is_small else 19.0, 30.0)]


def _draw_way(page: Page, rect: QRectF, *, way: str, texts: Texts) -> None:
    """There and back, each with its arrow: half a row each."""
    picture = Pic(way_picture(way))
    page.box(rect, fill=tint("choose"), radius_mm=RADIUS_MM)
    half, height = rect.width() / 2, rect.height() - 2 * PAD_MM
    width = min(_WAY_MM, height * picture_shape(picture))
    there, back = (_BACK, _THERE) if texts.right_to_left else (_THERE, _BACK)
    for number, (arrow, key) in enumerate(((there, "there"), (back, "back"))):
        x = rect.left() + number * half + PAD_MM
        page.picture(QRectF(x, rect.center().y() - 4, 8, 8), arrow)
        page.picture(QRectF(x + 10, rect.top() + PAD_MM, width, height), picture)
        left = half - width - 12 - 2 * PAD_MM
        words = set_words(texts(f"paper.{key}.{way}"), Room(left, (20, 18, 16, LEAST_PT), bold=True))
        column(page, QRectF(x + 12 + width, rect.top(), left, rect.height()), [words])


def _price_row(card: TripCardPaper, texts: Texts, width_mm: float) -> Row:
    room = Room(_text_mm(width_mm), (22, 20, 18, 16, LEAST_PT), bold=True)
    if not card.price_minutes:
        return _beside(_TICK, [set_words(texts("paper.free"), room)], "credits")
    amount = amount_words(card.price_minutes, card.credit_minutes, texts)
    words = [set_words(amount, room), set_words(texts("paper.paid"), Room(room.width_mm, (18, 16, LEAST_PT)))]
    things = amount_things(card.price_minutes, card.credit_minutes)

    def draw(page: Page, rect: QRectF) -> None:
        page.box(rect, fill=tint("credits"), radius_mm=RADIUS_MM)
        inside = rect.adjusted(PAD_MM, PAD_MM, -PAD_MM, -PAD_MM)
        draw_things(page, QRectF(inside.left(), inside.top(), _ICON_MM - PAD_MM, inside.height()), things)
        column(page, inside.adjusted(_ICON_MM + PAD_MM, 0, 0, 0), words)

    height = sum(some.height_mm for some in words) + 2 * PAD_MM
    return Row(draw, max(height, 22.0), max(height, 38.0))


def _phone_row(phone: str, texts: Texts, width_mm: float) -> Row:
    words = set_words(texts("paper.phone", phone=phone), Room(width_mm - 22, (20, 18, 16, LEAST_PT), bold=True))

    def draw(page: Page, rect: QRectF) -> None:
        page.box(rect, edge=Edge(0.4), radius_mm=RADIUS_MM)
        page.picture(QRectF(rect.left() + 4, rect.top() + 2, 12, rect.height() - 4), _PHONE)
        column(page, rect.adjusted(20, 0, -2, 0), [words])

    height = words.height_mm + PAD_MM
    return Row(draw, max(height, 12.0), max(height, 18.0))
