"""How I like it: what can be as I like it."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.language_file import languages
from desktop.views.parts.liking import art_of, forget, to_choose
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class MyWayState:
    """names: what can be chosen, in their order."""

    names: tuple[str, ...]


class MyWay(Screen):
    """A tile for each thing."""

    name: ClassVar[str] = "my_way"

    pick = Signal(object)

    @staticmethod
    def read(_services: Any, visit: Visit) -> MyWayState:
        """What there is to choose on this PC."""
        return MyWayState(to_choose(visit, languages()))

    @staticmethod
    def on_pick(_services: Any, visit: Visit, name: str) -> None:
        """Go and choose."""
        forget(visit)
        visit.chosen["like"] = name

    def fill(self, state: MyWayState) -> None:
        """Show them."""
        self.ask(self.texts("like.title"))
        grid = TileGrid(self.look, self.texts)
        grid.pressed.connect(self.pick)
        self.set_body(grid)
        grid.show_tiles([Tile(name, self.texts(f"like.what.{name}"), art_of(name)) for name in state.names])
