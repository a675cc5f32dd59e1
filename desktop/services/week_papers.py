"""The papers of a week, ready to be drawn: the centre's, each member's, registers, rides, strips and the fire list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.services import week_on_paper
from desktop.services.access import language_of
from desktop.services.week_days import date_in, week_number
from desktop.services.week_now import now
from ledger.domain.coming import Agreement

if TYPE_CHECKING:
    from desktop.services.agreements import Agreements
    from desktop.services.attendance import AttendanceBook
    from desktop.services.centre import CentreCare
    from desktop.services.my_week import MyWeek
    from desktop.services.papers_week import (
        BlankWeekPaper,
        CentreWeekPaper,
        FireListPaper,
        MemberWeekPaper,
        RegisterPaper,
        StripPaper,
        TransportPaper,
    )
    from desktop.services.people import People
    from desktop.services.travel import Travel
    from desktop.services.week import Weeks
    from desktop.services.week_seen import RideSeen
    from desktop.store.store import Store
    from ledger.domain.names import FactId

_DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Sources:
    """The services that say what goes on paper."""

    store: Store
    people: People
    centre: CentreCare
    week: Weeks
    my_week: MyWeek
    attendance: AttendanceBook
    travel: Travel
    agreements: Agreements


class WeekPapers:
    """Makes papers of what the other services say; each call reads anew. monday: any day of a week."""

    def __init__(self, sources: Sources) -> None:
        self._do = sources

    def centre(self, monday: date) -> CentreWeekPaper:
        """The centre's week."""
        return week_on_paper.centre_week(self._do.week.week(_first(monday)), self._do.centre.name)

    def member(self, member: FactId, monday: date) -> MemberWeekPaper:
        """A member's week. Raises NotFound."""
        return self._weeks([member], monday)[0]

    def members(self, monday: date) -> list[MemberWeekPaper]:
        """Every member's week, in the order of the faces; of those who are paused, if there is something in it."""
        paused = {one.id for one in self._do.people.members() if one.is_paused}
        return [
            paper
            for paper in self._weeks([one.id for one in self._do.people.members()], monday)
            if paper.member.id not in paused or any(day.entries for day in paper.days)
        ]

    def home_copies(self, monday: date) -> list[MemberWeekPaper]:
        """A copy for home of each member who agreed to one."""
        agreed = self._do.agreements.who(Agreement.HOME_COPY)
        return self._weeks([one.id for one in self._do.people.members() if one.id in agreed], monday, is_home_copy=True)

    def registers(self, day: date) -> list[RegisterPaper]:
        """The registers of a day's sessions, in order of time."""
        there = [one for one in self._do.week.sessions(day) if one.day == day and one.is_on and not one.is_closed]
        return [week_on_paper.register(self._do.attendance.register(one.at)) for one in there]

    def transport(self, day: date) -> TransportPaper:
        """The rides of a day."""
        return week_on_paper.transport(day, self._do.travel.rides(day))

    def strips(self, day: date) -> list[StripPaper]:
        """What each member does on a day; only of those who do something."""
        rides = self._do.travel.rides(day)
        weeks = [self._do.my_week.of(one.id, _first(day)) for one in self._do.people.members()]
        found = [week_on_paper.strip(week, day, rides, language=self._language(week.member.id)) for week in weeks]
        return [strip for strip in found if strip is not None and strip.day.entries]

    def fire_list(self, day: date) -> FireListPaper:
        """Everybody who may be in the house, as it is now."""
        at = now(self._do.store)
        return week_on_paper.fire_list(self._do.attendance.fire_list(day), at.minute if at.day == day else -1)

    def blank(self, monday: date, member: FactId | None = None) -> BlankWeekPaper:
        """An empty week of the days the centre is open, to write on. Raises NotFound."""
        days = self._do.week.week(_first(monday)).days
        person = None if member is None else self._do.people.person(member)
        return week_on_paper.blank_week(days, person, language=self._language(member))

    def _weeks(self, members: Iterable[FactId], monday: date, *, is_home_copy: bool = False) -> list[MemberWeekPaper]:
        first = _first(monday)
        rides = self._rides(first)
        return [
            week_on_paper.member_week(
                self._do.my_week.of(one, first), rides, language=self._language(one), is_home_copy=is_home_copy
            )
            for one in members
        ]

    def _language(self, member: FactId | None) -> str:
        return language_of(self._do.store, member)

    def _rides(self, first: date) -> list[tuple[date, RideSeen]]:
        days = [first + timedelta(days=number) for number in range(_DAYS_A_WEEK)]
        return [(day, ride) for day in days for ride in self._do.travel.rides(day)]


def _first(day: date) -> date:
    """The first day of its week."""
    return date_in(week_number(day), 0)
