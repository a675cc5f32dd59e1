"""A slip is taken at a venue's door: welcome; it counts once; Undo takes it back."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import TakenSeen
from desktop.views.kit.art import Symbol
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.parts.doors import check_slip, clock_time, next_slip, welcome
from desktop.views.parts.offers import price_art, price_words
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class DoorTakenState:
    """taken: which slip. is_now: it has just come in. is_later: and the network checks it later."""

    taken: TakenSeen
    credit_minutes: int = 60
    is_now: bool = False
    is_later: bool = False


class DoorTaken(Screen):
    """Says that it is taken."""

    name: ClassVar[str] = "door_taken"
    answers = ("not_good",)

    scanned = Signal(str)
    next_slip = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> DoorTakenState:
        """The slip that was taken, now or earlier today."""
        is_now = visit.chosen.get("taken_now") == visit.chosen["taken"].fact
        is_later = is_now and visit.chosen["verdict"].is_later
        return DoorTakenState(visit.chosen["taken"], services.centre.rules.credit_minutes, is_now, is_later)

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
        self.ask(texts(self._says(state)))
        self.allow_help(yes=False)
        done = self._welcome(state) if state.is_now else self._earlier(taken)
        worth = price_words(taken.minutes, texts, state.credit_minutes)
        much = Panel(self.look, price_art(taken.minutes, state.credit_minutes), worth, area="credits")
        self.set_body(Columns(self.look, [done, much]))
        left = self.item("back") if taken.is_undone else self.item("undo")
        self.set_bar(left=left, right=next_slip(texts))

    def _says(self, state: DoorTakenState) -> str:
        if state.taken.is_undone:
            return "door.undone"
        return "door.welcome" if state.is_now else "door.taken"

    def _welcome(self, state: DoorTakenState) -> Panel:
        more = self.texts("door.we_check") if state.is_later else ""
        return Panel(self.look, welcome(is_later=state.is_later), self.texts("door.taken"), more=more, area="week")

    def _earlier(self, taken: TakenSeen) -> Panel:
        mark = Symbol("gh:undo" if taken.is_undone else "gh:used-slip")
        return Panel(self.look, mark, clock_time(taken.at_ms))
