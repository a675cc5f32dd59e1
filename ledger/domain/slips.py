"""What a slip says, apart from how it is written on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ledger.domain.bounds import MOST_DAY

FIRST_DAY = date(2020, 1, 1)
PRACTICE_FLAG = 1


@dataclass(frozen=True, slots=True)
class Slip:
    """A Time Credit note.

    number: 64 random bits. minutes: 1 to 65535. issued_day, expires_day: days since 1 January 2020, expires_day 0 for
    never. venue: the one place that takes it, 0 for any. flags: 4 bits, 1 for practice.
    """

    number: int
    minutes: int
    issued_day: int
    expires_day: int = 0
    venue: int = 0
    flags: int = 0

    @property
    def is_practice(self) -> bool:
        """Made by a practice centre: it pays for nothing."""
        return bool(self.flags & PRACTICE_FLAG)

    def is_over(self, today: int) -> bool:
        """Whether its last day lies before today (a day number)."""
        return self.expires_day != 0 and self.expires_day < today


def day_number(day: date) -> int:
    """A date as days since 1 January 2020.

    Raises:
        ValueError: before 2020 or after what two bytes can hold (2199).
    """
    number = (day - FIRST_DAY).days
    if not 0 <= number <= MOST_DAY:
        raise ValueError(f"no slip can carry this day: {day}")
    return number


def day_of(number: int) -> date:
    """The date of a day number."""
    return FIRST_DAY + timedelta(days=number)
