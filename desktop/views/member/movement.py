"""One thing that changed my credits: what it was, when, and Undo if it was done in this visit."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.clock import local_day
from desktop.services.seen import MovementSeen
from desktop.views.kit.art import Art, Badged, ClockFace, Side, Symbol, picture
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.parts.movements import turn_of
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class MovementState:
    """movement: what is shown."""

    movement: MovementSeen


class Movement(Screen):
    """Shows one thing; Undo takes it back."""

    name: ClassVar[str] = "movement"

    take_back = Signal()

    @staticmethod
    def read(_services: Any, visit: Visit) -> MovementState:
        """What was pressed."""
        return MovementState(visit.chosen["movement"])

    @staticmethod
    def on_take_back(services: Any, visit: Visit) -> None:
        """Take it back."""
        services.credits.undo(visit.sitting, visit.chosen["movement"].fact)

    def fill(self, state: MovementState) -> None:
        """Show it, with Undo at the right if it can be taken back."""
        one = state.movement
        self.ask(self.texts(one.what))
        what = Panel(self.look, picture(one.pic), one.label, more=self.texts.day(local_day(one.at_ms)), area="credits")
        much = Panel(
            self.look,
            _moved(one),
            self.texts(f"history.{turn_of(one)}", length=self.texts.length(abs(one.minutes))),
        )
        self.set_body(Columns(self.look, [what, much]))
        undo = self.item("undo")
        right = type(undo)(undo.name, undo.art, "take_back") if one.can_undo else None
        self.set_bar(left=self.item("back"), centre=self.item("home"), right=right)


def _moved(one: MovementSeen) -> Art | None:
    """Where the time went, for whoever does not read it: into my jar, or out of it."""
    if not one.minutes:
        return None
    time, jar, arrow = ClockFace(abs(one.minutes)), Symbol("gh:jar"), Symbol("gh:arrow-right")
    match turn_of(one):
        case "came":
            return Side((time, arrow, jar))
        case "went":
            return Side((jar, arrow, time))
        case "waits":
            return Badged(time, Symbol("gh:hourglass"))
        case _:
            return Badged(time, Symbol("gh:undo"))
