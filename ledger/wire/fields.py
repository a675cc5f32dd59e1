"""Fields of the messages of an exchange as plain values: what they may be, and how those at the end are left out."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.domain.names import MOST_SEQ
from ledger.wire.cbor import Plain

MOST_LISTED = 512


class NotAField(ValueError):
    """A value where a message cannot have it; nothing of the message is used."""


def trimmed(fields: list[Plain]) -> list[Plain]:
    """The fields without those at the end that are empty."""
    most = len(fields)
    while most and fields[most - 1] in _EMPTY:
        most -= 1
    return fields[:most]


def filled(value: Plain, empty: Sequence[Plain]) -> list[Plain]:
    """All fields again, from what `trimmed` left; empty: what each is when it was left out."""
    if not isinstance(value, list) or len(value) > len(empty) or (value and value[-1] in _EMPTY):
        raise NotAField("not the fields of this message")
    return [*value, *empty[len(value) :]]


def listed(value: Plain, most: int = MOST_LISTED) -> list[Plain]:
    """A list that is not too long."""
    if not isinstance(value, list) or len(value) > most:
        raise NotAField(f"not a list of at most {most}")
    return value


def rows(value: Plain, width: int) -> list[list[Plain]]:
    """Lists of one length in a list."""
    of_that_width = [row for row in listed(value) if isinstance(row, list) and len(row) == width]
    if len(of_that_width) != len(listed(value)):
        raise NotAField("a row with the wrong number of fields")
    return of_that_width


def number(value: Plain, most: int = MOST_SEQ, *, least: int = 0) -> int:
    """A whole number within bounds, both included."""
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise NotAField(f"not a whole number from {least} to {most}")
    return value


def yes(value: Plain) -> bool:
    """Yes or no."""
    return bool(number(value, 1))


def exactly(value: Plain, length: int, *, or_none: bool = False) -> bytes:
    """Bytes of one length, or none at all where they may be missing."""
    if not isinstance(value, bytes) or not (len(value) == length or (or_none and not value)):
        raise NotAField(f"not {length} bytes")
    return value


def at_most(value: Plain, most: int) -> bytes:
    """Bytes of any length up to this one."""
    if not isinstance(value, bytes) or len(value) > most:
        raise NotAField(f"not at most {most} bytes")
    return value


def word(value: Plain, most: int) -> str:
    """A text of so many characters at most."""
    if not isinstance(value, str) or len(value) > most:
        raise NotAField(f"not a text of at most {most} characters")
    return value


_EMPTY: tuple[Plain, ...] = ([], 0, b"", "")
