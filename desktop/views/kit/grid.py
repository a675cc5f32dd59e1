"""Tiles in rows and columns, a few at a time: the same tiles in the same places, the rest by More."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.views.kit.lettering import Room, fit, longest_word
from desktop.views.kit.tile import Style, Tile, TileButton, content_box, picture_side, places
from desktop.views.texts import Texts
from desktop.views.theme import Look

_BIGGEST_UNDER: Final = 110
_LABEL_LINES: Final = 2
_EMPTY_CELL: Final = 0.9  # how much less a layout is worth for each place it leaves empty


class TileGrid(QWidget):
    """Shows tiles, a page at a time. Columns are chosen so that the pictures are as large as they can be.

    pinned: a tile that keeps the last place of every page, such as Something else.
    faces: a page holds up to twelve.
    """

    pressed = Signal(object)  # the tile's value
    pages_changed = Signal()

    def __init__(self, look: Look, texts: Texts, *, pinned: Tile | None = None, faces: bool = False) -> None:
        super().__init__()
        self._look = look
        self._texts = texts
        self._pinned = pinned
        self._a_page = look.faces_a_page if faces else look.tiles_a_page
        self._tiles: tuple[Tile | None, ...] = ()
        self._page = 0
        self._buttons: list[TileButton] = []
        self._built_for = QSize()

    def show_tiles(self, tiles: Sequence[Tile | None]) -> None:
        """Show these tiles from the first page; None is a place of empty paper."""
        self._tiles = tuple(tiles)
        self._page = 0
        self._build()
        self.pages_changed.emit()

    @property
    def has_more(self) -> bool:
        """Whether there is more than one page."""
        return self.pages > 1

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, ceil(len(self._tiles) / self._free_places))

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    def next_page(self) -> None:
        """Show the next page; after the last comes the first."""
        self._page = (self._page + 1) % self.pages
        self._build()
        self.pages_changed.emit()

    def shown(self) -> tuple[Tile | None, ...]:
        """The places of this page, in reading order."""
        first = self._page * self._free_places
        page = self._tiles[first : first + self._free_places]
        return page if self._pinned is None else (*page, self._pinned)

    @property
    def _free_places(self) -> int:
        return self._a_page - (self._pinned is not None)

    @property
    def _places_used(self) -> int:
        """Places on the first page: every page is laid out like it."""
        return min(self._a_page, len(self._tiles) + (self._pinned is not None))

    def _all(self) -> tuple[Tile, ...]:
        tiles = tuple(tile for tile in self._tiles if tile is not None)
        return tiles if self._pinned is None else (*tiles, self._pinned)

    def _build(self) -> None:
        had_focus = any(button.hasFocus() for button in self._buttons)
        for button in self._buttons:
            button.hide()
            button.setParent(None)
            button.deleteLater()
        self._buttons = []
        self._built_for = self.size()
        if not self._all() or self.width() < self._look.target_px:
            return
        self._lay()
        if had_focus:
            self._buttons[0].setFocus()

    def _lay(self) -> None:
        columns, style = self._best()
        size = self._tile_size(columns)
        for number, tile in enumerate(self.shown()):
            if tile is None:
                continue
            place = self._place_of(number, tile)
            button = TileButton(tile, style, self._look, self)
            if tile.badge is not None:
                button.badge_with(self._texts(f"kit.{tile.badge}"))
            button.setGeometry(self._cell(place, columns, size))
            button.clicked.connect(lambda _=False, value=tile.value: self.pressed.emit(value))
            button.show()
            self._buttons.append(button)

    def _place_of(self, number: int, tile: Tile) -> int:
        return self._places_used - 1 if tile is self._pinned and self.has_more else number

    def _cell(self, place: int, columns: int, size: QSize) -> QRect:
        row, column = divmod(place, columns)
        if self._look.right_to_left:
            column = columns - 1 - column
        gap = self._look.gap
        return QRect(QPoint(column * (size.width() + gap), row * (size.height() + gap)), size)

    def _tile_size(self, columns: int) -> QSize:
        rows, gap = ceil(self._places_used / columns), self._look.gap
        return QSize((self.width() - gap * (columns - 1)) // columns, (self.height() - gap * (rows - 1)) // rows)

    def _best(self) -> tuple[int, Style]:
        """The number of columns, and the style, that give the largest pictures with words that fit."""
        tried = [
            (columns, style)
            for columns in range(1, self._places_used + 1)
            for style in self._styles(self._tile_size(columns))
        ]
        return max(tried, key=lambda found: self._worth(*found))

    def _worth(self, columns: int, style: Style) -> tuple[int, float]:
        """How good a layout is: first what must be, then the size of the smallest picture."""
        size = self._tile_size(columns)
        target, look = self._look.target_px, self._look
        sides = [
            picture_side(tile, size.width(), size.height(), style=style, look=look)
            for tile in self._all()
            if tile.art is not None
        ]
        least = min(sides, default=float(look.least_picture))
        musts = (
            size.width() >= target and size.height() >= target,
            self._words_fit(size, style),
            least >= look.least_picture,
        )
        empty = -self._places_used % columns
        return sum(musts), least * style.label_px / look.tile_px * _EMPTY_CELL**empty

    def _words_fit(self, size: QSize, style: Style) -> bool:
        width = places(content_box(size.width(), size.height(), self._look), style).label.width()
        widest = max(longest_word(tile.label, style.label_px) for tile in self._all())
        return style.label_px >= self._look.least_px and widest <= width

    def _styles(self, size: QSize) -> list[Style]:
        """What the tiles would share at a size: picture above the words, and beside them."""
        return [self._style(size, beside=False), self._style(size, beside=True)]

    def _style(self, size: QSize, *, beside: bool) -> Style:
        look, tiles = self._look, self._all()
        box = content_box(size.width(), size.height(), look)
        trial = places(box, Style(look.tile_px, look.tile_px, beside=beside))
        width = trial.label.width()
        sizes = range(look.tile_px, look.least_px - 1, -2)
        labels = [fit(tile.label, sizes, Room(width, _LABEL_LINES)) for tile in tiles]
        label_px = min(lines.px for lines in labels)
        even = [fit(tile.label, (label_px,), Room(width, _LABEL_LINES)) for tile in tiles]
        details = [
            fit(tile.detail, (look.least_px,), Room(width, _LABEL_LINES), bold=False) for tile in tiles if tile.detail
        ]
        has_under = any(tile.under is not None for tile in tiles)
        return Style(
            label_px=label_px,
            label_room=max(lines.height for lines in even),
            detail_px=min((lines.px for lines in details), default=0),
            detail_room=max((lines.height for lines in details), default=0),
            under=min(_BIGGEST_UNDER, int(box.height() * 0.2)) if has_under else 0,
            beside=beside,
        )

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay the tiles out anew, if they were made for another size."""
        if self._built_for != self.size():
            self._build()
