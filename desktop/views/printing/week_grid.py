"""A week as a table: columns, bands down the page, and in each cell blocks that are never broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import Final, TypeAlias

from PySide6.QtCore import QPointF, QRectF

from desktop.views.printing.paper import FAINT, Edge, Page

BlockDrawing: TypeAlias = Callable[[Page, QRectF, float], None]

PAD_MM: Final = 1.5

_ALMOST_MM: Final = 1e-6
_AIR_MM: Final = 6.0  # around a block, before what is empty grows too
_EDGE: Final = Edge(0.5)
_BETWEEN: Final = Edge(0.3, FAINT, (5, 4))
_HEADINGS: Final = "#F3EEE3"


@dataclass(frozen=True, slots=True)
class Block:
    """What is never broken. draw: into a rectangle, from its top, its pictures so many millimetres larger."""

    least_mm: float
    draw: BlockDrawing


@dataclass(frozen=True, slots=True)
class Band:
    """A row of the table. cells: for each column its blocks; or one block across all of them."""

    heading: Block
    cells: tuple[tuple[Block, ...], ...]
    across: Block | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    headings: of the columns. side_mm: width of the bands' headings. abreast: blocks beside one another.

    most_growth_mm: how much larger pictures may be drawn where there is room to spare. most_stretch: how many times
    the room it needs the table may fill.
    """

    headings: tuple[Block, ...]
    bands: tuple[Band, ...]
    side_mm: float
    abreast: int = 1
    most_growth_mm: float = 0.0
    most_stretch: float = inf

    @property
    def top_mm(self) -> float:
        """The height of the columns' headings."""
        return max((block.least_mm for block in self.headings), default=0.0)

    def column_mm(self, width_mm: float) -> float:
        """The width of a column."""
        return (width_mm - self.side_mm) / max(1, len(self.headings))


@dataclass(frozen=True, slots=True)
class Piece:
    """Slices of a band, from first up to last, on one page; leasts_mm: of each slice."""

    band: Band
    first: int
    leasts_mm: tuple[float, ...]

    @property
    def least_mm(self) -> float:
        """The room it needs."""
        return max(self.band.heading.least_mm, sum(self.leasts_mm))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it."""
        return self.band.across is None and not any(self.band.cells)


def pages_of(grid: Grid, room_mm: float) -> list[list[Piece]]:
    """The table in pages of so much room below its headings; a band stays whole if a page can hold it."""
    pages: list[list[Piece]] = [[]]
    left = room_mm
    for band in grid.bands:
        whole = Piece(band, 0, _slices(band, grid.abreast))
        if pages[-1] and left < whole.least_mm <= room_mm:
            pages.append([])
            left = room_mm
        for piece in _pieces(whole, left, room_mm):
            if pages[-1] and piece.least_mm > left + _ALMOST_MM:
                pages.append([])
                left = room_mm
            pages[-1].append(piece)
            left -= piece.least_mm
    return pages


def _slices(band: Band, abreast: int) -> tuple[float, ...]:
    """How high each slice of a band is: as the highest block in it; of each cell as many as go abreast lie in one."""
    if band.across is not None:
        return (band.across.least_mm,)
    rows = max((-(-len(cell) // abreast) for cell in band.cells), default=0)
    return tuple(
        max(block.least_mm for cell in band.cells for block in cell[row * abreast : (row + 1) * abreast])
        for row in range(rows)
    )


def _pieces(whole: Piece, left_mm: float, room_mm: float) -> Iterator[Piece]:
    """A band cut between slices, to fit what is left of this page and then whole pages."""
    if whole.least_mm <= left_mm + _ALMOST_MM or len(whole.leasts_mm) <= 1:
        yield whole
        return
    first, room = 0, left_mm
    while first < len(whole.leasts_mm):
        last, used = first, 0.0
        while last < len(whole.leasts_mm) and used + whole.leasts_mm[last] <= room + _ALMOST_MM:
            used += whole.leasts_mm[last]
            last += 1
        if last > first or room >= room_mm:
            last = max(last, first + 1)  # a block as high as a page stands alone
            yield Piece(whole.band, first, whole.leasts_mm[first:last])
        first, room = last, room_mm


def draw_grid(page: Page, rect: QRectF, grid: Grid, pieces: Sequence[Piece]) -> float:
    """Draw headings and pieces, sharing out the rectangle or what the table wants of it. Returns where it ends."""
    width = grid.column_mm(rect.width())
    headings = QRectF(rect.left(), rect.top(), rect.width(), grid.top_mm)
    page.box(headings, fill=_HEADINGS)
    for number, block in enumerate(grid.headings):
        block.draw(page, QRectF(rect.left() + grid.side_mm + number * width, rect.top(), width, grid.top_mm), 0.0)
    y = headings.bottom()
    table = grid.top_mm + min(rect.bottom() - y, grid.most_stretch * sum(piece.least_mm for piece in pieces))
    rect = QRectF(rect.left(), rect.top(), rect.width(), table)
    for piece, height in zip(pieces, _shared(pieces, rect.bottom() - y, grid.most_growth_mm), strict=True):
        _draw_piece(page, QRectF(rect.left(), y, rect.width(), height), grid, piece)
        y += height
    _draw_lines(page, QRectF(rect.left(), rect.top(), rect.width(), y - rect.top()), grid, pieces)
    return y


def _shared(pieces: Sequence[Piece], room_mm: float, most_growth_mm: float) -> list[float]:
    """How high each piece becomes: what holds something first, as far as its pictures grow; then all, the lowest first.

    A week with one thing in it is a week like the others, not one row with two stripes below.
    """
    least = [piece.least_mm for piece in pieces]
    most = [piece.least_mm + len(piece.leasts_mm) * (most_growth_mm + _AIR_MM) for piece in pieces]
    _raise([number for number, piece in enumerate(pieces) if not piece.is_empty], least, most, room_mm)
    _raise(list(range(len(pieces))), least, [room_mm] * len(pieces), room_mm)
    return least


def _raise(growing: Sequence[int], heights: list[float], most: Sequence[float], room_mm: float) -> None:
    """Let some pieces grow, as even as can be, none above its most, until the room is used."""
    spare = room_mm - sum(heights)
    while spare > _ALMOST_MM:
        growing = [number for number in growing if heights[number] < most[number] - _ALMOST_MM]
        if not growing:
            return
        lowest = min(heights[number] for number in growing)
        lows = [number for number in growing if heights[number] <= lowest + _ALMOST_MM]
        higher = [heights[number] - lowest for number in growing if number not in lows]
        step = min([spare / len(lows), *higher, *(most[number] - heights[number] for number in lows)])
        for number in lows:
            heights[number] += step
        spare -= step * len(lows)


def _draw_piece(page: Page, rect: QRectF, grid: Grid, piece: Piece) -> None:
    page.box(QRectF(rect.left(), rect.top(), grid.side_mm, rect.height()), fill=_HEADINGS)
    _draw_middle(page, QRectF(rect.left(), rect.top(), grid.side_mm, rect.height()), piece.band.heading)
    cells = rect.adjusted(grid.side_mm, 0, 0, 0)
    if piece.band.across is not None:
        _draw_middle(page, cells, piece.band.across)
        return
    count = max(1, len(piece.leasts_mm))
    spare = (rect.height() - sum(piece.leasts_mm)) / count
    growth = min(grid.most_growth_mm, max(0.0, spare - 2))
    y = rect.top()
    for number, least in enumerate(piece.leasts_mm):
        slice_rect = QRectF(cells.left(), y + (spare - growth) / 2, cells.width(), least + growth)
        first = (piece.first + number) * grid.abreast
        blocks = [cell[first : first + grid.abreast] for cell in piece.band.cells]
        _draw_slice(page, slice_rect, grid, blocks, growth=growth)
        y += least + spare
        if number + 1 < count:
            _draw_between(page, QRectF(cells.left(), y, cells.width(), 0), grid, piece.band, piece.first + number + 1)


def _draw_middle(page: Page, rect: QRectF, block: Block) -> None:
    top = rect.top() + (rect.height() - block.least_mm) / 2
    block.draw(page, QRectF(rect.left(), top, rect.width(), block.least_mm), 0.0)


def _draw_slice(page: Page, rect: QRectF, grid: Grid, blocks: Sequence[Sequence[Block]], *, growth: float) -> None:
    """Blocks beside one another; blocks: of each column."""
    width = rect.width() / max(1, len(grid.headings))
    for column, some in enumerate(blocks):
        for place, block in enumerate(some):
            x = rect.left() + column * width + place * width / grid.abreast
            block.draw(page, QRectF(x, rect.top(), width / grid.abreast, rect.height()), growth)


def _draw_between(page: Page, rect: QRectF, grid: Grid, band: Band, row: int) -> None:
    """A faint line between what follows one another in a cell."""
    width = rect.width() / max(1, len(grid.headings))
    for column, cell in enumerate(band.cells):
        if len(cell) > row * grid.abreast:
            x = rect.left() + column * width
            page.line(QPointF(x + 4, rect.top()), QPointF(x + width - 4, rect.top()), _BETWEEN)


def _draw_lines(page: Page, rect: QRectF, grid: Grid, pieces: Sequence[Piece]) -> None:
    page.box(rect, edge=_EDGE)
    y = rect.top() + grid.top_mm
    page.line(QPointF(rect.left(), y), QPointF(rect.right(), y), _EDGE)
    heights = _shared(pieces, rect.bottom() - y, grid.most_growth_mm)
    width, left = grid.column_mm(rect.width()), rect.left() + grid.side_mm
    page.line(QPointF(left, rect.top()), QPointF(left, rect.bottom()), _EDGE)
    for column in range(1, len(grid.headings)):
        page.line(QPointF(left + column * width, rect.top()), QPointF(left + column * width, y), _EDGE)
    for piece, height in zip(pieces, heights, strict=True):
        if piece.band.across is None:
            for column in range(1, len(grid.headings)):
                x = left + column * width
                page.line(QPointF(x, y), QPointF(x, y + height), _EDGE)
        y += height
        page.line(QPointF(rect.left(), y), QPointF(rect.right(), y), _EDGE)
