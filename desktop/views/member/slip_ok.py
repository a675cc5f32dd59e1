"""The slip is good: into my credits, or spend it here?"""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.areas import AREA_ART
from desktop.views.parts.choices import PanelAndTiles
from desktop.views.parts.offers import price_art, price_words
from desktop.views.parts.slips import handed_in
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class SlipOkState:
    """minutes: what the slip is good for. can_keep: it may go into my credits (a slip for one place may not)."""

    minutes: int
    can_keep: bool = True
    can_spend: bool = True
    credit_minutes: int = 60


class SlipOk(Screen):
    """Asks where the slip's credits go."""

    name: ClassVar[str] = "slip_ok"
    answers = ("not_good",)

    into = Signal()
    spend = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> SlipOkState:
        """What the slip is good for."""
        verdict = visit.chosen["verdict"]
        can_spend = bool(services.spending.offers_for_slip(visit.slip))
        return SlipOkState(verdict.minutes, not verdict.place, can_spend, services.centre.rules.credit_minutes)

    @staticmethod
    def on_into(services: Any, visit: Visit) -> str | None:
        """Put it into the member's credits."""
        member, draft = visit.sitting.member, visit.chosen["slip_draft"]
        return handed_in(visit, services.slips.redeem_to_member(visit.slip, member, draft, sitting=visit.sitting))

    def fill(self, state: SlipOkState) -> None:
        """Show its coins, and the two ways."""
        self.ask(self.texts("slip.good"))
        words = price_words(state.minutes, self.texts, state.credit_minutes)
        panel = Panel(self.look, price_art(state.minutes, state.credit_minutes), words, area="credits")
        tiles = []
        if state.can_keep:
            tiles.append(Tile("into", self.texts("slip.into"), AREA_ART["credits"], area="credits"))
        if state.can_spend:
            tiles.append(Tile("spend", self.texts("slip.spend_here"), AREA_ART["spend"], area="spend"))
        body = PanelAndTiles(self.look, self.texts, panel, tiles)
        body.pressed.connect(lambda outcome: getattr(self, str(outcome)).emit())
        self.set_body(body)
