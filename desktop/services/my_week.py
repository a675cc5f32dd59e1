"""My week: what I do, where, with whom and how I get there; what is other than I last saw it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from desktop.changes import Changes
from desktop.problems import NotFound
from desktop.services.choice_writing import ChoiceWriting
from desktop.services.my_days import MyDays
from desktop.services.sitting import Sitting
from desktop.services.week_days import date_in, week_number
from desktop.services.week_now import monday_of, now
from desktop.services.week_seen import MyEntrySeen, MyWeekSeen
from desktop.store.rows_week import ShownRow
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.week import WeekShown
from ledger.domain.weeks import Occurrence

if TYPE_CHECKING:
    from desktop.services.faces import Faces
    from desktop.services.spending import Spending
    from desktop.services.week import Weeks

_WEEKS_AHEAD: Final = 3
_MOST_VISITS: Final = 500

_Visit = tuple[FactId, int, int]
"""A member, how many facts there were when they signed in, and a week."""


class MyWeek:
    """A member's week, on screen and on paper."""

    def __init__(self, store: Store, faces: Faces, weeks: Weeks, spending: Spending) -> None:
        self._store = store
        self._days = MyDays(store, faces, weeks, spending)
        self._desk = ChoiceWriting(store)
        self._first_seen: dict[_Visit, ShownRow | None] = {}

    def today(self) -> date:
        """The day it is."""
        return now(self._store).day

    def week(self, sitting: Sitting, monday: date) -> MyWeekSeen:
        """The week of whoever sits here; what changed since they last saw it is new for the whole visit."""
        return self._days.week(sitting.member, monday, since=self._last_seen(sitting, monday))

    def of(self, member: FactId, monday: date) -> MyWeekSeen:
        """A member's week for paper: what is other than usual is told, whether they saw it or not. Raises NotFound."""
        return self._days.week(member, monday, since=None)

    def seen(self, sitting: Sitting, monday: date) -> Changes:
        """The member has seen this week as it is now; seen before just so, nothing is written.

        What they paid for and does not take place comes back, if it has not yet.
        """
        visit = self._visit(sitting, monday)
        if len(self._first_seen) > _MOST_VISITS:
            self._first_seen.clear()
        self._first_seen.setdefault(visit, self._last_seen(sitting, monday))
        words = self._days.words(sitting.member, visit[2])
        shown = self._store.read.week.week_shown(sitting.member, visit[2])
        off = self._days.paid_and_off(sitting.member, monday)
        if shown is not None and shown.words == words and not off:
            return Changes()
        with self._store.writing(self._store.new_draft(), assisted_by=sitting.assisted_by) as facts:
            facts.add(WeekShown(sitting.member, visit[2], words))
            for row in off:
                self._desk.give_back(facts, row)
        return facts.changes

    def entry(self, sitting: Sitting, at: Occurrence) -> MyEntrySeen:
        """One thing of the member's week. Raises NotFound: it is not in it."""
        for day in self.week(sitting, date_in(at.week, 0)).days:
            for entry in day.entries:
                if entry.session is not None and entry.session.at == at:
                    return entry
        raise NotFound("This is not in the week any more.")

    def next(self, sitting: Sitting) -> MyEntrySeen | None:
        """What comes next for the member, or is going on; None if nothing is chosen, three weeks on."""
        first = monday_of(self.today())
        for number in range(_WEEKS_AHEAD):
            week = self.week(sitting, first + timedelta(weeks=number))
            for entry in (entry for day in week.days for entry in day.entries):
                if entry.is_next:
                    return entry
        return None

    def _last_seen(self, sitting: Sitting, monday: date) -> ShownRow | None:
        visit = self._visit(sitting, monday)
        if visit in self._first_seen:
            return self._first_seen[visit]
        return self._store.read.week.week_shown(sitting.member, visit[2])

    @staticmethod
    def _visit(sitting: Sitting, monday: date) -> _Visit:
        return sitting.member, sitting.since, week_number(monday)
