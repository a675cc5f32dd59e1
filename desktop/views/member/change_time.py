"""When? Then the part of the day."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.views.kit.art import ClockTime
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

PARTS: Final = (("morning", 10 * 60), ("lunch", 12 * 60), ("afternoon", 14 * 60), ("evening", 18 * 60))


@dataclass(frozen=True, slots=True)
class ChangeTimeState:
    """start_minute: the present one, minute of the day; -1 if open."""

    start_minute: int = -1


class ChangeTime(Screen):
    """Asks for the part of the day."""

    name: ClassVar[str] = "change_time"

    chosen = Signal(object)  # minute of the day

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = TileGrid(look, texts)
        self._grid.pressed.connect(self.chosen)
        self.set_body(self._grid)

    @staticmethod
    def read(_services: Any, visit: Visit) -> ChangeTimeState:
        """The time in the plan."""
        return ChangeTimeState(visit.spend.start_minute)

    @staticmethod
    def on_chosen(_services: Any, visit: Visit, start_minute: int) -> None:
        """Change it."""
        visit.spend = replace(visit.spend, start_minute=start_minute)

    def fill(self, state: ChangeTimeState) -> None:
        """Show the parts of the day with their clocks."""
        self.ask(self.texts("plan.what_time"))
        self._grid.show_tiles(
            [
                Tile(
                    minute,
                    self.texts(f"plan.{part}"),
                    ClockTime(*divmod(minute, 60)),
                    detail=self.texts.time(*divmod(minute, 60)),
                    badge="chosen" if minute == state.start_minute else None,
                )
                for part, minute in PARTS
            ]
        )
