"""The way of the scan over rows of things: what is lit, what comes next, how often it went round. Plain logic."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.views.inputs.rules import ROUNDS_IN_A_ROW, Order


class Spot(NamedTuple):
    """What is lit: a thing of a row, or a whole row, whose item is None. Both counted from 0."""

    row: int
    item: int | None


class Path:
    """Goes over rows; shape: how many things each has, at least one. spot: what is lit, None before it begins.

    A row of one thing is that thing. Where there is one row alone, or things go one by one, no row is ever lit.
    """

    def __init__(self, shape: Sequence[int], order: Order) -> None:
        self.shape = tuple(shape)
        self.spot: Spot | None = None
        self.rounds = 0
        self._by_rows = order is Order.ROWS and len(self.shape) > 1
        self._is_inside = False
        self._passes = 0

    @property
    def is_first(self) -> bool:
        """Whether what is lit is where a round begins, of the rows or of what is in one."""
        spot = self.spot
        if spot is None:
            return False
        if self._is_inside:
            return spot.item == 0
        return spot.row == 0 and spot.item in (0, None)

    def begin(self) -> None:
        """Light the first, from the very beginning."""
        self.rounds = self._passes = 0
        self._is_inside = False
        self.spot = self._at(0) if self.shape else None

    def go_on(self) -> None:
        """Light the next."""
        if self.spot is None:
            self.begin()
        elif self._is_inside:
            self._go_on_inside(self.spot)
        elif self._by_rows:
            self._to_row(self.spot.row + 1)
        else:
            self._to_thing(self.spot)

    def enter(self) -> bool:
        """Go into the row that is lit; False if what is lit is no row but a thing."""
        if self.spot is None or self.spot.item is not None:
            return False
        self._is_inside, self._passes = True, 0
        self.spot = Spot(self.spot.row, 0)
        return True

    def _at(self, row: int) -> Spot:
        return Spot(row, None if self._by_rows and self.shape[row] > 1 else 0)

    def _to_row(self, row: int) -> None:
        if row >= len(self.shape):
            self.rounds += 1
            row = 0
        self._is_inside = False
        self.spot = self._at(row)

    def _to_thing(self, spot: Spot) -> None:
        item = (spot.item or 0) + 1
        if item < self.shape[spot.row]:
            self.spot = Spot(spot.row, item)
        else:
            self._to_row(spot.row + 1)

    def _go_on_inside(self, spot: Spot) -> None:
        item = (spot.item or 0) + 1
        if item < self.shape[spot.row]:
            self.spot = Spot(spot.row, item)
            return
        self._passes += 1
        if self._passes < ROUNDS_IN_A_ROW:
            self.spot = Spot(spot.row, 0)
        else:
            self._to_row(spot.row + 1)


def round_ms(shape: Sequence[int], order: Order, *, first_ms: int, item_ms: int) -> int:
    """How long one full round over what is lit first takes: over the rows, or over every thing."""
    by_rows = order is Order.ROWS and len(shape) > 1
    stops = len(shape) if by_rows else sum(shape)
    return first_ms + max(0, stops - 1) * item_ms if stops else 0
