"""Readings of what members came to, and how they said it was."""

from __future__ import annotations

from desktop.store.naming import key_of, name_of
from desktop.store.rows_week import AttendanceRow, SaidAnswerRow, SaidRow
from desktop.store.selecting import Selected
from desktop.store.sqlcipher import Database
from ledger.domain.names import FactId

_ATTENDANCE = Selected(AttendanceRow, "attendance")
_SAID = Selected(SaidRow, "said")
_ANSWERED = (
    "SELECT session, week, coalesce(answer, ''), coalesce(picture, '') FROM said"
    " JOIN items_done AS done ON done.about = said.fact LEFT JOIN said_answers ON said_answers.done = done.fact"
    " WHERE member = ? AND week BETWEEN ? AND ?"
    " AND NOT EXISTS (SELECT 1 FROM items_done AS taken_back WHERE taken_back.about = done.fact)"
    " ORDER BY coalesce(answer, '') <> '', said_answers.at_ms, done.fact"
)
"""The last has the last word: one with words over one without, where two PCs answered unheard of each other."""


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

    def answered(self, member: FactId, first_week: int, last_week: int) -> list[SaidAnswerRow]:
        """What workers have read of what a member said in these weeks; of several for one, the last holds."""
        found = self._db.execute(_ANSWERED, [key_of(member), first_week, last_week])
        return [SaidAnswerRow(name_of(session), week, answer, shown) for session, week, answer, shown in found]
