"""Readings of what members came to, and how they said it was."""

from __future__ import annotations

from desktop.store.naming import key_of
from desktop.store.rows_week import AttendanceRow, SaidRow
from desktop.store.selecting import Selected
from desktop.store.sqlcipher import Database
from ledger.domain.names import FactId

_ATTENDANCE = Selected(AttendanceRow, "attendance")
_SAID = Selected(SaidRow, "said")


class SaidReadings:
    """What hangs on having been there."""

    _db: Database

    def attended(self, member: FactId, first_week: int, last_week: int) -> list[AttendanceRow]:
        """What was said of whether a member came, in these weeks."""
        where = "WHERE member = ? AND week BETWEEN ? AND ? ORDER BY week, session"
        return _ATTENDANCE.all(self._db, where, [key_of(member), first_week, last_week])

    def said_by(self, member: FactId, first_week: int, last_week: int) -> list[SaidRow]:
        """How a member said it was, in these weeks."""
        where = "WHERE member = ? AND week BETWEEN ? AND ? ORDER BY week, session"
        return _SAID.all(self._db, where, [key_of(member), first_week, last_week])

    def said_in(self, first_week: int, last_week: int) -> list[SaidRow]:
        """How everybody said it was, in these weeks."""
        where = "WHERE week BETWEEN ? AND ? ORDER BY week, session, member"
        return _SAID.all(self._db, where, [first_week, last_week])
