"""Spend the slip on this? Yes hands it in."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import OfferSeen
from desktop.views.kit.art import Side, picture
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.panel import Panel
from desktop.views.parts.choices import PanelAndTiles, yes_or_no
from desktop.views.parts.offers import price_art
from desktop.views.parts.slips import Rest, handed_in, rest_of
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class SlipYesState:
    """offer: what for. rest: what is left of the slip."""

    offer: OfferSeen
    rest: Rest = field(default_factory=Rest)
    credit_minutes: int = 60


class SlipYes(Choosing):
    """Shows the slip and the offer; Yes spends it."""

    name: ClassVar[str] = "slip_yes"
    answers = ("not_good",)

    yes = Signal()
    no = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> SlipYesState:
        """The slip and the offer."""
        return SlipYesState(visit.chosen["offer"], rest_of(visit), services.centre.rules.credit_minutes)

    @staticmethod
    def on_yes(services: Any, visit: Visit) -> str | None:
        """Hand the slip in for the offer; what is left over goes into the member's credits."""
        redeemed = services.slips.redeem_for_offer(
            visit.slip,
            visit.chosen["offer"].id,
            visit.chosen["slip_draft"],
            member=visit.sitting.member,
            sitting=visit.sitting,
        )
        return handed_in(visit, redeemed)

    def fill(self, state: SlipYesState) -> None:
        """Ask."""
        offer = state.offer
        self.ask(self.texts("slip.spend_it"))
        price = price_art(offer.minutes, state.credit_minutes)
        arts = [picture(offer.pic), *([price] if price is not None else [])]
        panel = Panel(self.look, Side(tuple(arts)), offer.label, more=state.rest.words(self.texts), area="spend")
        body = PanelAndTiles(self.look, self.texts, panel, yes_or_no(self.texts))
        body.pressed.connect(self.take)
        self.set_body(body)
