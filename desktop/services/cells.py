"""What the cells of a list mean: words, minutes, yes or no, moments; each trouble names its column and what to do."""

from __future__ import annotations

from datetime import datetime, time
from functools import lru_cache
from typing import Final

from desktop.clock import MS, local_time
from desktop.problems import BadInput
from desktop.services.wording import LABEL_LETTERS, NAME_LETTERS, needed, one_line
from ledger.domain.bounds import MOST_SLIP_MINUTES
from ledger.domain.rules import MOST_MINUTES_AT_A_TIME, CentreRules

YES: Final = frozenset({"yes", "y", "true", "1", "x"})
NO: Final = frozenset({"no", "n", "false", "0", ""})
LEAST_YEAR: Final = 2020
_BRITISH: Final = ("%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y")
_MOST_DIGITS: Final = 12
_NOON: Final = time(12)


class BadCell(ValueError):
    """One cell cannot be used."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column
        self.message = message


def name(cells: dict[str, str], column: str) -> str:
    """A name that must be there. Raises BadCell."""
    return _text(cells, column, most=NAME_LETTERS)


def label(cells: dict[str, str], column: str) -> str:
    """A label that must be there. Raises BadCell."""
    return _text(cells, column, most=LABEL_LETTERS)


def words(cells: dict[str, str], column: str, *, most: int = NAME_LETTERS) -> str:
    """A text that may be empty. Raises BadCell: too long."""
    try:
        return one_line(cells[column], f"What stands in {column}", most=most)
    except BadInput as error:
        raise BadCell(column, str(error)) from error


def yes(cells: dict[str, str], column: str) -> bool:
    """Yes or no; empty is no. Raises BadCell."""
    said = cells[column].casefold()
    if said not in YES | NO:
        raise BadCell(column, f"'{cells[column]}' is neither yes nor no. Write yes or no.")
    return said in YES


def minutes(cells: dict[str, str], column: str, *, empty: int) -> int:
    """A whole number; empty takes the default. Raises BadCell."""
    said = cells[column]
    if not said:
        return empty
    sign, digits = (-1, said[1:]) if said[0] in "-−" else (1, said)
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        raise BadCell(column, f"'{said}' is no whole number of minutes. Write only digits, such as 30.")
    return sign * int(digits)


def time_given(cells: dict[str, str], column: str, rules: CentreRules, *, empty: int) -> int:
    """Minutes that can be given. Raises BadCell."""
    number = minutes(cells, column, empty=empty)
    if rules.is_step(number):
        return number
    raise BadCell(
        column,
        f"{number} minutes cannot be recorded. Use steps of {rules.step_minutes} minutes, "
        f"from {rules.step_minutes} to {MOST_MINUTES_AT_A_TIME}.",
    )


def price(cells: dict[str, str], column: str, *, empty: int) -> int:
    """A price in minutes, 0 is free. Raises BadCell."""
    number = minutes(cells, column, empty=empty)
    if 0 <= number <= MOST_SLIP_MINUTES:
        return number
    raise BadCell(column, f"A price of {number} minutes cannot be used. Use 0 (free) to {MOST_SLIP_MINUTES}.")


def moment(cells: dict[str, str], column: str, *, now_ms: int) -> int | None:
    """When it happened, in milliseconds since 1970; None if the cell is empty. A day alone is its noon.

    Raises:
        BadCell: no moment, one still to come, or one before there were credits.
    """
    said = cells[column]
    if not said:
        return None
    read = _moment(said)
    if read is None:
        raise BadCell(column, f"'{said}' is no date and time. Write it like 2026-11-24T10:20 or 24/11/2026 10:20.")
    is_day_alone = not any(mark in said for mark in ("T", "t", ":"))
    now = _local(now_ms)
    if is_day_alone:
        read = now.replace(tzinfo=None) if read.date() == now.date() else datetime.combine(read.date(), _NOON)
    if not LEAST_YEAR <= read.year <= now.year + 1:
        raise BadCell(column, f"'{said}' is too long ago or too far away. Look at the year.")
    at_ms = round(read.astimezone().timestamp() * MS)
    if at_ms > now_ms:
        raise BadCell(column, f"'{said}' is still to come. Only what has happened can be recorded.")
    return at_ms


_local = lru_cache(maxsize=1)(local_time)


def _moment(said: str) -> datetime | None:
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        pass
    for form in _BRITISH:
        try:
            return datetime.strptime(said, form)  # noqa: DTZ007  local time, as the person who wrote it meant
        except ValueError:
            continue
    return None


def _text(cells: dict[str, str], column: str, *, most: int) -> str:
    try:
        return needed(cells[column], f"What stands in {column}", most=most)
    except BadInput as error:
        raise BadCell(column, str(error)) from error
