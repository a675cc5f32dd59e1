"""Checks what was typed on the command line before anything is opened for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop.problems import BadInput, NotFound
from ledger.domain.names import FactId

PIN_VARIABLE: Final = "GOODHOUR_PIN"
_BIGGEST_FILE: Final = 50_000_000
_PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff", ".gif", ".heic", ".pdf"})


def fact_id(text: str) -> FactId:
    """An id as `list` prints it. Raises BadInput."""
    try:
        return FactId.from_text(text)
    except ValueError as error:
        raise BadInput(f"{text!r} is no id. Ids are printed by `goodhour admin list`.") from error


def pin(given: str | None) -> str:
    """The staff PIN, given or from the environment. Raises BadInput."""
    found = os.environ.get(PIN_VARIABLE, "") if given is None else given
    if not found:
        raise BadInput(f"Give the staff PIN with --staff-pin, or in {PIN_VARIABLE}.")
    return found


def file_bytes(path: Path) -> bytes:
    """The bytes of a file, 50 MB at most. Raises NotFound, BadInput."""
    try:
        with path.open("rb") as file:
            found = file.read(_BIGGEST_FILE + 1)  # a device has no size and no end
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {path}.") from error
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.") from error
    if len(found) > _BIGGEST_FILE:
        raise BadInput(f"{path.name} is larger than 50 MB. Please split it.")
    return found


def refuse_place(path: Path, home: Path) -> None:
    """Refuse a place for a paper before anything is recorded for it; home: the data folder. Raises BadInput."""
    try:
        place = path.resolve()
        if place.is_dir() or not place.parent.is_dir():
            raise BadInput(f"There is no folder for {path}. Name a file in a folder that is there.")
        is_there, is_file = place.exists(), place.is_file()
    except RuntimeError as error:  # links in a ring
        raise BadInput(f"{path} leads nowhere. Choose another place.") from error
    except OSError as error:
        raise BadInput(f"{path} cannot be written: {error.strerror}. Choose another place.") from error
    if is_there and not is_file:
        raise BadInput(f"{path} is no file that can be written. Choose another name.")
    if place.parent == home.resolve():
        raise BadInput(f"The records lie beside {path}, and would be in danger. Choose another folder.")
    if not os.access(place if is_there else place.parent, os.W_OK):
        raise BadInput(f"Goodhour may not write {path}. Choose another place.")


def write_file(path: Path, raw: bytes) -> None:
    """Write a file, whole or not at all. Raises BadInput: it cannot be written there."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(raw)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):  # the first trouble is the one to tell
            beside.unlink(missing_ok=True)
        raise BadInput(f"{path} cannot be written: {error.strerror}. Choose another place, or make room.") from error


def slip_texts(given: str, read_image: Callable[[bytes], list[str]]) -> list[str]:
    """The text of a slip: of every QR in a picture if a file is named, else what was given.

    Raises:
        BadInput: no QR in the picture, or no picture. NotFound: what is named like a picture is not there.
    """
    path = Path(given)
    if not _is_file(path):
        if path.suffix.lower() in _PICTURES and "://" not in given:
            raise NotFound(f"There is no file {given}.")
        return [given]
    found = list(dict.fromkeys(read_image(file_bytes(path))))
    if not found:
        raise BadInput(f"There is no slip to be read in {path.name}. Try a sharper picture, or type the code.")
    return found


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a token or a code is no path the system could look for
        return False
