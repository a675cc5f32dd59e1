"""Something else: what I'd like to try, choosing between two pictures, or another day."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Side, Symbol
from desktop.views.kit.days import DayButton, DayStrip, UnderDays
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.visit import Visit

_WEEK = 7


@dataclass(frozen=True, slots=True)
class ChooseElseState:
    """days: those to come this week and next that have something on. has_two: whether there are two to choose from."""

    days: tuple[date, ...]
    today: date
    has_two: bool = True


class ChooseElse(Screen):
    """Offers other ways to choose."""

    name: ClassVar[str] = "choose_else"

    day = Signal(object)  # date
    wishes = Signal()
    with_me = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> ChooseElseState:
        """The days there are."""
        place = visit.chosen.get("place")
        two = services.choices.choosing(visit.sitting, place, most=2).options if place is not None else ()
        return ChooseElseState(
            tuple(services.choices.days(visit.sitting))[:_WEEK], services.my_week.today(), len(two) > 1
        )

    @staticmethod
    def on_day(_services: Any, visit: Visit, day: date) -> None:
        """Choose for another day; which part of it is asked next."""
        visit.chosen["day"] = day

    @staticmethod
    def on_with_me(_services: Any, visit: Visit) -> None:
        """Begin with the first two pictures."""
        visit.chosen["pair"] = None

    def fill(self, state: ChooseElseState) -> None:
        """Show the days, and under them the two other ways."""
        self.ask(self.texts("choose.something_else"))
        days = [DayButton(day, self._heard(day, state.today), self._shown(day, state.today)) for day in state.days]
        strip = DayStrip(self.look, days)
        strip.pressed.connect(self.day)
        tiles = [Tile("wishes", self.texts("choose.try"), Symbol("om:1F4AD"))]
        if state.has_two:
            this_or_that = Side((Symbol("om:1F3A8"), Symbol("om:1F3B5")))
            tiles.insert(0, Tile("with_me", self.texts("choose.with_me"), this_or_that, area="choose"))
        grid = TileGrid(self.look, self.texts)
        grid.pressed.connect(lambda outcome: getattr(self, str(outcome)).emit())
        self.set_body(UnderDays(self.look, strip, grid) if days else grid)
        grid.show_tiles(tiles)

    def _shown(self, day: date, today: date) -> str:
        short = self.texts.weekday(day, is_short=True)
        return short if (day - today).days < _WEEK else f"{short} {day.day}"

    def _heard(self, day: date, today: date) -> str:
        return self.texts("plan.today") if day == today else self.texts.day(day)
