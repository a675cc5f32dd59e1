"""Facts of who comes and who is in the house, which move no minutes: presence, visitors, the way here, agreements."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, unique
from typing import ClassVar

from ledger.domain.bounds import Day, DigestOrNone, MinuteOfDay
from ledger.domain.names import NO_DIGEST, FactId


@unique
class Presence(IntEnum):
    """Whether somebody is in the house."""

    NOT_KNOWN = 0
    HERE = 1
    LEFT = 2
    NOT_COMING = 3


@unique
class Agreement(IntEnum):
    """What a member may agree to."""

    HOME_COPY = 1  # a copy of their week for somebody at home
    HELP_ON_WEEK = 2  # "This week I helped" at the foot of their week


@dataclass(frozen=True, slots=True)
class PersonHere:
    """Whether a member, worker or visitor is in the house that day."""

    kind: ClassVar[int] = 94
    person: FactId
    day: Day
    presence: Presence


@dataclass(frozen=True, slots=True)
class VisitorCame:
    """Somebody who is neither member nor worker came that day; name: digest of a blob."""

    kind: ClassVar[int] = 95
    day: Day
    name: DigestOrNone


@dataclass(frozen=True, slots=True)
class TravelWritten:
    """How a member comes to the centre; vehicle: None if by themselves.

    stop: digest of a text, where they are met; minute: when, -1 if open.
    """

    kind: ClassVar[int] = 96
    member: FactId
    vehicle: FactId | None = None
    stop: DigestOrNone = NO_DIGEST
    minute: MinuteOfDay = -1
    in_wheelchair: bool = False


@dataclass(frozen=True, slots=True)
class Agreed:
    """A member agreed to something, or no longer does."""

    kind: ClassVar[int] = 97
    member: FactId
    agreement: Agreement
    is_so: bool
