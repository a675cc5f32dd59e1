"""The centre's week for the wall: days across, parts of the day down; the whole week, else halves, else days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF

from desktop.services.papers_week import CentreWeekPaper, DayPaper
from desktop.services.seen import Pic
from desktop.views.printing import week_words
from desktop.views.printing.lettering import Room, set_words, shortened
from desktop.views.printing.paper import A4, CENTRE, Document, Page, PaperSize
from desktop.views.printing.week_entry import entry_block
from desktop.views.printing.week_frame import MARGIN_MM, Title, day_heading, framed, part_heading, room_of, title_block
from desktop.views.printing.week_grid import Band, Block, Grid, Piece, draw_grid, pages_of
from desktop.views.printing.week_scale import MOST_LINES, Style, abreast, most_growth_mm, scales_for
from desktop.views.texts import Texts
from ledger.domain.weeks import Part, part_of

_SIDE_MM: Final = 27.0
_CLOSED: Final = Pic("om:1F6AA")
_USUAL: Final = (Part.MORNING, Part.LUNCH, Part.AFTERNOON)


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One page: its days, its table and what of it lies here."""

    days: Sequence[DayPaper]
    grid: Grid
    pieces: Sequence[Piece]


def centre_week(paper: CentreWeekPaper, texts: Texts, size: PaperSize = A4) -> Document:
    """The week on one sheet; where 14 points no longer fit, halves of it, then days.

    The sheets lie on their long side, as they hang on the wall; upright only where that saves dividing further.
    """
    sheet, leaves = _laid_out(paper, texts, size.turned() if size.is_landscape else size)
    bodies = [partial(_draw, leaf=leaf) for leaf in leaves]
    titles = [_title(paper, leaf.days, sheet, texts) for leaf in leaves]
    return Document("centre-week", texts("paper.week.title"), sheet, framed(bodies, titles, sheet, texts))


def _laid_out(paper: CentreWeekPaper, texts: Texts, upright: PaperSize) -> tuple[PaperSize, list[_Leaf]]:
    """The first division of the week that needs one page a part, in the largest letters; at last as few as can be."""
    days, half = paper.days, -(-len(paper.days) // 2)
    divisions: list[tuple[PaperSize, list[Sequence[DayPaper]]]] = [
        (upright.turned(), [days]),
        (upright.turned(), [days[:half], days[half:]]),
        (upright, [days[:half], days[half:]]),
        (upright.turned(), [[day] for day in days]),
        (upright, [[day] for day in days]),
    ]
    found: list[tuple[PaperSize, list[_Leaf]]] = []
    for sheet, groups in divisions:
        kept = [group for group in groups if group] or [days]
        found = [(sheet, leaves) for leaves in _tries(paper, kept, sheet, texts)]
        fits = next((one for one in found if len(one[1]) == len(kept)), None)
        if fits:
            return fits
    return min(found, key=lambda one: len(one[1]))


def _tries(
    paper: CentreWeekPaper, groups: Sequence[Sequence[DayPaper]], sheet: PaperSize, texts: Texts
) -> Iterator[list[_Leaf]]:
    """The pages at each scale that suits, largest first."""
    columns = max(1, *(len(group) for group in groups))
    room = room_of(sheet, _title(paper, paper.days, sheet, texts), has_foot=len(groups) > 1)
    with_foot = room_of(sheet, _title(paper, paper.days, sheet, texts), has_foot=True)
    parts = _parts(paper.days)
    for scale in scales_for((room.width() - _SIDE_MM) / columns):
        style = Style(scale, texts, is_for_all=True)
        grids = [(group, _grid(group, parts, room.width(), style)) for group in groups]
        leaves = _paged(grids, room.height())
        yield leaves if len(leaves) == len(groups) else _paged(grids, with_foot.height())


def _paged(grids: Sequence[tuple[Sequence[DayPaper], Grid]], height_mm: float) -> list[_Leaf]:
    return [_Leaf(group, grid, pieces) for group, grid in grids for pieces in pages_of(grid, height_mm - grid.top_mm)]


def _grid(days: Sequence[DayPaper], parts: Sequence[Part], width_mm: float, style: Style) -> Grid:
    column = (width_mm - _SIDE_MM) / max(1, len(days))
    many = abreast(column, style.scale)
    bands = []
    for part in parts:
        cells = tuple(_cell(day, part, parts, (column, many), style) for day in days)
        heading = part_heading(part, _SIDE_MM, style.texts)
        bands.append(Band(heading, cells))
    headings = tuple(day_heading(day, column, style.scale, style.texts) for day in days)
    return Grid(headings, tuple(bands), _SIDE_MM, many, most_growth_mm(column / many, style.scale))


def _cell(
    day: DayPaper, part: Part, parts: Sequence[Part], place: tuple[float, int], style: Style
) -> tuple[Block, ...]:
    """What takes place in a part of a day, or in its first part why the centre is closed."""
    column, many = place
    blocks = [
        entry_block(entry, column / many, style) for entry in day.entries if part_of(max(0, entry.start_minute)) == part
    ]
    if not day.is_open and part == parts[0]:
        blocks.insert(0, _closed(day, column / many, style))
    return tuple(blocks)


def _closed(day: DayPaper, width_mm: float, style: Style) -> Block:
    inside = width_mm - 4
    words = shortened(
        set_words(week_words.closed(day, style.texts), Room(inside, style.scale.label_pts, lines=3, bold=True)),
        MOST_LINES,
        inside,
    )
    size = style.scale.picture_mm

    def draw(page: Page, rect: QRectF, growth: float) -> None:
        page.picture(QRectF(rect.left() + 2, rect.top() + 2, inside, size + growth), _CLOSED)
        top = rect.top() + size + growth + 3
        page.words(QRectF(rect.left() + 2, top, inside, words.height_mm), words, align=CENTRE)

    return Block(size + words.height_mm + 6, draw)


def _parts(days: Sequence[DayPaper]) -> tuple[Part, ...]:
    """The parts of a day; the evening only where there is something in it."""
    has_evening = any(part_of(max(0, entry.start_minute)) == Part.EVENING for day in days for entry in day.entries)
    return (*_USUAL, Part.EVENING) if has_evening else _USUAL


def _title(paper: CentreWeekPaper, days: Sequence[DayPaper], sheet: PaperSize, texts: Texts) -> Block:
    words = texts("paper.week.title_of", centre=paper.centre) if paper.centre else texts("paper.week.title")
    return title_block(Title(words, week_words.dates(days, texts)), sheet.width_mm - 2 * MARGIN_MM)


def _draw(page: Page, rect: QRectF, *, leaf: _Leaf) -> None:
    draw_grid(page, rect, leaf.grid, leaf.pieces)
