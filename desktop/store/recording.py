"""Recording: taps written as facts, told again from their drafts, and what was written checked and read anew.

All of it knows every kind of fact. A screen that only reads needs none of that, so `Store` makes it at the first tap.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.store.blobs import Blobs
from desktop.store.drafts import Drafts
from desktop.store.facts import Facts
from desktop.store.projections import Projections
from desktop.store.rebuild import rebuild
from desktop.store.rows import Verified
from desktop.store.sqlcipher import Database, in_transaction
from desktop.store.verify import verify
from desktop.store.writing import Circumstances, Desk, Writing
from ledger.domain.feed import Entry
from ledger.domain.names import FactId


class Recording:
    """What `Store` does its writing with. device: the 16-byte name of this PC's feed."""

    def __init__(self, db: Database, blobs: Blobs, device: bytes) -> None:
        self._db = db
        self._blobs = blobs
        self._device = device
        self._facts = Facts(db)
        self._desk = Desk(db, self._facts, blobs, Projections(db, blobs.text))
        self._drafts = Drafts(db)
        self._is_writing = False

    @contextmanager
    def writing(
        self, draft: str, at_ms: int, *, by: FactId | None = None, assisted_by: FactId | None = None
    ) -> Iterator[Writing]:
        """One tap; see `Store.writing`."""
        if self._is_writing:
            raise RuntimeError("one tap at a time: this writing began inside another")
        repeated = self._drafts.changes_of(draft)
        if repeated is not None:
            yield Writing.again(self._desk, repeated)
            return
        self._is_writing = True
        try:
            with in_transaction(self._db):
                writing = Writing(self._desk, self._device, Circumstances(at_ms, by, assisted_by))
                yield writing
                self._drafts.keep(draft, writing.changes.facts)
        finally:
            self._is_writing = False

    def new_draft(self) -> str:
        """An id no other tap on this PC ever has."""
        return self._drafts.new()

    def count(self, draft: str) -> int:
        """How many facts a draft wrote; 0 if it never did."""
        changes = self._drafts.changes_of(draft)
        return 0 if changes is None else len(changes.facts)

    def entry(self, fact: FactId) -> Entry:
        """A fact, read. Raises NotFound: it is not on this PC."""
        return self._facts.entry(fact)

    def rebuild(self) -> int:
        """Drop what screens read and make it again from the facts; how many there are. Raises DamagedStore."""
        return rebuild(self._db, self._blobs)

    def verify(self) -> Verified:
        """Check chain, facts, book, projections, drafts and redemptions; changes nothing."""
        return verify(self._db, self._blobs, self._device)
