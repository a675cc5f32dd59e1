"""What good slips pay for at a centre: the sessions of today, then the offers."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.desk import PaysFor, Purchase
from desktop.views.kit.art import picture
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.desk import WHAT, pay
from desktop.views.parts.doors import hand_of
from desktop.views.parts.offers import price_art, price_words
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_MOST: Final = 24  # four pages of six: no list needs more than three Mores
_HOUR: Final = 60


@dataclass(frozen=True, slots=True)
class DeskWhatState:
    """things: what the slips are enough for."""

    things: tuple[PaysFor, ...]
    credit_minutes: int = 60


class DeskWhat(Screen):
    """Asks what for. One person, and nothing left over: it is paid by that press."""

    name: ClassVar[str] = "desk_what"
    answers = ("paid", "not_good", "rest")

    thing = Signal(object)  # PaysFor

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self.allow_help(yes=False)
        self._grid = TileGrid(look, texts)
        self._grid.pressed.connect(self.thing)
        self.set_body(self._grid)
        self.set_bar(left=self.item("back"))

    @staticmethod
    def read(services: Any, visit: Visit) -> DeskWhatState:
        """What the slips are enough for."""
        things = tuple(services.desk.pays_for(hand_of(visit)))[:_MOST]
        return DeskWhatState(things, services.centre.rules.credit_minutes)

    @staticmethod
    def on_thing(services: Any, visit: Visit, thing: PaysFor) -> str | None:
        """Remember which; pay at once where there is nothing more to ask."""
        visit.chosen[WHAT] = bought = Purchase(thing)
        if services.desk.most_people(hand_of(visit), thing) > 1:
            return None
        return "rest" if services.desk.rest_of(hand_of(visit), bought) else pay(services, visit)

    def fill(self, state: DeskWhatState) -> None:
        """Show each with its price."""
        self.ask(self.texts("desk.what"))
        self._grid.show_tiles([self._tile(thing, state.credit_minutes) for thing in state.things])

    def _tile(self, thing: PaysFor, credit_minutes: int) -> Tile:
        texts = self.texts
        price = price_words(thing.minutes, texts, credit_minutes)
        at = texts.time(*divmod(thing.start_minute, _HOUR)) if thing.start_minute >= 0 else ""
        detail = f"{at} · {price}" if at else price
        return Tile(
            thing,
            thing.label,
            picture(thing.pic),
            under=price_art(thing.minutes, credit_minutes),
            detail=detail,
            area="choose" if at else "spend",
        )
