"""Which part of the day? Only asked where there is more than one."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.week_seen import PlaceSeen
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.choose import PART_ART, begin_choosing
from desktop.views.visit import Instead, Visit


@dataclass(frozen=True, slots=True)
class ChoosePartState:
    """parts: those of the day that have something on."""

    day: date
    parts: tuple[PlaceSeen, ...]


class ChoosePart(Screen):
    """Asks for the part of the day."""

    name: ClassVar[str] = "choose_part"
    answers = ("only_one",)

    part = Signal(object)  # PlaceSeen

    @staticmethod
    def read(services: Any, visit: Visit) -> ChoosePartState | Instead:
        """The parts of the day that was pressed; a single one needs no question."""
        day = visit.chosen["day"]
        parts = tuple(services.choices.parts(visit.sitting, day))
        if len(parts) == 1:
            begin_choosing(visit, parts[0])
            return Instead("only_one")
        return ChoosePartState(day, parts)

    @staticmethod
    def on_part(_services: Any, visit: Visit, place: PlaceSeen) -> None:
        """Choose for it."""
        begin_choosing(visit, place)

    def fill(self, state: ChoosePartState) -> None:
        """Show the parts."""
        self.ask(self.texts.day(state.day))
        grid = TileGrid(self.look, self.texts)
        grid.pressed.connect(self.part)
        self.set_body(grid)
        grid.show_tiles(
            [
                Tile(place, self.texts(f"choose.part_{place.part.name.lower()}"), PART_ART[place.part], area="choose")
                for place in state.parts
            ]
        )
