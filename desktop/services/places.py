"""Where faces stand at sign-in: groups fill up page by page, and nobody's place ever moves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

from desktop.problems import BadInput
from desktop.store.rows import MemberRow

MOST_GROUP: Final = 99
MOST_PLACE: Final = 10_000
_ON_SCREEN: Final = 6
_A_PAGE: Final = 12
_FOUR_PAGES: Final = 48
_FILLED_UP: Final = (
    (_ON_SCREEN, _A_PAGE),
    (_ON_SCREEN, _FOUR_PAGES),
    (MOST_GROUP, _FOUR_PAGES),
    (MOST_GROUP, MOST_PLACE),
)
"""How groups fill: (groups, faces in each). A page of faces each first, then three Mores, then as many as come."""


class Seat(NamedTuple):
    """A group, from 1, and a place in it, from 1."""

    group: int
    place: int


class Places:
    """The places that are taken, and the next ones."""

    def __init__(self, members: Iterable[MemberRow]) -> None:
        self._faces: Counter[int] = Counter()
        self._last: Counter[int] = Counter()
        for row in members:
            self._take(Seat(row.group, row.place))

    def of(self, before: MemberRow | None, group: int | None) -> Seat:
        """The seat of somebody already here, who moves only when staff choose another group, or of somebody new."""
        if before is not None and group in (None, before.group):
            return Seat(before.group, before.place)
        return self.next(group)

    def next(self, group: int | None = None) -> Seat:
        """A free seat in a group, or in the first one with room; it is taken from now on.

        Raises:
            BadInput: there is no such group, or it is full.
        """
        number = self._with_room() if group is None else group
        if not 1 <= number <= MOST_GROUP or self._last[number] >= MOST_PLACE:
            raise BadInput(f"Group {number} has no room. Choose another group, from 1 to {MOST_GROUP}.")
        seat = Seat(number, self._last[number] + 1)
        self._take(seat)
        return seat

    def _with_room(self) -> int:
        for groups, most in _FILLED_UP:
            for number in range(1, groups + 1):
                if self._faces[number] < most and self._last[number] < MOST_PLACE:
                    return number
        return MOST_GROUP + 1

    def _take(self, seat: Seat) -> None:
        self._faces[seat.group] += 1
        self._last[seat.group] = max(self._last[seat.group], seat.place)
