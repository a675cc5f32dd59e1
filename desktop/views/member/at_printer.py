"""The same sheet went to the printer a moment ago: it is at the printer."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.choices import PanelAndTiles
from desktop.views.parts.printing import print_sheet
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class AtPrinterState:
    """Nothing: the message is always the same."""


class AtPrinter(Screen):
    """Says where the sheet is, and offers to print it again."""

    name: ClassVar[str] = "at_printer"

    again = Signal()

    @staticmethod
    def read(_services: Any, _visit: Visit) -> AtPrinterState:
        """Nothing to read."""
        return AtPrinterState()

    @staticmethod
    def on_again(services: Any, visit: Visit) -> None:
        """Print the same sheet once more."""
        print_sheet(services, visit, again=True)

    def fill(self, _state: AtPrinterState) -> None:
        """Say so."""
        self.ask(self.texts("print.at_printer"))
        panel = Panel(self.look, Symbol("gh:printer"), self.texts("print.go_and_look"), area="spend")
        body = PanelAndTiles(
            self.look, self.texts, panel, [Tile("again", self.texts("print.again"), Symbol("gh:printer"))]
        )
        body.pressed.connect(lambda _value: self.again.emit())
        self.set_body(body)
