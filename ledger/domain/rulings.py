"""Rulings: how the central ledger settled what touches another centre, and the facts it says so with.

A ruling never edits a fact. It says which accounts the named fact moves: `postings.of(fact, ruling)`. No ruling changes
what a member gained; what falls short is paid by `goodwill`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, unique
from typing import ClassVar, NamedTuple

from ledger.domain.bounds import CentreName, CentreNameOrNone, Device, FeedPlace, Issuer, SlipMinutes, SlipNumber
from ledger.domain.names import FactId


@unique
class Outcome(IntEnum):
    """How a fact was ruled."""

    SETTLED = 1
    PROVISIONAL = 2  # settled, in a new epoch whose window is still open: an earlier settlement may come back
    GOODWILL = 3  # the slip was taken before: the network pays, nobody loses
    REFUSED = 4  # it counts for nothing: a lost-paper void whose slip was taken, a note that was taken back


@unique
class Why(IntEnum):
    """The reason of a ruling, for the words of an item."""

    FIRST = 0  # it was the first to arrive
    TAKEN_BEFORE = 1  # handed in, or made void, somewhere else first
    REVOKED = 2  # the key that signed it is revoked, and this number is not among those still good
    OTHER_PLACE = 3  # bound to another place
    TOO_MUCH = 4  # more minutes than the slip was printed with
    EARLIER_EPOCH = 5  # a settlement of an earlier epoch came back
    GIVEN_BACK = 6  # the fact it rested on was put right


class Ruling(NamedTuple):
    """What is in force for one fact.

    outcome: None while nothing is ruled. centre: 16 bytes, whose slip it is, empty for one's own. has_purse: whether
    the PC that wrote the fact might take minutes from members; without, what it took is paid by goodwill.
    """

    outcome: Outcome | None = None
    centre: bytes = b""
    has_purse: bool = True


@dataclass(frozen=True, slots=True)
class Ruled:
    """The central ledger settled a fact of this centre, or one of its own; the latest for a fact is in force.

    fact: what is ruled. centre: whose slip it is, empty for this centre's own.
    """

    kind: ClassVar[int] = 11
    fact: FactId
    outcome: Outcome
    why: Why
    centre: CentreNameOrNone = b""


@dataclass(frozen=True, slots=True)
class SlipTaken:
    """A slip of this centre was taken at another centre or venue, and is settled.

    fact: the fact that took it, of a PC there. centre: where, 16 bytes. is_issue_seen: whether the print of the slip
    had reached the ledger; if not, staff of the issuing centre look.
    """

    kind: ClassVar[int] = 12
    fact: FactId
    issuer: Issuer
    number: SlipNumber
    minutes: SlipMinutes
    centre: CentreName
    is_issue_seen: bool


@dataclass(frozen=True, slots=True)
class PurseTaken:
    """From now on another PC of the centre takes minutes from members; what the first wrote after `last` has no purse.

    giver, taker: devices. last: the giver's last fact that had the purse, 0 for none.
    """

    kind: ClassVar[int] = 13
    giver: Device
    last: FeedPlace
    taker: Device


@dataclass(frozen=True, slots=True)
class CreditNoted:
    """What was left over of a slip whose issue is not held here waits for a member until the slip is ruled."""

    kind: ClassVar[int] = 14
    issuer: Issuer
    number: SlipNumber
    member: FactId
    minutes: SlipMinutes
