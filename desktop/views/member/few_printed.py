"""A few slips, done: they are at the printer, and the rest of my credits is still here."""

from dataclasses import dataclass
from typing import Any, ClassVar

from desktop.services.seen import CreditsSeen
from desktop.views.kit.art import Coins, Side, Symbol
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.parts.credits import what_is_had
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class FewPrintedState:
    """slips: how many were printed. after: what I have now."""

    slips: int
    after: CreditsSeen
    step_minutes: int = 15


class FewPrinted(Screen):
    """Says where the slips are."""

    name: ClassVar[str] = "few_printed"

    @staticmethod
    def read(services: Any, visit: Visit) -> FewPrintedState:
        """What was printed, and what is left."""
        after = services.credits.of(visit.sitting.member)
        return FewPrintedState(len(visit.chosen["few_slips"]), after, services.centre.rules.step_minutes)

    @staticmethod
    def on_undo(services: Any, visit: Visit) -> None:
        """Let them come back."""
        services.few_slips.take_back(visit.sitting, visit.chosen["few_slips"], was_printed=True)

    def sound(self, _state: FewPrintedState) -> str:
        """Two soft tones: it is done."""
        return "done"

    def fill(self, state: FewPrintedState) -> None:
        """Show the slips, and what stays."""
        self.ask(self.texts("few.at_printer"))
        printed = Panel(
            self.look, Side((Symbol("gh:printer"), Coins(state.slips))), self.texts.count("few.slips", state.slips)
        )
        after = state.after
        art = what_is_had(after, state.step_minutes)
        left = Panel(self.look, art, self.texts.count("credits.have", after.coins), area="credits")
        self.set_body(Columns(self.look, [printed, left]))
        self.set_bar(left=self.item("undo"), centre=self.item("home"), right=self.item("finish"))
