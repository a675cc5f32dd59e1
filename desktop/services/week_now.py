"""What has begun and what is still to come, by the wall clock of this PC."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple

from desktop.clock import MS, local_time
from desktop.services.week_seen import SessionSeen
from desktop.store.store import Store
from ledger.domain.slips import day_of

_MINUTES_AN_HOUR: Final = 60
_MINUTES_A_DAY: Final = 24 * 60
_DAYS_A_WEEK: Final = 7


class Now(NamedTuple):
    """A day, and a minute of it."""

    day: date
    minute: int

    def is_before(self, session: SessionSeen) -> bool:
        """Whether a session is still to begin."""
        return self < (session.day, session.start_minute)

    def is_after(self, session: SessionSeen) -> bool:
        """Whether a session is over."""
        return self >= (session.day, session.end_minute)


def now(store: Store) -> Now:
    """The day as the network knows it too, and the minute by this PC's clock; a slow clock's day has just begun."""
    local = local_time(store.clock.now_ms())
    today = day_of(store.today())
    return Now(today, local.hour * _MINUTES_AN_HOUR + local.minute if local.date() == today else 0)


def moment_ms(day: date, minute: int = 0) -> int:
    """When the wall clock here shows a minute of a day, in milliseconds since 1970; 24 * 60 is the next midnight."""
    days, left = divmod(minute, _MINUTES_A_DAY)
    at = time(left // _MINUTES_AN_HOUR, left % _MINUTES_AN_HOUR)
    return round(datetime.combine(day + timedelta(days=days), at).astimezone().timestamp() * MS)


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def mondays(first: date, count: int) -> list[date]:
    """The Mondays of so many weeks, from the week of a day."""
    return [monday_of(first) + timedelta(days=_DAYS_A_WEEK * number) for number in range(count)]
