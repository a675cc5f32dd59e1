"""Notices lines that say what another line, or the centre, says already: two Anns may come, one Ann not twice."""

from __future__ import annotations

from typing import NamedTuple

from desktop.services.imported_rows import ContributionRow, OfferRow, PersonRow, Row, TaskRow
from desktop.services.wording import key
from desktop.store.store import Store


class Repeat(NamedTuple):
    """What to say about a line; is_left_out: it does not go in. is_error: staff should look at it."""

    column: str
    message: str
    is_left_out: bool = False
    is_error: bool = False


class Repeats:
    """What was seen so far, in the file and in the centre."""

    def __init__(self, store: Store, kind: str) -> None:
        self._lines: dict[Row, int] = {}
        self._names: dict[str, int] = {}
        self._there = _there(store, kind)

    def of(self, number: int, row: Row) -> Repeat | None:
        """What to say about a line of this number, None for nothing; it is remembered."""
        before = self._lines.get(row)
        self.remember(number, row)
        match row:
            case ContributionRow():
                return _contribution(before)
            case PersonRow():
                return self._person(number, row, before)
        return self._thing(row, before)

    def remember(self, number: int, row: Row) -> None:
        """A line that is there, whatever was said about it."""
        self._lines.setdefault(row, number)

    def _person(self, number: int, row: PersonRow, before: int | None) -> Repeat | None:
        if before is not None:
            message = (
                f"This line says the same as line {before}. If they are two people, give one of them a known_as or "
                "another picture; if not, take the line out."
            )
            return Repeat("", message, is_left_out=True, is_error=True)
        namesake = self._names.setdefault(key(row.name), number)
        if namesake != number:
            return Repeat("name", f"'{row.name}' is also in line {namesake}. Both go in; tell them apart by picture.")
        if key(row.name) in self._there:
            return Repeat("name", f"Somebody called '{row.name}' is here already. This line adds another person.")
        return None

    def _thing(self, row: TaskRow | OfferRow, before: int | None) -> Repeat | None:
        if before is not None:
            message = f"This line says the same as line {before}. Take one of them out, or change its words."
            return Repeat("", message, is_left_out=True, is_error=True)
        if _thing_key(row.label, row.minutes if isinstance(row, OfferRow) else None) in self._there:
            message = f"'{row.label}' is here already and stays as it is. Change it in the list of the app."
            return Repeat("", message, is_left_out=True)
        return None


def _contribution(before: int | None) -> Repeat | None:
    if before is None:
        return None
    return Repeat("", f"This line says the same as line {before}. Both are counted; if it was once, put one right.")


def _there(store: Store, kind: str) -> set[str]:
    read = store.read
    match kind:
        case "members":
            return {key(row.name) for row in read.members()}
        case "workers":
            return {key(row.name) for row in read.workers()}
        case "tasks":
            return {_thing_key(row.label, None) for row in read.tasks() if row.label}
        case "offers":
            return {_thing_key(row.label, row.minutes) for row in read.offers()}
    return set()


def _thing_key(label: str, minutes: int | None) -> str:
    return key(label) if minutes is None else f"{key(label)} {minutes}"
