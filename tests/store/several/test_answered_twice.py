"""Two PCs that give the same answer before they meet: it counts once, as on the one whose answer came first."""

from __future__ import annotations

import pytest

from ledger.domain.accounts import ISSUE, member_account, offer_account, slip_account
from ledger.domain.facts import (
    Confirmed,
    Contributed,
    PlanCancelled,
    PlanMade,
    PutRight,
    Reason,
    SlipPrinted,
    SlipRedeemed,
)
from tests.store.a_network import Pc, same


@pytest.mark.parametrize("is_first", [True, False])
def test_something_waiting_is_confirmed_once(first: Pc, second: Pc, *, is_first: bool) -> None:
    waiting = first.add(Contributed(first.ann, first.task, 180, is_waiting=True))
    second.take(first.hold())
    yes = Confirmed(waiting, ((ISSUE, -180), (member_account(first.ann), 180)))
    for pc in (first, second):
        pc.add(yes)

    meet(first, second, is_first=is_first)

    assert (first.minutes(first.ann), second.minutes(second.ann)) == (180, 180)
    same(first, second)


@pytest.mark.parametrize("is_first", [True, False])
def test_a_plan_is_given_up_once(first: Pc, second: Pc, *, is_first: bool) -> None:
    first.add(Contributed(first.ann, first.task, 60))
    plan = first.add(PlanMade(first.ann, first.swim, (first.ann,), 60, 60))
    second.take(first.hold())
    for pc in (first, second):
        pc.add(PlanCancelled(plan, pc.ann, pc.swim, 60))

    meet(first, second, is_first=is_first)

    assert (first.minutes(first.ann), first.store.read.minutes(offer_account(first.swim))) == (60, 0)
    same(first, second)


@pytest.mark.parametrize("is_first", [True, False])
def test_a_slip_comes_back_once(first: Pc, second: Pc, *, is_first: bool) -> None:
    first.add(SlipPrinted(first.issuer, 7, 60, None, 2500))
    paid = first.add(SlipRedeemed(first.issuer, 7, offer=first.swim, offer_minutes=60))
    second.take(first.hold())
    legs = ((slip_account(first.issuer, 7), 60), (offer_account(first.swim), -60))
    for pc in (first, second):
        pc.add(PutRight(paid, legs, Reason.WORKER))

    meet(first, second, is_first=is_first)

    assert (first.slip_minutes(7, first.issuer), second.slip_minutes(7, first.issuer)) == (60, 60)
    same(first, second)


def meet(first: Pc, second: Pc, *, is_first: bool) -> None:
    """Both send what they have, one before the other, and take in what the other sent."""
    sender, other = (first, second) if is_first else (second, first)
    sent = sender.hold()
    then = other.hold()
    other.take(sent)
    sender.take(then)
