"""Have my say, first question: what did you come to? Newest first; what was said of it stands with its face."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.said_seen import CameSeen
from desktop.views.kit.art import picture
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.areas import AREA_ART, area_tile
from desktop.views.parts.choices import PanelAndTiles, is_roomy
from desktop.views.parts.choose import begin_choosing
from desktop.views.parts.saying import HOW_ART, day_words, how_words
from desktop.views.visit import Visit
from ledger.domain.saying import HowItWas


@dataclass(frozen=True, slots=True)
class SayWhatState:
    """came: what the member came to lately, newest first. today: as the centre reckons it."""

    came: tuple[CameSeen, ...]
    today: date


class SayWhat(Screen):
    """Asks what the member wants to speak of."""

    name: ClassVar[str] = "say_what"

    answers = ("answered",)

    activity = Signal(object)  # CameSeen
    choose = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> SayWhatState:
        """What the member came to."""
        return SayWhatState(tuple(services.saying.lately(visit.sitting)), services.my_week.today())

    @staticmethod
    def on_activity(_services: Any, visit: Visit, came: CameSeen) -> str | None:
        """Ask how it was; where a worker has read it, that comes first."""
        visit.chosen["say_at"] = came.session.at
        return "answered" if came.answer is not None else None

    @staticmethod
    def on_choose(_services: Any, visit: Visit) -> None:
        """Choose for the next part of the week that has no choice."""
        begin_choosing(visit)

    def fill(self, state: SayWhatState) -> None:
        """Show each by its picture; with none, say what comes first."""
        if not state.came:
            self._fill_empty()
            return
        self.ask(self.texts("say.what"))
        grid = TileGrid(self.look, self.texts)
        grid.pressed.connect(self.activity)
        self.set_body(grid)
        grid.show_tiles([self._tile(came, state.today) for came in state.came])

    def _fill_empty(self) -> None:
        self.ask(self.texts("say.nothing_yet"))
        first, then = self.texts("say.come_first"), self.texts("say.then_say")
        panel = Panel(self.look, AREA_ART["say"], first, more=then, area="say")
        body = PanelAndTiles(self.look, self.texts, panel, [area_tile("choose", self.texts)])
        body.pressed.connect(lambda _: self.choose.emit())
        self.set_body(body)

    def _tile(self, came: CameSeen, today: date) -> Tile:
        """Where words are large the day is only spoken, so that the face has room."""
        activity, day = came.session.activity, day_words(came.session.day, today, self.texts)
        is_said = came.how is not HowItWas.NOT_SAID
        said_of = (
            self.texts("say.said_of", activity=activity.label, how=how_words(came.how, self.texts)) if is_said else ""
        )
        name = said_of or activity.label
        more = self.texts("say.read") if came.answer is not None else day
        return Tile(
            came,
            name,
            picture(activity.pic),
            under=HOW_ART[came.how] if is_said else None,
            detail=more if is_roomy(self.look) else "",
            area="say",
            shown=activity.label,
            spoken=f"{name}. {more}",
        )
