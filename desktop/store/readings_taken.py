"""Readings of what was handed in at this PC: on a day, and since the central ledger last heard of it."""

from __future__ import annotations

from desktop.store.naming import key_of, number_key
from desktop.store.rows import RedeemedRow
from desktop.store.selecting import Selected
from desktop.store.sqlcipher import Database
from ledger.domain.names import MOST_SEQ, FactId

_REDEEMED = Selected(RedeemedRow, "redeemed_here")
_EVENTS = Selected(RedeemedRow, "slip_events")
_HELD = "SELECT coalesce(max(last_seq), 0) FROM batches WHERE device = ? AND arrival IS NOT NULL"


class TakenReadings:
    """Slips this PC took in, by what it remembers of them for ever."""

    _db: Database
    _device: bytes

    def taken_since(self, since_ms: int) -> list[RedeemedRow]:
        """Slips handed in or made void on this PC since a moment, latest first."""
        return _REDEEMED.all(self._db, "WHERE at_ms >= ? ORDER BY at_ms DESC, fact DESC", [since_ms])

    def redeemed_by_us(self, issuer: bytes, number: int) -> list[RedeemedRow]:
        """Every time a slip was handed in at any PC of this centre, by its records, latest first."""
        where = "WHERE number = ? AND issuer = ? AND what = 'redeemed' ORDER BY place DESC"
        return _EVENTS.all(self._db, where, [number_key(number), issuer])

    def was_changed(self, issuer: bytes, number: int) -> bool:
        """Whether a slip that is void was handed in, and others printed for it."""
        changed = "SELECT 1 FROM slip_events WHERE number = ? AND issuer = ? AND what = 'changed'"
        return self._db.execute(changed, [number_key(number), issuer]).fetchone() is not None

    def people_for(self, handed_in: FactId) -> int:
        """How many went for a slip, by what was said when it was handed in; 0 if nothing was."""
        spent = "SELECT minutes FROM slip_events WHERE about = ? AND what = 'spent'"
        row = self._db.execute(spent, [key_of(handed_in)]).fetchone()
        return 0 if row is None else int(row[0])

    def taken_of_others(self) -> list[RedeemedRow]:
        """Open slips of other centres that this PC took in and the central ledger does not hold yet, by no clock."""
        (held,) = self._db.execute(_HELD, [self._device]).fetchone()
        first, last = key_of(FactId(self._device, held + 1)), key_of(FactId(self._device, MOST_SEQ))
        others = "issuer NOT IN (SELECT issuer FROM issuer_keys) AND fact NOT IN (SELECT fact FROM bound_here)"
        where = f"WHERE fact BETWEEN ? AND ? AND {others} ORDER BY fact"
        return _REDEEMED.all(self._db, where, [first, last])
