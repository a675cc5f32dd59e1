"""The slip is spent here: come in."""

from dataclasses import dataclass
from typing import Any, ClassVar

from desktop.services.seen import OfferSeen
from desktop.views.kit.art import Symbol, picture
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class SlipSpentState:
    """offer: what it was spent on. left_minutes: what went into my credits, 0 for nothing."""

    offer: OfferSeen
    left_minutes: int = 0


class SlipSpent(Screen):
    """Says that it is done."""

    name: ClassVar[str] = "slip_spent"

    @staticmethod
    def read(_services: Any, visit: Visit) -> SlipSpentState:
        """What was pressed."""
        offer = visit.chosen["offer"]
        bound = bool(visit.chosen["verdict"].place)
        return SlipSpentState(offer, 0 if bound else max(0, visit.chosen["verdict"].minutes - offer.minutes))

    @staticmethod
    def on_undo(services: Any, visit: Visit) -> None:
        """Take it back."""
        services.credits.undo(visit.sitting, visit.result.changes.first)

    def fill(self, state: SlipSpentState) -> None:
        """Say so."""
        self.ask(self.texts("booked.good_time"))
        done = Panel(self.look, Symbol("gh:tick"), self.texts("slip.paper_done"))
        left = state.left_minutes
        more = self.texts("slip.rest", length=self.texts.length(left, inside=True)) if left else ""
        spent = Panel(self.look, picture(state.offer.pic), state.offer.label, more=more, area="spend")
        self.set_body(Columns(self.look, [done, spent]))
        self.set_bar(left=self.item("undo"), centre=self.item("home"), right=self.item("finish"))
