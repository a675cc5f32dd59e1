"""I'd like to try: every activity there is; a press says so, another takes it back."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.week_seen import ActivitySeen
from desktop.views.kit.art import Symbol, picture
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class WishesState:
    """wishes: activities, and whether this member would like to try them."""

    wishes: tuple[tuple[ActivitySeen, bool], ...]


class Wishes(Screen):
    """Asks what the member would like to try."""

    name: ClassVar[str] = "wishes"

    activity = Signal(object)  # (ActivitySeen, bool): what it is now

    @staticmethod
    def read(services: Any, visit: Visit) -> WishesState:
        """Every activity that is kept."""
        visit.chosen["draft"] = services.sittings.new_draft()
        return WishesState(tuple(services.choices.wishes(visit.sitting)))

    @staticmethod
    def on_activity(services: Any, visit: Visit, wish: tuple[ActivitySeen, bool]) -> None:
        """Say so, or take it back."""
        activity, is_wished = wish
        services.choices.wish(visit.sitting, visit.chosen["draft"], activity.id, is_wished=not is_wished)

    def fill(self, state: WishesState) -> None:
        """Show the activities."""
        self.ask(self.texts("choose.try_what"))
        if not state.wishes:
            self.set_body(Panel(self.look, Symbol("om:1F4AD"), self.texts("choose.nothing"), area="choose"))
            return
        tiles = [
            Tile(
                (activity, is_wished),
                activity.label,
                picture(activity.pic),
                badge="chosen" if is_wished else None,
                area="choose",
            )
            for activity, is_wished in state.wishes
        ]
        self._grid().show_tiles(tiles)

    def _grid(self) -> TileGrid:
        grid = TileGrid(self.look, self.texts)
        grid.pressed.connect(self.activity)
        self.set_body(grid)
        return grid
