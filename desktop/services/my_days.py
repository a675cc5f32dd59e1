"""The days of a member's week, made of choices, what they lead or help with, and planned trips."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from desktop.services.choosing_board import is_open
from desktop.services.closed_days import OpenDays
from desktop.services.seen import Pic, PlanSeen
from desktop.services.week_changes import OFF, changes, together
from desktop.services.week_days import week_number
from desktop.services.week_now import Now, moment_ms, now
from desktop.services.week_seen import ChangeSeen, MyDaySeen, MyEntrySeen, MyWeekSeen, SessionSeen
from desktop.services.week_words import by_session, in_force
from desktop.store.rows_week import ChoiceRow, ShownRow
from desktop.store.store import Store
from ledger.domain.coming import Agreement
from ledger.domain.names import FactId
from ledger.domain.slips import day_number, day_of
from ledger.domain.week import Choice
from ledger.domain.weeks import Occurrence

if TYPE_CHECKING:
    from desktop.services.faces import Faces
    from desktop.services.spending import Spending
    from desktop.services.week import Weeks

_DAYS_A_WEEK: Final = 7
_MOST_HELPED: Final = 300
_AWAY: Final = 24 * 60
"""A trip with no time stands after all that has one."""


class MyDays:
    """One member's week, day by day."""

    def __init__(self, store: Store, faces: Faces, weeks: Weeks, spending: Spending) -> None:
        self._store = store
        self._faces = faces
        self._weeks = weeks
        self._spending = spending

    def week(self, member: FactId, monday: date, *, since: ShownRow | None) -> MyWeekSeen:
        """A member's week; since: as they saw it last, None if that is not asked. Raises NotFound: no such member."""
        person = self._faces.member_person(self._store.read.member(member))
        at = now(self._store)
        entries = sorted(self._entries(member, monday, since, at), key=_when)
        entries = list(_next_marked(entries, at))
        idle = self._store.read.week.not_today(member, day_number(monday), day_number(monday) + _DAYS_A_WEEK - 1)
        every = [monday + timedelta(days=number) for number in range(_DAYS_A_WEEK)]
        house = OpenDays(self._store, every[0], every[-1])
        there = {_day(entry) for entry in entries}
        days = [day for day in every if house.usual[day.weekday()] or house.is_open(day) or day in there]
        return MyWeekSeen(
            person,
            monday,
            tuple(
                MyDaySeen(
                    day,
                    tuple(entry for entry in entries if _day(entry) == day),
                    tuple(row.part for row in idle if day_of(row.day) == day),
                    is_today=day == at.day,
                    is_open=house.is_open(day),
                    closed=house.closed(day),
                )
                for day in days
            ),
            helped=self._helped(member, monday),
            has_changes=self.is_other(member, week_number(monday)),
        )

    def words(self, member: FactId, week: int) -> tuple[FactId, ...]:
        """The facts that say what a member's sessions of a week are: what they have seen once it was shown."""
        said = by_session(self._store.read.week.words_about(week))
        mine = {row.session for row in self._chosen(member, week)} | self._leading(member, week)
        held = (in_force(said.get(session, ()), week) for session in sorted(mine))
        return tuple(row.fact for row in held if row is not None)

    def paid_and_off(self, member: FactId, monday: date) -> list[ChoiceRow]:
        """Choices that were paid for and do not take place: called off at another PC while they were made at this."""
        there = {one.at: one for one in self._weeks.sessions(monday)}
        rows = [row for row in self._chosen(member, week_number(monday)) if row.plan is not None]
        off = [row for row in rows if row.at not in there or not is_open(there[row.at])]
        return [row for row in off if row.plan and self._store.read.plan(row.plan).state == "planned"]

    def _entries(self, member: FactId, monday: date, since: ShownRow | None, at: Now) -> Iterator[MyEntrySeen]:
        week = week_number(monday)
        there = {one.at: one for one in self._weeks.sessions(monday)}
        seen = {} if since is None else {row.session: row for row in self._store.read.week.words_by(since.words)}
        jobs = self._jobs(member, week)
        chosen = {row.at: row.choice for row in self._chosen(member, week)}
        leading = dict.fromkeys((at_ for at_, one in there.items() if member in _leaders(one)), Choice.GOING)
        for which, choice in (leading | chosen).items():
            session = there.get(which) or self._gone(which)
            if session is None:
                continue
            before = seen.get(which.session)
            told = _usual(session)
            if before is not None:
                told = together(changes(session, self._weeks.seen_of(before, week), is_new=True), told)
            can_change = which in chosen and is_open(session) and at.is_before(session)
            yield MyEntrySeen(
                replace(session, changes=told), choice=choice, job=jobs.get(which, ""), can_change=can_change
            )
        for trip in self._trips(member, monday):
            yield MyEntrySeen(trip=trip, can_change=trip.can_cancel and trip.payer.id == member)

    def _gone(self, at: Occurrence) -> SessionSeen | None:
        # It was there when it was chosen, and is in no week like this any more.
        words = self._store.read.week.words_of(at.session)
        held = [row for row in words if row.week <= at.week]
        return (
            replace(self._weeks.seen_of(held[-1], at.week), is_on=False, changes=(ChangeSeen(OFF),)) if held else None
        )

    def _chosen(self, member: FactId, week: int) -> list[ChoiceRow]:
        rows = self._store.read.week.choices_of(member, week, week)
        return [row for row in rows if row.choice != Choice.NO]

    def _leading(self, member: FactId, week: int) -> set[FactId]:
        said = by_session(self._store.read.week.words_about(week))
        held = (in_force(rows, week) for rows in said.values())
        return {
            row.session for row in held if row and member in (row.leader, row.driver, row.companion, *row.assistants)
        }

    def _jobs(self, member: FactId, week: int) -> dict[Occurrence, str]:
        given = (row for row in self._store.read.week.jobs_given(week) if row.member == member)
        found: dict[Occurrence, str] = {}
        for row in given:
            label = self._store.read.week.job(row.job).label
            at = Occurrence(row.session, row.week)
            found[at] = f"{found[at]}, {label}" if at in found else label
        return found

    def _trips(self, member: FactId, monday: date) -> Iterator[PlanSeen]:
        first = day_number(monday)
        activities = {row.id for row in self._store.read.week.activities(kept_only=False)}
        for row in self._store.read.plans_on(first, first + _DAYS_A_WEEK - 1):
            if row.offer not in activities and (member in row.going or member == row.companion):
                yield self._spending.plan(row.id)

    def _helped(self, member: FactId, monday: date) -> tuple[tuple[str, Pic], ...]:
        if member not in self._store.read.week.agreements(Agreement.HELP_ON_WEEK):
            return ()
        first_ms, end_ms = moment_ms(monday), moment_ms(monday + timedelta(days=_DAYS_A_WEEK))
        rows = self._store.read.movements(member, _MOST_HELPED)
        done = [row for row in rows if row.what == "helped" and first_ms <= row.at_ms < end_ms and not row.undone_by]
        tasks = dict.fromkeys(row.subject for row in reversed(done) if row.subject is not None)
        seen = (self._faces.task(self._store.read.task(task)) for task in tasks)
        return tuple((task.label, task.pic) for task in seen if task.label)

    def is_other(self, member: FactId, week: int) -> bool:
        """Whether a week is other than the member last saw it, or they never did."""
        shown = self._store.read.week.week_shown(member, week)
        return shown is None or shown.words != self.words(member, week)


def _usual(session: SessionSeen) -> tuple[ChangeSeen, ...]:
    return (ChangeSeen(OFF),) if session.is_closed and session.is_on else session.changes


def _leaders(session: SessionSeen) -> set[FactId]:
    people = (session.leader, session.driver, session.companion, *session.assistants)
    return {person.id for person in people if person is not None}


def _day(entry: MyEntrySeen) -> date:
    if entry.session is not None:
        return entry.session.day
    if entry.trip is None or entry.trip.day is None:
        raise ValueError("an entry of a week has a day")
    return entry.trip.day


def _when(entry: MyEntrySeen) -> tuple[date, int]:
    if entry.session is not None:
        return _day(entry), entry.session.start_minute
    minute = entry.trip.start_minute if entry.trip else -1
    return _day(entry), minute if minute >= 0 else _AWAY


def _next_marked(entries: Iterable[MyEntrySeen], at: Now) -> Iterator[MyEntrySeen]:
    is_found = False
    for entry in entries:
        is_next = not is_found and _is_to_come(entry, at)
        is_found |= is_next
        yield replace(entry, is_next=is_next)


def _is_to_come(entry: MyEntrySeen, at: Now) -> bool:
    if entry.session is not None:
        return entry.choice == Choice.GOING and is_open(entry.session) and not at.is_after(entry.session)
    return _when(entry) >= (at.day, at.minute)
