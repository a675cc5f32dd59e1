"""More to spend credits on than a few pages hold: first the kind."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.seen import OfferSeen
from desktop.views.kit.art import Symbol
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_PICTURES: Final = {"free": "gh:heart", "here": "gh:home", "out": "om:1F68C", "later": "gh:jar"}


@dataclass(frozen=True, slots=True)
class SpendGroupsState:
    """groups: kinds that have an offer, of free, here, out and later."""

    groups: tuple[str, ...]


class SpendGroups(Screen):
    """Asks for the kind of offer."""

    name: ClassVar[str] = "spend_groups"

    group = Signal(object)

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = TileGrid(look, texts)
        self._grid.pressed.connect(self.group)
        self.set_body(self._grid)

    @staticmethod
    def read(services: Any, visit: Visit) -> SpendGroupsState:
        """The kinds there are."""
        kinds = {kind_of(offer) for offer in services.spending.offers(visit.sitting)}
        return SpendGroupsState(tuple(kind for kind in _PICTURES if kind in kinds))

    @staticmethod
    def on_group(services: Any, visit: Visit, kind: str) -> None:
        """Find the offers of this kind."""
        visit.chosen["offers"] = tuple(o for o in services.spending.offers(visit.sitting) if kind_of(o) == kind)
        visit.chosen["offers_kind"] = kind

    def fill(self, state: SpendGroupsState) -> None:
        """Show the kinds."""
        self.ask(self.texts("spend.what_kind"))
        self._grid.show_tiles(
            [
                Tile(kind, self.texts(f"spend.kind_{kind}"), Symbol(_PICTURES[kind]), area="spend")
                for kind in state.groups
            ]
        )


def kind_of(offer: OfferSeen) -> str:
    """Free, here, out and about, or for later: one kind for each offer."""
    if offer.short_minutes:
        return "later"
    if not offer.minutes:
        return "free"
    return "here" if offer.venue is None else "out"
