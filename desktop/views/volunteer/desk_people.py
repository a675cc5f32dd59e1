"""How many go for the slips that pay."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Side, Symbol
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.desk import WHAT, bought_of, pay
from desktop.views.parts.doors import hand_of
from desktop.views.parts.offers import price_words
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class DeskPeopleState:
    """most: for how many the slips are enough. minutes: for each."""

    most: int
    minutes: int
    credit_minutes: int = 60


class DeskPeople(Screen):
    """Asks how many; where nothing is left over, it is paid by that press."""

    name: ClassVar[str] = "desk_people"
    answers = ("paid", "not_good")

    people = Signal(object)  # how many

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self.allow_help(yes=False)
        self._grid = TileGrid(look, texts)
        self._grid.pressed.connect(self.people)
        self.set_body(self._grid)
        self.set_bar(left=self.item("back"))

    @staticmethod
    def read(services: Any, visit: Visit) -> DeskPeopleState:
        """For how many the slips are enough."""
        what = bought_of(visit).what
        most = services.desk.most_people(hand_of(visit), what)
        return DeskPeopleState(most, what.minutes, services.centre.rules.credit_minutes)

    @staticmethod
    def on_people(services: Any, visit: Visit, people: int) -> str | None:
        """Remember how many; pay, unless something is left over."""
        visit.chosen[WHAT] = bought = bought_of(visit)._replace(people=people)
        return None if services.desk.rest_of(hand_of(visit), bought) else pay(services, visit)

    def fill(self, state: DeskPeopleState) -> None:
        """Show one to six."""
        self.ask(self.texts("desk.how_many"))
        self._grid.show_tiles([self._tile(people, state) for people in range(1, state.most + 1)])

    def _tile(self, people: int, state: DeskPeopleState) -> Tile:
        words = self.texts.count("desk.people", people)
        worth = price_words(people * state.minutes, self.texts, state.credit_minutes)
        return Tile(people, words, Side((Symbol("om:1F464"),) * people), detail=worth, area="spend")
