"""My week is at the printer."""

from dataclasses import dataclass
from typing import Any, ClassVar

from desktop.views.kit.art import Symbol
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class WeekPrintedState:
    """Nothing: it always says the same."""


class WeekPrinted(Screen):
    """Says where the paper is."""

    name: ClassVar[str] = "week_printed"

    @staticmethod
    def read(_services: Any, _visit: Visit) -> WeekPrintedState:
        """Nothing to read."""
        return WeekPrintedState()

    def fill(self, _state: WeekPrintedState) -> None:
        """Say so."""
        self.ask(self.texts("home.week"))
        self.set_body(Panel(self.look, Symbol("gh:printer"), self.texts("week.printed"), area="week"))
        self.set_bar(centre=self.item("home"), right=self.item("finish"))
