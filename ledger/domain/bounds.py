"""What the numbers, bytes and texts in facts may be; the wire reads these bounds and refuses what lies outside."""

from __future__ import annotations

from typing import Annotated, NamedTuple

MOST_MINUTES = 1_000_000_000
MOST_SLIP_MINUTES = 2**16 - 1
MOST_DAY = 2**16 - 1
MOST_MOMENT = 2**53 - 1
MOST_VENUE = 2**32 - 1
FIRST_VENUE = 1001
"""The network numbers its venues from here on; below are the places a centre named for itself."""
MOST_TEXT = 500
"""Characters in one text of a fact; longer texts are sealed blobs."""
MOST_SETTING_TEXT = 200
"""Characters in a setting that is a text."""
MOST_EPOCH = 2**31 - 1
"""So that an arrival, whose upper half is the epoch, is a number of 63 bits."""
MOST_WEEK = 2**13 - 1
MOST_COUNT = 999
"""People in a room, a session or a vehicle."""
MOST_NAMED = 200
"""How many members, accounts and so on one fact may name in one place."""


class Within(NamedTuple):
    """A whole number from least to most, both included."""

    least: int
    most: int


class Sized(NamedTuple):
    """Bytes of exactly this length, or none at all where `may_be_empty`."""

    length: int
    may_be_empty: bool = False


class Letters(NamedTuple):
    """Text of at most so many characters."""

    most: int


Moment = Annotated[int, Within(0, MOST_MOMENT)]
Minutes = Annotated[int, Within(1, MOST_MINUTES)]
MinutesOrNone = Annotated[int, Within(0, MOST_MINUTES)]
LegMinutes = Annotated[int, Within(-MOST_MINUTES, MOST_MINUTES)]
SlipMinutes = Annotated[int, Within(1, MOST_SLIP_MINUTES)]
SlipPartMinutes = Annotated[int, Within(0, MOST_SLIP_MINUTES)]
SlipNumber = Annotated[int, Within(0, 2**64 - 1)]
Day = Annotated[int, Within(0, MOST_DAY)]
MinuteOfDay = Annotated[int, Within(-1, 24 * 60 - 1)]
StartMinute = Annotated[int, Within(0, 24 * 60 - 1)]
DayMinutes = Annotated[int, Within(1, 24 * 60)]
Week = Annotated[int, Within(0, MOST_WEEK)]
Weekday = Annotated[int, Within(0, 6)]
WeekSteps = Annotated[int, Within(1, 53)]
Count = Annotated[int, Within(0, MOST_COUNT)]
VenueNumber = Annotated[int, Within(1, MOST_VENUE)]
VenueOrOpen = Annotated[int, Within(0, MOST_VENUE)]
GroupNumber = Annotated[int, Within(1, 99)]
Place = Annotated[int, Within(1, 10_000)]
SettingValue = Annotated[int, Within(-(2**63), 2**63 - 1)]
SettingText = Annotated[str, Letters(MOST_SETTING_TEXT)]
LanguageCode = Annotated[str, Letters(3)]
VoiceName = Annotated[str, Letters(100)]
SpeedPercent = Annotated[int, Within(50, 200)]
VolumePercent = Annotated[int, Within(0, 100)]
ScanMs = Annotated[int, Within(500, 5_000)]
FirstItemMs = Annotated[int, Within(500, 10_000)]
Rounds = Annotated[int, Within(1, 10)]
AcceptanceMs = Annotated[int, Within(0, 5_000)]
RepeatMs = Annotated[int, Within(500, 10_000)]
HoldMs = Annotated[int, Within(0, 1_000)]
DwellMs = Annotated[int, Within(500, 5_000)]
Issuer = Annotated[bytes, Sized(16)]
Device = Annotated[bytes, Sized(16)]
CentreName = Annotated[bytes, Sized(16)]
"""A centre, or a venue with a door, is named by the device that founded it."""
CentreNameOrNone = Annotated[bytes, Sized(16, may_be_empty=True)]
FeedPlace = Annotated[int, Within(0, 2**48 - 1)]
Signature = Annotated[bytes, Sized(64)]
PublicKey = Annotated[bytes, Sized(32)]
Digest = Annotated[bytes, Sized(32)]
DigestOrNone = Annotated[bytes, Sized(32, may_be_empty=True)]
