"""Which day it is: by this PC's clock, and by the network's last word."""

from __future__ import annotations

from desktop.clock import MS, Clock, local_day
from desktop.store.sqlcipher import Database
from ledger.domain.slips import day_number

_DAY_MS = 24 * 60 * 60 * MS


class Dated:
    """A store that has met the network, or has not. db: of the store. clock: of this PC."""

    db: Database
    clock: Clock

    def today(self) -> int:
        """Which day it is, as days since 1 January 2020: the later of this PC's clock and the network's last word."""
        return day_number(local_day(max(self.clock.now_ms(), self._met("ledger_ms"))))

    def clock_is_doubtful(self) -> bool:
        """Whether this PC's clock is a day or more away from the network's, as far as can be told since they met."""
        ledger_ms = self._met("ledger_ms")
        is_behind = self.clock.now_ms() < ledger_ms - _DAY_MS
        return bool(ledger_ms) and (is_behind or abs(self._met("met_ms") - ledger_ms) > _DAY_MS)

    def _met(self, name: str) -> int:
        row = self.db.execute("SELECT value FROM meta WHERE name = ?", [name]).fetchone()
        return 0 if row is None else int(row[0])
