"""The fact of how somebody likes to see, hear and press, which moves no minutes; set once, and kept with the person.

Whatever is `AS_HERE`, or an empty text, is as the PC is set at which they sit: so a centre that turns its PCs to Welsh
turns them for all who never chose, and who chose keeps what they chose at every PC.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, unique
from typing import ClassVar

from ledger.domain.bounds import (
    AcceptanceMs,
    DwellMs,
    FirstItemMs,
    HoldMs,
    LanguageCode,
    RepeatMs,
    Rounds,
    ScanMs,
    SpeedPercent,
    VoiceName,
    VolumePercent,
)
from ledger.domain.names import FactId


@unique
class Colours(IntEnum):
    """Which of the four themes."""

    AS_HERE = 0
    CALM_LIGHT = 1
    CALM_DARK = 2
    BLACK_ON_YELLOW = 3
    YELLOW_ON_BLACK = 4


@unique
class TextSize(IntEnum):
    """How large words are, in percent."""

    AS_HERE = 0
    USUAL = 100
    LARGE = 150
    LARGEST = 200


@unique
class Hand(IntEnum):
    """The hand that presses: what is pressed most lies on its side."""

    AS_HERE = 0
    RIGHT = 1
    LEFT = 2


@unique
class Wish(IntEnum):
    """Something that is wanted or not."""

    AS_HERE = 0
    YES = 1
    NO = 2


@unique
class Speech(IntEnum):
    """When words are spoken."""

    AS_HERE = 0
    OFF = 1
    ON_REQUEST = 2  # when the speaker is pressed
    ON_PRESS = 3  # what was pressed, and each screen that comes
    ON_FOCUS = 4  # also whatever the focus, or the scan, comes to


@unique
class IdleMinutes(IntEnum):
    """After how many minutes without input the screen hides what it shows."""

    AS_HERE = 0
    TWO = 2
    FIVE = 5
    TEN = 10


@unique
class Way(IntEnum):
    """What they press with."""

    AS_HERE = 0
    TOUCH = 1  # hand, mouse or keyboard
    ONE_SWITCH = 2
    TWO_SWITCHES = 3
    DWELL = 4  # rest the pointer on it


@unique
class ScanWay(IntEnum):
    """What moves the scan on."""

    BY_ITSELF = 1
    BY_STEP = 2


@unique
class ScanOrder(IntEnum):
    """What the scan goes over."""

    ROWS = 1  # rows first, then what is in the row
    ONE_BY_ONE = 2


@unique
class PressOn(IntEnum):
    """When a press counts."""

    DOWN = 1
    UP = 2


@dataclass(frozen=True, slots=True)
class AccessWritten:
    """All that a member likes about how things look, sound and are pressed; it takes the place of what was there.

    language: a code such as "cy". voice: the name of a voice; where a PC has none of that name, its own for the
    language speaks. speech `AS_HERE`: voice, speed and volume are the PC's too. way `AS_HERE`: so is all that comes
    after it. first_item_ms: how long the scan stays on the first thing. rounds: how often it goes round before it
    rests. acceptance_ms: how long a switch must be held. repeat_ms: for how long a second press of it is left out.
    hold_ms: how long a finger must stay.
    """

    kind: ClassVar[int] = 113
    member: FactId
    colours: Colours = Colours.AS_HERE
    text_size: TextSize = TextSize.AS_HERE
    hand: Hand = Hand.AS_HERE
    language: LanguageCode = ""
    motion: Wish = Wish.AS_HERE
    idle_minutes: IdleMinutes = IdleMinutes.AS_HERE
    speech: Speech = Speech.AS_HERE
    voice: VoiceName = ""
    speed_percent: SpeedPercent = 100
    volume_percent: VolumePercent = 100
    sounds: Wish = Wish.AS_HERE
    way: Way = Way.AS_HERE
    scan_way: ScanWay = ScanWay.BY_ITSELF
    scan_order: ScanOrder = ScanOrder.ROWS
    scan_ms: ScanMs = 2_000
    first_item_ms: FirstItemMs = 3_000
    rounds: Rounds = 3
    acceptance_ms: AcceptanceMs = 0
    repeat_ms: RepeatMs = 500
    hold_ms: HoldMs = 0
    press_on: PressOn = PressOn.UP
    dwell_ms: DwellMs = 1_500
    has_beep: bool = False
    has_spoken_scan: bool = False
