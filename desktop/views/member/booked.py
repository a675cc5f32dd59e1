"""It is booked: the sheet to take along, as it will be printed."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.papers import TripCardPaper
from desktop.services.seen import CreditsSeen
from desktop.views.kit.art import Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.parts.credits import what_is_had
from desktop.views.parts.printing import print_sheet
from desktop.views.parts.sheets import SheetPreview
from desktop.views.printing.jobs import preview
from desktop.views.printing.trip_card import trip_card
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class BookedState:
    """paper: the sheet. credits_now: what the member has after it."""

    paper: TripCardPaper
    credits_now: CreditsSeen
    step_minutes: int = 15


class Booked(Screen):
    """Says that it is booked, shows the sheet, and offers to print it."""

    name: ClassVar[str] = "booked"
    answers = ("at_printer",)

    print_it = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> BookedState:
        """The sheet of the plan."""
        paper = services.spending.sheet(visit.chosen["plan"])
        step = services.centre.rules.step_minutes
        return BookedState(paper, services.credits.of(visit.sitting.member), step)

    @staticmethod
    def on_print_it(services: Any, visit: Visit) -> str | None:
        """Print it, unless it went to the printer just now."""
        return print_sheet(services, visit)

    @staticmethod
    def on_undo(services: Any, visit: Visit) -> None:
        """Give the plan up."""
        services.spending.cancel(visit.sitting, visit.chosen["plan"])

    def sound(self, _state: BookedState) -> str:
        """Two soft tones: it is done."""
        return "done"

    def fill(self, state: BookedState) -> None:
        """Show the sheet and what is left."""
        self.ask(self.texts("booked.booked"))
        page = preview(trip_card(state.paper, self.texts), self.height())
        sheet = SheetPreview(self.look, page, self.texts("booked.sheet", what=state.paper.what))
        now = state.credits_now
        art = what_is_had(now, state.step_minutes)
        left = Panel(self.look, art, self.texts.count("credits.have", now.coins), area="credits")
        self.set_body(Columns(self.look, [sheet, left]))
        printer = BarItem(self.texts("booked.print"), Symbol("gh:printer"), "print_it")
        self.set_bar(left=self.item("undo"), centre=self.item("home"), right=printer)
