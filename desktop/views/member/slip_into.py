"""The slip is in my credits now."""

from dataclasses import dataclass
from typing import Any, ClassVar

from desktop.services.seen import CreditsSeen
from desktop.views.kit.art import Coins, Jar
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.parts.slips import slip_done
from desktop.views.visit import Visit

_COINS = 20


@dataclass(frozen=True, slots=True)
class SlipIntoState:
    """after: what the member has now. is_later: the network looks at the slip later."""

    after: CreditsSeen
    step_minutes: int = 15
    is_later: bool = False


class SlipInto(Screen):
    """Says that it is in."""

    name: ClassVar[str] = "slip_into"

    @staticmethod
    def read(services: Any, visit: Visit) -> SlipIntoState:
        """What handing in made."""
        after, step_minutes = services.credits.of(visit.sitting.member), services.centre.rules.step_minutes
        return SlipIntoState(after, step_minutes, is_later=visit.result.verdict.is_later)

    @staticmethod
    def on_undo(services: Any, visit: Visit) -> None:
        """Take it out again."""
        services.credits.undo(visit.sitting, visit.result.fact)

    def sound(self, _state: SlipIntoState) -> str:
        """Two soft tones: it is done."""
        return "done"

    def fill(self, state: SlipIntoState) -> None:
        """Show the credits."""
        now = state.after
        self.ask(self.texts("slip.is_in"))
        art = (
            Coins(now.coins)
            if 0 < now.coins <= _COINS
            else Jar(now.jar_minutes, now.credit_minutes, state.step_minutes)
        )
        done = slip_done(self.look, self.texts, is_later=state.is_later)
        have = Panel(self.look, art, self.texts.count("credits.have", now.coins), area="credits")
        self.set_body(Columns(self.look, [done, have]))
        self.set_bar(left=self.item("undo"), centre=self.item("home"), right=self.item("finish"))
