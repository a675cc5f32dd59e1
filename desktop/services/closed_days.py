"""Which days the centre is open: by the day of the week, bank holidays, and what staff said of single days."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from desktop.changes import Changes
from desktop.problems import BadInput
from desktop.services.wording import LABEL_LETTERS, one_line
from desktop.store.store import Store
from ledger.domain.slips import day_number, day_of
from ledger.domain.week import DayWritten

OPEN_DAYS: Final = "open_days"
"""The setting with the weekdays the centre is open, a bit for each, 1 for Monday to 64 for Sunday."""
BANK_HOLIDAYS: Final = "bank_holidays"
"""The setting with the place in `PARTS_OF_UK` whose bank holidays the centre keeps; 0 for none."""
MONDAY_TO_FRIDAY: Final = 0b11111
PARTS_OF_UK: Final = ("", "ENG", "WLS", "SCT", "NIR")
MOST_DAYS: Final = 3 * 366


class ClosedDay(NamedTuple):
    """A day that would be open by its weekday and is not; label: why."""

    day: date
    label: str
    is_bank_holiday: bool = False


class OpenDays:
    """What is known of days, read once; for one look at a time.

    usual: whether the centre is usually open on each weekday, Monday first.
    """

    def __init__(self, store: Store, first: date, last: date) -> None:
        bits = store.read.setting(OPEN_DAYS)
        part = store.read.setting(BANK_HOLIDAYS) or 0
        self.usual = tuple(bool((MONDAY_TO_FRIDAY if bits is None else bits) >> weekday & 1) for weekday in range(7))
        self._part = PARTS_OF_UK[part] if 0 < part < len(PARTS_OF_UK) else ""
        said = store.read.week.days((first - _FIRST).days, (last - _FIRST).days)
        self._said = {day_of(row.day): row for row in said}

    def is_open(self, day: date) -> bool:
        """Whether the centre is open."""
        if day in self._said:
            return self._said[day].is_open
        return self.usual[day.weekday()] and not self.bank_holiday(day)

    def closed(self, day: date) -> str:
        """Why it is closed; "" if it is open, if nobody said why, or if it always is on that weekday."""
        if self.is_open(day):
            return ""
        return (self._said[day].label if day in self._said else "") or self.bank_holiday(day)

    def bank_holiday(self, day: date) -> str:
        """What bank holiday a day is; "" if it is none that the centre keeps."""
        return _bank_holidays(self._part, day.year).get(day, "") if self._part else ""


class ClosedDays:
    """Closes days and opens them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def between(self, first: date, last: date) -> OpenDays:
        """Days from the first to the last."""
        return OpenDays(self._store, first, last)

    def closed_days(self, first: date, last: date) -> tuple[ClosedDay, ...]:
        """The days in between that would be open by their weekday and are not. Raises BadInput: too many days."""
        if (last - first).days > MOST_DAYS:
            raise BadInput("Ask for three years at most.")
        days = self.between(first, last)
        every = (first + timedelta(days=number) for number in range((last - first).days + 1))
        return tuple(
            ClosedDay(day, days.closed(day), bool(days.bank_holiday(day)))
            for day in every
            if days.usual[day.weekday()] and not days.is_open(day)
        )

    def fact(self, day: date, *, is_open: bool, label: str = "") -> DayWritten:
        """What says that a day is open, or closed. Raises BadInput: a day no fact can name, or too many words."""
        why = one_line(label, "The reason", most=LABEL_LETTERS)
        try:
            return DayWritten(day_number(day), is_open, why)
        except ValueError as error:
            raise BadInput(f"The year {day.year} is too far away. Check the date.") from error

    def write(self, day: date, *, is_open: bool, label: str = "", draft_id: str = "") -> Changes:
        """Say that a day is open, or closed. Raises BadInput."""
        with self._store.writing(draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                facts.add(self.fact(day, is_open=is_open, label=label))
        return facts.changes


_FIRST: Final = day_of(0)
_IN_WORDS_OF: Final = "en_GB"


@cache
def _bank_holidays(part: str, year: int) -> dict[date, str]:
    from holidays.countries.united_kingdom import UnitedKingdom  # noqa: PLC0415  it knows every country, and is slow

    return dict(UnitedKingdom(subdiv=part, years=year, language=_IN_WORDS_OF).items())  # type: ignore[no-untyped-call]  # it has no types
