"""Lists of people to tick off: columns, groups and lines; a heading is said again on each page, no line is broken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

from PySide6.QtCore import QPointF, QRectF

from desktop.services.seen import PersonSeen, Pic
from desktop.views.kit.art import ClockTime
from desktop.views.printing.lettering import LEAST_PT, Lettering, Room, set_words, shortened
from desktop.views.printing.mirror import mirrored
from desktop.views.printing.paper import A4, CENTRE, FAINT, RIGHT, Edge, Page, PageDrawing
from desktop.views.printing.week_grid import Block
from desktop.views.texts import Texts

LineDrawing: TypeAlias = Callable[[Page, Sequence[QRectF]], None]

MARGIN_MM: Final = 12.0
WIDTH_MM: Final = A4.width_mm - 2 * MARGIN_MM
BOX_MM: Final = 8.0

_GAP_MM: Final = 4.0
_FOOT_MM: Final = 9.0
_PICTURE_MM: Final = 20.0
_FACE_MM: Final = 10.0
_SIGN_MM: Final = 8.0
_MOST_LINES: Final = 6
_EDGE: Final = Edge(0.5)
_HEADINGS: Final = "#F3EEE3"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list; words and picture stand at its head."""

    words: str
    width_mm: float
    pic: Pic | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list; draw: into the cells of its columns."""

    least_mm: float
    draw: LineDrawing


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody in a list. notes: below the name. sign: at the far end of the name's cell."""

    name: str
    face: Pic
    notes: Sequence[str] = ()
    sign: Pic | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together, under a heading across all columns. is_spare: not worth a sheet of their own."""

    lines: Sequence[Line]
    heading: Block | None = None
    is_spare: bool = False


@dataclass(frozen=True, slots=True)
class ListTitle:
    """What stands above: what it is, in large, and lines below; at the far end a person and what they do."""

    words: str
    below: Sequence[str]
    pic: Pic
    person: PersonSeen | None = None
    does: str = ""


@dataclass(frozen=True, slots=True)
class PeopleList:
    """A whole list."""

    title: ListTitle
    columns: Sequence[Column]
    groups: Sequence[Group]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One page."""

    title: Block
    heads: Block
    rows: Sequence[Line | Block]


def list_pages(people: PeopleList, texts: Texts) -> tuple[PageDrawing, ...]:
    """The pages of a list, each with its title, the heads of its columns and its number."""
    title, heads = _title(people.title), _heads(people.columns)
    room = A4.height_mm - 2 * MARGIN_MM - title.least_mm - _GAP_MM - heads.least_mm - _FOOT_MM
    pages = _broken(people.groups, room)
    drawings = [
        partial(
            _draw,
            leaf=_Leaf(title, heads, rows),
            columns=people.columns,
            count=texts("paper.week.page", page=number + 1, pages=len(pages)),
        )
        for number, rows in enumerate(pages)
    ]
    return mirrored(drawings, A4.width_mm, texts)


def _broken(groups: Sequence[Group], room_mm: float) -> list[list[Line | Block]]:
    """Lines in pages; a heading is never the last of one, and is said again where its group goes on."""
    pages: list[list[Line | Block]] = [[]]
    left = room_mm
    for group in groups:
        heading = [group.heading] if group.heading else []
        for number, line in enumerate(group.lines):
            needs = line.least_mm + (sum(some.least_mm for some in heading) if number == 0 else 0)
            if pages[-1] and needs > left:
                pages.append([])
                left = room_mm
            is_head_due = number == 0 or not pages[-1]
            pages[-1] += [*(heading if is_head_due else []), line]
            left -= line.least_mm + (sum(some.least_mm for some in heading) if is_head_due else 0)
    spare = {id(row) for group in groups if group.is_spare for row in (group.heading, *group.lines)}
    while len(pages) > 1 and all(id(row) in spare for row in pages[-1]):
        pages.pop()
    return pages


def name_line(named: Named, columns: Sequence[Column], rest: LineDrawing) -> Line:
    """A person in the first column, face and name, notes below the name; rest: draws the other columns."""
    width = columns[0].width_mm - _FACE_MM - 6 - (_SIGN_MM + 2 if named.sign else 0)
    words = [shortened(set_words(named.name, Room(width, (16, LEAST_PT), lines=2, bold=True)), _MOST_LINES, width)]
    words += [shortened(set_words(note, Room(width, lines=2)), _MOST_LINES, width) for note in named.notes if note]
    told = sum(some.height_mm for some in words)

    def draw(page: Page, cells: Sequence[QRectF]) -> None:
        cell = cells[0]
        face = QRectF(cell.left() + 2, cell.center().y() - _FACE_MM / 2, _FACE_MM, _FACE_MM)
        page.face(face, named.face)
        y = cell.center().y() - told / 2
        for some in words:
            page.words(QRectF(face.right() + 2, y, width, some.height_mm), some)
            y += some.height_mm
        if named.sign:
            spot = QRectF(cell.right() - _SIGN_MM - 2, cell.center().y() - _SIGN_MM / 2, _SIGN_MM, _SIGN_MM)
            page.picture(spot, named.sign)
        rest(page, cells)

    return Line(max(_FACE_MM, told) + 2.6, draw)


def empty_lines(count: int, columns: Sequence[Column], rest: LineDrawing) -> tuple[Line, ...]:
    """Lines for people whom nobody expected; rest: draws what the other columns have in any line."""

    def draw(page: Page, cells: Sequence[QRectF]) -> None:
        face = QRectF(cells[0].left() + 2, cells[0].center().y() - _FACE_MM / 2, _FACE_MM, _FACE_MM)
        page.box(face, edge=Edge(0.4, FAINT, (4, 3)), radius_mm=_FACE_MM / 2)
        rest(page, cells)

    return tuple(Line(_FACE_MM + 2.6, draw) for _ in range(count)) if columns else ()


def tick_box(page: Page, cell: QRectF, *, is_ticked: bool = False) -> None:
    """A box to tick, in the middle of its cell."""
    box = QRectF(cell.center().x() - BOX_MM / 2, cell.center().y() - BOX_MM / 2, BOX_MM, BOX_MM)
    page.box(box, edge=Edge(0.7), radius_mm=1)
    if is_ticked:
        page.picture(box.adjusted(1, 1, -1, -1), Pic("gh:tick"))


def heading_block(words: str, *, pic: Pic | None = None, minute: int = -1) -> Block:
    """The heading of a group: words across the list, a picture or a clock before them."""
    has_sign = pic is not None or minute >= 0
    left = 12.0 if has_sign else 3.0
    told = set_words(words, Room(WIDTH_MM - left - 4, (16, LEAST_PT), lines=2, bold=True))
    told = shortened(told, _MOST_LINES, WIDTH_MM - left - 4)
    least = max(told.height_mm, _SIGN_MM if has_sign else 0) + 2

    def draw(page: Page, rect: QRectF, _growth: float) -> None:
        page.box(rect, fill=_HEADINGS)
        spot = QRectF(rect.left() + 2, rect.center().y() - 4, 8, 8)
        if pic:
            page.picture(spot, pic)
        elif minute >= 0:
            page.art(spot, ClockTime(*divmod(minute, 60)))
        top = rect.center().y() - told.height_mm / 2
        page.words(QRectF(rect.left() + left, top, WIDTH_MM - left - 4, told.height_mm), told)

    return Block(least, draw)


def _title(title: ListTitle) -> Block:
    left = _PICTURE_MM + 4
    person = title.person
    does = set_words(title.does, Room(40, (16, LEAST_PT), lines=3)) if title.does else None
    side = (does.width_mm if does else 0) + (18 if person else 0) + (4 if does or person else 0)
    width = WIDTH_MM - left - side
    words = [shortened(set_words(title.words, Room(width, (26, 24, 22, 20, 18), lines=2, bold=True)), 3, width)]
    words += [
        shortened(set_words(line, Room(width, (16, LEAST_PT), lines=2)), 4, width) for line in title.below if line
    ]
    told = sum(some.height_mm for some in words)
    least = max(told, _PICTURE_MM)

    def draw(page: Page, rect: QRectF, _growth: float) -> None:
        page.picture(QRectF(rect.left(), rect.top() + (least - _PICTURE_MM) / 2, _PICTURE_MM, _PICTURE_MM), title.pic)
        y = rect.top() + (least - told) / 2
        for some in words:
            page.words(QRectF(rect.left() + left, y, width, some.height_mm), some)
            y += some.height_mm
        x = rect.right() - side + 4
        if person:
            page.face(QRectF(x, rect.top() + (least - 16) / 2, 16, 16), person.pic)
            x += 18
        if does:
            page.words(QRectF(x, rect.top() + (least - does.height_mm) / 2, does.width_mm, does.height_mm), does)

    return Block(least, draw)


def _heads(columns: Sequence[Column]) -> Block:
    """The heads of the columns: a picture above the words."""
    words = [set_words(column.words, Room(column.width_mm - 2, lines=2, bold=True)) for column in columns]
    above = 8.0 if any(column.pic for column in columns) else 0.0
    least = above + max(some.height_mm for some in words) + 2.5

    def draw(page: Page, rect: QRectF, _growth: float) -> None:
        page.box(rect, fill=_HEADINGS)
        for column, cell, some in zip(columns, _cells(rect, columns), words, strict=True):
            top = cell.top() + 1
            if column.pic:
                page.picture(QRectF(cell.left() + 1, top, cell.width() - 2, above - 1), column.pic)
            foot = cell.bottom() - 1 - some.height_mm
            page.words(QRectF(cell.left(), foot, cell.width(), some.height_mm), some, align=CENTRE)

    return Block(least, draw)


def _cells(rect: QRectF, columns: Sequence[Column]) -> list[QRectF]:
    x, found = rect.left(), []
    for column in columns:
        found.append(QRectF(x, rect.top(), column.width_mm, rect.height()))
        x += column.width_mm
    return found


def _draw(page: Page, *, leaf: _Leaf, columns: Sequence[Column], count: str) -> None:
    leaf.title.draw(page, QRectF(MARGIN_MM, MARGIN_MM, WIDTH_MM, leaf.title.least_mm), 0.0)
    y = MARGIN_MM + leaf.title.least_mm + _GAP_MM
    top = QRectF(MARGIN_MM, y, WIDTH_MM, leaf.heads.least_mm)
    leaf.heads.draw(page, top, 0.0)
    _rule(page, top, columns)
    y = top.bottom()
    for row in leaf.rows:
        rect = QRectF(MARGIN_MM, y, WIDTH_MM, row.least_mm)
        if isinstance(row, Block):
            row.draw(page, rect, 0.0)
            page.box(rect, edge=_EDGE)
        else:
            row.draw(page, _cells(rect, columns))
            _rule(page, rect, columns)
        y = rect.bottom()
    _draw_count(page, set_words(count, Room(WIDTH_MM)))


def _rule(page: Page, rect: QRectF, columns: Sequence[Column]) -> None:
    page.box(rect, edge=_EDGE)
    for cell in _cells(rect, columns)[1:]:
        page.line(cell.topLeft(), QPointF(cell.left(), cell.bottom()), _EDGE)


def _draw_count(page: Page, words: Lettering) -> None:
    foot = QRectF(MARGIN_MM, A4.height_mm - MARGIN_MM - words.height_mm, WIDTH_MM, words.height_mm)
    page.words(foot, words, align=RIGHT)
