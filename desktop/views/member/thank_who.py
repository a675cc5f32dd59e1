"""Thank someone, first question: whom?"""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.drafts import GiftDraft
from desktop.services.seen import PersonSeen
from desktop.views.kit.art import Jar, Symbol, picture
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class ThankWhoState:
    """people: those I did something with, or thanked, come first. coins: whole credits I have to give."""

    people: tuple[PersonSeen, ...]
    coins: int = 1


class ThankWho(Screen):
    """Asks who is to be thanked."""

    name: ClassVar[str] = "thank_who"

    person = Signal(object)  # PersonSeen

    @staticmethod
    def read(services: Any, visit: Visit) -> ThankWhoState:
        """Whom I could thank, and whether I have a coin."""
        services.credits.check_can_give()
        coins = services.credits.of(visit.sitting.member).coins
        return ThankWhoState(tuple(services.people.others(visit.sitting)), coins)

    @staticmethod
    def on_person(services: Any, visit: Visit, person: PersonSeen) -> None:
        """Begin a gift."""
        visit.chosen["thanked"] = person
        visit.gift = GiftDraft(services.sittings.new_draft(), person.id, 0)

    def fill(self, state: ThankWhoState) -> None:
        """Show the faces; with no coin, say when there will be one."""
        self.ask(self.texts("thank.who"))
        if not state.coins:
            self.set_body(Panel(self.look, Jar(0), self.texts("thank.no_coin"), area="thank"))
            return
        if not state.people:
            self.set_body(Panel(self.look, Symbol("gh:heart"), self.texts("who.nobody"), area="thank"))
            return
        grid = TileGrid(self.look, self.texts, faces=True)
        grid.pressed.connect(self.person)
        self.set_body(grid)
        grid.show_tiles([Tile(one, one.spoken_name, picture(one.pic), shown=one.shown_name) for one in state.people])
