"""The purse: which PC takes minutes from members. One has it at a time, and who gave it never gets it back."""

from __future__ import annotations

from desktop.store.sqlcipher import Database
from ledger.domain.names import FactId


def has_purse(db: Database, fact: FactId, *, founder: bytes) -> bool:
    """Whether a fact was written where the purse was. founder: the device that had it first."""
    if fact.device != founder:
        taken = db.execute("SELECT 1 FROM purses WHERE taker = ? LIMIT 1", [fact.device]).fetchone()
        if taken is None:
            return False
    gave = "SELECT 1 FROM purses WHERE giver = ? AND last < ? LIMIT 1"
    return db.execute(gave, [fact.device, fact.seq]).fetchone() is None
