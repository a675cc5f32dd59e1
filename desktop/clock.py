"""The clock, passed in wherever time matters, so that a practice day can stand still."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

MS = 1000


class Clock(Protocol):
    """Tells the time."""

    def now_ms(self) -> int:
        """Wall-clock milliseconds since 1970."""


class WallClock:
    """The PC's own clock."""

    def now_ms(self) -> int:
        """Wall-clock milliseconds since 1970."""
        return time.time_ns() // 1_000_000


@dataclass
class StandingClock:
    """A clock that moves only when told to: the practice day's Tuesday 24 November 2026, 10:20."""

    at_ms: int

    def now_ms(self) -> int:
        """Where the clock stands."""
        return self.at_ms

    def move(self, minutes: float) -> None:
        """Let time pass."""
        self.at_ms += round(minutes * 60 * MS)


def local_time(at_ms: int) -> datetime:
    """A moment as the wall clock of this PC shows it."""
    return datetime.fromtimestamp(at_ms / MS).astimezone()


def local_day(at_ms: int) -> date:
    """The day a moment falls on, here."""
    return local_time(at_ms).date()


def standing_at(*date_and_time: int) -> StandingClock:
    """A standing clock at a local date and time: year, month, day, hour, minute."""
    year, month, day, hour, minute = date_and_time
    return StandingClock(int(datetime(year, month, day, hour, minute).astimezone().timestamp() * MS))
