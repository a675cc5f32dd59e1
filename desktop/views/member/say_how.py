"""Have my say: how was it? Five faces, always in the same order; one press says it."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.said_seen import CameSeen
from desktop.views.kit.art import picture
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.kit.tile import Tile
from desktop.views.parts.choices import is_roomy
from desktop.views.parts.saying import HOW_ART, how_words
from desktop.views.visit import Visit
from ledger.domain.saying import HowItWas

_SHARES: Final = (2, 7)
_MOST_LETTERS: Final = 22  # of a name that large words still leave room for in a question; a longer one stands alone


@dataclass(frozen=True, slots=True)
class SayHowState:
    """came: what it is about, and what the member said of it before."""

    came: CameSeen


class SayHow(Screen):
    """Asks for a face."""

    name: ClassVar[str] = "say_how"

    face = Signal(object)  # HowItWas

    @staticmethod
    def read(services: Any, visit: Visit) -> SayHowState:
        """What was pressed, as it is now."""
        visit.chosen["draft"] = services.sittings.new_draft()
        return SayHowState(services.saying.one(visit.sitting, visit.chosen["say_at"]))

    @staticmethod
    def on_face(services: Any, visit: Visit, how: HowItWas) -> None:
        """Say it; it takes the place of what was said before."""
        at = visit.chosen["say_at"]
        visit.chosen["said"] = services.saying.say(visit.sitting, visit.chosen["draft"], at, how)

    def fill(self, state: SayHowState) -> None:
        """Show the faces, beside what it is about where there is room; else its name stands in the question."""
        activity = state.came.session.activity
        grid = TileGrid(self.look, self.texts, faces=True, most=len(HOW_ART))
        grid.pressed.connect(self.face)
        if is_roomy(self.look):
            self.ask(self.texts("say.how"))
            panel = Panel(self.look, picture(activity.pic), activity.label, area="say")
            self.set_body(Columns(self.look, [panel, grid], _SHARES))
        else:
            is_short = len(activity.label) <= _MOST_LETTERS
            self.ask(self.texts("say.how_was", activity=activity.label) if is_short else activity.label)
            self.set_body(grid)
        grid.show_tiles(
            [
                Tile(how, how_words(how, self.texts), art, badge="chosen" if how is state.came.how else None)
                for how, art in HOW_ART.items()
            ]
        )
