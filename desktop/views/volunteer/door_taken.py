"""A slip is taken at a venue's door: it counts once; Undo takes it back."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import TakenSeen
from desktop.views.kit.art import Side, Symbol
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.parts.doors import check_slip, clock_time, next_slip
from desktop.views.parts.offers import price_art, price_words
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class DoorTakenState:
    """taken: which slip."""

    taken: TakenSeen
    credit_minutes: int = 60


class DoorTaken(Screen):
    """Says that it is taken."""

    name: ClassVar[str] = "door_taken"
    answers = ("not_good",)

    scanned = Signal(str)
    next_slip = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> DoorTakenState:
        """The slip that was taken, now or earlier today."""
        return DoorTakenState(visit.chosen["taken"], services.centre.rules.credit_minutes)

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """The next slip is here already."""
        return check_slip(services, visit, text)

    @staticmethod
    def on_undo(services: Any, visit: Visit) -> None:
        """Take it back."""
        services.door.undo(visit.chosen["taken"].fact)

    def fill(self, state: DoorTakenState) -> None:
        """Show it, and Undo unless that was done."""
        taken, texts = state.taken, self.texts
        self.ask(texts("door.undone" if taken.is_undone else "door.taken"))
        self.allow_help(yes=False)
        mark = Symbol("gh:undo" if taken.is_undone else "gh:tick")
        done = Panel(self.look, Side((Symbol("gh:slip"), mark)), clock_time(taken.at_ms))
        worth = price_words(taken.minutes, texts, state.credit_minutes)
        much = Panel(self.look, price_art(taken.minutes, state.credit_minutes), worth, area="credits")
        self.set_body(Columns(self.look, [done, much]))
        left = self.item("back") if taken.is_undone else self.item("undo")
        self.set_bar(left=left, right=next_slip(texts))
