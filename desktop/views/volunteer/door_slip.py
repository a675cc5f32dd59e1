"""A good slip at a venue's door: welcome, and Take it."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Side, Symbol
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.panel import Panel
from desktop.views.kit.tile import Tile
from desktop.views.parts.choices import PanelAndTiles
from desktop.views.parts.doors import take_in, welcome
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
        """Show the tick, and one tile."""
        texts = self.texts
        self.ask(texts("door.welcome"))
        self.allow_help(yes=False)
        more = texts("door.we_check") if state.is_later else ""
        worth = price_words(state.minutes, texts, state.credit_minutes)
        panel = Panel(self.look, welcome(is_later=state.is_later), worth, more=more, area="week")
        coins = price_art(state.minutes, state.credit_minutes)
        arts = (Symbol("gh:slip"), *((coins,) if coins is not None else ()))
        body = PanelAndTiles(self.look, texts, panel, [Tile("take_it", texts("door.take"), Side(arts), area="credits")])
        body.pressed.connect(self.take)
        self.set_body(body)
        self.set_bar(left=self.item("back"))
