"""There is nothing left to choose: all of it is chosen, or nothing is on yet."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.panel import Panel
from desktop.views.kit.tile import Tile
from desktop.views.parts.areas import AREA_ART, area_tile
from desktop.views.parts.choices import PanelAndTiles
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class AllChosenState:
    """has_days: whether anything is on in the days to come."""

    has_days: bool


class AllChosen(Choosing):
    """Says so, and leads on."""

    name: ClassVar[str] = "all_chosen"

    week = Signal()
    something_else = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> AllChosenState:
        """Whether there is anything to change."""
        return AllChosenState(bool(services.choices.days(visit.sitting)))

    def fill(self, state: AllChosenState) -> None:
        """Show it."""
        self.ask(self.texts("home.choose"))
        if not state.has_days:
            self.set_body(Panel(self.look, AREA_ART["choose"], self.texts("choose.nothing"), area="choose"))
            return
        panel = Panel(self.look, Symbol("gh:tick"), self.texts("choose.all_chosen"), area="choose")
        tiles = [
            area_tile("week", self.texts),
            Tile("something_else", self.texts("choose.something_else"), Symbol("gh:more-things")),
        ]
        body = PanelAndTiles(self.look, self.texts, panel, tiles)
        body.pressed.connect(self.take)
        self.set_body(body)
