"""A panel that says what it is about, and beside it the few things to choose from."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.kit.art import Symbol
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.lettering import Room, fit
from desktop.views.kit.stack import Columns
from desktop.views.kit.tile import Tile, content_box
from desktop.views.texts import Texts
from desktop.views.theme import Look

_USUAL: Final = (3, 2)
_LARGE: Final = (4, 5)  # large words need as much room to choose from as to read
_FOR_LONG_WORDS: Final = ((2, 3), (3, 5), (4, 7))
_USUAL_PERCENT: Final = 100
_WIDE_PX: Final = 1800


class PanelAndTiles(Columns):
    """pressed: the value of the tile that was pressed."""

    pressed = Signal(object)

    def __init__(self, look: Look, texts: Texts, panel: QWidget, tiles: Sequence[Tile]) -> None:
        grid = TileGrid(look, texts)
        super().__init__(look, [panel, grid], _shares(look, tiles))
        grid.pressed.connect(self.pressed)
        grid.show_tiles(tiles)


def _shares(look: Look, tiles: Sequence[Tile]) -> tuple[int, int]:
    """How panel and tiles share the width: the tiles take more where their words are long."""
    whole, px = look.width - 2 * look.margin - look.gap, look.least_px
    usual = _USUAL if is_roomy(look) else _LARGE
    for shares in (usual, *_FOR_LONG_WORDS):
        room = Room(content_box(whole * shares[1] // sum(shares), look.height, look).width(), 2)
        if all(fit(tile.label, (px,), room).px == px for tile in tiles):
            return shares
    return _FOR_LONG_WORDS[-1]


def is_roomy(look: Look) -> bool:
    """Whether words are small enough, or the screen wide enough, for several things beside one another."""
    return look.text_percent == _USUAL_PERCENT or look.width >= _WIDE_PX


def yes_or_no(texts: Texts) -> list[Tile]:
    """The two tiles of a confirm; their values are the outcomes."""
    return [Tile("yes", texts("kit.yes"), Symbol("gh:tick")), Tile("no", texts("kit.no"), Symbol("gh:cross"))]
