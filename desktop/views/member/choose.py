"""Choose: what can be done in one part of a day, few pictures at a time; the next part without a choice comes first."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.week_seen import ChoosingSeen, OptionSeen
from desktop.views.kit.art import Symbol
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.choose import NOT_TODAY_ART, choose, not_today, option_tile, place_words
from desktop.views.visit import Instead, Visit

_NOT_TODAY: Final = "not today"
_SOMETHING_ELSE: Final = "something else"
_FIRST: Final = 4  # activities come before Not today
MOST: Final = 16


@dataclass(frozen=True, slots=True)
class ChooseState:
    """seen: what can be chosen. today: as the centre reckons it."""

    seen: ChoosingSeen
    today: date
    credit_minutes: int = 60


class Choose(Screen):
    """Shows what can be chosen for one place in the week."""

    name: ClassVar[str] = "choose"
    answers = ("nothing_left", "full", "pay")

    option = Signal(object)  # OptionSeen
    not_today = Signal()
    something_else = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> ChooseState | Instead:
        """The sessions of the place that was asked for, or of the next one without a choice."""
        place = visit.chosen.get("place") or services.choices.next_place(visit.sitting)
        if place is None:
            return Instead("nothing_left")
        visit.chosen["place"] = place
        visit.chosen["draft"] = services.sittings.new_draft()
        seen = services.choices.choosing(visit.sitting, place, most=MOST)
        return ChooseState(seen, services.my_week.today(), services.centre.rules.credit_minutes)

    @staticmethod
    def on_option(services: Any, visit: Visit, option: OptionSeen) -> str | None:
        """Choose it, unless it has to be paid for or has no place left."""
        return choose(services, visit, option)

    @staticmethod
    def on_not_today(services: Any, visit: Visit) -> None:
        """Do nothing then."""
        not_today(services, visit)

    def fill(self, state: ChooseState) -> None:
        """Show the tiles."""
        self.ask(place_words(state.seen.place, state.today, self.texts))
        options = [
            option_tile(option, self.look, self.texts, credit_minutes=state.credit_minutes)
            for option in state.seen.options
        ]
        resting = Tile(
            _NOT_TODAY,
            self.texts("choose.not_today"),
            NOT_TODAY_ART,
            badge="chosen" if state.seen.is_not_today else None,
        )
        tiles = [*options[:_FIRST], *([resting] if state.seen.can_change else []), *options[_FIRST:]]
        pinned = Tile(_SOMETHING_ELSE, self.texts("choose.something_else"), Symbol("gh:more-things"))
        grid = TileGrid(self.look, self.texts, pinned=pinned)
        grid.pressed.connect(self._pressed)
        self.set_body(grid)
        grid.show_tiles(tiles)

    def _pressed(self, value: object) -> None:
        if value == _NOT_TODAY:
            self.not_today.emit()
        elif value == _SOMETHING_ELSE:
            self.something_else.emit()
        else:
            self.option.emit(value)
