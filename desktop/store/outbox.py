"""The outbox: this PC's own facts as batches, cut once and stored before the first of them is sent.

A batch is never cut again: after a lost reply, or for a ledger that lost it, the same bytes go once more. Only a pack
takes the place of batches, of small ones that the ledger holds; its facts are theirs.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, NamedTuple

from desktop.store.membership import Membership, ToSend
from desktop.store.own_feed import OwnFeed
from desktop.store.packs import Packs
from desktop.store.sqlcipher import in_transaction
from desktop.store.store import Store
from ledger.wire.batch import MOST_FACTS
from ledger.wire.fields import MOST_LISTED

CUT_AT_ONCE: Final = 10
"""Batches cut in one go: about a tenth of a second, and a tap may be waiting for the same thread."""

_MAYBE: Final = (
    "SELECT first_seq FROM batches INDEXED BY batches_not_held WHERE device = :own AND arrival IS NULL"
    " UNION SELECT first_seq FROM batches WHERE device = :own AND first_seq > :held"
    " UNION SELECT * FROM (SELECT first_seq FROM batches WHERE device = :own AND first_seq <= :held"
    " ORDER BY first_seq DESC LIMIT 1)"
)
"""Each part of it is read by an index: however much is held, this takes no longer."""


class Stored(NamedTuple):
    """A batch of this PC's own feed."""

    first_seq: int
    last_seq: int
    raw: bytes


class Outbox:
    """This PC's own feed on its way to the ledger; on the store's thread."""

    def __init__(self, store: Store) -> None:
        self._db = store.db
        self._feed = OwnFeed(store)
        self._packs = Packs(store)
        self._membership = Membership(store)

    def cut(self, most: int = CUT_AT_ONCE) -> bool:
        """Put what is in no batch yet into batches, `most` of them at most; whether there is more to cut."""
        ledger = self._membership.ledger
        if ledger is None:
            return False
        with in_transaction(self._db):
            last = self._feed.last_cut()
            for _ in range(most):
                made = self._feed.cut(ledger.centre, last + 1, last + MOST_FACTS)
                if made is None:
                    return False
                self._feed.insert(made)
                last = made.header.last
        return last < self._feed.end

    def pack(self) -> None:
        """Let packs take the place of small batches the ledger holds, once these have 500 facts."""
        with in_transaction(self._db):
            self._packs.make()

    def unsent(self, most_bytes: int, *, is_alone: bool = True) -> list[Stored]:
        """Batches the ledger is not known to hold, in order, the first ones that fit.

        is_alone: nothing else is in the request: then one goes in any case, if there is any.
        """
        found: list[Stored] = []
        for first_seq, last_seq, size in self._not_held():
            most_bytes -= size
            if (found or not is_alone) and (most_bytes < 0 or len(found) == MOST_LISTED):
                break
            (raw,) = self._db.execute(
                "SELECT raw FROM batches WHERE device = ? AND first_seq = ?", [self._feed.device, first_seq]
            ).fetchone()
            found.append(Stored(first_seq, last_seq, raw))
        return found

    def unsent_bytes(self) -> int:
        """How large the batches are together that the ledger is not known to hold."""
        return sum(size for _, _, size in self._not_held())

    def has_unsent(self, *, beyond: Collection[Stored] = ()) -> bool:
        """Whether there is a batch the ledger is not known to hold, beyond these, or a fact in no batch."""
        if self._feed.last_cut() < self._feed.end:
            return True
        firsts = {one.first_seq for one in beyond}
        return any(first not in firsts for first, _, _ in self._not_held())

    def taken(self, firsts: Collection[int]) -> None:
        """The ledger took the own batches that begin there; that their facts are held is for `receiving` to write."""
        self._packs.taken(firsts)

    def to_send(self) -> ToSend:
        """How many facts the ledger does not hold, and since when."""
        held = self._membership.standing().held_seq
        facts = self._feed.end - held
        return ToSend(facts, self._feed.at_ms(held + 1)) if facts > 0 else ToSend(0, 0)

    def _not_held(self) -> list[tuple[int, int, int]]:
        """Own batches that are to be sent: first and last place, and size."""
        packs = [f"{first:d}" for first in self._packs.unsent()]
        maybe = " UNION SELECT ".join([_MAYBE, *packs])
        held = self._membership.standing().held_seq
        rows: list[tuple[int, int, int]] = self._db.execute(
            "SELECT first_seq, last_seq, length(raw) FROM batches WHERE device = :own"  # noqa: S608  numbers alone
            f" AND first_seq IN ({maybe})"
            f" AND (arrival IS NULL OR last_seq > :held OR first_seq IN ({', '.join(packs)})) ORDER BY first_seq",
            {"own": self._feed.device, "held": held},
        ).fetchall()
        return rows
