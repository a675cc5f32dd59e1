"""What stands round a week's table: the title above, the pages counted below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF

from desktop.services.papers_week import DayPaper
from desktop.services.seen import PersonSeen, Pic
from desktop.views.printing.lettering import LEAST_PT, Lettering, Room, set_words, shortened
from desktop.views.printing.mirror import mirrored
from desktop.views.printing.paper import CENTRE, LEFT, RIGHT, Edge, Page, PageDrawing, PaperSize, tint
from desktop.views.printing.week_grid import Block
from desktop.views.printing.week_scale import Scale
from desktop.views.texts import Texts
from ledger.domain.weeks import Part

MARGIN_MM: Final = 10.0
FOOT_MM: Final = 8.0

_GAP_MM: Final = 3.0
_FACE_MM: Final = 20.0
_HOME_MM: Final = 11.0
_HOME: Final = Pic("om:1F3E0")
_MOST_TITLE_LINES: Final = 3
_A_MONDAY: Final = date(2024, 1, 1)
_PARTS: Final = {
    Part.MORNING: Pic("gh:morning"),
    Part.LUNCH: Pic("om:1F37D"),
    Part.AFTERNOON: Pic("om:2600"),
    Part.EVENING: Pic("om:1F319"),
}


@dataclass(frozen=True, slots=True)
class Title:
    """What stands above: whose it is, in large, and the days. note: a mark at the far end, such as a copy for home."""

    words: str
    below: str = ""
    person: PersonSeen | None = None
    pic: Pic | None = None
    note: str = ""

    @property
    def has_picture(self) -> bool:
        """Whether a face or a picture stands beside the words."""
        return self.person is not None or self.pic is not None


def title_block(title: Title, width_mm: float) -> Block:
    """The top of a page: a face or picture, words, the days below or beside them, a mark at the far end."""
    left = _FACE_MM + 4 if title.has_picture else 0.0
    note = _note(title.note) if title.note else None
    room = width_mm - left - (note[0] + 5 if note else 0)
    words, below, is_flat = _told(title, room)
    told = words.height_mm + (below.height_mm if below and not is_flat else 0)
    least = max(told, _FACE_MM if title.has_picture else 0)

    def draw(page: Page, rect: QRectF, _growth: float) -> None:
        face = QRectF(rect.left(), rect.top() + (least - _FACE_MM) / 2, _FACE_MM, _FACE_MM)
        if title.person is not None:
            page.face(face, title.person.pic)
        elif title.pic is not None:
            page.picture(face, title.pic)
        y = rect.top() + (least - told) / 2
        page.words(QRectF(rect.left() + left, y, room, words.height_mm), words)
        if below:
            top = y + words.height_mm - (below.height_mm + 0.6 if is_flat else 0)
            beside = QRectF(rect.left() + left, top, room, below.height_mm)
            page.words(beside, below, align=RIGHT if is_flat else LEFT)
        if note:
            wide, block = note
            spot = QRectF(rect.right() - wide, rect.top() + (least - block.least_mm) / 2, wide, block.least_mm)
            block.draw(page, spot, 0.0)

    return Block(least, draw)


def _told(title: Title, room: float) -> tuple[Lettering, Lettering | None, bool]:
    """The words, the days, and whether both go on one line; without a picture they do if they can."""
    words = set_words(title.words, Room(room, (28, 26, 24, 22, 20, 18), lines=1, bold=True))
    words = shortened(words, _MOST_TITLE_LINES, room)
    if not title.below:
        return words, None, False
    below = set_words(title.below, Room(room, (18, 16, LEAST_PT), lines=1))
    narrow = max(20.0, room - below.width_mm - 12)
    smaller = set_words(title.words, Room(narrow, (28, 26, 24, 22), lines=1, bold=True))
    is_flat = not title.has_picture and len(smaller.lines) == 1
    return (smaller if is_flat else words), below, is_flat


def _note(note: str) -> tuple[float, Block]:
    """A framed mark with a house, and how wide it is: for somebody at home."""
    words = set_words(note, Room(44, (16, LEAST_PT), lines=2, bold=True))
    width = words.width_mm + _HOME_MM + 7

    def draw(page: Page, rect: QRectF, _growth: float) -> None:
        page.box(rect, edge=Edge(0.7), fill=tint("say"), radius_mm=3)
        page.picture(QRectF(rect.left() + 2.5, rect.center().y() - _HOME_MM / 2, _HOME_MM, _HOME_MM), _HOME)
        top = rect.center().y() - words.height_mm / 2
        page.words(QRectF(rect.left() + _HOME_MM + 4.5, top, words.width_mm, words.height_mm), words)

    return width, Block(max(_HOME_MM, words.height_mm) + 5, draw)


def day_heading(day: DayPaper, width_mm: float, scale: Scale, texts: Texts) -> Block:
    """The name of a day and its date."""
    name = texts.weekday(day.day or _A_MONDAY + timedelta(day.weekday))
    names = [texts.weekday(_A_MONDAY + timedelta(number)) for number in range(7)]
    size = _one_pt(names, width_mm - 2, scale.heading_pts)
    words = set_words(name, Room(width_mm - 2, (size,), lines=1, bold=True))
    told = texts("paper.week.date", number=day.day.day, month=texts.month(day.day)) if day.day else ""
    below = set_words(told, Room(width_mm - 2, (min(18, scale.words_pt), LEAST_PT), lines=1))

    def draw(page: Page, rect: QRectF, _growth: float) -> None:
        y = rect.top() + (rect.height() - words.height_mm - below.height_mm) / 2
        page.words(QRectF(rect.left(), y, rect.width(), words.height_mm), words, align=CENTRE)
        y += words.height_mm
        page.words(QRectF(rect.left(), y, rect.width(), below.height_mm), below, align=CENTRE)

    return Block(words.height_mm + below.height_mm + 3, draw)


def _one_pt(names: Sequence[str], width_mm: float, sizes_pt: Sequence[int]) -> int:
    """The size at which each of these has room on one line, so that they look alike."""
    return min(set_words(name, Room(width_mm, tuple(sizes_pt), lines=1, bold=True)).size_pt for name in names)


def part_heading(part: Part, width_mm: float, texts: Texts, *, is_wide: bool = False) -> Block:
    """Morning, lunch, afternoon or evening, with its picture: above the word, or beside it where it is wide."""
    room = width_mm - (14 if is_wide else 2)
    names = [texts(f"paper.week.{one.name.lower()}") for one in Part]
    words = set_words(names[part - 1], Room(room, (_one_pt(names, room, (18, 16, LEAST_PT)),), lines=1, bold=True))
    size = 7.5 if is_wide else 12.0

    def draw_wide(page: Page, rect: QRectF, _growth: float) -> None:
        left = rect.left() + (rect.width() - size - 2 - words.width_mm) / 2
        page.picture(QRectF(left, rect.center().y() - size / 2, size, size), _PARTS[part])
        told = QRectF(left + size + 2, rect.center().y() - words.height_mm / 2, words.width_mm, words.height_mm)
        page.words(told, words)

    def draw(page: Page, rect: QRectF, _growth: float) -> None:
        y = rect.top() + (rect.height() - size - 1 - words.height_mm) / 2
        page.picture(QRectF(rect.left() + 1, y, rect.width() - 2, size), _PARTS[part])
        page.words(QRectF(rect.left(), y + size + 1, rect.width(), words.height_mm), words, align=CENTRE)

    if is_wide:
        return Block(max(size, words.height_mm) + 2, draw_wide)
    return Block(size + words.height_mm + 4, draw)


def room_of(size: PaperSize, title: Block, *, has_foot: bool) -> QRectF:
    """What is left of a page below its title."""
    below = title.least_mm + _GAP_MM
    return QRectF(
        MARGIN_MM,
        MARGIN_MM + below,
        size.width_mm - 2 * MARGIN_MM,
        size.height_mm - 2 * MARGIN_MM - below - (FOOT_MM if has_foot else 0),
    )


def framed(
    bodies: Sequence[Callable[[Page, QRectF], None]], titles: Sequence[Block], size: PaperSize, texts: Texts
) -> tuple[PageDrawing, ...]:
    """Pages, each with its title and, if there are several, its number."""
    pages = [
        partial(_draw, body=body, title=title, size=size, count=_count(number, len(bodies), texts))
        for number, (body, title) in enumerate(zip(bodies, titles, strict=True))
    ]
    return mirrored(pages, size.width_mm, texts)


def _count(number: int, pages: int, texts: Texts) -> str:
    return texts("paper.week.page", page=number + 1, pages=pages) if pages > 1 else ""


def _draw(page: Page, *, body: Callable[[Page, QRectF], None], title: Block, size: PaperSize, count: str) -> None:
    room = room_of(size, title, has_foot=bool(count))
    title.draw(page, QRectF(MARGIN_MM, MARGIN_MM, room.width(), title.least_mm), 0.0)
    body(page, room)
    if count:
        words = set_words(count, Room(room.width()))
        foot = QRectF(room.left(), size.height_mm - MARGIN_MM - words.height_mm, room.width(), words.height_mm)
        page.words(foot, words, align=RIGHT)
