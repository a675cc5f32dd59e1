"""A session that is full: a place on its list, or what else there is."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.week_seen import OptionSeen
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.choose import choose, option_tile, put_on_list, waiting_art
from desktop.views.visit import Visit
from ledger.domain.week import Choice

_LIST: Final = "list"
_MOST: Final = 5


@dataclass(frozen=True, slots=True)
class ChooseFullState:
    """option: what is full. others: what else there is then, with places left."""

    option: OptionSeen
    others: tuple[OptionSeen, ...] = ()
    credit_minutes: int = 60


class ChooseFull(Screen):
    """Offers a place on the list and what else there is."""

    name: ClassVar[str] = "choose_full"
    answers = ("pay", "full")

    listed = Signal()
    option = Signal(object)  # OptionSeen

    @staticmethod
    def read(services: Any, visit: Visit) -> ChooseFullState:
        """What else there is in the same place."""
        full = visit.chosen["option"]
        seen = services.choices.choosing(visit.sitting, visit.chosen["place"])
        others = [one for one in seen.options if not one.is_full and one.session.at != full.session.at]
        return ChooseFullState(full, tuple(others[:_MOST]), services.centre.rules.credit_minutes)

    @staticmethod
    def on_listed(services: Any, visit: Visit) -> None:
        """Wait for a place."""
        put_on_list(services, visit, visit.chosen["option"])

    @staticmethod
    def on_option(services: Any, visit: Visit, option: OptionSeen) -> str | None:
        """Choose something else."""
        return choose(services, visit, option)

    def fill(self, state: ChooseFullState) -> None:
        """Say that it is full, and show what can be done."""
        session = state.option.session
        self.ask(self.texts("choose.is_full", activity=session.activity.label))
        waiting = Tile(
            _LIST,
            self.texts("choose.ask_place"),
            waiting_art(session),
            badge="chosen" if state.option.choice is Choice.LISTED else None,
            area="choose",
        )
        others = [
            option_tile(option, self.look, self.texts, credit_minutes=state.credit_minutes) for option in state.others
        ]
        grid = TileGrid(self.look, self.texts)
        grid.pressed.connect(self._pressed)
        self.set_body(grid)
        grid.show_tiles([waiting, *others])

    def _pressed(self, value: object) -> None:
        if value == _LIST:
            self.listed.emit()
        else:
            self.option.emit(value)
