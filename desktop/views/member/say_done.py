"""Said: of what, which face, and that a worker will read it."""

from dataclasses import dataclass
from typing import Any, ClassVar

from desktop.services.said_seen import CameSeen
from desktop.views.kit.art import picture
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.parts.saying import HOW_ART, how_words
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class SayDoneState:
    """came: what was said of what. is_same: it had been said before just so, and there is nothing to take back."""

    came: CameSeen
    is_same: bool = False


class SayDone(Screen):
    """Thanks the member, and says what happens next."""

    name: ClassVar[str] = "say_done"

    @staticmethod
    def read(_services: Any, visit: Visit) -> SayDoneState:
        """What `say` wrote."""
        said = visit.chosen["said"]
        return SayDoneState(said.came, is_same=not said.changes.facts)

    @staticmethod
    def on_undo(services: Any, visit: Visit) -> None:
        """What was said before holds again; the screen asks anew."""
        services.saying.undo(visit.sitting, visit.chosen["said"])

    def sound(self, _state: SayDoneState) -> str:
        """Two soft tones: it is done."""
        return "done"

    def fill(self, state: SayDoneState) -> None:
        """Show it."""
        session = state.came.session
        self.ask(self.texts("say.you_said", how=how_words(state.came.how, self.texts)))
        about = Panel(self.look, picture(session.activity.pic), session.activity.label, area="say")
        said = Panel(self.look, HOW_ART[state.came.how], self.texts("say.thanks"), area="say")
        self.set_body(Columns(self.look, [about, said]))
        left = self.item("back" if state.is_same else "undo")
        self.set_bar(left=left, centre=self.item("home"), right=self.item("finish"))
