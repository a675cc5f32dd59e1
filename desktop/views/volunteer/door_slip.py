"""Good slips that somebody holds out: what they are worth, and Take it. The tick comes once they are taken."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.panel import Panel
from desktop.views.kit.tile import Tile
from desktop.views.parts.areas import AREA_ART
from desktop.views.parts.choices import PanelAndTiles
from desktop.views.parts.desk import WHAT
from desktop.views.parts.doors import HAND, check_slip, hand_of, is_again, take_in
from desktop.views.parts.offers import price_art, price_words
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class DoorSlipState:
    """minutes: what the slips are good for. count: how many they are. is_later: the network checks one of them later.

    is_again: the slip shown last is among them already. is_desk: they pay for what there is at a centre; can_spend:
    they are enough for some of it.
    """

    minutes: int
    is_later: bool = False
    credit_minutes: int = 60
    count: int = 1
    is_again: bool = False
    is_desk: bool = False
    can_spend: bool = True


class DoorSlip(Choosing):
    """Says that the slips are good; Take it takes them in. Another slip that is shown meanwhile comes to them."""

    name: ClassVar[str] = "door_slip"
    answers = ("not_good",)
    sees_slips: ClassVar[bool] = True

    scanned = Signal(str)
    take_it = Signal()
    into = Signal()
    spend = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> DoorSlipState:
        """What the slips are good for."""
        verdicts = [held.verdict for held in hand_of(visit)]
        return DoorSlipState(
            sum(verdict.minutes for verdict in verdicts),
            any(verdict.is_later for verdict in verdicts),
            services.centre.rules.credit_minutes,
            len(verdicts),
            is_again(visit),
            services.door.is_desk,
            services.door.is_desk and bool(services.desk.pays_for(hand_of(visit))),
        )

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """One more of the same visit."""
        return check_slip(services, visit, text)

    @staticmethod
    def on_back(_services: Any, visit: Visit) -> None:
        """They go, and nothing was taken."""
        visit.chosen[HAND] = ()

    @staticmethod
    def on_into(_services: Any, visit: Visit) -> None:
        """They go into somebody's credits."""
        visit.chosen[WHAT] = None

    @staticmethod
    def on_take_it(services: Any, visit: Visit) -> str | None:
        """Take them in."""
        return take_in(services, visit)

    def fill(self, state: DoorSlipState) -> None:
        """Show the slips with their coins, and one tile."""
        texts = self.texts
        self.ask(texts.count("door.good_slips", state.count))
        self.allow_help(yes=False)
        coins = price_art(state.minutes, state.credit_minutes)
        worth = price_words(state.minutes, texts, state.credit_minutes)
        panel = Panel(self.look, coins or Symbol("gh:slip"), worth, more=self._more(state), area="credits")
        body = PanelAndTiles(self.look, texts, panel, self._tiles(state))
        body.pressed.connect(self.take)
        self.set_body(body)
        self.set_bar(left=self.item("back"))

    def _more(self, state: DoorSlipState) -> str:
        """One thing at a time: what matters most."""
        if state.is_again:
            return self.texts("door.here_already")
        if state.is_later:
            return self.texts("door.check_later")
        return self.texts("desk.one_more" if state.is_desk else "door.one_more")

    def _tiles(self, state: DoorSlipState) -> list[Tile]:
        texts = self.texts
        if not state.is_desk:
            return [Tile("take_it", texts.count("door.take_slips", state.count), Symbol("gh:slip"), area="week")]
        tiles = [Tile("spend", texts("slip.spend_here"), AREA_ART["spend"], area="spend")] if state.can_spend else []
        return [*tiles, Tile("into", texts("desk.credits"), AREA_ART["credits"], area="credits")]

    def sound(self, _state: DoorSlipState) -> str:
        """It was read."""
        return "scan"
