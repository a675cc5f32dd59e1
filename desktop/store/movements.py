"""Movements: what a fact means to each member whose minutes it moves, or would move once confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop.store.naming import key_of, maybe_key
from ledger.domain.accounts import AccountClass
from ledger.domain.facts import (
    Contributed,
    Given,
    PlanCancelled,
    PlanMade,
    PutRight,
    SlipPrinted,
    SlipRedeemed,
    SlipVoided,
)
from ledger.domain.feed import Entry
from ledger.domain.postings import Fact, Posting
from ledger.domain.rulings import CreditNoted


class Movement(NamedTuple):
    """A row of `movements`, in the order of its columns; names are keys (22 bytes)."""

    member: bytes
    fact: bytes
    what: str
    subject: bytes | None
    minutes: int
    at_ms: int
    is_waiting: int


class Meaning(NamedTuple):
    """What happened to a member: a word for it, and the task, person, offer, plan or fact it is about."""

    what: str
    subject: bytes | None = None


def waits(fact: Fact) -> bool:
    """Whether a fact is written to wait: for a worker's yes, or for a ruling."""
    return isinstance(fact, CreditNoted) or (isinstance(fact, Contributed | Given | SlipVoided) and fact.is_waiting)


def movements_of(entry: Entry, postings: Sequence[Posting]) -> list[Movement]:
    """The movements of any fact but `Confirmed`, whose meaning is that of the fact it confirms.

    One that waits and moves nothing has the movements it would have.
    """
    fact, name = entry.fact, key_of(entry.name)
    waiting = {} if postings else _waiting(fact)
    return [
        Movement(member, name, *_meaning(fact, member), minutes, entry.at_ms, bool(waiting))
        for member, minutes in (waiting or member_minutes(postings)).items()
    ]


def member_minutes(postings: Iterable[Posting]) -> dict[bytes, int]:
    """What each member gains or loses, by key."""
    minutes: dict[bytes, int] = {}
    for account, gained in postings:
        if account.cls == AccountClass.MEMBER:
            minutes[account.key] = minutes.get(account.key, 0) + gained
    return minutes


def _waiting(fact: Fact) -> dict[bytes, int]:
    match fact:
        case Contributed(member=member, minutes=minutes, is_waiting=True):
            return {key_of(member): minutes}
        case Given(giver=giver, receiver=receiver, minutes=minutes, is_waiting=True):
            return {key_of(giver): -minutes, key_of(receiver): minutes}
        case SlipVoided(member=member, minutes=minutes, is_waiting=True) if member is not None:
            return {key_of(member): minutes}
        case CreditNoted(member=member, minutes=minutes):
            return {key_of(member): minutes}
    return {}


def _meaning(fact: Fact, member: bytes) -> Meaning:
    match fact:
        case Contributed(task=task):
            return Meaning("helped", key_of(task))
        case Given(giver=giver, receiver=receiver):
            gives = member == key_of(giver)
            return Meaning("gave", key_of(receiver)) if gives else Meaning("got", key_of(giver))
        case SlipPrinted(plan=plan):
            return Meaning("slip_made", maybe_key(plan))
        case SlipRedeemed() | CreditNoted():
            return Meaning("slip_used")
        case SlipVoided():
            return Meaning("slip_back")
        case PlanMade(offer=offer):
            return Meaning("spent", key_of(offer))
        case PlanCancelled(offer=offer):
            return Meaning("spent_back", key_of(offer))
        case PutRight(fact=undone):
            return Meaning("put_right", key_of(undone))
    raise TypeError(f"moves no member's minutes: {fact!r}")
