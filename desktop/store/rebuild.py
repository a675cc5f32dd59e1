"""Rebuilding: everything that screens read, made again from facts and blobs."""

from __future__ import annotations

from desktop.store.blobs import Blobs
from desktop.store.facts import Facts
from desktop.store.problems import DamagedStore
from desktop.store.projections import Projections
from desktop.store.projections_book import HeldBookRows
from desktop.store.sqlcipher import Database, transaction
from desktop.store.tables import create_projections, drop_projections
from ledger.domain.postings import of
from ledger.wire.codec import NotAFact, decode


def rebuild(db: Database, blobs: Blobs) -> int:
    """Drop the projections and make them again, in one transaction; returns how many facts there are.

    Raises:
        DamagedStore: a fact cannot be read; nothing was changed.
    """
    with transaction(db):
        drop_projections(db)
        create_projections(db)
        return project_all(db, Facts(db), blobs)


def project_all(db: Database, facts: Facts, blobs: Blobs) -> int:
    """Project every fact, feed by feed, into empty projections; db may be another database than that of the facts.

    Raises:
        DamagedStore: a fact cannot be read.
    """
    book = HeldBookRows(db)
    projections = Projections(db, blobs.text, book)
    count = 0
    for name, body, _ in facts.all():
        try:
            entry = decode(name, body)
        except NotAFact as error:
            raise DamagedStore(f"The fact {name.text} cannot be read: {error}.") from error
        projections.project(entry, of(entry.fact))
        count += 1
    book.finish()
    return count
