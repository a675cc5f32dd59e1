"""Facts that move minutes: things that happened, each recorded once and never edited.

The numbers in `kind` stand on disk and in batches: they are never reused. Kinds below 64 move minutes (or what is
waiting) and are a closed set for each protocol version; `subjects` has the kinds that move none.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, unique
from typing import ClassVar

from ledger.domain.accounts import Account
from ledger.domain.bounds import (
    Day,
    DigestOrNone,
    Issuer,
    LegMinutes,
    MinuteOfDay,
    Minutes,
    MinutesOrNone,
    SlipMinutes,
    SlipNumber,
    SlipPartMinutes,
    VenueOrOpen,
)
from ledger.domain.names import NO_DIGEST, FactId
from ledger.domain.rulings import CreditNoted, PurseTaken, Ruled, SlipTaken

FIRST_UNMOVING_KIND = 64

Legs = tuple[tuple[Account, LegMinutes], ...]
"""Accounts and the minutes each gains (or, below zero, loses)."""


@unique
class Reason(IntEnum):
    """Why something was put right."""

    UNDO = 0  # the person themselves, before they signed out
    WORKER = 1  # a worker, later, with words


@dataclass(frozen=True, slots=True)
class Contributed:
    """A member gave time to a task.

    minutes: more than 0, a multiple of the centre's step.
    is_waiting: above the at-once limit; counted by a later `Confirmed`.
    with_members: who did it too; each of them says so for themselves to be credited.
    """

    kind: ClassVar[int] = 1
    member: FactId
    task: FactId
    minutes: Minutes
    is_waiting: bool = False
    with_members: tuple[FactId, ...] = ()


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A worker said yes to something that was waiting.

    legs: what it moves, written out by the worker's PC; they sum to zero.
    """

    kind: ClassVar[int] = 2
    waiting: FactId
    legs: Legs


@dataclass(frozen=True, slots=True)
class Declined:
    """A worker put aside something that was waiting; it moves nothing.

    why: digest of a sealed text, empty for none.
    """

    kind: ClassVar[int] = 3
    waiting: FactId
    why: DigestOrNone = NO_DIGEST


@dataclass(frozen=True, slots=True)
class Given:
    """A member gave minutes to another; whole credits on member screens, more than 0.

    is_waiting: above the day's limit; it moves nothing until `Confirmed`.
    """

    kind: ClassVar[int] = 4
    giver: FactId
    receiver: FactId
    minutes: Minutes
    is_waiting: bool = False


@dataclass(frozen=True, slots=True)
class SlipPrinted:
    """A slip came into being on paper: from a member's credits, or as a thank-you slip.

    issuer: 16 bytes, BLAKE2b-128 of the signing public key; number: 64 random bits.
    member: whose minutes they were; None for a thank-you slip.
    issued_day, expires_day: days since 1 January 2020; expires_day 0 for never. venue: its number, 0 for open.
    plan: the plan it pays for, when it is a spend slip.
    """

    kind: ClassVar[int] = 5
    issuer: Issuer
    number: SlipNumber
    minutes: SlipMinutes
    member: FactId | None
    issued_day: Day
    expires_day: Day = 0
    venue: VenueOrOpen = 0
    plan: FactId | None = None


@dataclass(frozen=True, slots=True)
class SlipRedeemed:
    """A slip was handed in: all its minutes went to a member, to an offer of the centre, to a venue, or were shared.

    member_minutes + offer_minutes + venue_minutes is what the slip was good for; a part is 0 where nobody is named.
    """

    kind: ClassVar[int] = 6
    issuer: Issuer
    number: SlipNumber
    member: FactId | None = None
    member_minutes: SlipPartMinutes = 0
    offer: FactId | None = None
    offer_minutes: SlipPartMinutes = 0
    venue: VenueOrOpen = 0
    venue_minutes: SlipPartMinutes = 0


@dataclass(frozen=True, slots=True)
class SlipVoided:
    """A slip was made void and its minutes went back where they came from.

    member: who gets them back; None for a thank-you slip, whose minutes cease.
    has_paper: the paper was in hand. is_waiting: lost paper of an enrolled centre, counted when ruled.
    """

    kind: ClassVar[int] = 7
    issuer: Issuer
    number: SlipNumber
    minutes: SlipMinutes
    member: FactId | None
    has_paper: bool
    is_waiting: bool = False
    why: DigestOrNone = NO_DIGEST


@dataclass(frozen=True, slots=True)
class PlanMade:
    """A member decided to spend: what, for whom, with whom, how and when.

    going: members who go, the payer among them only when they go too. price_minutes: for each of them.
    paid_minutes: what leaves the payer now: the whole price at the centre; 0 when free or when a slip carries it.
    companion: a worker or member who comes along free. getting_there: a word of `WAYS`. day: days since 1 January
    2020, 0 if open; start_minute: minute of the day, -1 if open.
    """

    kind: ClassVar[int] = 8
    payer: FactId
    offer: FactId
    going: tuple[FactId, ...]
    price_minutes: MinutesOrNone
    paid_minutes: MinutesOrNone
    companion: FactId | None = None
    getting_there: str = ""
    day: Day = 0
    start_minute: MinuteOfDay = -1


@dataclass(frozen=True, slots=True)
class PlanCancelled:
    """A plan was given up and what had left the payer came back; an unused slip is voided by a fact of its own."""

    kind: ClassVar[int] = 9
    plan: FactId
    payer: FactId
    offer: FactId
    paid_minutes: MinutesOrNone


@dataclass(frozen=True, slots=True)
class PutRight:
    """Something recorded was undone or corrected.

    legs: what this moves, written out by the writer: what is taken from a member and what from `goodwill`; sum zero.
    why: digest of a sealed text, empty for an undo.
    """

    kind: ClassVar[int] = 10
    fact: FactId
    legs: Legs
    reason: Reason
    why: DigestOrNone = NO_DIGEST


MovingFact = (
    Contributed
    | Confirmed
    | Declined
    | Given
    | SlipPrinted
    | SlipRedeemed
    | SlipVoided
    | PlanMade
    | PlanCancelled
    | PutRight
    | Ruled
    | SlipTaken
    | PurseTaken
    | CreditNoted
)
