"""Keep or drop: tiles that are ticked while they are kept; pressing one changes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.tile import Tile, TileButton
from desktop.views.parts.staff_first import FirstPage
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class KeepState:
    """labels, pictures: of each thing. dropped: the places of those that are not kept."""

    things: tuple[tuple[str, str], ...]
    dropped: frozenset[int] = frozenset()


class KeepPage(FirstPage):
    """Asks what to keep. words: the key of the question; what is dropped is noted under the screen's name."""

    for_workers: ClassVar[bool] = False
    words_key: ClassVar[str] = ""

    toggle = Signal(object)  # the place of a thing
    go_on = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = TileGrid(look, texts)
        self._grid.pressed.connect(self.toggle)
        self.set_body(self._grid)
        on = BarItem(texts("first.next"), Symbol("gh:tick"), "go_on")
        self.set_bar(left=self.item("back"), centre=on)

    @classmethod
    def change(cls, visit: Visit, place: int) -> None:
        """Keep what was dropped, drop what was kept."""
        visit.chosen[cls.name] = dropped(visit, cls.name) ^ {place}

    def fill(self, state: KeepState) -> None:
        """Show the tiles; the page and the place of the focus stay."""
        self.ask(self.texts(self.words_key))
        page, focus = self._grid.page, self.focusWidget()
        name = focus.accessibleName() if isinstance(focus, TileButton) else ""
        self._grid.show_tiles(
            [
                Tile(place, label, Symbol(picture), badge=None if place in state.dropped else "chosen")
                for place, (label, picture) in enumerate(state.things)
            ]
        )
        for _ in range(min(page, self._grid.pages - 1)):
            self._grid.next_page()
        self._start = _Back(self._grid, name)


class _Back:
    """Goes back to the tile that was pressed, made anew."""

    def __init__(self, grid: TileGrid, name: str) -> None:
        self._grid = grid
        self._name = name

    def focus(self) -> None:
        tiles = self._grid.findChildren(TileButton)
        there = [tile for tile in tiles if tile.accessibleName().split(".")[0] == self._name.split(".")[0]]
        for tile in (there or tiles)[:1]:
            tile.setFocus()


def dropped(visit: Visit, screen: str) -> frozenset[int]:
    """The places of what is not kept."""
    found: Any = visit.chosen.get(screen, frozenset())
    return frozenset(found)


def kept(things: Sequence[Any], left_out: frozenset[int]) -> list[Any]:
    """What is kept."""
    return [thing for place, thing in enumerate(things) if place not in left_out]
