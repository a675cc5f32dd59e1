"""What facts move: always as much in as out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.accounts import ISSUE, is_account, member_account, slip_account, venue_account
from ledger.domain.bounds import MOST_MINUTES
from ledger.domain.facts import Confirmed, Contributed, Given, PutRight, Reason, SlipPrinted, SlipRedeemed, SlipVoided
from ledger.domain.names import FactId
from ledger.domain.postings import NotBalanced, Posting, of, once_confirmed, reversed_legs
from ledger.domain.rulings import CreditNoted
from ledger.domain.subjects import Unknown
from tests.ledger import strategies

ANN, BEN, TEA = (FactId(b"d" * 16, seq) for seq in (1, 2, 3))
ISSUER = b"i" * 16


@pytest.mark.parametrize("kind", strategies.KINDS)
def test_every_kind_of_fact_moves_as_much_in_as_out(kind: type[Any]) -> None:
    @strategies.FEWER
    @given(strategies.facts_of(kind))
    def holds(fact: Any) -> None:
        postings = of(fact)
        assert sum(minutes for _, minutes in postings) == 0
        assert all(minutes and is_account(account) for account, minutes in postings)
        assert len({account for account, _ in postings}) == len(postings)

    holds()


@pytest.mark.parametrize("kind", [kind for kind in strategies.KINDS if kind not in strategies.MOVING_KINDS])
def test_facts_about_people_and_things_move_nothing(kind: type[Any]) -> None:
    @strategies.FEWER
    @given(strategies.facts_of(kind))
    def holds(fact: Any) -> None:
        assert of(fact) == ()
        assert once_confirmed(fact) == ()

    holds()


@given(strategies.moving_facts())
def test_what_waits_moves_nothing_yet(fact: Any) -> None:
    if getattr(fact, "is_waiting", False):
        assert of(fact) == ()
        assert sum(posting.minutes for posting in once_confirmed(fact)) == 0
    elif hasattr(fact, "is_waiting"):
        assert once_confirmed(fact) == of(fact)
    elif not isinstance(fact, CreditNoted):  # a credit note always waits
        assert once_confirmed(fact) == ()


@given(strategies.legs())
def test_undoing_moves_all_of_it_back(legs: Any) -> None:
    undone = PutRight(ANN, reversed_legs(of(Confirmed(ANN, legs))), Reason.UNDO)

    assert {**dict(legs), **{a: dict(legs)[a] + m for a, m in of(undone)}} == dict.fromkeys(dict(legs), 0)


def test_half_an_hour_given_is_half_an_hour_in_the_book() -> None:
    assert of(Contributed(ANN, TEA, 30)) == (Posting(ISSUE, -30), Posting(member_account(ANN), 30))


def test_a_gift_to_oneself_moves_nothing() -> None:
    assert of(Given(ANN, ANN, 60)) == ()


def test_time_above_the_limit_waits_for_the_member_who_gave_it() -> None:
    assert (member_account(ANN), 180) in once_confirmed(Contributed(ANN, TEA, 180, is_waiting=True))


def test_a_gift_above_the_limit_waits_for_its_receiver() -> None:
    assert (member_account(BEN), 600) in once_confirmed(Given(ANN, BEN, 600, is_waiting=True))


def test_a_thank_you_slip_comes_from_new_minutes_and_its_voiding_ends_them() -> None:
    printed = of(SlipPrinted(ISSUER, 7, 60, member=None, issued_day=2500))
    voided = of(SlipVoided(ISSUER, 7, 60, member=None, has_paper=True))

    assert printed == (Posting(ISSUE, -60), Posting(slip_account(ISSUER, 7), 60))
    assert sorted(printed) == sorted(reversed_legs(voided))


def test_a_slip_may_be_shared_between_a_member_and_a_venue() -> None:
    fact = SlipRedeemed(ISSUER, 7, member=ANN, member_minutes=15, venue=3, venue_minutes=45)

    assert dict(of(fact)) == {slip_account(ISSUER, 7): -60, member_account(ANN): 15, venue_account(3): 45}


@pytest.mark.parametrize(
    "fact",
    [
        Contributed(ANN, TEA, -15),
        Contributed(ANN, TEA, MOST_MINUTES + 1),
        SlipRedeemed(ISSUER, 7, member_minutes=60),
        SlipRedeemed(ISSUER, 7, member=ANN, member_minutes=-60, venue=1, venue_minutes=120),
        Confirmed(ANN, ((member_account(ANN), 60),)),
        Confirmed(ANN, ((member_account(ANN), 60), (member_account(ANN), -60))),
        Confirmed(ANN, ((member_account(ANN), 0),)),
        Confirmed(ANN, ((member_account(ANN), MOST_MINUTES + 1), (ISSUE, -MOST_MINUTES - 1))),
    ],
)
def test_a_fact_made_up_wrongly_moves_nothing_at_all(fact: Any) -> None:
    with pytest.raises(NotBalanced):
        of(fact)


@given(st.integers(1, 2**16 - 1), st.binary())
def test_a_fact_from_a_newer_version_moves_nothing_but_may_pause_spending(kind: int, body: bytes) -> None:
    unknown = Unknown(kind, body)

    assert of(unknown) == ()
    assert unknown.is_moving == (kind < 64)
