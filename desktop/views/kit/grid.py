"""Tiles in rows and columns, a few at a time: the same tiles in the same places, the rest by More."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.views.kit.arrange import Arrangement, arrange
from desktop.views.kit.art import Symbol
from desktop.views.kit.tile import Tile, TileButton
from desktop.views.texts import Texts
from desktop.views.theme import Look

_ROUND: Final = (2, 4, 6, 8, 12)
_REST: Final = "the rest"
MOST_PAGES: Final = 4  # no list needs more than three Mores
_FEWER: Final = (10, 8, 6, 4, 3, 2, 1)


class TileGrid(QWidget):
    """Shows tiles, a page at a time. Columns are chosen so that the pictures are as large as they can be.

    pinned: a tile that keeps the last place of every page, such as Something else.
    faces: a page holds up to twelve. most: a page never holds more, so that what belongs together stays together.
    """

    pressed = Signal(object)  # the tile's value
    pages_changed = Signal()

    def __init__(
        self, look: Look, texts: Texts, *, pinned: Tile | None = None, faces: bool = False, most: int = 12
    ) -> None:
        super().__init__()
        self._look = look
        self._texts = texts
        self._pinned = pinned
        self._most = self._a_page = min(most, look.faces_a_page if faces else look.tiles_a_page)
        self.shows_faces = faces
        self._rest = Tile(_REST, texts("kit.the_others" if faces else "kit.the_rest"), Symbol("gh:search"))
        self._tiles: tuple[Tile | None, ...] = ()
        self._from = self._page = 0
        self._buttons: list[TileButton] = []
        self._laid: Arrangement | None = None
        self._arranged_for = QSize()

    def show_tiles(self, tiles: Sequence[Tile | None]) -> None:
        """Show these tiles from the first page; the same choices again keep their page. None is empty paper."""
        before, self._tiles = self._tiles, tuple(tiles)
        if [_value(tile) for tile in before] != [_value(tile) for tile in self._tiles]:
            self._from = self._page = 0
        self._arrange()
        self._build()
        self.pages_changed.emit()

    @property
    def has_more(self) -> bool:
        """Whether there is more than one page."""
        return self.pages > 1

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, ceil(len(self._listed) / self._free_places))

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
        page = self._listed[first : first + self._free_places]
        return page if self._pinned is None else (*page, self._pinned)

    @property
    def _listed(self) -> tuple[Tile | None, ...]:
        """The tiles of one list: a longer one ends with a tile that opens the rest, and from there the first again."""
        most = MOST_PAGES * self._free_places
        if len(self._tiles) <= most:
            return self._tiles
        return (*self._tiles[self._from : self._from + most - 1], self._rest)

    @property
    def _free_places(self) -> int:
        return self._a_page - (self._pinned is not None)

    @property
    def _places_used(self) -> int:
        """Places on the first page: every page is laid out like it. Faces keep theirs when one more joins."""
        count = len(self._tiles) + (self._pinned is not None)
        if self.shows_faces:
            count = next((round_ for round_ in _ROUND if round_ >= count), count)
        return min(self._a_page, count)

    def _all(self) -> tuple[Tile, ...]:
        is_parted = self._listed is not self._tiles
        tiles = tuple(tile for tile in (*self._tiles, self._rest if is_parted else None) if tile is not None)
        return tiles if self._pinned is None else (*tiles, self._pinned)

    def _build(self) -> None:
        had_focus = any(button.hasFocus() for button in self._buttons)
        for button in self._buttons:
            button.hide()
            button.setParent(None)
            button.deleteLater()
        self._buttons = []
        if self._laid is None:
            return
        for number, tile in enumerate(self.shown()):
            if tile is not None:
                self._put(tile, self._place_of(number, tile), self._laid)
        if had_focus and self._buttons:
            self._buttons[0].setFocus()

    def _put(self, tile: Tile, place: int, laid: Arrangement) -> None:
        button = TileButton(tile, laid.style, self._look, self)
        if tile.badge is not None:
            button.badge_with(self._texts(f"kit.{tile.badge}"))
        button.setGeometry(laid.cell(place))
        button.clicked.connect(lambda _=False: self._press(tile))
        button.show()
        self._buttons.append(button)

    def _press(self, tile: Tile) -> None:
        if tile is not self._rest:
            self.pressed.emit(tile.value)
            return
        beyond = self._from + MOST_PAGES * self._free_places - 1
        self._from, self._page = (beyond if beyond < len(self._tiles) else 0), 0
        self._build()
        self.pages_changed.emit()

    def _place_of(self, number: int, tile: Tile) -> int:
        return self._places_used - 1 if tile is self._pinned and self.has_more else number

    def _arrange(self) -> None:
        """Lay out as many places as a page may hold; fewer, if the words or the fingers need more room."""
        self._arranged_for = self.size()
        self._laid = None
        if not self._all() or self.width() < self._look.target_px:
            return
        tried: list[tuple[int, Arrangement]] = []
        least = 1 if self._pinned is None else 2
        for count in (self._most, *(fewer for fewer in _FEWER if least <= fewer < self._most)):
            self._a_page = count
            tried.append((count, arrange(self._all(), self._places_used, self.size(), self._look)))
            if tried[-1][1].is_good:
                break
        self._a_page, self._laid = max(tried, key=lambda one: one[1].worth[0])
        self._page = min(self._page, self.pages - 1)

    def hideEvent(self, event: QHideEvent) -> None:
        """Begin at the first page again when the screen is shown next."""
        if not event.spontaneous():
            self._from = self._page = 0

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay the tiles out anew, if they were laid for another size."""
        if self._arranged_for != self.size():
            self._arrange()
            self._build()
            self.pages_changed.emit()


def _value(tile: Tile | None) -> object:
    return None if tile is None else tile.value
