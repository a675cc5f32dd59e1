"""Rebuilding: everything that screens read, made again from facts and blobs.

The facts of the central ledger come first, so that every ruling is known before what it rules; then those of the
centre's PCs, in the order in which they arrived at the ledger, and last what it does not hold yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from desktop.store.blobs import Blobs
from desktop.store.facts import Facts, StoredFact
from desktop.store.origins import Origins
from desktop.store.problems import DamagedStore
from desktop.store.projections import Projections
from desktop.store.projections_book import HeldBookRows
from desktop.store.projections_rulings import Postings
from desktop.store.sqlcipher import Database, in_transaction
from desktop.store.tables import create_projections, drop_projections
from ledger.domain.feed import Entry
from ledger.domain.rulings import PurseTaken, Ruled
from ledger.wire.codec import NotAFact, decode


def rebuild(db: Database, blobs: Blobs, origins: Origins) -> int:
    """Drop the projections and make them again, in one transaction; returns how many facts there are.

    Raises:
        DamagedStore: a fact of this PC cannot be read; nothing was changed.
    """
    with in_transaction(db):
        drop_projections(db)
        create_projections(db)
        return project_all(db, Facts(db), blobs, origins)


def project_all(db: Database, facts: Facts, blobs: Blobs, origins: Origins) -> int:
    """Project every fact into empty projections; db may be another database than that of the facts.

    Raises:
        DamagedStore: a fact of this PC cannot be read.
    """
    book = HeldBookRows(db)
    count = 0
    for fact, entry, _ in projected(facts, Projections(db, blobs.text, origins, book=book)):
        count += 1
        if isinstance(entry, NotAFact) and fact.name.device == origins.device:
            raise DamagedStore(f"The fact {fact.name.text} cannot be read: {entry}.") from entry
    book.finish()
    return count


def projected(facts: Facts, projections: Projections) -> Iterator[tuple[StoredFact, Entry | NotAFact, Postings]]:
    """Project every fact in order; gives each once, read, or why it cannot be read, and what it moved."""
    feeds = facts.ledger_feeds()
    first = (fact for feed in feeds for fact in facts.of(feed))
    for fact in first:
        entry = _read(fact)
        if _others_hang_on(entry):
            projections.project(entry)
    for feed in feeds:
        for fact in facts.of(feed):
            entry = _read(fact)
            yield fact, entry, () if _others_hang_on(entry) else _project(fact, entry, projections)
    for fact in facts.in_order(feeds):
        entry = _read(fact)
        yield fact, entry, _project(fact, entry, projections)


def _project(fact: StoredFact, entry: Entry | NotAFact, projections: Projections) -> Postings:
    if isinstance(entry, NotAFact):
        projections.pass_over(fact.name)
        return ()
    return projections.project(entry)


def _others_hang_on(entry: Entry | NotAFact) -> TypeGuard[Entry]:
    return isinstance(entry, Entry) and isinstance(entry.fact, Ruled | PurseTaken)


def _read(fact: StoredFact) -> Entry | NotAFact:
    try:
        return decode(fact.name, fact.body)
    except NotAFact as error:
        return error
