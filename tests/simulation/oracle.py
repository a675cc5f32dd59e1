"""The oracle: what was shown as done, tap by tap, and what every screen must therefore show.

It knows nothing of postings, projections or balances. It remembers what each tap was told to do and that a screen
called it done; it looks up on a PC only which taps have come there, and what the central ledger has said of them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from ledger.domain.names import FactId
from ledger.domain.rulings import Outcome
from tests.simulation.sight import Sight


class Key(NamedTuple):
    """A fact, or whatever it introduced, by its tap and its place in it: names may change, these do not."""

    stamp: int
    place: int = 0


class Move(NamedTuple):
    """Minutes a member gains, or below zero loses."""

    member: Key
    minutes: int


@dataclass(frozen=True)
class Part:
    """What one fact of a tap does for members.

    moves: counted at once. waits: shown as waiting until it is answered or ruled. ruled: counted once the ledger
    settles it. answers: what it confirms, declines or takes back. how: "confirmed", "cancelled" or "undone": whichever
    PC's answer of a kind came first counts, and no other. slip: issuer and number of the slip it makes void
    without its paper, or hands in.
    """

    moves: tuple[Move, ...] = ()
    waits: tuple[Move, ...] = ()
    ruled: tuple[Move, ...] = ()
    answers: Key | None = None
    how: str = ""
    slip: tuple[bytes, int] | None = None


NOTHING = Part()


@dataclass
class Done:
    """One tap that is written; was_shown: a screen said so. is_lost: every place that had it is gone."""

    what: str
    centre: str
    pc: str
    parts: tuple[Part, ...]
    was_shown: bool = True
    is_lost: bool = False


@dataclass
class Shown:
    """What the screens of one PC show of each member, in minutes."""

    counted: Counter[Key] = field(default_factory=Counter)
    waiting: Counter[Key] = field(default_factory=Counter)


class Oracle:
    """Every tap of the run, by its stamp."""

    def __init__(self) -> None:
        self.taps: dict[int, Done] = {}

    def shown_on(self, sight: Sight) -> Shown:
        """What a PC must show, from the taps that are there."""
        shown = Shown()
        parts = self._parts(sight)
        again = _said_again(parts)
        answered = {part.answers for _, _, part in parts if part.answers is not None}
        found = {part.slip for key, _, part in parts if part.slip and not part.ruled and key not in answered}
        for key, name, part in parts:
            if name in again:
                continue
            self._count(shown, part.moves, has_purse=sight.has_purse(name))
            outcome = sight.ruled(name) if part.ruled else None
            if outcome is None:
                if key not in answered and not (part.ruled and part.slip in found):
                    shown.waiting.update(dict(_sums(part.waits)))
            elif outcome is not Outcome.REFUSED:
                self._count(shown, part.ruled, has_purse=True)
        return shown

    def said_again(self, sight: Sight) -> set[FactId]:
        """Answers that another PC had given already: its own came second, and did nothing."""
        return _said_again(self._parts(sight))

    def parts_of(self, key: Key) -> Part | None:
        """What a fact did; None if no tap wrote it."""
        done = self.taps.get(key.stamp)
        return None if done is None or key.place >= len(done.parts) else done.parts[key.place]

    def _parts(self, sight: Sight) -> list[tuple[Key, FactId, Part]]:
        found = []
        for stamp, names in sight.by_stamp.items():
            done = self.taps.get(stamp)
            if done is None:
                continue
            found += [
                (Key(stamp, at), name, part) for at, (name, part) in enumerate(zip(names, done.parts, strict=False))
            ]
        return sorted(found, key=lambda one: sight.place_of(one[1]))

    def _count(self, shown: Shown, moves: tuple[Move, ...], *, has_purse: bool) -> None:
        for member, minutes in moves:
            if minutes > 0 or has_purse:
                shown.counted[member] += minutes


def _said_again(parts: list[tuple[Key, FactId, Part]]) -> set[FactId]:
    said, again = set[tuple[str, Key]](), set[FactId]()
    for _, name, part in parts:
        if part.how and part.answers is not None:
            if (part.how, part.answers) in said:
                again.add(name)
            said.add((part.how, part.answers))
    return again


def _sums(moves: tuple[Move, ...]) -> list[tuple[Key, int]]:
    totals: Counter[Key] = Counter()
    for member, minutes in moves:
        totals[member] += minutes
    return list(totals.items())
