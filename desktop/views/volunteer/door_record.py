"""What was answered to slips here, latest first: for a worker who wants to look into one."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.judging import JudgedSeen
from desktop.views.kit.art import Symbol
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.doors import clock_time
from desktop.views.parts.verdicts import short_words, verdict_area, verdict_art
from desktop.views.visit import Visit

_MOST: Final = 24  # four pages of six: no list needs more than three Mores


@dataclass(frozen=True, slots=True)
class DoorRecordState:
    """answers: the latest first, at most 24."""

    answers: tuple[JudgedSeen, ...] = ()


class DoorRecord(Screen):
    """Shows each answer with its time; pressing one shows it whole."""

    name: ClassVar[str] = "door_record"

    one = Signal(object)  # JudgedSeen

    @staticmethod
    def read(services: Any, _visit: Visit) -> DoorRecordState:
        """What was answered."""
        return DoorRecordState(tuple(services.judging.latest(_MOST)))

    @staticmethod
    def on_one(_services: Any, visit: Visit, answer: JudgedSeen) -> None:
        """Remember which."""
        visit.chosen["answer"] = answer

    def fill(self, state: DoorRecordState) -> None:
        """Show the answers."""
        self.ask(self.texts("door.record"))
        self.allow_help(yes=False)
        if state.answers:
            grid = TileGrid(self.look, self.texts)
            grid.pressed.connect(self.one)
            self.set_body(grid)
            grid.show_tiles([self._tile(answer) for answer in state.answers])
        else:
            self.set_body(Panel(self.look, Symbol("gh:slip"), self.texts("door.none_today"), area="credits"))
        self.set_bar(left=self.item("back"))

    def _tile(self, answer: JudgedSeen) -> Tile:
        said = short_words(answer.outcome, self.texts)
        return Tile(
            answer,
            clock_time(answer.at_ms),
            verdict_art(answer.outcome),
            detail=said,
            area=verdict_area(answer.outcome),
        )
