"""An offer that still needs coins: how many there are, how many are missing, and keep it for later."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import OfferSeen
from desktop.views.kit.art import Coins, Side, Symbol, picture
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.panel import Panel
from desktop.views.kit.tile import Tile
from desktop.views.parts.areas import area_tile
from desktop.views.parts.choices import PanelAndTiles
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class NotYetState:
    """offer: what it is. coins: whole credits there are for it. missing: whole credits still needed, at least 1."""

    offer: OfferSeen
    coins: int
    missing: int


class NotYet(Choosing):
    """Shows what is still needed, without a word about not having it."""

    name: ClassVar[str] = "not_yet"

    keep = Signal()
    let_go = Signal()
    helped = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> NotYetState:
        """The offer that was pressed, as it stands now."""
        wanted = visit.chosen["offer"].id
        offer = next(one for one in services.spending.offers(visit.sitting) if one.id == wanted)
        visit.chosen["offer"] = offer
        credit = services.centre.rules.credit_minutes
        missing = max(1, -(-offer.short_minutes // credit))
        return NotYetState(offer, max(0, offer.minutes // credit - missing), missing)

    @staticmethod
    def on_keep(services: Any, visit: Visit) -> None:
        """Keep it for later."""
        services.spending.keep(visit.sitting, visit.chosen["offer"].id, is_kept=True)

    @staticmethod
    def on_let_go(services: Any, visit: Visit) -> None:
        """Keep it no more."""
        services.spending.keep(visit.sitting, visit.chosen["offer"].id, is_kept=False)

    def fill(self, state: NotYetState) -> None:
        """Show the coins there are and, dashed, those still to come."""
        self.ask(state.offer.label)
        art = Side((picture(state.offer.pic), Coins(state.coins, state.missing)))
        panel = Panel(self.look, art, self.texts.count("spend.needs", state.missing), area="spend")
        keep = "let_go" if state.offer.is_kept_for_later else "keep"
        badge = "chosen" if state.offer.is_kept_for_later else None
        body = PanelAndTiles(
            self.look,
            self.texts,
            panel,
            [
                Tile(keep, self.texts("spend.keep"), Symbol("gh:keep"), badge=badge),  # type: ignore[arg-type]  # one of two
                area_tile("helped", self.texts),
            ],
        )
        body.pressed.connect(self.take)
        self.set_body(body)
