"""Spend the slip on this? Yes hands it in; who comes can be changed before."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import OfferSeen, PersonSeen
from desktop.services.slips import Outing
from desktop.views.kit.art import Side, picture
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.panel import Panel
from desktop.views.kit.tile import Tile
from desktop.views.parts.choices import PanelAndTiles, yes_or_no
from desktop.views.parts.offers import price_art
from desktop.views.parts.slips import Rest, going_of, handed_in, most_going, rest_of
from desktop.views.parts.trips import people_art, people_words
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class SlipYesState:
    """offer: what for. rest: what is left of the slip. people: who goes. can_ask: somebody else may go."""

    offer: OfferSeen
    rest: Rest = field(default_factory=Rest)
    credit_minutes: int = 60
    people: tuple[PersonSeen, ...] = ()
    can_ask: bool = False


class SlipYes(Choosing):
    """Shows the slip and the offer; Yes spends it."""

    name: ClassVar[str] = "slip_yes"
    answers = ("not_good",)

    yes = Signal()
    who = Signal()
    no = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> SlipYesState:
        """The slip, the offer, and who goes."""
        return SlipYesState(
            visit.chosen["offer"],
            rest_of(visit),
            services.centre.rules.credit_minutes,
            tuple(services.people.person(one) for one in going_of(visit)),
            most_going(visit) > 0 and bool(services.people.others(visit.sitting)),
        )

    @staticmethod
    def on_yes(services: Any, visit: Visit) -> str | None:
        """Hand the slip in for the offer; what is left over goes into the member's credits."""
        redeemed = services.slips.redeem_for_offer(
            visit.slip,
            Outing(visit.chosen["offer"].id, going_of(visit) if most_going(visit) else ()),
            visit.chosen["slip_draft"],
            member=visit.sitting.member,
            sitting=visit.sitting,
        )
        return handed_in(visit, redeemed)

    def fill(self, state: SlipYesState) -> None:
        """Ask."""
        offer = state.offer
        self.ask(self.texts("slip.spend_it"))
        price = price_art(offer.minutes * max(1, len(state.people)), state.credit_minutes)
        arts = [picture(offer.pic), *([price] if price is not None else [])]
        panel = Panel(self.look, Side(tuple(arts)), offer.label, more=state.rest.words(self.texts), area="spend")
        body = PanelAndTiles(self.look, self.texts, panel, self._tiles(state))
        body.pressed.connect(self.take)
        self.set_body(body)

    def _tiles(self, state: SlipYesState) -> list[Tile]:
        yes, no = yes_or_no(self.texts)
        if not state.can_ask:
            return [yes, no]
        words = people_words(state.people, self.texts)
        return [yes, Tile("who", self.texts("plan.who"), people_art(state.people), detail=words), no]
