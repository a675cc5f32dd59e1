"""A good slip at a venue's door: what it is worth, and Take it. The tick comes once it is taken."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.panel import Panel
from desktop.views.kit.tile import Tile
from desktop.views.parts.choices import PanelAndTiles
from desktop.views.parts.doors import take_in
from desktop.views.parts.offers import price_art, price_words
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class DoorSlipState:
    """minutes: what the slip is good for. is_later: the network checks it later."""

    minutes: int
    is_later: bool = False
    credit_minutes: int = 60


class DoorSlip(Choosing):
    """Says that the slip is good; Take it takes it in."""

    name: ClassVar[str] = "door_slip"
    answers = ("not_good",)

    @staticmethod
    def read(services: Any, visit: Visit) -> DoorSlipState:
        """What the slip is good for."""
        verdict = visit.chosen["verdict"]
        return DoorSlipState(verdict.minutes, verdict.is_later, services.centre.rules.credit_minutes)

    take_it = Signal()

    @staticmethod
    def on_take_it(services: Any, visit: Visit) -> str | None:
        """Take it in."""
        return take_in(services, visit)

    def fill(self, state: DoorSlipState) -> None:
        """Show the slip with its coins, and one tile."""
        texts = self.texts
        self.ask(texts("door.good"))
        self.allow_help(yes=False)
        more = texts("door.check_later") if state.is_later else ""
        coins = price_art(state.minutes, state.credit_minutes)
        worth = price_words(state.minutes, texts, state.credit_minutes)
        panel = Panel(self.look, coins or Symbol("gh:slip"), worth, more=more, area="credits")
        tile = Tile("take_it", texts("door.take"), Symbol("gh:slip"), area="week")
        body = PanelAndTiles(self.look, texts, panel, [tile])
        body.pressed.connect(self.take)
        self.set_body(body)
        self.set_bar(left=self.item("back"))
