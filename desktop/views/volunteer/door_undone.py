"""What was taken at a venue's door is taken back."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.parts.doors import check_slip, next_slip
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class DoorUndoneState:
    """Nothing: it is taken back."""


class DoorUndone(Screen):
    """Says so."""

    name: ClassVar[str] = "door_undone"
    answers = ("not_good",)
    is_verdict: ClassVar[bool] = True
    sees_slips: ClassVar[bool] = True

    scanned = Signal(str)
    next_slip = Signal()

    @staticmethod
    def read(_services: Any, _visit: Visit) -> DoorUndoneState:
        """Nothing to read."""
        return DoorUndoneState()

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """The next slip is here already."""
        return check_slip(services, visit, text)

    def fill(self, _state: DoorUndoneState) -> None:
        """Show it."""
        self.ask(self.texts("door.undone"))
        self.allow_help(yes=False)
        self.set_body(Panel(self.look, Symbol("gh:undo"), self.texts("door.slip_again")))
        self.set_bar(right=next_slip(self.texts))
