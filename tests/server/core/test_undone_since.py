"""What was taken is put right before a ledger that was put back hears that it was ever taken."""

from __future__ import annotations

from copy import deepcopy

import pytest

from ledger.domain.accounts import member_account, slip_account
from ledger.domain.facts import PutRight, Reason
from ledger.domain.names import FactId
from ledger.domain.rulings import CreditNoted, Outcome
from ledger.server.totals import totals
from tests.server.core.backups import Backups
from tests.server.pcs import Pc, pc, sibling_of


def put_right(by: Pc, home: Pc, taken: FactId) -> FactId:
    """Somebody at a centre undoes that 60 minutes of a slip were taken."""
    member = member_account(FactId(by.device, 1))
    return by.write(PutRight(taken, ((slip_account(home.issuer, 1), 60), (member, -60)), Reason.WORKER))


def slips_out(backups: Backups) -> int:
    """What the ledger counts as printed and in nobody's hands."""
    found: int = totals(backups.ledger.engine)["all"]["slips_out_minutes"]
    return found


@pytest.mark.parametrize("is_told", [True, False])
def test_a_centre_that_joins_again_hears_that_its_slip_is_out_again(backups: Backups, *, is_told: bool) -> None:
    """Seed 1940: while it was put right, the ledger did not know whose the slip is, and had nobody to tell."""
    here, there, ledger, new = backups.here, backups.there, backups.ledger, pc(7)
    backups.take()
    ledger.admit(new)
    new.print_slip(1)
    backups.meet(new)
    taken = here.redeem(new, 1)
    backups.meet(here, new)
    assert [told.fact for told in new.slips_taken()] == [taken]
    backups.put_back(is_told=is_told)
    right = put_right(here, new, taken)

    backups.meet(here)
    ledger.admit(new)
    backups.meet(new, here, new)

    assert here.rulings()[right].centre == new.centre
    assert (new.slips_taken(), slips_out(backups)) == ([], 60)
    again = there.redeem(new, 1)
    backups.meet(there, new)
    assert [told.fact for told in new.slips_taken()] == [again]


def test_a_slip_that_was_put_right_is_not_taken_again_by_what_its_centre_returns(backups: Backups) -> None:
    """Its own centre had been told that it was taken, and returns that after the claim was put right."""
    home, here, ledger = backups.home, backups.here, backups.ledger
    home.print_slip(1)
    backups.meet(home)
    backups.take()
    taken = here.redeem(home, 1)
    backups.meet(here, home)
    backups.put_back()
    put_right(here, home, taken)

    backups.meet(here, home, here, home)

    assert (home.slips_taken(), slips_out(backups)) == ([], 60)
    (slip,) = ledger.rows("slips")
    assert slip["claim_seq"] is None


def test_of_a_slip_and_its_rest_only_what_was_put_right_is_out_again(backups: Backups) -> None:
    home, here, ledger = backups.home, backups.here, backups.ledger
    home.print_slip(1, 120)
    backups.meet(home)
    backups.take()
    taken = here.redeem(home, 1, 60)
    rest = here.write(CreditNoted(home.issuer, 1, FactId(here.device, 1), 60))
    backups.meet(here, home)
    backups.put_back()
    put_right(here, home, rest)

    backups.meet(here, home, here, home)

    assert [told.fact for told in home.slips_taken()] == [taken]
    (slip,) = ledger.rows("slips")
    assert (slip["claim_minutes"], slips_out(backups)) == (60, 60)


def test_a_slip_that_was_put_right_is_not_taken_again_by_what_a_sibling_returns(backups: Backups) -> None:
    """Who handed it in never heard how it was ruled; its sibling did, and meets a ledger put back after it."""
    home, here, ledger = backups.home, backups.here, backups.ledger
    second = sibling_of(here, 9)
    ledger.admit(second)
    home.print_slip(1)
    backups.meet(home, second)
    backups.take()
    taken = here.redeem(home, 1)
    here.send_unheard(ledger)
    backups.meet(second)
    backups.put_back()
    put_right(here, home, taken)

    backups.meet(here, second, home, here)

    assert (home.slips_taken(), slips_out(backups)) == ([], 60)


def test_of_a_slip_and_its_rest_a_sibling_returns_only_what_was_not_put_right(backups: Backups) -> None:
    home, here, ledger = backups.home, backups.here, backups.ledger
    second = sibling_of(here, 9)
    ledger.admit(second)
    home.print_slip(1, 120)
    backups.meet(home, second)
    backups.take()
    taken = here.redeem(home, 1, 60)
    rest = here.write(CreditNoted(home.issuer, 1, FactId(here.device, 1), 60))
    here.send_unheard(ledger)
    backups.meet(second)
    backups.put_back()
    put_right(here, home, rest)

    backups.meet(here, second, home, here)

    assert [told.fact for told in home.slips_taken()] == [taken]
    (slip,) = ledger.rows("slips")
    assert (slip["claim_minutes"], slips_out(backups)) == (60, 60)


def test_a_slip_that_was_put_right_is_not_taken_again_by_another_version(backups: Backups) -> None:
    """The slip's own centre was told of it in a place where the ledger said something else after it was put back."""
    home, here, there = backups.home, backups.here, backups.there
    second = sibling_of(home, 9)
    backups.ledger.admit(second)
    home.print_slip(1)
    home.print_slip(2)
    backups.meet(home, second)
    backups.take()
    taken = here.redeem(home, 1)
    backups.meet(here, home)
    backups.put_back(is_told=False)
    spoken = there.redeem(home, 2)
    backups.meet(there, second)
    put_right(here, home, taken)

    backups.meet(here, home, second, here, home, second)

    for one in (home, second):
        assert [told.fact for told in one.slips_taken()] == [spoken]
    assert here.ruled(taken)[0] in (Outcome.SETTLED, Outcome.PROVISIONAL)  # type: ignore[index]
    assert slips_out(backups) == 60


def test_a_taking_whose_place_holds_another_fact_since_is_told_as_not_taken(backups: Backups) -> None:
    """Seed 901081: PC and ledger lost a taking, and what its PC wrote next took the same slip. One of three counts."""
    home, here, there = backups.home, backups.here, backups.there
    backups.take()
    before = deepcopy(here)
    home.print_slip(1)
    lost = here.redeem(home, 1)
    backups.meet(here, home)
    assert [told.fact for told in home.slips_taken()] == [lost]
    backups.put_back()
    before.print_slip(9)
    before.redeem(home, 1)
    taken = there.redeem(home, 1)
    backups.meet(before, home, there, home)
    assert [told.fact for told in home.slips_taken()] == [taken]
    assert slips_out(backups) == 60  # the slip that was printed last: of the first nothing is left
