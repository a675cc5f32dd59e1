"""A centre at work with a week: rooms, activities and sessions, written as staff write them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from desktop.services.week_seen import ChoosingSeen, MyEntrySeen, PlaceSeen
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.postings import Fact
from ledger.domain.week import ActivityWritten, Reach, RoomWritten, SessionTakenBack, SessionWritten, VehicleWritten
from ledger.domain.weeks import Occurrence, Part, week_of
from tests.services.at_work import AtWork

TUESDAY = date(2026, 11, 24)
MONDAY = TUESDAY - timedelta(days=1)
WEEK = week_of((TUESDAY - date(2020, 1, 1)).days)


class Week:
    """Writes weeks in one line each, and looks at them by the names of activities."""

    def __init__(self, work: AtWork) -> None:
        self.work = work
        self.do = work.do
        self.store: Store = work.store
        self._sessions: dict[str, SessionWritten] = {}
        self.ids: dict[str, FactId] = {}

    def activity(self, label: str) -> FactId:
        found = [row.id for row in self.store.read.week.activities() if row.label == label]
        return found[0] if found else self._write(ActivityWritten(None, label, "om:1F3A8"))

    def room(self, label: str, capacity: int = 0) -> FactId:
        found = [row.id for row in self.store.read.week.rooms() if row.label == label]
        return found[0] if found else self._write(RoomWritten(None, label, capacity=capacity))

    def vehicle(self, label: str, seats: int = 8, wheelchairs: int = 1) -> FactId:
        found = [row.id for row in self.store.read.week.vehicles() if row.label == label]
        return found[0] if found else self._write(VehicleWritten(None, label, "", seats, wheelchairs))

    def session(
        self, label: str, day: int = 1, hour: float = 13, *, reach: Reach = Reach.FROM_NOW_ON, **more: Any
    ) -> Occurrence:
        """A session from this week on, an hour long, for six; day: 0 for Monday."""
        told = {"minutes": 60, "places": 6, "week": WEEK, **more}
        activity, minute = self.activity(label), round(hour * 60)
        fact = SessionWritten(session=None, reach=reach, activity=activity, day=day, start_minute=minute, **told)
        self.ids[label] = self._write(fact)
        self._sessions[label] = fact
        return Occurrence(self.ids[label], fact.week)

    def say(self, label: str, **other: Any) -> None:
        """Say something else of a session, this week alone."""
        told = {"reach": Reach.THIS_WEEK, "week": WEEK, "session": self.ids[label], **other}
        self._write(replace(self._sessions[label], **told))

    def unsay(self, label: str) -> None:
        """Take that back."""
        self._write(SessionTakenBack(self.ids[label], WEEK, Reach.THIS_WEEK))

    def choose(self, name: str, label: str, week: int = WEEK) -> None:
        self.do.choices.choose(self.work.sign_in(name), self.work.draft(), Occurrence(self.ids[label], week))

    def choosing(self, name: str, day: date = TUESDAY, part: Part = Part.AFTERNOON, most: int = 12) -> ChoosingSeen:
        return self.do.choices.choosing(self.work.sign_in(name), PlaceSeen(day, part), most)

    def labels(self, name: str, day: date = TUESDAY, part: Part = Part.AFTERNOON) -> list[str]:
        return [one.session.activity.label for one in self.choosing(name, day, part).options]

    def goes(self, name: str, monday: date = MONDAY) -> list[str]:
        """What is in somebody's week, in order."""
        week = self.do.my_week.of(self.work.member(name), monday)
        return [_label(entry) for day in week.days for entry in day.entries]

    def _write(self, fact: Fact) -> FactId:
        with self.store.writing(self.store.new_draft()) as facts:
            return facts.add(fact)


def usual_week(work: AtWork) -> Week:
    """Monday morning Yoga; Tuesday Music in the morning, Art and Cooking after lunch; Wednesday morning Garden."""
    made = Week(work)
    made.session("Yoga", day=0, hour=10)
    made.session("Music", day=1, hour=10)
    made.session("Art", day=1, hour=13)
    made.session("Cooking", day=1, hour=14)
    made.session("Garden", day=2, hour=11)
    return made


def _label(entry: MyEntrySeen) -> str:
    if entry.session is not None:
        return entry.session.activity.label
    return entry.trip.offer.label if entry.trip else ""
