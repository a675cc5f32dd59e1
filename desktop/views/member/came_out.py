"""Did it come out? Yes, try again with the same slip, or put it back."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.views.kit.art import Badged, Side, Symbol
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.tile import Tile
from desktop.views.parts.areas import AREA_ART
from desktop.views.parts.printing import print_sheet
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_PAPER: Final = Symbol("om:1F4C4")
_BACK: Final = Side((_PAPER, Symbol("gh:arrow-right"), AREA_ART["credits"]))


@dataclass(frozen=True, slots=True)
class CameOutState:
    """Nothing: the question is always the same."""


class CameOut(Choosing):
    """Asks whether the paper is there."""

    name: ClassVar[str] = "came_out"

    yes = Signal()
    again = Signal()
    put_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = self.choices()
        self.set_bar(centre=self.item("home"))

    @staticmethod
    def read(_services: Any, _visit: Visit) -> CameOutState:
        """Nothing to read."""
        return CameOutState()

    @staticmethod
    def on_again(services: Any, visit: Visit) -> None:
        """The same sheet with the same slip."""
        print_sheet(services, visit, again=True)

    @staticmethod
    def on_put_back(services: Any, visit: Visit) -> None:
        """Give the plan up; the slip is void."""
        services.spending.put_back(visit.sitting, visit.chosen["plan"])

    def fill(self, _state: CameOutState) -> None:
        """Ask."""
        self.ask(self.texts("print.came_out"))
        self._grid.show_tiles(
            [
                Tile("yes", self.texts("kit.yes"), Badged(_PAPER, Symbol("gh:tick"))),
                Tile("again", self.texts("print.again"), Badged(Symbol("gh:printer"), Symbol("gh:cross"))),
                Tile("put_back", self.texts("print.put_back"), _BACK, detail=self.texts("print.credits_back")),
            ]
        )
