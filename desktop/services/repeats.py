"""Notices lines that say what another line, or the centre, says already: two Anns may come, one Ann not twice."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from desktop.services.imported_rows import ContributionRow, OfferRow, PersonRow, Row, TaskRow
from desktop.services.imported_week_rows import ActivityRow, SessionRow
from desktop.services.week_repeats import WeekRepeats
from desktop.services.wording import key
from desktop.store.store import Store
from ledger.domain.names import FactId

_ALL: Final = 10_000_000


class Repeat(NamedTuple):
    """What to say about a line; is_left_out: it does not go in, and staff should look at it."""

    column: str
    message: str
    is_left_out: bool = False


class Repeats:
    """What was seen so far, in the file and in the centre."""

    def __init__(self, store: Store, kind: str) -> None:
        self._lines: dict[Row, int] = {}
        self._names: dict[str, int] = {}
        self._there = _there(store, kind)
        self._week = WeekRepeats(store)
        self._given = cache(lambda member: _given(store, member))

    def of(self, number: int, row: Row) -> Repeat | None:
        """What to say about a line of this number, None for nothing; it is remembered."""
        if isinstance(row, SessionRow):
            return self._session(number, row)
        line, namesake = self._lines.get(row), self._names.get(_called(row))
        self.remember(number, row)
        match row:
            case ContributionRow():
                return self._contribution(row, line)
            case PersonRow():
                return self._person(row, line, namesake)
        return self._thing(row, namesake)

    def remember(self, number: int, row: Row) -> None:
        """A line that is there, whatever was said about it."""
        if isinstance(row, SessionRow):
            self._week.remember(number, row)
            return
        self._lines.setdefault(row, number)
        self._names.setdefault(_called(row), number)

    def _person(self, row: PersonRow, line: int | None, namesake: int | None) -> Repeat | None:
        if line is not None:
            message = (
                f"This line says the same as line {line}. If they are two people, give one of them a known_as or "
                "another picture; if not, take the line out."
            )
            return Repeat("", message, is_left_out=True)
        if namesake is not None:
            return Repeat("name", f"'{row.name}' is also in line {namesake}. Both go in; tell them apart by picture.")
        if _called(row) in self._there:
            return Repeat("name", f"There is already somebody called '{row.name}'. This line adds another person.")
        return None

    def _session(self, number: int, row: SessionRow) -> Repeat | None:
        if doubled := self._week.doubled(row):
            return Repeat("", doubled, is_left_out=True)
        clash = self._week.clash(row)
        self._week.remember(number, row)
        return Repeat("", clash) if clash else None

    def _thing(self, row: TaskRow | OfferRow | ActivityRow, namesake: int | None) -> Repeat | None:
        column, called = _thing(row)
        if namesake is not None:
            message = f"Line {namesake} has {called} too. Take one of them out, or change its words."
            return Repeat(column, message, is_left_out=True)
        if _called(row) in self._there:
            message = f"There is already {called}. It stays as it is; change it in the app, or change these words."
            return Repeat(column, message, is_left_out=True)
        return None

    def _contribution(self, row: ContributionRow, line: int | None) -> Repeat | None:
        if line is not None:
            message = f"This line says the same as line {line}. Both are counted; if it was once, put one right."
            return Repeat("", message)
        if (row.task, row.minutes, row.at_ms) in self._given(row.member):
            message = "The same help at the same time is here already. Both are counted; if it was once, put one right."
            return Repeat("", message)
        return None


def _thing(row: TaskRow | OfferRow | ActivityRow) -> tuple[str, str]:
    match row:
        case TaskRow():
            return "task", f"a task called '{row.label}'"
        case ActivityRow():
            return "activity", f"an activity called '{row.label}'"
    return "offer", f"an offer called '{row.label}' at this price and place"


def _there(store: Store, kind: str) -> set[str]:
    read = store.read
    match kind:
        case "members":
            return {key(row.name) for row in read.members()}
        case "workers":
            return {key(row.name) for row in read.workers()}
        case "tasks":
            return {key(row.label) for row in read.tasks() if row.label}
        case "activities":
            return {key(row.label) for row in read.week.activities()}
        case "offers":
            return {_offer_called(row.label, row.minutes, row.venue) for row in read.offers()}
    return set()


def _given(store: Store, member: FactId) -> frozenset[tuple[FactId | None, int, int]]:
    """What a member is known to have given, and when: the task, the minutes, the moment."""
    rows = store.read.movements(member, limit=_ALL)
    return frozenset(
        (row.subject, row.minutes, row.at_ms) for row in rows if row.what == "helped" and not row.undone_by
    )


def _called(row: Row) -> str:
    match row:
        case ContributionRow():
            return ""
        case PersonRow():
            return key(row.name)
        case OfferRow():
            return _offer_called(row.label, row.minutes, row.venue)
    return key(row.label)


def _offer_called(label: str, minutes: int, venue: FactId | str | None) -> str:
    at = venue.text if isinstance(venue, FactId) else key(venue or "")
    return f"{key(label)}\n{minutes}\n{at}"
