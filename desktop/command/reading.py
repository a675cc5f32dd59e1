"""Checks what was typed on the command line before anything is opened for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from desktop.problems import BadInput, NotFound
from ledger.domain.names import FactId

PIN_VARIABLE: Final = "GOODHOUR_PIN"
_BIGGEST_FILE: Final = 50_000_000


def fact_id(text: str) -> FactId:
    """An id as `list` prints it. Raises BadInput."""
    try:
        return FactId.from_text(text)
    except ValueError as error:
        raise BadInput(f"{text!r} is no id. Ids are printed by `goodhour admin list`.") from error


def pin(given: str | None) -> str:
    """The staff PIN, given or from the environment. Raises BadInput."""
    found = given or os.environ.get(PIN_VARIABLE, "")
    if not found:
        raise BadInput(f"Give the staff PIN with --staff-pin, or in {PIN_VARIABLE}.")
    return found


def file_bytes(path: Path) -> bytes:
    """The bytes of a file, 50 MB at most. Raises NotFound, BadInput."""
    try:
        if path.stat().st_size > _BIGGEST_FILE:
            raise BadInput(f"{path.name} is larger than 50 MB. Please split it.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {path}.") from error
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.") from error


def slip_texts(given: str, read_image: Callable[[bytes], list[str]]) -> list[str]:
    """The text of a slip: of every QR in a picture if a file is named, else what was given. Raises BadInput."""
    path = Path(given)
    if not _is_file(path):
        return [given]
    found = read_image(file_bytes(path))
    if not found:
        raise BadInput(f"There is no slip to be read in {path.name}. Try a sharper picture, or type the code.")
    return found


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a token or a code is no path the system could look for
        return False
