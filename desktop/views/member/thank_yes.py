"""Thank someone, last question: give it? From me, so many coins, to them."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import PersonSeen
from desktop.views.kit.art import Coins, Side, Symbol, picture
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.panel import Panel
from desktop.views.parts.choices import PanelAndTiles, yes_or_no
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class ThankYesState:
    """giver and receiver as they are shown; coins: whole credits."""

    giver: PersonSeen
    receiver: PersonSeen
    coins: int


class ThankYes(Choosing):
    """Shows the gift; Yes gives it."""

    name: ClassVar[str] = "thank_yes"

    yes = Signal()
    no = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> ThankYesState:
        """The gift as it stands."""
        coins = visit.gift.minutes // services.centre.rules.credit_minutes
        return ThankYesState(visit.person, visit.chosen["thanked"], coins)  # type: ignore[arg-type]  # somebody has signed in

    @staticmethod
    def on_yes(services: Any, visit: Visit) -> None:
        """Give it."""
        visit.result = services.credits.give(visit.sitting, visit.gift)

    def fill(self, state: ThankYesState) -> None:
        """Show from whom to whom, and ask."""
        self.ask(self.texts("thank.give_it"))
        to = state.receiver.shown_name
        coins = self.texts.count("kit.coins", state.coins)
        art = Side(
            (picture(state.giver.pic), Coins(state.coins), Symbol("gh:arrow-right"), picture(state.receiver.pic))
        )
        words = self.texts("thank.to", coins=coins, name=to) if to else coins
        body = PanelAndTiles(self.look, self.texts, Panel(self.look, art, words, area="thank"), yes_or_no(self.texts))
        body.pressed.connect(self.take)
        self.set_body(body)
