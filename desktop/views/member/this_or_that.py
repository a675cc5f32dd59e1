"""Choose with me: two pictures at a time; the one that is kept stays, until one is left."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.week_seen import OptionSeen, PlaceSeen
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.parts.choose import choose, option_tile
from desktop.views.visit import Visit

MOST = 6


@dataclass(frozen=True, slots=True)
class Pair:
    """Two options, and those that have not been shown yet."""

    here: tuple[OptionSeen, ...]
    later: tuple[OptionSeen, ...] = ()

    def kept(self, option: OptionSeen) -> "Pair":
        """What comes after one was kept: it stays where it was, beside the next."""
        if not self.later:
            return Pair((option,))
        here = tuple(one if one == option else self.later[0] for one in self.here)
        return Pair(here, self.later[1:])


@dataclass(frozen=True, slots=True)
class ThisOrThatState:
    """here: the two pictures."""

    here: tuple[OptionSeen, ...]
    place: PlaceSeen
    today: date
    credit_minutes: int = 60


class ThisOrThat(Screen):
    """Asks which of two."""

    name: ClassVar[str] = "this_or_that"
    answers = ("next_two", "full", "pay")

    option = Signal(object)  # OptionSeen

    @staticmethod
    def read(services: Any, visit: Visit) -> ThisOrThatState:
        """The two that are to be compared now."""
        place = visit.chosen["place"]
        if visit.chosen.get("pair") is None:
            options = tuple(services.choices.choosing(visit.sitting, place, most=MOST).options)
            visit.chosen["pair"] = Pair(options[:2], options[2:])
        visit.chosen["draft"] = services.sittings.new_draft()
        rules = services.centre.rules
        return ThisOrThatState(visit.chosen["pair"].here, place, services.my_week.today(), rules.credit_minutes)

    @staticmethod
    def on_option(services: Any, visit: Visit, option: OptionSeen) -> str | None:
        """Keep it, and show the next beside it; the last one kept is chosen."""
        after = visit.chosen["pair"].kept(option)
        if len(after.here) > 1:
            visit.chosen["pair"] = after
            return "next_two"
        visit.chosen["pair"] = None
        return choose(services, visit, option)

    def fill(self, state: ThisOrThatState) -> None:
        """Show the two."""
        self.ask(self.texts("choose.which"))
        grid = TileGrid(self.look, self.texts)
        grid.pressed.connect(self.option)
        self.set_body(grid)
        grid.show_tiles(
            [option_tile(one, self.look, self.texts, credit_minutes=state.credit_minutes) for one in state.here]
        )
