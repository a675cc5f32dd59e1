"""Readings of what members said of the week, how they come, and who was there."""

from __future__ import annotations

from desktop.store.naming import key_of, name_of
from desktop.store.rows_week import (
    AttendanceRow,
    ChoiceRow,
    NotTodayRow,
    PresenceRow,
    ShownRow,
    TravelRow,
    VisitorRow,
)
from desktop.store.selecting import Selected
from desktop.store.sqlcipher import Database
from ledger.domain.coming import Agreement
from ledger.domain.names import FactId
from ledger.domain.week import Choice
from ledger.domain.weeks import Occurrence

_CHOICES = Selected(ChoiceRow, "choices")
_NOT_TODAY = Selected(NotTodayRow, "not_today")
_ATTENDANCE = Selected(AttendanceRow, "attendance")
_PRESENCE = Selected(PresenceRow, "presence")
_VISITORS = Selected(VisitorRow, "visitors")
_TRAVEL = Selected(TravelRow, "travel")
_SHOWN = Selected(ShownRow, "weeks_shown")
_ORDER_OF_ASKING = "ORDER BY asked_ms, asked, member"


class WeekPeopleReadings:
    """Choices, who came, and all that is about one member's weeks."""

    _db: Database

    def choices_in(self, week: int) -> list[ChoiceRow]:
        """All that is chosen, or waited for, in a week, in the order of asking."""
        return _CHOICES.all(self._db, f"WHERE week = ? AND choice <> 0 {_ORDER_OF_ASKING}", [week])

    def going_in(self, week: int) -> dict[Occurrence, tuple[FactId, ...]]:
        """Who is going to each session of a week, in the order of asking."""
        # choice <> 0, which follows anyway, lets its index serve: without it all weeks ever are looked through
        sql = (
            "SELECT session, member FROM choices WHERE week = ? AND choice <> 0 AND choice = ?"
            " ORDER BY asked_ms, asked, member"
        )
        found: dict[bytes, list[FactId]] = {}
        for session, member in self._db.execute(sql, [week, Choice.GOING]):
            found.setdefault(session, []).append(name_of(member))
        return {Occurrence(name_of(session), week): tuple(members) for session, members in found.items()}

    def choices_at(self, at: Occurrence) -> list[ChoiceRow]:
        """Who chose one time of a session, or waits for a place, in the order of asking."""
        where = f"WHERE session = ? AND week = ? AND choice <> 0 {_ORDER_OF_ASKING}"
        return _CHOICES.all(self._db, where, [key_of(at.session), at.week])

    def weeks_chosen(self, session: FactId, first_week: int) -> list[int]:
        """The weeks, from the first, in which somebody chose a session or waits for a place."""
        sql = "SELECT DISTINCT week FROM choices WHERE week >= ? AND session = ? AND choice <> 0 ORDER BY week"
        return [week for (week,) in self._db.execute(sql, [first_week, key_of(session)])]

    def choices_of(self, member: FactId, first_week: int, last_week: int) -> list[ChoiceRow]:
        """What a member chose in these weeks, what they let go too."""
        where = "WHERE member = ? AND week BETWEEN ? AND ? ORDER BY week, asked_ms, asked"
        return _CHOICES.all(self._db, where, [key_of(member), first_week, last_week])

    def choice(self, member: FactId, at: Occurrence) -> ChoiceRow | None:
        """What a member last said of one time of a session; None if they never did."""
        where = "WHERE member = ? AND session = ? AND week = ?"
        return _CHOICES.first(self._db, where, [key_of(member), key_of(at.session), at.week])

    def activities_tried(self, member: FactId, *, but_week: int = -1) -> set[FactId]:
        """The activities a member ever chose or came to; but_week: what they did in that week does not count."""
        sql = (
            "SELECT DISTINCT activity FROM session_words WHERE session IN"
            " (SELECT session FROM choices WHERE member = ?1 AND week <> ?2"
            " UNION SELECT session FROM attendance WHERE member = ?1 AND week <> ?2 AND attendance IN (1, 2))"
        )
        return {name_of(activity) for (activity,) in self._db.execute(sql, [key_of(member), but_week])}

    def not_today(self, member: FactId, first: int, last: int) -> list[NotTodayRow]:
        """The parts of these days in which a member does nothing."""
        where = "WHERE member = ? AND day BETWEEN ? AND ? ORDER BY day, part"
        return _NOT_TODAY.all(self._db, where, [key_of(member), first, last])

    def wishes(self, member: FactId) -> list[FactId]:
        """The activities a member would like to try, first wished first."""
        rows = self._db.execute("SELECT activity FROM wishes WHERE member = ? ORDER BY fact", [key_of(member)])
        return [name_of(activity) for (activity,) in rows]

    def attendance(self, at: Occurrence) -> list[AttendanceRow]:
        """Who came to one time of a session, as far as anybody said."""
        where = "WHERE session = ? AND week = ? ORDER BY at_ms, member"
        return _ATTENDANCE.all(self._db, where, [key_of(at.session), at.week])

    def presence(self, day: int) -> list[PresenceRow]:
        """Who is in the house on a day, or not, as far as anybody said."""
        return _PRESENCE.all(self._db, "WHERE day = ? ORDER BY person", [day])

    def visitors(self, day: int) -> list[VisitorRow]:
        """Who came as a visitor on a day, in the order they came."""
        return _VISITORS.all(self._db, "WHERE day = ? ORDER BY id", [day])

    def travel(self) -> list[TravelRow]:
        """How members come to the centre, as far as anybody said."""
        return _TRAVEL.all(self._db, "ORDER BY member")

    def agreements(self, agreement: Agreement) -> set[FactId]:
        """The members who agreed to something."""
        rows = self._db.execute("SELECT member FROM agreements WHERE agreement = ?", [agreement])
        return {name_of(member) for (member,) in rows}

    def week_shown(self, member: FactId, week: int) -> ShownRow | None:
        """A member's week as it was last shown to them; None if it never was."""
        return _SHOWN.first(self._db, "WHERE member = ? AND week = ?", [key_of(member), week])
