"""Good slips that somebody holds out: what they are worth, and Take it. The tick comes once they are taken."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.panel import Panel
from desktop.views.kit.tile import Tile
from desktop.views.parts.choices import PanelAndTiles
from desktop.views.parts.doors import HAND, check_slip, hand_of, is_again, take_in
from desktop.views.parts.offers import price_art, price_words
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class DoorSlipState:
    """minutes: what the slips are good for. count: how many they are. is_later: the network checks one of them later.

    is_again: the slip shown last is among them already.
    """

    minutes: int
    is_later: bool = False
    credit_minutes: int = 60
    count: int = 1
    is_again: bool = False


class DoorSlip(Choosing):
    """Says that the slips are good; Take it takes them in. Another slip that is shown meanwhile comes to them."""

    name: ClassVar[str] = "door_slip"
    answers = ("not_good",)
    sees_slips: ClassVar[bool] = True

    scanned = Signal(str)
    take_it = Signal()

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
    def on_take_it(services: Any, visit: Visit) -> str | None:
        """Take them in."""
        return take_in(services, visit)

    def fill(self, state: DoorSlipState) -> None:
        """Show the slips with their coins, and one tile."""
        texts = self.texts
        self.ask(texts.count("door.good_slips", state.count))
        self.allow_help(yes=False)
        later = texts("door.check_later") if state.is_later else ""
        more = texts("door.one_more") if not state.is_again else texts("door.here_already")
        coins = price_art(state.minutes, state.credit_minutes)
        worth = price_words(state.minutes, texts, state.credit_minutes)
        panel = Panel(self.look, coins or Symbol("gh:slip"), worth, more=f"{later} {more}".strip(), area="credits")
        tile = Tile("take_it", texts.count("door.take_slips", state.count), Symbol("gh:slip"), area="week")
        body = PanelAndTiles(self.look, texts, panel, [tile])
        body.pressed.connect(self.take)
        self.set_body(body)
        self.set_bar(left=self.item("back"))

    def sound(self, _state: DoorSlipState) -> str:
        """It was read."""
        return "scan"
