"""What this slip can pay for here."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import OfferSeen
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.parts.offers import offer_tile
from desktop.views.parts.slips import GOING
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class SlipOffersState:
    """offers: those the slip pays for, whole."""

    offers: tuple[OfferSeen, ...]
    credit_minutes: int = 60


class SlipOffers(Screen):
    """Asks what to spend the slip on."""

    name: ClassVar[str] = "slip_offers"

    offer = Signal(object)  # OfferSeen

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = TileGrid(look, texts)
        self._grid.pressed.connect(self.offer)
        self.set_body(self._grid)

    @staticmethod
    def read(services: Any, visit: Visit) -> SlipOffersState:
        """The offers that fit; at most four pages, as no list needs more than three Mores."""
        offers = tuple(services.spending.offers_for_slip(visit.slip))[:24]
        return SlipOffersState(offers, services.centre.rules.credit_minutes)

    @staticmethod
    def on_offer(_services: Any, visit: Visit, offer: OfferSeen) -> None:
        """Remember which; at first it is for whoever holds the slip."""
        visit.chosen.pop(GOING, None)
        visit.chosen["offer"] = offer

    def fill(self, state: SlipOffersState) -> None:
        """Show the offers."""
        self.ask(self.texts("spend.what"))
        self._grid.show_tiles(
            [offer_tile(offer, self.look, self.texts, credit_minutes=state.credit_minutes) for offer in state.offers]
        )
