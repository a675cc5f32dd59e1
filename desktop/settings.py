"""What this PC is set to, in a small plain file beside the centre's records, and where those lie.

Nothing here is about people: it must be readable before the records are open.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import IntEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, get_args

import platformdirs

from desktop.problems import BadInput, KnownProblem
from ledger.domain.access import (
    AccessWritten,
    Hand,
    IdleMinutes,
    PressOn,
    ScanOrder,
    ScanWay,
    Speech,
    Way,
    Wish,
)
from ledger.domain.bounds import (
    AcceptanceMs,
    DwellMs,
    FirstItemMs,
    HoldMs,
    RepeatMs,
    Rounds,
    ScanMs,
    SpeedPercent,
    VoiceName,
    VolumePercent,
)

SETTINGS_FILE = "settings.json"
THEMES = ("calm-light", "calm-dark", "black-on-yellow", "yellow-on-black")
CALM_THEMES = THEMES[:2]
TEXT_PERCENTS = (100, 150, 200)
LEAST_PX_PER_MM = 2.0
MOST_PX_PER_MM = 20.0
LANGUAGE_LETTERS = (2, 3)
MOST_KEY_LETTERS = 100
_TIME = re.compile(r"(1?\d|2[0-3]):[0-5]\d")


class SettingsNotSaved(KnownProblem):
    """This PC's settings file cannot be written."""

    code = "settings_not_saved"
    picture = "gh:nothing-saved"
    easy_words = "problem.not_saved"


@dataclass(frozen=True, slots=True)
class Settings:
    """How this PC shows things, for all who set nothing of their own; `settled` lays over it what a member chose.

    px_per_mm: pixels to a millimetre of this screen, measured with a bank card, 2 to 20. theme: one of `THEMES`.
    text_percent: one of `TEXT_PERCENTS`. language: an ISO 639 code that has a file of words. first_switch,
    second_switch: the keys or buttons of the mouse that switches at this PC press, by names such as "space", "enter",
    "f5", "mouse-right", or "any" for every key; several with spaces between. is_full_screen: the
    member side fills the screen and is left by the PIN alone. closes_at: when it closes by itself, "17:30", or "" for
    never; shuts_down: the PC with it. has_screen_keys: a keyboard comes up for every field of text, not after a touch
    alone. has_keys_by_alphabet: its letters from A to Z, otherwise as on the keys of a PC. The rest is as in
    `ledger.domain.access.AccessWritten`, where nothing is `AS_HERE` any more.

    Raises:
        BadInput: a value is none of these.
    """

    px_per_mm: float = 3.8
    theme: str = THEMES[0]
    text_percent: int = 100
    language: str = "en"
    hand: Hand = Hand.RIGHT
    has_motion: bool = False
    idle_minutes: IdleMinutes = IdleMinutes.TWO
    speech: Speech = Speech.ON_REQUEST
    voice: str = ""
    speed_percent: int = 100
    volume_percent: int = 100
    has_sounds: bool = True
    way: Way = Way.TOUCH
    scan_way: ScanWay = ScanWay.BY_ITSELF
    scan_order: ScanOrder = ScanOrder.ROWS
    scan_ms: int = 2_000
    first_item_ms: int = 3_000
    rounds: int = 3
    acceptance_ms: int = 0
    repeat_ms: int = 500
    hold_ms: int = 0
    press_on: PressOn = PressOn.UP
    dwell_ms: int = 1_500
    has_beep: bool = False
    has_spoken_scan: bool = False
    first_switch: str = "space"
    second_switch: str = "enter"
    is_full_screen: bool = True
    closes_at: str = ""
    shuts_down: bool = False
    has_screen_keys: bool = False
    has_keys_by_alphabet: bool = True

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if not _CHECKS[field.name](value):
                raise BadInput(f"{value!r} is no value for the setting {field.name}.")
            if field.name in _CHOICES:  # as read from a file it is a number
                object.__setattr__(self, field.name, _CHOICES[field.name](value))


def _whole(bounds: object) -> Callable[[object], bool]:
    within = get_args(bounds)[1]
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and within.least <= value <= within.most


def _one_of(choice: type[IntEnum]) -> Callable[[object], bool]:
    return lambda value: not isinstance(value, bool | float) and value != 0 and value in tuple(choice)


def _is_keys(value: object) -> bool:
    names = value.split(" ") if isinstance(value, str) and len(value) <= MOST_KEY_LETTERS else [""]
    return all(name.isascii() and name.replace("-", "").replace("_", "").isalnum() for name in names)


def _is_yes_or_no(value: object) -> bool:
    return isinstance(value, bool)


_CHOICES: Mapping[str, type[IntEnum]] = MappingProxyType(
    {
        "hand": Hand,
        "idle_minutes": IdleMinutes,
        "speech": Speech,
        "way": Way,
        "scan_way": ScanWay,
        "scan_order": ScanOrder,
        "press_on": PressOn,
    }
)
_WHOLE: Final[Mapping[str, object]] = MappingProxyType(
    {
        "speed_percent": SpeedPercent,
        "volume_percent": VolumePercent,
        "scan_ms": ScanMs,
        "first_item_ms": FirstItemMs,
        "rounds": Rounds,
        "acceptance_ms": AcceptanceMs,
        "repeat_ms": RepeatMs,
        "hold_ms": HoldMs,
        "dwell_ms": DwellMs,
    }
)
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
        **dict.fromkeys(("first_switch", "second_switch"), _is_keys),
        "voice": lambda value: isinstance(value, str) and len(value) <= get_args(VoiceName)[1].most,
        **dict.fromkeys(("has_motion", "has_sounds", "has_beep", "has_spoken_scan"), _is_yes_or_no),
        **{name: _one_of(choice) for name, choice in _CHOICES.items()},
        **{name: _whole(bounds) for name, bounds in _WHOLE.items()},
        "is_full_screen": lambda value: isinstance(value, bool),
        "closes_at": lambda value: isinstance(value, str) and (not value or _TIME.fullmatch(value) is not None),
        **dict.fromkeys(("shuts_down", "has_screen_keys", "has_keys_by_alphabet"), _is_yes_or_no),
    }
)


def settled(here: Settings, own: AccessWritten | None) -> Settings:
    """How things are for one person at this PC; here: as the PC is set. own: what they chose, None for nothing."""
    if own is None:
        return here
    chosen: dict[str, Any] = {name: getattr(own, name) for name in ("hand", "idle_minutes") if getattr(own, name)}
    if own.colours:
        chosen["theme"] = THEMES[own.colours - 1]
    if own.text_size:
        chosen["text_percent"] = int(own.text_size)
    if own.language:
        chosen["language"] = own.language
    for name, wish in (("has_motion", own.motion), ("has_sounds", own.sounds)):
        if wish:
            chosen[name] = wish == Wish.YES
    groups = ((own.speech, _OF_SPEECH), (own.way, _OF_PRESSING))
    chosen |= {name: getattr(own, name) for leads, names in groups if leads for name in names}
    return replace(here, **chosen)


_OF_SPEECH = ("speech", "voice", "speed_percent", "volume_percent")
_OF_PRESSING = (
    "way",
    "scan_way",
    "scan_order",
    "scan_ms",
    "first_item_ms",
    "rounds",
    "acceptance_ms",
    "repeat_ms",
    "hold_ms",
    "press_on",
    "dwell_ms",
    "has_beep",
    "has_spoken_scan",
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
