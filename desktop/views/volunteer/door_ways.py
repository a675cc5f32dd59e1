"""The ways for a slip to come that need no camera: typed, from a file, pasted."""

from dataclasses import dataclass
from typing import Any, ClassVar

from desktop.views.kit.grid import TileGrid
from desktop.views.parts.slip_ways import SlipWays
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class DoorWaysState:
    """Nothing: the ways are always the same."""


class DoorWays(SlipWays):
    """Asks how; camera and scanner go on meanwhile."""

    name: ClassVar[str] = "door_ways"

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = TileGrid(look, texts)
        self._grid.pressed.connect(self.go)
        self.set_body(self._grid)
        self.set_bar(left=self.item("back"))

    @staticmethod
    def read(_services: Any, _visit: Visit) -> DoorWaysState:
        """Nothing to read."""
        return DoorWaysState()

    def fill(self, _state: DoorWaysState) -> None:
        """Show the ways."""
        self.ask(self.texts("door.how"))
        self._grid.show_tiles(self.ways())
