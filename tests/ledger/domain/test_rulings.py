"""Rulings: the ledger says which account pays, and never that somebody has less than was promised."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.accounts import (
    GOODWILL,
    Account,
    AccountClass,
    between_account,
    is_account,
    member_account,
    offer_account,
    slip_account,
    venue_account,
)
from ledger.domain.facts import (
    Confirmed,
    Contributed,
    Given,
    PlanMade,
    PutRight,
    Reason,
    SlipPrinted,
    SlipRedeemed,
    SlipVoided,
)
from ledger.domain.names import FactId
from ledger.domain.postings import Fact, Posting, of, once_confirmed
from ledger.domain.rulings import CreditNoted, Outcome, PurseTaken, Ruled, Ruling, SlipTaken, Why
from tests.ledger import strategies

ANN, BEN, SWIM = (FactId(b"d" * 16, seq) for seq in (1, 2, 3))
ISSUER, HOME, AWAY = b"i" * 16, b"the home centre ", b"another centre  "
SLIP, OWED = slip_account(ISSUER, 7), between_account(HOME)
HANDED_IN = SlipRedeemed(ISSUER, 7, member=ANN, member_minutes=60)
LOST = SlipVoided(ISSUER, 7, 60, ANN, has_paper=False, is_waiting=True)
NOTE = CreditNoted(ISSUER, 7, ANN, 15)
TAKEN = SlipTaken(FactId(AWAY, 9), ISSUER, 7, 60, AWAY, is_issue_seen=True)

centres = st.just(b"") | st.sampled_from(strategies.DEVICES)
rulings = st.builds(Ruling, st.none() | st.sampled_from(Outcome), centres, st.booleans())


def gains(postings: tuple[Posting, ...]) -> dict[Account, int]:
    return {a: minutes for a, minutes in postings if a.cls == AccountClass.MEMBER and minutes > 0}


def losses(postings: tuple[Posting, ...]) -> dict[Account, int]:
    return {a: minutes for a, minutes in postings if a.cls == AccountClass.MEMBER and minutes < 0}


def written(fact: Fact, outcome: Outcome | None) -> tuple[Posting, ...]:
    """What members may count on: what the writer wrote, and what waited for the ledger once it said yes."""
    is_yes = outcome not in (None, Outcome.REFUSED)
    return once_confirmed(fact) if is_yes and isinstance(fact, SlipVoided | CreditNoted) else of(fact)


@pytest.mark.parametrize("kind", strategies.MOVING_KINDS)
def test_under_any_ruling_as_much_comes_in_as_goes_out(kind: type[Any]) -> None:
    @strategies.FEWER
    @given(strategies.facts_of(kind), rulings)
    def holds(fact: Any, ruling: Ruling) -> None:
        postings = of(fact, ruling)
        assert sum(minutes for _, minutes in postings) == 0
        assert all(minutes and is_account(account) for account, minutes in postings)
        assert len({account for account, _ in postings}) == len(postings)

    holds()


@pytest.mark.parametrize("kind", strategies.MOVING_KINDS)
def test_no_ruling_whatever_touches_a_member(kind: type[Any]) -> None:
    @strategies.FEWER
    @given(strategies.facts_of(kind), rulings)
    def holds(fact: Any, ruling: Ruling) -> None:
        promised, moved = written(fact, ruling.outcome), of(fact, ruling)
        assert gains(moved) == gains(promised)
        assert losses(moved) == (losses(promised) if ruling.has_purse else {})

    holds()


@given(strategies.facts())
def test_without_a_ruling_it_is_what_the_writer_wrote(fact: Fact) -> None:
    assert of(fact, Ruling()) == of(fact) == of(fact, None)


@given(strategies.facts(), centres)
def test_a_ruling_with_a_window_open_moves_the_same_as_a_final_one(fact: Fact, centre: bytes) -> None:
    assert of(fact, Ruling(Outcome.PROVISIONAL, centre)) == of(fact, Ruling(Outcome.SETTLED, centre))


@given(strategies.facts(), rulings)
def test_only_slips_change_hands_by_a_ruling(fact: Fact, ruling: Ruling) -> None:
    if ruling.has_purse and not isinstance(fact, SlipVoided | CreditNoted | SlipTaken):
        touched = {AccountClass.SLIP, AccountClass.BETWEEN, AccountClass.GOODWILL}
        before, after = ({p for p in posted if p.account.cls not in touched} for posted in (of(fact), of(fact, ruling)))
        assert before == after


def test_a_slip_of_another_centre_is_paid_by_that_centre() -> None:
    assert dict(of(HANDED_IN)) == {SLIP: -60, member_account(ANN): 60}
    assert dict(of(HANDED_IN, Ruling(Outcome.SETTLED, HOME))) == {OWED: -60, member_account(ANN): 60}
    assert dict(of(HANDED_IN, Ruling(Outcome.PROVISIONAL, HOME))) == {OWED: -60, member_account(ANN): 60}


def test_ones_own_slip_stays_ones_own() -> None:
    assert of(HANDED_IN, Ruling(Outcome.SETTLED)) == of(HANDED_IN)


def test_a_slip_taken_before_is_paid_by_the_network() -> None:
    for centre in (b"", HOME):
        assert dict(of(HANDED_IN, Ruling(Outcome.GOODWILL, centre))) == {GOODWILL: -60, member_account(ANN): 60}


def test_a_door_owes_nobody_for_a_slip_that_was_taken_before() -> None:
    fact = SlipRedeemed(ISSUER, 7, venue=1001, venue_minutes=60)

    assert dict(of(fact, Ruling(Outcome.GOODWILL))) == {GOODWILL: -60, venue_account(1001): 60}


def test_a_lost_slip_comes_back_when_it_is_ruled_and_not_when_it_was_taken() -> None:
    assert of(LOST) == of(LOST, Ruling()) == of(LOST, Ruling(Outcome.REFUSED)) == ()
    assert dict(of(LOST, Ruling(Outcome.SETTLED))) == {SLIP: -60, member_account(ANN): 60}


def test_what_was_left_over_of_a_slip_waits_until_it_is_ruled() -> None:
    assert of(NOTE) == of(NOTE, Ruling(Outcome.REFUSED)) == ()
    assert dict(of(NOTE, Ruling(Outcome.SETTLED, HOME))) == {OWED: -15, member_account(ANN): 15}
    assert dict(of(NOTE, Ruling(Outcome.GOODWILL, HOME))) == {GOODWILL: -15, member_account(ANN): 15}


def test_time_and_gifts_that_wait_for_a_worker_never_count_by_a_ruling() -> None:
    for fact in (Contributed(ANN, SWIM, 180, is_waiting=True), Given(ANN, BEN, 600, is_waiting=True)):
        assert {of(fact, Ruling(outcome, HOME)) for outcome in Outcome} == {()}


def test_a_slip_taken_elsewhere_leaves_escrow_and_is_there_again_when_that_no_longer_holds() -> None:
    assert dict(of(TAKEN)) == {SLIP: -60, between_account(AWAY): 60}
    assert of(TAKEN, Ruling(Outcome.SETTLED, AWAY)) == of(TAKEN)
    assert of(TAKEN, Ruling(Outcome.REFUSED)) == ()


@given(st.integers(1, 2**16 - 1), centres)
def test_what_one_centre_is_owed_another_owes(minutes: int, home: bytes) -> None:
    there = of(SlipRedeemed(ISSUER, 7, member=ANN, member_minutes=minutes), Ruling(Outcome.SETTLED, home or HOME))
    here = of(SlipTaken(FactId(AWAY, 9), ISSUER, 7, minutes, AWAY, is_issue_seen=True))

    assert dict(there)[between_account(home or HOME)] == -minutes
    assert dict(here)[between_account(AWAY)] == minutes


def test_a_correction_follows_the_slip_it_puts_back() -> None:
    undone = PutRight(ANN, ((member_account(ANN), -60), (SLIP, 60)), Reason.UNDO)

    assert dict(of(undone, Ruling(Outcome.SETTLED, HOME))) == {member_account(ANN): -60, OWED: 60}
    assert dict(of(undone, Ruling(Outcome.GOODWILL, HOME))) == {member_account(ANN): -60, GOODWILL: 60}


def test_a_pc_without_the_purse_takes_from_goodwill_and_gives_as_ever() -> None:
    no_purse = Ruling(has_purse=False)

    assert dict(of(Given(ANN, BEN, 60), no_purse)) == {GOODWILL: -60, member_account(BEN): 60}
    assert dict(of(PlanMade(ANN, SWIM, (ANN,), 60, 60), no_purse)) == {GOODWILL: -60, offer_account(SWIM): 60}
    assert dict(of(SlipPrinted(ISSUER, 7, 60, ANN, 2500), no_purse)) == {GOODWILL: -60, SLIP: 60}
    assert of(Contributed(ANN, SWIM, 30), no_purse) == of(Contributed(ANN, SWIM, 30))


def test_accounts_that_meet_in_goodwill_stand_once() -> None:
    legs = ((member_account(ANN), -60), (GOODWILL, -30), (SLIP, 90))

    assert dict(of(Confirmed(ANN, legs), Ruling(has_purse=False))) == {GOODWILL: -90, SLIP: 90}
    assert of(Confirmed(ANN, legs), Ruling(Outcome.GOODWILL, has_purse=False)) == ()


@pytest.mark.parametrize("kind", [Ruled, PurseTaken])
def test_what_the_ledger_says_about_facts_moves_nothing_itself(kind: type[Any]) -> None:
    @strategies.FEWER
    @given(strategies.facts_of(kind), rulings)
    def holds(fact: Any, ruling: Ruling) -> None:
        assert of(fact, ruling) == ()

    holds()


@given(strategies.ledger_facts(), rulings)
def test_no_fact_of_the_ledger_creates_minutes_or_touches_a_person(fact: Fact, ruling: Ruling) -> None:
    assert not {a.cls for a, _ in of(fact, ruling)} & {AccountClass.ISSUE, AccountClass.MEMBER, AccountClass.OFFER}


def test_numbers_of_outcomes_and_reasons_stay_as_they_are() -> None:
    assert [int(outcome) for outcome in Outcome] == [1, 2, 3, 4]
    assert [int(why) for why in Why] == [0, 1, 2, 3, 4, 5, 6]
