"""A member's week: days down, parts of the day across, the same each week; one side where it can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF

from desktop.services.papers_week import BlankWeekPaper, DayPaper, MemberWeekPaper
from desktop.services.seen import Pic
from desktop.views.printing import week_words
from desktop.views.printing.lettering import Room, set_words, shortened
from desktop.views.printing.paper import A4, Document, Page
from desktop.views.printing.week_coming import coming_block
from desktop.views.printing.week_entry import NOT_TODAY, centred_words, entry_block, words_block
from desktop.views.printing.week_foot import helped_rows
from desktop.views.printing.week_frame import MARGIN_MM, Title, day_heading, framed, part_heading, room_of, title_block
from desktop.views.printing.week_grid import Band, Block, Grid, Piece, draw_grid, pages_of
from desktop.views.printing.week_scale import MOST_LINES, Style, most_growth_mm, scales_for
from desktop.views.texts import Texts, spoken
from ledger.domain.weeks import Part, part_of

_SIDE_MM: Final = 37.0
_GAP_MM: Final = 3.0
_AIR_MM: Final = 2.5  # below how a member comes: words stand on no line
_AT_HOME: Final = Pic("om:1F3E0")
_CLOSED: Final = Pic("om:1F6AA")
_NOBODY: Final = Pic("om:1F464")
_USUAL: Final = (Part.MORNING, Part.LUNCH, Part.AFTERNOON)
_BLANK_MM: Final = 30.0
_STRETCH: Final = 1.25


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One page: what of the table lies here, and rows below it."""

    grid: Grid
    pieces: Sequence[Piece]
    foot: Sequence[Block] = ()


def member_week(paper: MemberWeekPaper, texts: Texts) -> Document:
    """One member's week, in their language if they chose one; else in these words."""
    texts = spoken(paper.language, texts)
    name = paper.member.shown_name
    title = Title(
        texts("paper.week.mine_of", name=name) if name else texts("paper.week.mine"),
        week_words.dates(paper.days, texts),
        person=paper.member,
        note=texts("paper.week.home_copy") if paper.is_home_copy else "",
    )
    width = A4.width_mm - 2 * MARGIN_MM
    parts = _parts(paper.days)
    foot = helped_rows(paper.helped, width, texts)
    column = (width - _SIDE_MM) / len(parts)
    tries = [_paged(_grid(paper.days, parts, Style(scale, texts)), foot, title) for scale in scales_for(column)]
    return _document(min(tries, key=len), title, texts, "my-week")


def member_weeks(papers: Iterable[MemberWeekPaper], texts: Texts) -> Iterator[Document]:
    """Many members' weeks, each made when it is asked for."""
    return (member_week(paper, texts) for paper in papers)


def blank_week(paper: BlankWeekPaper, texts: Texts) -> Document:
    """The same table with nothing in it, to write on."""
    texts = spoken(paper.language, texts)
    name = paper.member.shown_name if paper.member else ""
    words = texts("paper.week.mine_of", name=name) if name else texts("paper.week.mine")
    below = week_words.dates(paper.days, texts)
    person = paper.member
    title = Title(words, below, person=person, pic=None if person else _NOBODY)
    style = Style(scales_for(A4.width_mm / len(_USUAL))[-1], texts)
    empty = Block(_BLANK_MM, lambda _page, _rect, _growth: None)
    side = _SIDE_MM - 2
    bands = tuple(Band(day_heading(day, side, style.scale, texts), ((empty,),) * len(_USUAL)) for day in paper.days)
    return _document(_paged(_table(bands, _USUAL, style), (), title), title, texts, "blank-week")


def _document(leaves: Sequence[_Leaf], title: Title, texts: Texts, name: str) -> Document:
    block = title_block(title, A4.width_mm - 2 * MARGIN_MM)
    bodies = [partial(_draw, leaf=leaf) for leaf in leaves]
    return Document(name, title.words, A4, framed(bodies, [block] * len(leaves), A4, texts))


def _paged(grid: Grid, foot: Sequence[Block], title: Title) -> list[_Leaf]:
    """The table's pages, and what was helped with below the last or on pages of its own."""
    block = title_block(title, A4.width_mm - 2 * MARGIN_MM)
    one_side = _filled(grid, foot, room_of(A4, block, has_foot=False).height())
    if len(one_side) == 1:
        return one_side
    return _filled(replace(grid, most_stretch=_STRETCH), foot, room_of(A4, block, has_foot=True).height())


def _filled(grid: Grid, foot: Sequence[Block], room: float) -> list[_Leaf]:
    leaves = [_Leaf(grid, pieces) for pieces in pages_of(grid, room - grid.top_mm)]
    left = room - grid.top_mm - sum(piece.least_mm for piece in leaves[-1].pieces) - _GAP_MM
    return [*leaves[:-1], *_with_foot(leaves[-1], foot, left, room)]


def _with_foot(last: _Leaf, foot: Sequence[Block], left: float, room: float) -> Iterator[_Leaf]:
    here: list[Block] = []
    leaf = last
    for row in foot:
        if row.least_mm > left and (leaf.pieces or here):
            yield _Leaf(leaf.grid, leaf.pieces, tuple(here))
            leaf, here, left = _Leaf(last.grid, ()), [], room
        here.append(row)
        left -= row.least_mm
    yield _Leaf(leaf.grid, leaf.pieces, tuple(here))


def _draw(page: Page, rect: QRectF, *, leaf: _Leaf) -> None:
    foot = sum(row.least_mm for row in leaf.foot)
    y = rect.top()
    if leaf.pieces:
        table = rect.adjusted(0, 0, 0, -(foot + _GAP_MM if leaf.foot else 0))
        y = draw_grid(page, table, leaf.grid, leaf.pieces) + _GAP_MM
    for row in leaf.foot:
        row.draw(page, QRectF(rect.left(), y, rect.width(), row.least_mm), 0.0)
        y += row.least_mm


def _parts(days: Sequence[DayPaper]) -> tuple[Part, ...]:
    """Always the same three; the evening only in a week that has one."""
    has_evening = any(part_of(max(0, entry.start_minute)) == Part.EVENING for day in days for entry in day.entries)
    has_evening = has_evening or any(Part.EVENING in day.not_today for day in days)
    return (*_USUAL, Part.EVENING) if has_evening else _USUAL


def _grid(days: Sequence[DayPaper], parts: Sequence[Part], style: Style) -> Grid:
    width = A4.width_mm - 2 * MARGIN_MM - _SIDE_MM
    return _table(tuple(_band(day, parts, width, style) for day in days), parts, style)


def _table(bands: tuple[Band, ...], parts: Sequence[Part], style: Style) -> Grid:
    column = (A4.width_mm - 2 * MARGIN_MM - _SIDE_MM) / len(parts)
    headings = tuple(part_heading(part, column, style.texts, is_wide=True) for part in parts)
    return Grid(headings, bands, _SIDE_MM, most_growth_mm=most_growth_mm(column, style.scale))


def _band(day: DayPaper, parts: Sequence[Part], width_mm: float, style: Style) -> Band:
    heading = _heading(day, style)
    if not day.is_open and not day.entries:
        return Band(
            heading, ((),) * len(parts), words_block(week_words.closed(day, style.texts), _CLOSED, width_mm, style)
        )
    if not day.entries and not day.not_today:
        return Band(
            heading, ((),) * len(parts), words_block(style.texts("paper.week.at_home"), _AT_HOME, width_mm, style)
        )
    column = width_mm / len(parts)
    return Band(heading, tuple(_cell(day, part, column, style) for part in parts))


def _cell(day: DayPaper, part: Part, column_mm: float, style: Style) -> tuple[Block, ...]:
    entries = [entry for entry in day.entries if part_of(max(0, entry.start_minute)) == part]
    blocks = [entry_block(entry, column_mm, style) for entry in entries]
    if part in day.not_today and not blocks:
        blocks.append(words_block(style.texts("paper.week.not_today"), NOT_TODAY, column_mm, style))
    return tuple(blocks)


def _heading(day: DayPaper, style: Style) -> Block:
    """The day, its date, that the centre is closed although there is something, and how the member comes that day."""
    above = day_heading(day, _SIDE_MM - 2, style.scale, style.texts)
    below = [coming_block(one, _SIDE_MM, style.texts) for one in day.coming]
    if not day.is_open and day.entries:
        told = set_words(week_words.closed(day, style.texts), Room(_SIDE_MM - 3, lines=3, bold=True))
        below.insert(0, centred_words(shortened(told, MOST_LINES, _SIDE_MM - 3)))

    def draw(page: Page, rect: QRectF, _growth: float) -> None:
        above.draw(page, QRectF(rect.left() + 1, rect.top(), rect.width() - 2, above.least_mm), 0.0)
        y = rect.top() + above.least_mm
        for block in below:
            block.draw(page, QRectF(rect.left(), y, rect.width(), block.least_mm), 0.0)
            y += block.least_mm

    foot = _AIR_MM if below else 0
    return Block(above.least_mm + sum(block.least_mm for block in below) + foot, draw)
