"""I helped, second question: how long? A clock on each tile, and under it the jar as it will be."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.seen import CreditsSeen
from desktop.views.kit.art import Art, ClockFace, Coins, Jar
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit
from ledger.domain.rules import CentreRules

FIRST: Final = (15, 30, 60, 120)
OTHERS: Final = (45, 90, 180, 240)
ALL_MORNING: Final = 240


@dataclass(frozen=True, slots=True)
class Length:
    """A length on offer, and what it would make of the jar.

    minutes: the length. jar_minutes: in the jar afterwards. new_coins: whole credits it completes. waits: a worker
    looks first.
    """

    minutes: int
    jar_minutes: int
    new_coins: int
    waits: bool = False


@dataclass(frozen=True, slots=True)
class HowLongState:
    """lengths: shortest first on each page of four."""

    lengths: tuple[Length, ...]
    credit_minutes: int = 60
    step_minutes: int = 15


class HowLong(Screen):
    """Asks how long the help took."""

    name: ClassVar[str] = "how_long"

    chosen = Signal(object)  # minutes

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = TileGrid(look, texts, most=len(FIRST))
        self._grid.pressed.connect(self.chosen)
        self.set_body(self._grid)

    @staticmethod
    def read(services: Any, visit: Visit) -> HowLongState:
        """The lengths that are whole steps of this centre, with the member's own jar."""
        rules = services.centre.rules
        lengths = lengths_on_offer(rules, services.credits.of(visit.sitting.member))
        return HowLongState(lengths, rules.credit_minutes, rules.step_minutes)

    @staticmethod
    def on_chosen(_services: Any, visit: Visit, minutes: int) -> None:
        """Note the length."""
        visit.helped = replace(visit.helped, minutes=minutes)

    def fill(self, state: HowLongState) -> None:
        """Show the clocks."""
        self.ask(self.texts("helped.how_long"))
        self._grid.show_tiles([self._tile(length, state) for length in state.lengths])

    def _tile(self, length: Length, state: HowLongState) -> Tile:
        key = "helped.all_morning"
        name = self.texts(key) if length.minutes == ALL_MORNING else self.texts.length(length.minutes)
        return Tile(length.minutes, name, ClockFace(length.minutes), under=_outcome(length, state))


def lengths_on_offer(rules: CentreRules, credits_now: CreditsSeen) -> tuple[Length, ...]:
    """The usual four, then four others, as far as they are whole steps."""
    made = []
    for minutes in (*FIRST, *OTHERS):
        if rules.is_step(minutes):
            filled = credits_now.jar_minutes + minutes
            coins, jar = divmod(filled, rules.credit_minutes)
            made.append(Length(minutes, jar, coins, rules.must_wait(minutes)))
    return tuple(made)


def _outcome(length: Length, state: HowLongState) -> Art:
    if length.waits:
        return Coins(0, dashed=max(1, length.minutes // state.credit_minutes))
    return Jar(length.jar_minutes, state.credit_minutes, state.step_minutes, coins=length.new_coins)
