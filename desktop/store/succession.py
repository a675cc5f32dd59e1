"""Going on under a new name: another copy of this PC wrote at once, or it was brought back from an old backup.

The ledger's version of the own feed is taken in as another PC's. What was written here after the two parted is said
again, every fact of it, as the feed of a new device that the old one vouches for. The new device's key follows from the
old one's and from the first fact it says again: two copies with the same unsent facts become the same device, and say
them once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import NamedTuple

from desktop.store.arriving import keep_arrival
from desktop.store.facts import Facts, Place, StoredFact
from desktop.store.naming import key_of, number_key
from desktop.store.received_blobs import want_blobs
from desktop.store.renaming import renamed
from desktop.store.sqlcipher import in_transaction
from desktop.store.store import Store
from desktop.store.trust import trust
from ledger.domain.facts import SlipRedeemed, SlipVoided
from ledger.domain.feed import Entry, first_head, next_head
from ledger.domain.names import FactId, device_name
from ledger.domain.postings import Fact
from ledger.domain.subjects import IssuerKeyAdded
from ledger.wire import batch
from ledger.wire.answering import Sent
from ledger.wire.asking import Joining
from ledger.wire.batch import Batch
from ledger.wire.codec import decode, encode
from ledger.wire.joining import vouch
from ledger.wire.keys import SEED_BYTES, new_signing_seed, public_key


class Version(NamedTuple):
    """The ledger's version of the own feed: its batches with their arrivals, and its facts."""

    batches: list[tuple[Batch, int]]
    facts: list[tuple[FactId, bytes, Fact | None]]


def succeed(store: Store, versions: Sequence[Sent]) -> Joining:
    """Go on as a new device, inside the caller's transaction; what the old one is to tell the ledger.

    versions: the own feed's batches as the ledger has them, in order, from some place on where both still agree.

    Raises:
        BadBatch: this PC never signed these, or they do not follow what is here; nothing was changed.
    """
    with in_transaction(store.db):
        return _Succession(store, _read(store, versions)).run()


def prove(store: Store, versions: Sequence[Sent]) -> None:
    """See that `succeed` could take this version in.

    Raises:
        BadBatch: this PC never signed these, or they do not follow what is here.
    """
    _read(store, versions)


class Root(NamedTuple):
    """What a new device's keys follow from, so that another copy finds the same.

    secret: the signing seed of the device that it goes on from. head: of that one's chain at the first fact that is
    said again.
    """

    secret: bytes
    head: bytes

    def seed(self, mark: bytes) -> bytes:
        """A seed that only the holder of the secret can know; mark: what for."""
        return blake2b(mark + self.head, key=self.secret, digest_size=SEED_BYTES).digest()


class _Succession:
    """One succession. shared: the last place where both versions are the same."""

    def __init__(self, store: Store, version: Version) -> None:
        self._store = store
        self._db = store.db
        self._facts = Facts(store.db)
        self._version = version
        self._old, self._old_seed = store.device, store.secret("device_seed")
        self._shared = self._last_shared()
        self._names: dict[FactId, FactId] = {}

    def run(self) -> Joining:
        """All of it."""
        tail = list(self._facts.of(self._old, after=self._shared))
        rest, root = self._not_said_yet(tail)
        seed = root.seed(b"GHS1") if root else new_signing_seed()
        end = self._say_again(tail, rest, device_name(public_key(seed)))
        self._sign_slips_anew(end, device_name(public_key(seed)), root)
        self._take_version()
        trust(self._store, public_key(self._old_seed))
        self._store.set_secret("old_device_seed", self._old_seed)
        self._store.set_secret("device_seed", seed)
        self._store.look_again(is_renamed=True)
        self._store.rebuild()
        centre, public = self._store.secret("centre"), public_key(seed)
        signature = vouch(self._old_seed, centre=centre, public=public, is_successor=True)
        return Joining(public, signature, is_successor=True, takes_purse=not tail)

    def _not_said_yet(self, tail: list[StoredFact]) -> tuple[list[StoredFact], Root | None]:
        """What no other copy of this PC has said again, as far as this one knows; and what to name its speaker by.

        Another copy may have said the first of them again and then something else. Where these two part, a copy that
        knew of nobody would find itself a fork of that other one, and go on under the very name that is found here.
        """
        rest, root = tail, Root(self._old_seed, tail[0].head if tail else b"")
        while rest:
            seed = root.seed(b"GHS1")
            device = device_name(public_key(seed))
            if self._facts.end(device).seq == 0:
                return rest, root
            said = self._said_as(device, rest)
            if not said:
                break
            rest = rest[said:]
            if rest:
                there = encode(self._again(rest[0], FactId(device, said + 1)))
                root = Root(seed, next_head(self._facts.head(device, said), there))
        return rest, None

    def _said_as(self, device: bytes, rest: list[StoredFact]) -> int:
        """How many of these facts another device begins with; their names are known from then on."""
        for place, fact in enumerate(rest, start=1):
            name = FactId(device, place)
            again = self._again(fact, name)
            if self._facts.body(name) != encode(again):
                return place - 1
            self._names[fact.name] = name
        return len(rest)

    def _again(self, fact: StoredFact, name: FactId) -> Entry:
        entry = renamed(decode(fact.name, fact.body), self._rename)
        return replace(entry, name=name)

    def _rename(self, name: FactId) -> FactId:
        return self._names.get(name, name)

    def _last_shared(self) -> int:
        first = self._version.facts[0][0].seq
        for name, body, _ in self._version.facts:
            if self._facts.body(name) != body:
                return name.seq - 1
        return max(first - 1, self._version.facts[-1][0].seq)

    def _say_again(self, tail: list[StoredFact], rest: list[StoredFact], new: bytes) -> Place:
        """Write what is left under the new name, and let drafts and memories of slips name everything anew."""
        end = Place(0, first_head(new))
        for place, fact in enumerate(rest, start=1):
            end = self._add(end, self._again(fact, FactId(new, place)))
            self._names[fact.name] = FactId(new, place)
        theirs = {name: fact for name, _, fact in self._version.facts}
        for fact in tail:
            self._remember_slip(fact.name, self._again(fact, self._names[fact.name]), theirs.get(fact.name))
        self._name_drafts()
        self._db.execute("DELETE FROM facts WHERE device = ? AND seq > ?", [self._old, self._shared])
        return end

    def _name_drafts(self) -> None:
        drafts = "SELECT draft, first_seq, last_seq FROM drafts WHERE device = ? AND last_seq > ?"
        for draft, first, last in self._db.execute(drafts, [self._old, self._shared]).fetchall():
            names = [self._names[FactId(self._old, seq)] for seq in range(max(first, self._shared + 1), last + 1)]
            # A tap that another copy said in part only is known by what is said here.
            seqs = [name.seq for name in names if name.device == names[-1].device]
            row = [names[-1].device, seqs[0], seqs[-1], draft]
            self._db.execute("UPDATE drafts SET device = ?, first_seq = ?, last_seq = ? WHERE draft = ?", row)

    def _add(self, end: Place, entry: Entry) -> Place:
        body = encode(entry)
        head = next_head(end.head, body)
        self._facts.add(StoredFact(entry.name, body, head))
        return Place(entry.name.seq, head)

    def _remember_slip(self, before: FactId, entry: Entry, theirs: Fact | None) -> None:
        # A restore may have carried over what the lost copy took in: those records name facts of the ledger's version.
        fact = entry.fact
        if not isinstance(fact, SlipRedeemed | SlipVoided):
            return
        slip = [number_key(fact.number), fact.issuer]
        row = [*slip, key_of(entry.name), entry.at_ms]
        self._db.execute("INSERT OR REPLACE INTO redeemed_here VALUES (?, ?, ?, ?)", row)
        self._db.execute("UPDATE OR REPLACE bound_here SET fact = ? WHERE fact = ?", [row[2], key_of(before)])
        is_theirs_too = isinstance(theirs, SlipRedeemed | SlipVoided) and (theirs.number, theirs.issuer) == (
            fact.number,
            fact.issuer,
        )
        if not is_theirs_too:
            forget = "DELETE FROM redeemed_here WHERE number = ? AND issuer = ? AND fact = ?"
            self._db.execute(forget, [*slip, key_of(before)])

    def _sign_slips_anew(self, end: Place, new: bytes, root: Root | None) -> None:
        # The other copy may still print with the old key: slips of it whose print is not here may be its own.
        if self._db.execute("SELECT 1 FROM secrets WHERE name = 'issuer_seed'").fetchone() is None:
            return  # a door prints none
        seed = root.seed(b"GHI1") if root else new_signing_seed()
        at_ms = 0 if root else self._store.clock.now_ms()  # of no moment: another copy writes the very same
        self._add(end, Entry(FactId(new, end.seq + 1), at_ms, IssuerKeyAdded(public_key(seed))))
        self._store.sign_slips_with(seed)

    def _take_version(self) -> None:
        first = self._version.facts[0][0].seq
        for table in ("batches", "arrivals"):
            self._db.execute(f"DELETE FROM {table} WHERE device = ? AND last_seq >= ?", [self._old, first])  # noqa: S608
        end = Place(self._shared, self._facts.head(self._old, self._shared))
        for name, body, fact in self._version.facts:
            if name.seq <= self._shared:
                continue
            end = Place(name.seq, next_head(end.head, body))
            self._facts.add(StoredFact(name, body, end.head))
            if fact is not None:
                want_blobs(self._db, fact)
        for made, arrival in self._version.batches:
            header = made.header
            self._db.execute(
                "INSERT INTO batches (device, first_seq, last_seq, head, raw, arrival) VALUES (?, ?, ?, ?, ?, ?)",
                [header.device, header.first, header.last, header.head, bytes(made), arrival],
            )
            keep_arrival(self._db, header.device, header.last, arrival)


def _read(store: Store, versions: Sequence[Sent]) -> Version:
    """Prove and open the ledger's version.

    Raises:
        BadBatch: it is not of this PC, or does not go on from what both have.
    """
    facts, centre, centre_key = Facts(store.db), store.secret("centre"), store.secret("centre_key")
    public = public_key(store.secret("device_seed"))
    version = Version([], [])
    place: batch.Place | None = None
    for sent in versions:
        made = batch.read(sent.raw)
        header = made.header
        if place is None:
            place = batch.Place(centre, store.device, header.first, facts.head(store.device, header.first - 1))
        batch.check(made, place=place, public=public)
        place = place.after(header)
        version.batches.append((made, sent.arrival))
        for fact in batch.open_facts(made, centre_key=centre_key):
            read = (encode(fact), fact.fact) if isinstance(fact, Entry) else (fact.raw, None)
            version.facts.append((fact.name, *read))
    if not version.batches:
        raise ValueError("there is no other version to go on from")
    return version
