"""A panel that says what it is about, and beside it the few things to choose from."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.kit.art import Symbol
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.stack import Columns
from desktop.views.kit.tile import Tile
from desktop.views.texts import Texts
from desktop.views.theme import Look

_USUAL: Final = (3, 2)
_LARGE: Final = (4, 5)  # large words need as much room to choose from as to read
_USUAL_PERCENT: Final = 100
_WIDE_PX: Final = 1800


class PanelAndTiles(Columns):
    """pressed: the value of the tile that was pressed."""

    pressed = Signal(object)

    def __init__(self, look: Look, texts: Texts, panel: QWidget, tiles: Sequence[Tile]) -> None:
        grid = TileGrid(look, texts)
        super().__init__(look, [panel, grid], _USUAL if is_roomy(look) else _LARGE)
        grid.pressed.connect(self.pressed)
        grid.show_tiles(tiles)


def is_roomy(look: Look) -> bool:
    """Whether words are small enough, or the screen wide enough, for several things beside one another."""
    return look.text_percent == _USUAL_PERCENT or look.width >= _WIDE_PX


def yes_or_no(texts: Texts) -> list[Tile]:
    """The two tiles of a confirm; their values are the outcomes."""
    return [Tile("yes", texts("kit.yes"), Symbol("gh:tick")), Tile("no", texts("kit.no"), Symbol("gh:cross"))]
