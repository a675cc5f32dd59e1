"""Use a slip: hold it to the scanner, or ask a worker to type its code."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.parts.slips import take_slip
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class UseSlipState:
    """Nothing: the question is always the same."""


class UseSlip(Screen):
    """Waits for a scanner: what it types comes as `scanned`, wherever the focus is."""

    name: ClassVar[str] = "use_slip"
    answers = ("not_good",)

    scanned = Signal(str)
    type_code = Signal()

    @staticmethod
    def read(_services: Any, _visit: Visit) -> UseSlipState:
        """Nothing to read."""
        return UseSlipState()

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """Check what was scanned."""
        return take_slip(services, visit, text)

    def fill(self, _state: UseSlipState) -> None:
        """Show what to do."""
        self.ask(self.texts("slip.show"))
        panel = Panel(self.look, Symbol("gh:slip"), self.texts("slip.hold_it"), area="credits")
        self.set_body(panel)
        typing = BarItem(self.texts("slip.type"), Symbol("gh:key-pad"), "type_code")
        self.set_bar(left=self.item("back"), centre=self.item("home"), right=typing)
