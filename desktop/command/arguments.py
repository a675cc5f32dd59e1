"""What one word of the command line may be; argparse turns a refusal here into wrong usage."""

from __future__ import annotations

import os
from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Final

_MOST_DIGITS: Final = 18
_FIRST_MONDAY: Final = date(2020, 1, 6)
_LAST_DAY: Final = date(2170, 1, 1)
"""Between these every day of a week has a number."""
_MOST_NAME_BYTES: Final = 240
"""What file systems allow, less what a file being written has beside its name."""


def a_path(text: str) -> Path:
    """A file that could be there.

    Raises:
        ArgumentTypeError: nothing could be called that: it is empty, too long, or has signs no name has.
    """
    if not text.strip():
        raise ArgumentTypeError("a file or folder is missing: this is empty")
    path = Path(text)
    try:
        is_long = any(len(os.fsencode(part)) > _MOST_NAME_BYTES for part in path.parts)
    except UnicodeEncodeError as error:
        raise ArgumentTypeError(f"no file has this name: {text!r}") from error
    if is_long or "\0" in text:
        raise ArgumentTypeError(f"no file has this name: {text[:_MOST_NAME_BYTES]!r}")
    return path


def a_folder(text: str) -> Path:
    """A folder the records could lie in, whose name the database can be told too.

    Raises:
        ArgumentTypeError: as `a_path`, or its name is not in Unicode.
    """
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise ArgumentTypeError(f"no records can lie in a folder of this name: {text!r}") from error
    return a_path(text)


def a_day(text: str) -> date:
    """A day, as 2026-11-24.

    Raises:
        ArgumentTypeError: it is none, or one that no week here can be about.
    """
    try:
        day = date.fromisoformat(text.strip())
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is no day; write it like 2026-11-24") from error
    if not _FIRST_MONDAY <= day < _LAST_DAY:
        raise ArgumentTypeError(f"{text!r} is too long ago or too far away")
    return day


def a_number(text: str) -> int:
    """A whole number, above or below zero.

    Raises:
        ArgumentTypeError: it is none.
    """
    digits = text.strip().removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        raise ArgumentTypeError(f"{text!r} is no whole number")
    return int(text)
