"""How do I get there?"""

from dataclasses import dataclass, replace
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.papers import WAYS
from desktop.views.kit.art import Symbol
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.trips import way_picture
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class ChangeWayState:
    """way: the present one, of `papers.WAYS`. ways: those to choose from."""

    way: str
    ways: tuple[str, ...] = WAYS


class ChangeWay(Screen):
    """Asks for the way of getting there."""

    name: ClassVar[str] = "change_way"

    chosen = Signal(object)

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = TileGrid(look, texts)
        self._grid.pressed.connect(self.chosen)
        self.set_body(self._grid)

    @staticmethod
    def read(_services: Any, visit: Visit) -> ChangeWayState:
        """Somewhere else needs a way; here at the centre, staying here is one."""
        ways = WAYS if visit.spend.offer.venue is None else tuple(way for way in WAYS if way)
        return ChangeWayState(visit.spend.getting_there, ways)

    @staticmethod
    def on_chosen(_services: Any, visit: Visit, way: str) -> None:
        """Change it."""
        visit.spend = replace(visit.spend, getting_there=way)

    def fill(self, state: ChangeWayState) -> None:
        """Show the ways."""
        self.ask(self.texts("plan.way"))
        self._grid.show_tiles(
            [
                Tile(
                    way,
                    self.texts(f"way.{way or 'here'}"),
                    Symbol(way_picture(way)),
                    badge="chosen" if way == state.way else None,
                )
                for way in state.ways
            ]
        )
