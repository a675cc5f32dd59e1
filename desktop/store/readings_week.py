"""Readings of the week: what staff keep, what was said of sessions, and what members said and did."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from desktop.store.naming import key_of, name_of
from desktop.store.readings_said import SaidReadings
from desktop.store.readings_week_people import WeekPeopleReadings
from desktop.store.rows_week import ActivityRow, DayRow, JobGivenRow, JobRow, RoomRow, VehicleRow, WordsRow
from desktop.store.selecting import Selected, kept, the
from desktop.store.sqlcipher import Database
from ledger.domain.names import FactId
from ledger.domain.week import Choice

_ROOMS = Selected(RoomRow, "rooms")
_VEHICLES = Selected(VehicleRow, "vehicles")
_ACTIVITIES = Selected(ActivityRow, "activities")
_JOBS = Selected(JobRow, "jobs")
_WORDS = Selected(WordsRow, "session_words")
_JOBS_GIVEN = Selected(JobGivenRow, "jobs_given")
_DAYS = Selected(DayRow, "days")

_ONCE = (
    "WHERE (session, place) IN"
    " (SELECT session, max(place) FROM session_words WHERE reach = 1 AND back_by IS NULL AND week = ? GROUP BY session)"
)
_USUAL = (
    "WHERE (session, place) IN (SELECT session, (SELECT place FROM session_words AS last WHERE reach = 2"
    " AND back_by IS NULL AND last.session = every.session AND week <= ?1 ORDER BY week DESC, place DESC LIMIT 1)"
    " FROM (SELECT DISTINCT session FROM session_words WHERE reach = 2 AND back_by IS NULL) AS every)"
)


class WeekReadings(WeekPeopleReadings, SaidReadings):
    """What there is in weeks; a name that nothing has gives NotFound."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def rooms(self, *, kept_only: bool = True) -> list[RoomRow]:
        """Rooms, in the order they were written first."""
        return _ROOMS.all(self._db, kept(kept_only=kept_only))

    def vehicles(self, *, kept_only: bool = True) -> list[VehicleRow]:
        """Vehicles, in the order they were written first."""
        return _VEHICLES.all(self._db, kept(kept_only=kept_only))

    def activities(self, *, kept_only: bool = True) -> list[ActivityRow]:
        """Activities, in the order they were written first."""
        return _ACTIVITIES.all(self._db, kept(kept_only=kept_only))

    def activity(self, activity: FactId) -> ActivityRow:
        """One activity, kept or not."""
        return the(_ACTIVITIES.first(self._db, "WHERE id = ?", [key_of(activity)]), "activity", activity)

    def jobs(self, activity: FactId, *, kept_only: bool = True) -> list[JobRow]:
        """The jobs of a group project, in the order they were written first."""
        where = "WHERE activity = ? AND is_kept >= ? ORDER BY id"
        return _JOBS.all(self._db, where, [key_of(activity), kept_only])

    def job(self, job: FactId) -> JobRow:
        """One job, kept or not."""
        return the(_JOBS.first(self._db, "WHERE id = ?", [key_of(job)]), "job", job)

    def jobs_given(self, week: int) -> list[JobGivenRow]:
        """Who has which job in a week."""
        return _JOBS_GIVEN.all(self._db, "WHERE week = ? ORDER BY session, job", [week])

    def job_before(self, job: FactId, week: int) -> list[JobGivenRow]:
        """Who had a job in the weeks before one."""
        return _JOBS_GIVEN.all(self._db, "WHERE job = ? AND week < ? ORDER BY week, session", [key_of(job), week])

    def words_about(self, week: int) -> list[WordsRow]:
        """All words that may hold in a week: of each session the last about it alone, and the last from now on.

        Which do: `week_words.in_force`.
        """
        once = _WORDS.all(self._db, _ONCE, [week])
        return [*once, *_WORDS.all(self._db, _USUAL, [week])]

    def words_of(self, session: FactId, *, from_week: int = 0) -> list[WordsRow]:
        """All that was ever said of a session, in order, what was taken back too; nothing if there is no such one.

        from_week: without what was said of single weeks before it.
        """
        where = "WHERE session = ? AND (reach = 2 OR week >= ?) ORDER BY place"
        return _WORDS.all(self._db, where, [key_of(session), from_week])

    def words(self, fact: FactId) -> WordsRow | None:
        """What one fact said; None if it is not here."""
        return _WORDS.first(self._db, "WHERE fact = ?", [key_of(fact)])

    def words_by(self, facts: Iterable[FactId]) -> list[WordsRow]:
        """What these facts said, by session; those that are not here are left out."""
        rows = (_WORDS.all(self._db, "WHERE fact = ?", [key_of(fact)]) for fact in facts)
        return sorted(chain.from_iterable(rows))

    def last_words(self, activity: FactId) -> WordsRow | None:
        """What was said last of any session of an activity and not taken back."""
        where = "WHERE activity = ? AND back_by IS NULL ORDER BY at_ms DESC, fact DESC"
        return _WORDS.first(self._db, where, [key_of(activity)])

    def chosen_in(self, week: int) -> dict[tuple[FactId, Choice], int]:
        """How many members chose each session of a week, and how many wait for a place."""
        sql = "SELECT session, choice, count(*) FROM choices WHERE week = ? AND choice <> 0 GROUP BY session, choice"
        return {(name_of(session), Choice(choice)): count for session, choice, count in self._db.execute(sql, [week])}

    def days(self, first: int, last: int) -> list[DayRow]:
        """Days somebody closed or opened, from the first to the last."""
        return _DAYS.all(self._db, "WHERE day BETWEEN ? AND ? ORDER BY day", [first, last])
