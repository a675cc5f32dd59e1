"""What each fact moves between accounts, under the ruling in force; no balance is ever looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from ledger.domain.accounts import (
    GOODWILL,
    ISSUE,
    Account,
    AccountClass,
    between_account,
    member_account,
    offer_account,
    slip_account,
    venue_account,
)
from ledger.domain.bounds import MOST_MINUTES
from ledger.domain.facts import (
    Confirmed,
    Contributed,
    Given,
    Legs,
    MovingFact,
    PlanCancelled,
    PlanMade,
    PutRight,
    SlipPrinted,
    SlipRedeemed,
    SlipVoided,
)
from ledger.domain.names import FactId
from ledger.domain.rulings import CreditNoted, Outcome, Ruling, SlipTaken
from ledger.domain.subjects import Subject, Unknown

Fact = MovingFact | Subject | Unknown


class Posting(NamedTuple):
    """Minutes that an account gains (or, below zero, loses)."""

    account: Account
    minutes: int


class NotBalanced(ValueError):
    """The legs written in a fact do not sum to zero, or move nothing that may be moved."""


def of(fact: Fact, ruling: Ruling | None = None) -> tuple[Posting, ...]:
    """What a fact moves under the ruling in force; always sums to zero, empty for facts that move nothing.

    Without a ruling it is what the writer wrote. Settled: a slip of another centre is paid by that centre, and what
    waited for the ruling counts. Goodwill: the network pays in the slip's place. Refused: what waited for the ruling
    moves nothing, and a slip that was taken elsewhere is there again. Written without the purse: what members would
    lose, goodwill pays. What members gain is always the same, whatever a ruling says.

    Raises:
        NotBalanced: the fact was made up wrongly.
    """
    if ruling is None:
        return _as_written(fact)
    postings = _as_written(fact)
    match ruling.outcome:
        case Outcome.REFUSED if isinstance(fact, SlipTaken):
            postings = ()
        case Outcome.GOODWILL:
            postings = _instead(_once_ruled(fact), AccountClass.SLIP, GOODWILL)
        case Outcome.SETTLED | Outcome.PROVISIONAL:
            postings = _once_ruled(fact)
            if ruling.centre and not isinstance(fact, SlipTaken):
                postings = _instead(postings, AccountClass.SLIP, between_account(ruling.centre))
    return postings if ruling.has_purse else _without_purse(postings)


def _as_written(fact: Fact) -> tuple[Posting, ...]:
    match fact:
        case Contributed(member=member, minutes=minutes, is_waiting=False):
            return _move(minutes, source=ISSUE, target=member_account(member))
        case Given(giver=giver, receiver=receiver, minutes=minutes, is_waiting=False):
            return _move(minutes, source=member_account(giver), target=member_account(receiver))
        case SlipPrinted(issuer=issuer, number=number, minutes=minutes, member=member):
            return _move(minutes, source=_purse(member), target=slip_account(issuer, number))
        case SlipRedeemed():
            return _redeemed(fact)
        case SlipVoided(issuer=issuer, number=number, minutes=minutes, member=member, is_waiting=False):
            return _move(minutes, source=slip_account(issuer, number), target=_purse(member))
        case PlanMade(payer=payer, offer=offer, paid_minutes=minutes):
            return _move(minutes, source=member_account(payer), target=offer_account(offer))
        case PlanCancelled(payer=payer, offer=offer, paid_minutes=minutes):
            return _move(minutes, source=offer_account(offer), target=member_account(payer))
        case Confirmed(legs=legs) | PutRight(legs=legs):
            return balanced(legs)
        case SlipTaken(issuer=issuer, number=number, minutes=minutes, centre=centre):
            return _move(minutes, source=slip_account(issuer, number), target=between_account(centre))
    return ()


def once_confirmed(fact: Fact) -> tuple[Posting, ...]:
    """What a fact that waits moves when a worker, or the ledger, says yes; empty for facts that never wait."""
    match fact:
        case Contributed() | Given() | SlipVoided():
            return _as_written(replace(fact, is_waiting=False))
        case CreditNoted(issuer=issuer, number=number, member=member, minutes=minutes):
            return _move(minutes, source=slip_account(issuer, number), target=member_account(member))
    return ()


def _once_ruled(fact: Fact) -> tuple[Posting, ...]:
    # Time and gifts wait for a worker: no ruling makes them count.
    return once_confirmed(fact) if isinstance(fact, SlipVoided | CreditNoted) else _as_written(fact)


def balanced(legs: Legs) -> tuple[Posting, ...]:
    """Legs as postings.

    Raises:
        NotBalanced: they do not sum to zero, one is zero or beyond all bounds, or an account stands twice.
    """
    accounts = {account for account, _ in legs}
    if sum(minutes for _, minutes in legs) != 0 or len(accounts) != len(legs):
        raise NotBalanced("the legs of a fact must sum to zero, each account once")
    if any(minutes == 0 or abs(minutes) > MOST_MINUTES for _, minutes in legs):
        raise NotBalanced("each leg of a fact moves minutes")
    return tuple(Posting(account, minutes) for account, minutes in legs)


def reversed_legs(postings: Iterable[Posting]) -> Legs:
    """The same minutes the other way round."""
    return tuple((account, -minutes) for account, minutes in postings)


def account_class_sums(postings: Iterable[Posting]) -> dict[AccountClass, int]:
    """What each class of account gained: what the open part of a batch tells, and nothing finer."""
    sums: dict[AccountClass, int] = {}
    for account, minutes in postings:
        sums[account.cls] = sums.get(account.cls, 0) + minutes
    return {cls: minutes for cls, minutes in sorted(sums.items()) if minutes}


def _instead(postings: Iterable[Posting], cls: AccountClass, account: Account) -> tuple[Posting, ...]:
    return _netted(Posting(account if each.account.cls == cls else each.account, each.minutes) for each in postings)


def _without_purse(postings: Iterable[Posting]) -> tuple[Posting, ...]:
    return _netted(
        Posting(GOODWILL, minutes) if account.cls == AccountClass.MEMBER and minutes < 0 else Posting(account, minutes)
        for account, minutes in postings
    )


def _netted(postings: Iterable[Posting]) -> tuple[Posting, ...]:
    net: dict[Account, int] = {}
    for account, minutes in postings:
        net[account] = net.get(account, 0) + minutes
    return tuple(Posting(account, minutes) for account, minutes in net.items() if minutes)


def _purse(member: FactId | None) -> Account:
    return ISSUE if member is None else member_account(member)


def _redeemed(fact: SlipRedeemed) -> tuple[Posting, ...]:
    gains = []
    if fact.member is not None and fact.member_minutes:
        gains.append(Posting(member_account(fact.member), fact.member_minutes))
    if fact.offer is not None and fact.offer_minutes:
        gains.append(Posting(offer_account(fact.offer), fact.offer_minutes))
    if fact.venue and fact.venue_minutes:
        gains.append(Posting(venue_account(fact.venue), fact.venue_minutes))
    total = sum(gain.minutes for gain in gains)
    if total != fact.member_minutes + fact.offer_minutes + fact.venue_minutes or any(g.minutes < 0 for g in gains):
        raise NotBalanced("a redeemed slip's minutes must all go to somebody")
    if not total:
        return ()
    return (Posting(slip_account(fact.issuer, fact.number), -total), *gains)


def _move(minutes: int, *, source: Account, target: Account) -> tuple[Posting, ...]:
    if not 0 <= minutes <= MOST_MINUTES:
        raise NotBalanced(f"minutes beyond all bounds: {minutes}")
    if minutes == 0 or source == target:
        return ()
    return (Posting(source, -minutes), Posting(target, minutes))
