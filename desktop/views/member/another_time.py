"""The same task again within its own length: is this another time? Asked before anything is written."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import Pic
from desktop.views.kit.art import Side, Symbol, picture
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.tile import Tile
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class AnotherTimeState:
    """pic: what was done."""

    pic: Pic


class AnotherTime(Choosing):
    """Asks whether it happened twice, or was only pressed twice."""

    name: ClassVar[str] = "another_time"

    again = Signal()
    same = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = self.choices()

    @staticmethod
    def read(_services: Any, visit: Visit) -> AnotherTimeState:
        """What was said before."""
        return AnotherTimeState(visit.chosen["task"].pic)

    @staticmethod
    def on_again(services: Any, visit: Visit) -> None:
        """Record it: it was another time."""
        visit.result = services.contributions.say(visit.sitting, visit.helped)

    def fill(self, state: AnotherTimeState) -> None:
        """Ask."""
        self.ask(self.texts("helped.is_another_time"))
        once = picture(state.pic)
        twice = Side((once, Symbol("gh:plus"), once))
        self._grid.show_tiles(
            [
                Tile("again", self.texts("helped.another_time"), twice, detail=self.texts("helped.count_it")),
                Tile("same", self.texts("helped.same_time"), once, detail=self.texts("helped.counted")),
            ]
        )
