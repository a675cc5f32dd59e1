"""The slip is good: into my credits, or spend it here?"""

from dataclasses import dataclass, replace
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Side, Symbol
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.panel import Panel
from desktop.views.kit.tile import Tile
from desktop.views.parts.areas import AREA_ART
from desktop.views.parts.offers import price_art, price_words
from desktop.views.parts.slips import handed_in
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class SlipOkState:
    """minutes: what the slip is good for. can_keep: it may go into my credits (a slip for one place may not).

    is_later: the network looks at it later; nothing changes for me.
    """

    minutes: int
    can_keep: bool = True
    can_spend: bool = True
    credit_minutes: int = 60
    is_later: bool = False


class SlipOk(Choosing):
    """Asks where the slip's credits go."""

    name: ClassVar[str] = "slip_ok"
    answers = ("not_good",)

    into = Signal()
    spend = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = self.choices()

    @staticmethod
    def read(services: Any, visit: Visit) -> SlipOkState:
        """What the slip is good for."""
        verdict = visit.chosen["verdict"]
        can_spend = bool(services.spending.offers_for_slip(visit.slip))
        return SlipOkState(
            verdict.minutes,
            not verdict.slip.venue,
            can_spend,
            services.centre.rules.credit_minutes,
            is_later=verdict.is_later,
        )

    @staticmethod
    def on_into(services: Any, visit: Visit) -> str | None:
        """Put it into the member's credits."""
        member, draft = visit.sitting.member, visit.chosen["slip_draft"]
        return handed_in(visit, services.slips.redeem_to_member(visit.slip, member, draft, sitting=visit.sitting))

    def fill(self, state: SlipOkState) -> None:
        """Show the ways, each as the slip and what becomes of it, with its coins under the words."""
        self.ask(self.texts("slip.good_later" if state.is_later else "slip.good"))
        coins = price_art(state.minutes, state.credit_minutes)
        worth = price_words(state.minutes, self.texts, state.credit_minutes)
        tiles = []
        if state.can_keep:
            tiles.append(self._tile("into", "slip.into", "credits"))
        if state.can_spend:
            tiles.append(self._tile("spend", "slip.spend_here", "spend"))
        if not tiles:  # good for one place, and that has nothing for it
            self.set_body(Panel(self.look, Symbol("gh:slip"), self.texts("verdict.ask_worker_next"), area="credits"))
            return
        self._grid.show_tiles([replace(tile, under=coins, detail=worth) for tile in tiles])

    def _tile(self, outcome: str, words: str, area: str) -> Tile:
        becomes = Side((Symbol("gh:slip"), Symbol("gh:arrow-right"), AREA_ART[area]))
        return Tile(outcome, self.texts(words), becomes, area=area)
