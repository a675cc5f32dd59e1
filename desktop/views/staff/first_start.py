"""The very first page: begin a centre or a venue's door, practise in an invented centre, or bring one back."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.tile import Tile
from desktop.views.parts.staff_first import FirstPage
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class FirstStartState:
    """Nothing varies."""


class FirstStart(FirstPage):
    """Asks which it is to be."""

    name: ClassVar[str] = "first_start"
    for_workers: ClassVar[bool] = False

    new_centre = Signal()
    practice = Signal()
    from_backup = Signal()
    venue_door = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self.set_bar()
        self._grid = TileGrid(look, texts)
        self._grid.pressed.connect(lambda outcome: getattr(self, str(outcome)).emit())
        self.set_body(self._grid)

    @staticmethod
    def read(_services: Any, _visit: Visit) -> FirstStartState:
        """Nothing to read."""
        return FirstStartState()

    @staticmethod
    def on_practice(_services: Any, visit: Visit) -> None:
        """Open the practice centre; it is made if it is not there yet."""
        house: Any = visit.house
        house.begin_practice()

    def fill(self, _state: FirstStartState) -> None:
        """Show all of them."""
        self.ask(self.texts("first.welcome"))
        self._grid.show_tiles(
            [
                Tile("new_centre", self.texts("first.new_centre"), Symbol("gh:home")),
                Tile("practice", self.texts("first.practice"), Symbol("gh:practice")),
                Tile("venue_door", self.texts("first.door"), Symbol("gh:welcomed")),
                Tile("from_backup", self.texts("first.from_backup"), Symbol("gh:stick")),
            ]
        )
