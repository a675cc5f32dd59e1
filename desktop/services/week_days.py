"""Dates, as the numbers of weeks and days that facts carry."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from ledger.domain.slips import FIRST_DAY, day_of
from ledger.domain.weeks import day_of as number_in
from ledger.domain.weeks import week_of

_HOUR: Final = 60
_MONTHS_CLOCKS_CHANGE: Final = {3: "gone", 10: "twice"}
_DAYS_A_WEEK: Final = 7


class Hour(NamedTuple):
    """The hour of a day, by minutes from its start, in which clocks are changed; how: "gone" or "twice"."""

    how: str
    start_minute: int = _HOUR
    end_minute: int = 2 * _HOUR

    def touches(self, start_minute: int, end_minute: int) -> bool:
        """Whether something from one minute to another has a part in it, or ends as it begins."""
        return start_minute < self.end_minute and self.start_minute < end_minute


def week_number(day: date) -> int:
    """The week a date lies in; below 0 before December 2019."""
    return week_of((day - FIRST_DAY).days)


def date_in(week: int, weekday: int) -> date:
    """The date of a weekday, 0 for Monday, in a week."""
    return day_of(number_in(week, weekday))


def changed_hour(day: date) -> Hour | None:
    """The hour that is changed on a day, in the United Kingdom; None on nearly every day.

    The last Sundays of March and October, at 1 o'clock universal time (the Summer Time Order 2002): in March the wall
    clock leaves out 1 to 2 o'clock, in October it shows it twice.
    """
    how = _MONTHS_CLOCKS_CHANGE.get(day.month)
    is_last_sunday = day.isoweekday() == _DAYS_A_WEEK and (day + timedelta(days=_DAYS_A_WEEK)).month != day.month
    return Hour(how) if how and is_last_sunday else None
