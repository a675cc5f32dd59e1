"""Packs: one batch in the place of many small ones that the ledger holds, once these have 500 facts.

Only batches that came to the ledger one straight after another are packed: nothing changes its place in the order of
the centre. A pack is never small itself, so no fact is sent more than twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from desktop.store.membership import Membership
from desktop.store.own_feed import OwnFeed
from desktop.store.store import Store
from ledger.domain.accounts import SEQ_BYTES
from ledger.wire.batch import MOST_FACTS

SMALL_FACTS: Final = MOST_FACTS // 2
SMALL_BYTES: Final = 16_000
_KEPT: Final = "packs"
_LOOKED_AT: Final = 2 * MOST_FACTS


class _Small(NamedTuple):
    first_seq: int
    last_seq: int
    arrival: int
    size: int

    @property
    def facts(self) -> int:
        return self.last_seq - self.first_seq + 1


class Packs:
    """The packs of this PC's own feed; on the store's thread."""

    def __init__(self, store: Store) -> None:
        self._db = store.db
        self._feed = OwnFeed(store)
        self._membership = Membership(store)

    def make(self) -> None:
        """Cut what packs there can be, inside the open transaction."""
        ledger = self._membership.ledger
        for run in list(self._runs()) if ledger else ():
            first, last, arrival = run[0].first_seq, run[-1].last_seq, run[-1].arrival
            pack = self._feed.cut(ledger.centre, first, last) if ledger else None
            if pack is None or pack.header.last != last:
                continue  # too large for one batch: they stay as they are
            self._db.execute(
                "DELETE FROM batches WHERE device = ? AND first_seq BETWEEN ? AND ?", [self._feed.device, first, last]
            )
            self._feed.insert(pack, arrival)
            self._keep([*self.unsent(), first])

    def unsent(self) -> list[int]:
        """Where packs begin that the ledger has not taken yet."""
        kept = self._membership.kept(_KEPT)
        return [int.from_bytes(kept[at : at + SEQ_BYTES], "big") for at in range(0, len(kept), SEQ_BYTES)]

    def taken(self, firsts: Collection[int]) -> None:
        """The ledger took the batches that begin there."""
        unsent = self.unsent()
        if set(unsent) & set(firsts):
            self._keep([first for first in unsent if first not in firsts])

    def _keep(self, firsts: list[int]) -> None:
        self._membership.keep(_KEPT, b"".join(first.to_bytes(SEQ_BYTES, "big") for first in firsts))

    def _runs(self) -> Iterator[list[_Small]]:
        small = self._small()
        if sum(one.facts for one in small) < MOST_FACTS:
            return
        run: list[_Small] = []
        for one in small:
            if run and not _goes_on(run, one):
                if _facts(run) >= SMALL_FACTS:
                    yield run
                run = []
            run.append(one)
        if _facts(run) >= MOST_FACTS:
            yield run

    def _small(self) -> list[_Small]:
        """The small batches at the end of the feed that the ledger holds, in order; those before are done with."""
        held = self._membership.standing().held_seq
        found: list[_Small] = []
        for first_seq, last_seq, arrival, size in self._db.execute(
            "SELECT first_seq, last_seq, arrival, length(raw) FROM batches WHERE device = ?"
            " ORDER BY first_seq DESC LIMIT ?",
            [self._feed.device, _LOOKED_AT],
        ):
            if arrival is None or last_seq > held:
                continue
            one = _Small(first_seq, last_seq, arrival, size)
            if one.facts >= SMALL_FACTS or size >= SMALL_BYTES:
                break
            found.append(one)
        return found[::-1]


def _facts(run: list[_Small]) -> int:
    return sum(one.facts for one in run)


def _goes_on(run: list[_Small], one: _Small) -> bool:
    """Whether one more batch still fits into a pack, and came straight after the last."""
    last = run[-1]
    is_next = one.first_seq == last.last_seq + 1 and one.arrival == last.arrival + 1
    return is_next and one.last_seq - run[0].first_seq < MOST_FACTS
