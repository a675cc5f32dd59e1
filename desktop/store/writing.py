"""One tap being written: facts are encoded, chained, kept and projected, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from desktop.changes import Changes
from desktop.store.allowed import check
from desktop.store.blobs import Blobs
from desktop.store.facts import Facts, Place, StoredFact, names_in
from desktop.store.naming import key_of, number_key
from desktop.store.origins import Origins
from desktop.store.projections import Projections
from desktop.store.sqlcipher import Database
from ledger.domain.facts import SlipRedeemed, SlipVoided
from ledger.domain.feed import Entry, next_head
from ledger.domain.names import FactId
from ledger.domain.postings import Fact, Posting, of
from ledger.wire.codec import encode


@dataclass(frozen=True, slots=True)
class Desk:
    """The rooms of the store a tap is written in."""

    db: Database
    facts: Facts
    blobs: Blobs
    projections: Projections
    origins: Origins


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What every fact of one tap shares; device: whose feed it goes into. at_ms: wall-clock milliseconds."""

    device: bytes
    at_ms: int
    by: FactId | None = None
    assisted_by: FactId | None = None


class Writing:
    """Facts of one tap; made by `Store.writing` only.

    is_repeat: this tap was written before; leave the with-block without adding, `changes` are those of the first time.
    names: of the facts written so far. end: where the feed ends after them. is_half_way: a fact was begun and not
    finished, so nothing of this tap may stay.
    """

    def __init__(
        self, desk: Desk, end: Place, circumstances: Circumstances, *, repeated: Changes | None = None
    ) -> None:
        """end: where the feed ends now. repeated: what the tap wrote when it came first, if it did."""
        self._desk = desk
        self._circumstances = circumstances
        self._repeated = repeated
        self._facts: list[Fact] = []
        self.names: list[FactId] = []
        self.end = end
        self.is_half_way = False

    @classmethod
    def again(cls, desk: Desk, changes: Changes) -> Writing:
        """A tap that is already written."""
        return cls(desk, Place(0, b""), Circumstances(changes.first.device, 0), repeated=changes)

    @property
    def is_repeat(self) -> bool:
        """Whether this tap was written before."""
        return self._repeated is not None

    @property
    def changes(self) -> Changes:
        """What this tap wrote so far and everything it touched; final after the with-block."""
        if self._repeated is not None:
            return self._repeated
        touched = chain(self.names, *map(names_in, self._facts))
        return Changes(tuple(self.names), frozenset(touched))

    def add(self, fact: Fact) -> FactId:
        """Write one fact and let it do what it does; returns its name, which also names what it introduces.

        Raises:
            NotEnough: a member, or a slip, has fewer minutes than this takes; nothing of the fact is written.
            NotAllowed: the book does not allow it: answered before, a slip that is not out, spending paused, …
            NotFound: it names something this PC has never heard of.
            NotAFact, NotBalanced: it was made up wrongly (a bug of the caller).
        """
        if self.is_repeat:
            raise RuntimeError("this tap was written before: look at is_repeat first")
        how = self._circumstances
        name = FactId(how.device, self.end.seq + 1)
        entry = Entry(name, how.at_ms, fact, how.by, how.assisted_by)
        body = encode(entry)
        postings = of(fact)
        check(self._desk.db, entry, postings, self._desk.origins)
        self.is_half_way = True
        self._keep(entry, body, postings)
        self.is_half_way = False
        return name

    def note_bound(self, name: FactId) -> None:
        """Remember of a slip that this tap took in that it is bound to one place: nobody can use it twice."""
        self._desk.db.execute("INSERT OR IGNORE INTO bound_here (fact) VALUES (?)", [key_of(name)])

    def seal(self, plain: bytes) -> bytes:
        """Keep a name, photo or text with this tap; returns the digest that facts carry, empty for nothing."""
        return self._desk.blobs.seal(plain)

    def _keep(self, entry: Entry, body: bytes, postings: tuple[Posting, ...]) -> None:
        head = next_head(self.end.head, body)
        self._desk.facts.add(StoredFact(entry.name, body, head))
        self.end = Place(entry.name.seq, head)
        self._desk.projections.project(entry, postings)
        if isinstance(entry.fact, SlipRedeemed | SlipVoided):
            self._keep_redeemed(entry, entry.fact)
        self.names.append(entry.name)
        self._facts.append(entry.fact)

    def _keep_redeemed(self, entry: Entry, fact: SlipRedeemed | SlipVoided) -> None:
        # A restore may have carried over a record of the same name: what this PC does now takes its place.
        self._desk.db.execute(
            "INSERT OR REPLACE INTO redeemed_here (number, issuer, fact, at_ms) VALUES (?, ?, ?, ?)",
            [number_key(fact.number), fact.issuer, key_of(entry.name), entry.at_ms],
        )
