"""What is left over of a slip: a new slip, or into somebody's credits."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.panel import Panel
from desktop.views.kit.tile import Tile
from desktop.views.parts.areas import AREA_ART
from desktop.views.parts.choices import PanelAndTiles
from desktop.views.parts.desk import bought_of, pay
from desktop.views.parts.doors import hand_of
from desktop.views.parts.offers import price_art, price_words
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class DeskRestState:
    """minutes: what is left over. can_change: it may come back as a new slip here."""

    minutes: int
    can_change: bool = True
    credit_minutes: int = 60


class DeskRest(Choosing):
    """Asks where it goes."""

    name: ClassVar[str] = "desk_rest"
    answers = ("not_good",)

    new_slip = Signal()
    credits = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> DeskRestState:
        """What is left over."""
        hand, bought = hand_of(visit), bought_of(visit)
        minutes, can_change = services.desk.rest_of(hand, bought), services.desk.can_change(hand, bought)
        return DeskRestState(minutes, can_change, services.centre.rules.credit_minutes)

    @staticmethod
    def on_new_slip(services: Any, visit: Visit) -> str | None:
        """Pay, and print the rest as a slip."""
        answer = pay(services, visit)
        return None if answer == "paid" else answer

    def fill(self, state: DeskRestState) -> None:
        """Show the rest, and where it may go."""
        texts = self.texts
        self.ask(texts("desk.rest"))
        self.allow_help(yes=False)
        worth = price_words(state.minutes, texts, state.credit_minutes)
        panel = Panel(self.look, price_art(state.minutes, state.credit_minutes), worth, area="credits")
        tiles = [Tile("new_slip", texts("desk.new_slip"), Symbol("gh:printer"))] if state.can_change else []
        tiles.append(Tile("credits", texts("desk.credits"), AREA_ART["credits"], area="credits"))
        body = PanelAndTiles(self.look, texts, panel, tiles)
        body.pressed.connect(self.take)
        self.set_body(body)
        self.set_bar(left=self.item("back"))
