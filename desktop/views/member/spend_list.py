"""The offers of one kind."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import OfferSeen
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.parts.beginning import begin_plan
from desktop.views.parts.offers import offer_tile
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class SpendListState:
    """kind: free, here, out or later. offers: of that kind."""

    kind: str
    offers: tuple[OfferSeen, ...]
    credit_minutes: int = 60


class SpendList(Screen):
    """Shows the offers of one kind."""

    name: ClassVar[str] = "spend_list"
    answers = ("not_yet",)

    offer = Signal(object)  # OfferSeen

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = TileGrid(look, texts)
        self._grid.pressed.connect(self.offer)
        self.set_body(self._grid)

    @staticmethod
    def read(services: Any, visit: Visit) -> SpendListState:
        """What the kind holds."""
        chosen = visit.chosen
        return SpendListState(chosen["offers_kind"], chosen["offers"], services.centre.rules.credit_minutes)

    @staticmethod
    def on_offer(services: Any, visit: Visit, offer: OfferSeen) -> str | None:
        """Begin a plan, or show what is still needed."""
        return begin_plan(services, visit, offer)

    def fill(self, state: SpendListState) -> None:
        """Show the offers."""
        self.ask(self.texts(f"spend.kind_{state.kind}"))
        self._grid.show_tiles(
            [offer_tile(offer, self.look, self.texts, credit_minutes=state.credit_minutes) for offer in state.offers]
        )
