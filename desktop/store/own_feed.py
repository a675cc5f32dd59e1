"""This PC's own feed as batches are cut from it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.problems import NotFound
from desktop.store.facts import Facts
from desktop.store.store import Store
from ledger.domain.feed import first_head
from ledger.domain.names import FactId
from ledger.wire import batch
from ledger.wire.asking import HEAD_MARK_BYTES


class OwnFeed:
    """Facts and heads of this PC's own feed, and batches of them; on the store's thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.db
        self._facts = Facts(store.db)
        self.device = store.device

    @property
    def end(self) -> int:
        """The place of the last fact, 0 for none."""
        return self._facts.end(self.device).seq

    def at_ms(self, seq: int) -> int:
        """When a fact was written, 0 if there is no such fact."""
        try:
            return self._facts.entry(FactId(self.device, seq)).at_ms
        except NotFound:
            return 0

    def head(self, seq: int) -> bytes:
        """The head of the chain after so many facts, empty if there are not so many."""
        if seq == 0:
            return first_head(self.device)
        row = self._db.execute("SELECT head FROM facts WHERE device = ? AND seq = ?", [self.device, seq]).fetchone()
        return b"" if row is None else bytes(row[0])

    def has_head(self, seq: int, mark: bytes) -> bool:
        """Whether the head after so many facts begins so."""
        return seq == 0 or self.head(seq)[:HEAD_MARK_BYTES] == mark

    def last_cut(self) -> int:
        """The place of the last fact that is in a batch, 0 for none."""
        row = self._db.execute(
            "SELECT last_seq FROM batches WHERE device = ? ORDER BY first_seq DESC LIMIT 1", [self.device]
        ).fetchone()
        return 0 if row is None else int(row[0])

    def first_not_held(self, firsts: Sequence[int], held_seq: int) -> int:
        """Of the batches that begin there the first that the ledger does not hold, 0 for none.

        held_seq: how far it holds the feed now; what it once held it may have lost.
        """
        sql = "SELECT 1 FROM batches WHERE device = ? AND first_seq = ? AND (arrival IS NULL OR last_seq > ?)"
        rows = ((first, self._db.execute(sql, [self.device, first, held_seq]).fetchone()) for first in sorted(firsts))
        return next((first for first, found in rows if found), 0)

    def cut(self, centre: bytes, first: int, last: int) -> batch.Batch | None:
        """A new batch of facts, as many from the first to the last as fit into one; None if there are none."""
        rows = self._db.execute(
            "SELECT body FROM facts WHERE device = ? AND seq BETWEEN ? AND ? ORDER BY seq", [self.device, first, last]
        )
        facts = [body for (body,) in rows]
        if not facts:
            return None
        key, seed = self._store.secret("centre_key"), self._store.secret("device_seed")
        place = batch.Place(centre, self.device, first, self.head(first - 1))
        return batch.cut(facts, place=place, centre_key=key, seed=seed)

    def insert(self, made: batch.Batch, arrival: int | None = None) -> None:
        """Store a batch, inside the open transaction; arrival: of a pack, whose facts the ledger holds already."""
        header = made.header
        self._db.execute(
            "INSERT INTO batches (device, first_seq, last_seq, head, raw, arrival) VALUES (?, ?, ?, ?, ?, ?)",
            [header.device, header.first, header.last, header.head, bytes(made), arrival],
        )
