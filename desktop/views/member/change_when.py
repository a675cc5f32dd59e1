"""When? First the day: the next days, or any day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.clock import local_day
from desktop.views.kit.art import DayLeaf, Symbol
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_DAYS: Final = 14
_ANY: Final = "any"


@dataclass(frozen=True, slots=True)
class ChangeWhenState:
    """days: those to choose from, today first. day: the present one, None for any day."""

    days: tuple[date, ...]
    day: date | None = None


class ChangeWhen(Screen):
    """Asks for the day."""

    name: ClassVar[str] = "change_when"

    day = Signal(object)  # date
    any_day = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = TileGrid(look, texts, pinned=Tile(_ANY, texts("plan.any_day"), Symbol("om:1F5D3")))
        self._grid.pressed.connect(self._pressed)
        self.set_body(self._grid)

    @staticmethod
    def read(_services: Any, visit: Visit) -> ChangeWhenState:
        """The next two weeks."""
        today = local_day(visit.sitting.began_ms)
        return ChangeWhenState(tuple(today + timedelta(n) for n in range(_DAYS)), visit.spend.day)

    @staticmethod
    def on_day(_services: Any, visit: Visit, day: date) -> None:
        """Change the day; the time is asked next."""
        visit.spend = replace(visit.spend, day=day)

    @staticmethod
    def on_any_day(_services: Any, visit: Visit) -> None:
        """Leave it open."""
        visit.spend = replace(visit.spend, day=None, start_minute=-1)

    def fill(self, state: ChangeWhenState) -> None:
        """Show the days."""
        self.ask(self.texts("plan.when"))
        self._grid.show_tiles([self._tile(day, state, first=n == 0) for n, day in enumerate(state.days)])

    def _tile(self, day: date, state: ChangeWhenState, *, first: bool) -> Tile:
        number = self.texts("plan.date", number=day.day, month=self.texts.month(day))
        return Tile(
            day,
            self.texts("plan.today") if first else self.texts.weekday(day),
            DayLeaf(day.day),
            detail=number,
            badge="chosen" if day == state.day else None,
        )

    def _pressed(self, value: object) -> None:
        if value == _ANY:
            self.any_day.emit()
        else:
            self.day.emit(value)
