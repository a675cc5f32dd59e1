"""The purse: which PC takes minutes from members. One has it at a time, and who gave it never gets it back."""

from __future__ import annotations

from desktop.store.sqlcipher import Database
from ledger.domain.names import FactId


def founder_of(db: Database, device: bytes) -> bytes:
    """The device that founded the centre and had the purse first; device: this PC's, where no ledger is known."""
    row = db.execute("SELECT value FROM secrets WHERE name = 'centre'").fetchone()
    return device if row is None else bytes(row[0])


def has_purse(db: Database, fact: FactId, *, founder: bytes) -> bool:
    """Whether a fact was written where the purse was. founder: the device that had it first."""
    if fact.device != founder:
        taken = db.execute("SELECT 1 FROM purses WHERE taker = ? LIMIT 1", [fact.device]).fetchone()
        if taken is None:
            return False
    gave = "SELECT 1 FROM purses WHERE giver = ? AND last < ? LIMIT 1"
    return db.execute(gave, [fact.device, fact.seq]).fetchone() is None
