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
    """has_files: a photo or a PDF of this PC may be opened."""

    has_files: bool = True


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
    def read(services: Any, _visit: Visit) -> DoorWaysState:
        """Whether this is a door, where nobody's record lies."""
        return DoorWaysState(not services.door.is_desk)

    def fill(self, state: DoorWaysState) -> None:
        """Show the ways."""
        self.has_files = state.has_files
        self.ask(self.texts("door.how"))
        self._grid.show_tiles(self.ways())
