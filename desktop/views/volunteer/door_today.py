"""What was taken at a venue's door today, latest first."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.seen import TakenSeen
from desktop.views.kit.art import Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.doors import clock_time
from desktop.views.parts.offers import price_art, price_words
from desktop.views.visit import Visit

MOST: Final = 24  # four pages of six: no list needs more than three Mores


@dataclass(frozen=True, slots=True)
class DoorTodayState:
    """taken: the latest first, at most 24. count: of all that were taken today and not taken back."""

    taken: tuple[TakenSeen, ...]
    count: int = 0
    credit_minutes: int = 60


class DoorToday(Screen):
    """Shows each with its time; pressing one shows it whole."""

    name: ClassVar[str] = "door_today"

    one = Signal(object)  # TakenSeen
    record = Signal()

    @staticmethod
    def read(services: Any, _visit: Visit) -> DoorTodayState:
        """What was taken."""
        taken = services.door.taken_today()
        count = sum(not one.is_undone for one in taken)
        return DoorTodayState(tuple(taken[:MOST]), count, services.centre.rules.credit_minutes)

    @staticmethod
    def on_one(services: Any, visit: Visit, taken: TakenSeen) -> None:
        """Remember which."""
        visit.chosen["taken"] = (taken,)
        visit.chosen.pop("taken_now", None)
        visit.chosen["spent"] = services.desk.changed_by(taken.fact)

    def fill(self, state: DoorTodayState) -> None:
        """Show the slips."""
        self.ask(self.texts.count("door.taken_today", state.count))
        self.allow_help(yes=False)
        if state.taken:
            grid = TileGrid(self.look, self.texts)
            grid.pressed.connect(self.one)
            self.set_body(grid)
            grid.show_tiles([self._tile(taken, state.credit_minutes) for taken in state.taken])
        else:
            self.set_body(Panel(self.look, Symbol("gh:slip"), self.texts("door.none_today"), area="credits"))
        record = BarItem(self.texts("door.record"), Symbol("gh:history"), "record")
        self.set_bar(left=self.item("back"), centre=record)

    def _tile(self, taken: TakenSeen, credit_minutes: int) -> Tile:
        name = clock_time(taken.at_ms)
        if taken.is_undone:
            return Tile(taken, name, Symbol("gh:undo"), detail=self.texts("door.back_in"))
        worth = price_words(taken.minutes, self.texts, credit_minutes)
        return Tile(taken, name, price_art(taken.minutes, credit_minutes), detail=worth, area="credits")
