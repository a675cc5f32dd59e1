"""Where my credits came from and went to, newest first."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.clock import local_day
from desktop.services.seen import MovementSeen
from desktop.views.kit.art import Jar, picture
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.choices import is_roomy
from desktop.views.parts.movements import turn_of
from desktop.views.texts import Texts
from desktop.views.visit import Visit

MOST = 24  # four pages of six: no list needs more than three Mores


@dataclass(frozen=True, slots=True)
class WhereFromState:
    """movements: newest first."""

    movements: tuple[MovementSeen, ...]


class WhereFrom(Screen):
    """Shows what changed my credits; pressing one shows it whole."""

    name: ClassVar[str] = "where_from"
    follows_person: ClassVar[bool] = True

    one = Signal(object)  # MovementSeen

    @staticmethod
    def read(services: Any, visit: Visit) -> WhereFromState:
        """The last things that changed what the member has."""
        return WhereFromState(tuple(services.credits.history(visit.sitting, MOST)))

    @staticmethod
    def on_one(_services: Any, visit: Visit, movement: MovementSeen) -> None:
        """Remember which."""
        visit.chosen["movement"] = movement

    def fill(self, state: WhereFromState) -> None:
        """Show each by its picture, with what it gave or took."""
        self.ask(self.texts("history.where_from"))
        if state.movements:
            grid = TileGrid(self.look, self.texts)
            grid.pressed.connect(self.one)
            self.set_body(grid)
            grid.show_tiles([self._tile(movement) for movement in state.movements])
        else:
            self.set_body(Panel(self.look, Jar(0), self.texts("credits.none_yet"), area="credits"))

    def _tile(self, movement: MovementSeen) -> Tile:
        name = movement.label or self.texts(movement.what)
        detail = came(self.texts, movement) if is_roomy(self.look) else much(self.texts, movement)
        return Tile(movement, name, picture(movement.pic), detail=detail, area="credits")


def came(texts: Texts, movement: MovementSeen) -> str:
    """What it gave or took, and when: "One hour in. Tuesday."."""
    day = texts.weekday(local_day(movement.at_ms))
    return texts(f"history.{turn_of(movement)}_on", length=texts.length(abs(movement.minutes)), day=day)


def much(texts: Texts, movement: MovementSeen) -> str:
    """Only what it gave or took: "+ One hour"; a press tells the rest."""
    if movement.is_undone:
        return texts("undone.taken_back")
    return texts("history.in" if movement.minutes >= 0 else "history.out", length=texts.length(abs(movement.minutes)))
