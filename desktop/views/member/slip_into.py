"""The slip is in my credits now."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import CreditsSeen
from desktop.views.kit.art import Art, Side, Symbol
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.panel import Panel
from desktop.views.kit.tile import Tile
from desktop.views.parts.choices import PanelAndTiles
from desktop.views.parts.credits import what_is_had
from desktop.views.parts.slips import done_art, take_slip
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class SlipIntoState:
    """after: what the member has now. is_later: the network looks at the slip later."""

    after: CreditsSeen
    step_minutes: int = 15
    is_later: bool = False


class SlipInto(Choosing):
    """Says that it is in. Another slip that is scanned goes straight on; without a scanner its tile leads back."""

    name: ClassVar[str] = "slip_into"
    answers = ("not_good",)

    scanned = Signal(str)
    another = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> SlipIntoState:
        """What handing in made."""
        after, step_minutes = services.credits.of(visit.sitting.member), services.centre.rules.step_minutes
        return SlipIntoState(after, step_minutes, is_later=visit.result.verdict.is_later)

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """One more slip."""
        return take_slip(services, visit, text)

    @staticmethod
    def on_undo(services: Any, visit: Visit) -> None:
        """Take it out again."""
        services.credits.undo(visit.sitting, visit.result.fact)

    def sound(self, _state: SlipIntoState) -> str:
        """Two soft tones: it is done."""
        return "done"

    def fill(self, state: SlipIntoState) -> None:
        """Show the credits, and the way for one more slip."""
        now = state.after
        self.ask(self.texts("slip.is_in"))
        more = self.texts("slip.look_later" if state.is_later else "slip.paper_done")
        have = Panel(self.look, _art(state), self.texts.count("credits.have", now.coins), more=more, area="credits")
        another = Tile("another", self.texts("slip.another"), Symbol("gh:slip"), area="credits")
        body = PanelAndTiles(self.look, self.texts, have, [another])
        body.pressed.connect(self.take)
        self.set_body(body)
        self.set_bar(left=self.item("undo"), centre=self.item("home"), right=self.item("finish"))


def _art(state: SlipIntoState) -> Art:
    """A tick, with a small clock where the network looks at the slip later, and what the member has now."""
    return Side((done_art(is_later=state.is_later), what_is_had(state.after, state.step_minutes)))
