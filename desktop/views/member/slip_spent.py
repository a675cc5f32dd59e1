"""The slip is spent here: come in."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from desktop.services.seen import OfferSeen
from desktop.views.kit.art import picture
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.parts.slips import Rest, rest_of, slip_done
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class SlipSpentState:
    """offer: what it was spent on. rest: what is left of the slip. is_later: the network looks at it later."""

    offer: OfferSeen
    rest: Rest = field(default_factory=Rest)
    is_later: bool = False


class SlipSpent(Screen):
    """Says that it is done."""

    name: ClassVar[str] = "slip_spent"

    @staticmethod
    def read(_services: Any, visit: Visit) -> SlipSpentState:
        """What was pressed."""
        return SlipSpentState(visit.chosen["offer"], rest_of(visit), is_later=visit.result.verdict.is_later)

    @staticmethod
    def on_undo(services: Any, visit: Visit) -> None:
        """Take it back."""
        services.credits.undo(visit.sitting, visit.result.fact)

    def sound(self, _state: SlipSpentState) -> str:
        """Two soft tones: it is done."""
        return "done"

    def fill(self, state: SlipSpentState) -> None:
        """Say so."""
        self.ask(self.texts("booked.good_time"))
        done = slip_done(self.look, self.texts, is_later=state.is_later)
        more = state.rest.words(self.texts)
        spent = Panel(self.look, picture(state.offer.pic), state.offer.label, more=more, area="spend")
        self.set_body(Columns(self.look, [done, spent]))
        left = None if state.rest.waits else self.item("undo")
        self.set_bar(left=left, centre=self.item("home"), right=self.item("finish"))
