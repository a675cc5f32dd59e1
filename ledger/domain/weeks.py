"""Weeks, days and parts of a day as whole numbers.

A day is counted from 1 January 2020, a Wednesday; a week begins on Monday, and week 0 is the one with that Wednesday in
it. A session is named by the fact that introduced it, and takes place at most once a week: `Occurrence` names one of
its times, also when that time is moved to another day of the week.
"""

from __future__ import annotations

from enum import IntEnum, unique
from typing import Final, NamedTuple

from ledger.domain.names import FactId

_DAYS: Final = 7
_FIRST_WEEKDAY: Final = 2  # 1 January 2020 was a Wednesday; Monday is 0
_LUNCH_MINUTE: Final = 12 * 60
_AFTERNOON_MINUTE: Final = 13 * 60
_EVENING_MINUTE: Final = 17 * 60


@unique
class Part(IntEnum):
    """A part of the day, by the minute something begins: lunch from 12, afternoon from 13, evening from 17 o'clock."""

    MORNING = 1
    LUNCH = 2
    AFTERNOON = 3
    EVENING = 4


class Occurrence(NamedTuple):
    """A session in one week."""

    session: FactId
    week: int


def week_of(day: int) -> int:
    """The week a day lies in."""
    return (day + _FIRST_WEEKDAY) // _DAYS


def day_of(week: int, weekday: int) -> int:
    """The day of a week; weekday: 0 for Monday to 6. Below 0 for the two days before 1 January 2020."""
    return week * _DAYS - _FIRST_WEEKDAY + weekday


def weekday_of(day: int) -> int:
    """0 for Monday to 6."""
    return (day + _FIRST_WEEKDAY) % _DAYS


def part_of(start_minute: int) -> Part:
    """The part of the day in which something begins; start_minute: minute of the day."""
    if start_minute < _LUNCH_MINUTE:
        return Part.MORNING
    if start_minute < _AFTERNOON_MINUTE:
        return Part.LUNCH
    return Part.AFTERNOON if start_minute < _EVENING_MINUTE else Part.EVENING
