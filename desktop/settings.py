"""What this PC is set to, in a small plain file beside the centre's records, and where those lie.

Nothing here is about people: it must be readable before the records are open.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from types import MappingProxyType

import platformdirs

from desktop.problems import BadInput, KnownProblem

SETTINGS_FILE = "settings.json"
THEMES = ("calm-light", "calm-dark", "black-on-yellow", "yellow-on-black")
TEXT_PERCENTS = (100, 150, 200)
LEAST_PX_PER_MM = 2.0
MOST_PX_PER_MM = 20.0
LANGUAGE_LETTERS = (2, 3)


class SettingsNotSaved(KnownProblem):
    """This PC's settings file cannot be written."""

    code = "settings_not_saved"
    picture = "gh:nothing-saved"
    easy_words = "problem.not_saved"


@dataclass(frozen=True, slots=True)
class Settings:
    """How this PC shows things.

    px_per_mm: pixels to a millimetre of this screen, measured with a bank card, 2 to 20. theme: one of `THEMES`.
    text_percent: one of `TEXT_PERCENTS`. language: an ISO 639 code that has a file of words.

    Raises:
        BadInput: a value is none of these.
    """

    px_per_mm: float = 3.8
    theme: str = THEMES[0]
    text_percent: int = 100
    language: str = "en"

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if not _CHECKS[field.name](value):
                raise BadInput(f"{value!r} is no value for the setting {field.name}.")


_CHECKS: Mapping[str, Callable[[object], bool]] = MappingProxyType(
    {
        "px_per_mm": lambda value: (
            isinstance(value, int | float)
            and not isinstance(value, bool)
            and LEAST_PX_PER_MM <= value <= MOST_PX_PER_MM
        ),
        "theme": lambda value: value in THEMES,
        "text_percent": lambda value: value in TEXT_PERCENTS and not isinstance(value, bool | float),
        "language": lambda value: (
            isinstance(value, str)
            and value.isascii()
            and value.isalpha()
            and value.islower()
            and len(value) in LANGUAGE_LETTERS
        ),
    }
)


def default_folder(*, is_practice: bool = False) -> Path:
    """Where the records lie unless told otherwise: this PC's local application data, never what roams or syncs."""
    return Path(platformdirs.user_data_dir("Goodhour", appauthor=False, roaming=False)) / (
        "practice" if is_practice else "centre"
    )


def load(folder: Path) -> Settings:
    """This PC's settings; a missing or unreadable file, or a value that is none, gives the defaults in its place."""
    try:
        found = json.loads((folder / SETTINGS_FILE).read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError, json.JSONDecodeError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    return Settings(
        **{name: found[name] for name, is_value in _CHECKS.items() if name in found and is_value(found[name])}
    )


def save(folder: Path, settings: Settings) -> None:
    """Keep this PC's settings: the old file or the new one is there afterwards, never a part of one.

    Raises:
        SettingsNotSaved: the disk is full or may not be written; the old settings stand.
    """
    beside = folder / f".{SETTINGS_FILE}.new"
    try:
        folder.mkdir(0o700, parents=True, exist_ok=True)
        with open(beside, "w", encoding="utf-8", opener=_for_me_alone) as file:
            json.dump(asdict(settings), file, indent=2)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(folder / SETTINGS_FILE)
    except OSError as error:
        raise SettingsNotSaved(f"The settings of this PC could not be saved in {folder}: {error.strerror}.") from error


def _for_me_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
