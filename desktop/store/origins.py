"""Whose a feed is: a device's of this centre, or one of the central ledger's own."""

from __future__ import annotations

from desktop.store.purse import founder_of
from desktop.store.sqlcipher import Database
from ledger.domain.network import DeviceListed, DeviceRevoked, IssuerListed, IssuerRevoked, VenueListed
from ledger.domain.postings import Fact
from ledger.domain.rulings import PurseTaken, Ruled, SlipTaken
from ledger.domain.subjects import Unknown

LEDGER_FACTS = (Ruled, SlipTaken, PurseTaken, DeviceListed, DeviceRevoked, IssuerListed, IssuerRevoked, VenueListed)
"""Kinds that only the central ledger writes."""


class Origins:
    """What the store knows of feeds. device: this PC's own."""

    def __init__(self, db: Database, device: bytes) -> None:
        self._db = db
        self.device = device
        self._epochs: dict[bytes, int] = {}

    @property
    def founder(self) -> bytes:
        """The device that founded the centre and had the purse first: its name is the centre's, 16 bytes."""
        return founder_of(self._db, self.device)

    def epoch(self, feed: bytes) -> int:
        """The epoch of a feed of the ledger; 0 for a device's."""
        if feed == self.device:
            return 0
        if feed not in self._epochs:
            row = self._db.execute("SELECT epoch FROM notices WHERE feed = ? LIMIT 1", [feed]).fetchone()
            if row is None:
                return 0
            self._epochs[feed] = int(row[0])
        return self._epochs[feed]

    def may_write(self, feed: bytes, fact: Fact) -> bool:
        """Whether a fact of this kind means anything in a feed: the ledger's are the ledger's, and no other's."""
        return isinstance(fact, LEDGER_FACTS) == bool(self.epoch(feed)) or isinstance(fact, Unknown)
