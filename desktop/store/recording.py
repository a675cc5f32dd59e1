"""Recording: taps written as facts, told again from their drafts, and what was written checked and read anew.

All of it knows every kind of fact. A screen that only reads needs none of that, so `Store` makes it at the first tap.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desktop.store.blobs import Blobs
from desktop.store.drafts import Drafts
from desktop.store.facts import Facts, Place
from desktop.store.origins import Origins
from desktop.store.projections import Projections
from desktop.store.rebuild import rebuild
from desktop.store.rows import Verified
from desktop.store.sqlcipher import Database, in_transaction, transaction
from desktop.store.verify import verify
from desktop.store.writing import Circumstances, Desk, Writing
from ledger.domain.feed import Entry
from ledger.domain.names import FactId


@dataclass(slots=True)
class Block:
    """Many taps in one transaction. end: of this PC's feed; has_failed: one tap was left half-way, so none may stay."""

    end: Place
    has_failed: bool = False


class Recording:
    """What `Store` does its writing with. device: the 16-byte name of this PC's feed.

    projections: where facts of other feeds are let do what they do.
    """

    def __init__(self, db: Database, blobs: Blobs, device: bytes) -> None:
        self._db = db
        self._blobs = blobs
        self._device = device
        self._facts = Facts(db)
        self._origins = Origins(db, device)
        self.projections = Projections(db, blobs.text, self._origins, projected=self._facts.read)
        self._desk = Desk(db, self._facts, blobs, self.projections, self._origins)
        self._drafts = Drafts(db)
        self._is_writing = False
        self._block: Block | None = None

    @contextmanager
    def together(self) -> Iterator[None]:
        """Many taps, one commit; see `Store.together`."""
        with transaction(self._db):
            self._block = block = Block(self._facts.end(self._device))
            try:
                yield
            finally:
                self._block = None
            _refuse_failed(block)

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
            with self._place() as block:
                writing = Writing(self._desk, block.end, Circumstances(self._device, at_ms, by, assisted_by))
                yield writing
                if writing.is_half_way:
                    raise RuntimeError("a fact of this tap was left half-way, and somebody went on regardless")
                self._drafts.keep(draft, writing.names)
                block.end = writing.end
        finally:
            self._is_writing = False

    @contextmanager
    def _place(self) -> Iterator[Block]:
        """Where one tap goes: a transaction of its own, or the block of many."""
        if self._block is None:
            with in_transaction(self._db):
                yield Block(self._facts.end(self._device))
            return
        # No savepoint for each tap of a block: it would cost a third of an import. Instead one that fails fails all.
        _refuse_failed(self._block)
        try:
            yield self._block
        except BaseException:
            self._block.has_failed = True
            raise

    def new_draft(self) -> str:
        """An id no other tap on this PC ever has."""
        return self._drafts.new()

    def count(self, draft: str) -> int:
        """How many facts a draft wrote; 0 if it never did."""
        return self._drafts.count(draft)

    def entry(self, fact: FactId) -> Entry:
        """A fact, read. Raises NotFound: it is not on this PC."""
        return self._facts.entry(fact)

    def rebuild(self) -> int:
        """Drop what screens read and make it again from the facts; how many there are. Raises DamagedStore."""
        return rebuild(self._db, self._blobs, self._origins)

    def verify(self) -> Verified:
        """Check chain, facts, book, projections, drafts and redemptions; changes nothing."""
        return verify(self._db, self._blobs, self._origins)


def _refuse_failed(block: Block) -> None:
    if block.has_failed:
        raise RuntimeError("a tap of this block was left half-way: the whole block has to be left")
