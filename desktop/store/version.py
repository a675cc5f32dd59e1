"""A version of a feed as the central ledger has it: its batches, and the facts in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.store.arriving import keep_arrival
from desktop.store.facts import Facts, Place, StoredFact
from desktop.store.received_blobs import want_blobs
from desktop.store.store import Store
from ledger.domain.feed import Entry, next_head
from ledger.domain.names import FactId
from ledger.domain.postings import Fact
from ledger.wire import batch
from ledger.wire.answering import Sent
from ledger.wire.batch import Batch
from ledger.wire.codec import encode


class Version(NamedTuple):
    """Batches of one feed with their arrivals, and their facts, in order and without a gap."""

    batches: list[tuple[Batch, int]]
    facts: list[tuple[FactId, bytes, Fact | None]]


def read_version(store: Store, sent: Sequence[Sent], *, device: bytes, public: bytes) -> Version:
    """Prove and open a version of a feed.

    sent: batches in order, the first of which goes on from what is here. public: the device's key.

    Raises:
        BadBatch: it is not of this device, or does not go on from what both have.
    """
    facts, centre, centre_key = Facts(store.db), store.secret("centre"), store.secret("centre_key")
    version = Version([], [])
    place: batch.Place | None = None
    for one in sent:
        made = batch.read(one.raw)
        header = made.header
        if place is None:
            place = batch.Place(centre, device, header.first, facts.head(device, header.first - 1))
        batch.check(made, place=place, public=public)
        place = place.after(header)
        version.batches.append((made, one.arrival))
        for fact in batch.open_facts(made, centre_key=centre_key):
            read = (encode(fact), fact.fact) if isinstance(fact, Entry) else (fact.raw, None)
            version.facts.append((fact.name, *read))
    if not version.batches:
        raise ValueError("there is no other version to go on from")
    return version


def last_shared(store: Store, version: Version) -> int:
    """The last place where a version and the facts that are here are the same."""
    facts = Facts(store.db)
    first = version.facts[0][0].seq
    for name, body, _ in version.facts:
        if facts.body(name) != body:
            return name.seq - 1
    return max(first - 1, version.facts[-1][0].seq)


def take_version(store: Store, version: Version, *, device: bytes, shared: int) -> None:
    """Put a version in the place of what is here; nothing that parts from it is left of the feed's facts.

    shared: see `last_shared`. Tables are to be made again.
    """
    db, facts = store.db, Facts(store.db)
    first = version.facts[0][0].seq
    for table in ("batches", "arrivals"):
        db.execute(f"DELETE FROM {table} WHERE device = ? AND last_seq >= ?", [device, first])  # noqa: S608  our words
    db.execute("DELETE FROM facts WHERE device = ? AND seq > ?", [device, shared])
    end = Place(shared, facts.head(device, shared))
    for name, body, fact in version.facts:
        if name.seq <= shared:
            continue
        end = Place(name.seq, next_head(end.head, body))
        facts.add(StoredFact(name, body, end.head))
        if fact is not None:
            want_blobs(db, fact)
    for made, arrival in version.batches:
        header = made.header
        db.execute(
            "INSERT INTO batches (device, first_seq, last_seq, head, raw, arrival) VALUES (?, ?, ?, ?, ?, ?)",
            [header.device, header.first, header.last, header.head, bytes(made), arrival],
        )
        keep_arrival(db, header.device, header.last, arrival)
