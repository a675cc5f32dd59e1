"""Chooses columns and sizes for the tiles of a page: pictures as large as can be, words that fit, all in line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize

from desktop.views.kit.draw import shape
from desktop.views.kit.lettering import Room, fit, longest_word
from desktop.views.kit.tile import BESIDE_SPACE, SPACE, Style, Tile, content_box, picture_side, places
from desktop.views.theme import Look

_BIGGEST_UNDER: Final = 110
_LABEL_LINES: Final = 2
_EMPTY_CELL: Final = 0.9  # how much less a layout is worth for each place it leaves empty
_TALL: Final = 1.75  # tiles taller than this many widths look like doors
_TALL_POWER: Final = 2
_BESIDE_WORTH: Final = 0.75  # words under their picture are the usual sight; beside it only where it gains much
_MUSTS: Final = 4
_WIDEST_BESIDE: Final = 0.42
_UNDER: Final = 0.2  # of a tile's height: a small picture below the words
_LARGEST_UNDER: Final = 0.14  # of the screen's height: one that stands beside the words has their height to grow
_STEP: Final = 2
_GAIN: Final = 1.25  # how much larger it must be to break with the usual order


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the places of a page lie: so many columns of tiles of one size, drawn in one style."""

    columns: int
    size: QSize
    style: Style
    look: Look
    worth: tuple[int, float] = (0, 0.0)

    @property
    def is_good(self) -> bool:
        """Whether everything that must be is so: a finger's size, whole words, pictures to be seen."""
        return self.worth[0] == _MUSTS

    def cell(self, place: int) -> QRect:
        """The rectangle of a place, counted along the rows in reading order."""
        row, column = divmod(place, self.columns)
        if self.look.right_to_left:
            column = self.columns - 1 - column
        gap = self.look.gap
        return QRect(QPoint(column * (self.size.width() + gap), row * (self.size.height() + gap)), self.size)


def arrange(tiles: Sequence[Tile], used: int, size: QSize, look: Look) -> Arrangement:
    """The best way to lay so many used places into a size. tiles: every tile there will be, on any page."""
    choices = [
        _judged(Arrangement(columns, cell, _style(tiles, cell, look, wide=wide), look), tiles, used)
        for columns in range(1, used + 1)
        for cell in (_cell(size, used, columns, look),)
        for wide in (0.0, *sorted({1.0, _widest(tiles)}))
    ]
    best = max(choices, key=lambda choice: choice.worth)
    return replace(best, style=_roomier(best.style, tiles, best.size, look))


def _judged(choice: Arrangement, tiles: Sequence[Tile], used: int) -> Arrangement:
    return replace(choice, worth=_worth(choice, tiles, used))


def _cell(size: QSize, used: int, columns: int, look: Look) -> QSize:
    rows, gap = ceil(used / columns), look.gap
    return QSize((size.width() - gap * (columns - 1)) // columns, (size.height() - gap * (rows - 1)) // rows)


def _worth(choice: Arrangement, tiles: Sequence[Tile], used: int) -> tuple[int, float]:
    """First what must be, then the size of the pictures."""
    look, size, style = choice.look, choice.size, choice.style
    sides = [
        picture_side(tile, size.width(), size.height(), style=style, look=look)
        for tile in tiles
        if tile.art is not None
    ]
    musts = (
        size.width() >= look.target_px and size.height() >= look.target_px,
        _words_fit(choice, tiles),
        style.text_height <= content_box(size.width(), size.height(), look).height(),
        min(sides, default=look.least_picture) >= look.least_picture,
    )
    picture = sum(sides) / len(sides) if sides else size.width()
    empty = -used % choice.columns
    tall = min(1.0, _TALL * size.width() / size.height()) ** _TALL_POWER
    beside = _BESIDE_WORTH if style.beside else 1.0
    return sum(musts), picture * tall * beside * style.label_px / look.tile_px * _EMPTY_CELL**empty


def _words_fit(choice: Arrangement, tiles: Sequence[Tile]) -> bool:
    style = choice.style
    width = places(content_box(choice.size.width(), choice.size.height(), choice.look), style).label.width()
    widest = max(longest_word(tile.label, style.label_px) for tile in tiles)
    least = choice.look.least_px
    return style.label_px >= least and style.detail_px in (0, least) and widest <= width


def _widest(tiles: Sequence[Tile]) -> float:
    """How many times as wide as high the widest picture is; at least once."""
    return max([1.0, *(shape(tile.art) for tile in tiles if tile.art is not None)])


def _style(tiles: Sequence[Tile], size: QSize, look: Look, *, wide: float) -> Style:
    """wide: how many times as wide as high the room for a picture beside the words is; 0 puts it above them."""
    box = content_box(size.width(), size.height(), look)
    beside = _beside(tiles, box, look, wide=wide) if wide else 0
    room = Room(places(box, Style(look.tile_px, look.tile_px, beside=beside)).label.width(), _LABEL_LINES)
    sizes = range(look.tile_px, look.least_px - 1, -2)
    label_px = min(fit(tile.label, sizes, room).px for tile in tiles)
    details = [fit(tile.detail, (look.least_px,), room, bold=False) for tile in tiles if tile.detail]
    has_under = any(tile.under is not None for tile in tiles)
    return Style(
        label_px=label_px,
        label_room=max(fit(tile.label, (label_px,), room).height if tile.label else 0 for tile in tiles),
        detail_px=min((lines.px for lines in details), default=0),
        detail_room=max((lines.height for lines in details), default=0),
        under=min(_BIGGEST_UNDER, int(box.height() * _UNDER)) if has_under else 0,
        beside=beside,
    )


def _roomier(style: Style, tiles: Sequence[Tile], size: QSize, look: Look) -> Style:
    """The same for words beside a picture, where there is height to spare: small pictures as large as can be.

    A clock and a face are what tells those who do not read. The second line goes beside them where it gains much.
    """
    if not (style.beside and style.under):
        return style
    box = content_box(size.width(), size.height(), look)
    width, height = places(box, style).label.width(), box.height()
    most = int(_LARGEST_UNDER * look.height)
    widest = max(shape(tile.under) for tile in tiles if tile.under is not None)
    free = int(height - style.text_height) + style.under
    stacked = max(style.under, min(most, free, int(width / widest)))
    highest, detail_px = min(most, int(height) - style.label_room - SPACE), look.least_px if style.detail_px else 0
    for lines in (1, _LABEL_LINES):
        rows = (n for n in range(highest, 0, -_STEP) if all(_row_fits(tile, width, n, lines, look) for tile in tiles))
        in_row = next(rows, 0)
        if in_row > stacked * _GAIN:
            return replace(style, detail_px=detail_px, detail_room=0, under=in_row, in_row=True)
    return replace(style, under=stacked)


def _row_fits(tile: Tile, width: float, high: int, lines: int, look: Look) -> bool:
    """Whether the small picture of a tile, so high, and its second line have room beside one another."""
    left = width - (high * shape(tile.under) + SPACE if tile.under is not None else 0)
    if not tile.detail:
        return left >= 0
    words = fit(tile.detail, (look.least_px,), Room(left, lines), bold=False)
    return left > 0 and words.px == look.least_px and words.height <= high


def _beside(tiles: Sequence[Tile], box: QRectF, look: Look, *, wide: float) -> int:
    """The width a picture beside the words may have, so that the longest word still fits."""
    words = max(longest_word(tile.label, look.least_px) for tile in tiles)
    room = box.width() - BESIDE_SPACE - ceil(words)
    return max(1, int(min(box.height() * wide, box.width() * _WIDEST_BESIDE, room)))
