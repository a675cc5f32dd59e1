"""Spend: what I can have now comes first, then what I save for; my plans have their own place."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.seen import OfferSeen
from desktop.views.kit.art import Symbol
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.areas import AREA_ART
from desktop.views.parts.beginning import begin_plan
from desktop.views.parts.choices import PanelAndTiles
from desktop.views.parts.offers import offer_tile
from desktop.views.visit import Visit

_PLANS: Final = "plans"
_OTHERS: Final = "others"
_PAGES: Final = 4  # no list needs more than three Mores


@dataclass(frozen=True, slots=True)
class SpendState:
    """offers: in the order to show. has_plans: whether My plans leads anywhere."""

    offers: tuple[OfferSeen, ...]
    has_plans: bool = False
    credit_minutes: int = 60


class Spend(Screen):
    """Shows what credits can be spent on."""

    name: ClassVar[str] = "spend"
    answers = ("not_yet",)

    offer = Signal(object)  # OfferSeen
    others = Signal()
    plans = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> SpendState:
        """The offers as this member sees them, and whether there are plans."""
        return SpendState(
            tuple(services.spending.offers(visit.sitting)),
            bool(services.spending.plans(visit.sitting)),
            services.centre.rules.credit_minutes,
        )

    @staticmethod
    def on_offer(services: Any, visit: Visit, offer: OfferSeen) -> str | None:
        """Begin a plan, or show what is still needed."""
        return begin_plan(services, visit, offer)

    def fill(self, state: SpendState) -> None:
        """Show the offers."""
        self.ask(self.texts("spend.what"))
        pinned = Tile(_PLANS, self.texts("spend.my_plans"), Symbol("om:1F5D3")) if state.has_plans else None
        if not state.offers:
            nothing = Panel(self.look, AREA_ART["spend"], self.texts("spend.nothing_yet"), area="spend")
            if pinned is None:
                self.set_body(nothing)
                return
            body = PanelAndTiles(self.look, self.texts, nothing, [pinned])
            body.pressed.connect(self._pressed)
            self.set_body(body)
            return
        grid = TileGrid(self.look, self.texts, pinned=pinned)
        grid.pressed.connect(self._pressed)
        self.set_body(grid)
        room = _PAGES * (self.look.tiles_a_page - (pinned is not None))
        tiles = [offer_tile(one, self.look, self.texts, credit_minutes=state.credit_minutes) for one in state.offers]
        if len(tiles) > room:
            tiles = [*tiles[: room - 1], Tile(_OTHERS, self.texts("spend.others"), Symbol("gh:more-things"))]
        grid.show_tiles(tiles)

    def _pressed(self, value: object) -> None:
        if value == _PLANS:
            self.plans.emit()
        elif value == _OTHERS:
            self.others.emit()
        else:
            self.offer.emit(value)
