"""Slips made void and redemptions put right: what was taken goes back to whoever had it, and is told once."""

from __future__ import annotations

from ledger.domain.accounts import ISSUE, member_account, slip_account
from ledger.domain.facts import Confirmed, PutRight, Reason, SlipVoided
from ledger.domain.names import FactId
from ledger.domain.rulings import Outcome, Why
from tests.server.core.network import SETTLED, TAKEN_BEFORE, Network
from tests.server.pcs import Pc


def test_a_bound_slip_can_be_made_void_at_home(network: Network) -> None:
    home, door = network.home, network.door
    home.print_slip(1, venue=door.venue)
    home.write(SlipVoided(home.issuer, 1, 60, None, has_paper=True))
    late = door.redeem(home, 1)

    network.meet(home, door)

    assert door.ruled(late) == TAKEN_BEFORE


def test_a_lost_paper_void_counts_when_nobody_took_the_slip(network: Network) -> None:
    home, here = network.home, network.here
    home.print_slip(1)
    void = home.write(SlipVoided(home.issuer, 1, 60, None, has_paper=False, is_waiting=True))
    late = here.redeem(home, 1)

    network.meet(home, here)

    assert home.ruled(void) == SETTLED
    assert here.ruled(late) == TAKEN_BEFORE


def test_a_lost_paper_void_is_refused_when_the_slip_was_taken(network: Network) -> None:
    home, here = network.home, network.here
    home.print_slip(1)
    network.meet(home)
    taken = here.redeem(home, 1)
    void = home.write(SlipVoided(home.issuer, 1, 60, None, has_paper=False, is_waiting=True))

    network.meet(here, home)

    assert here.ruled(taken) == SETTLED
    assert home.ruled(void) == (Outcome.REFUSED, Why.TAKEN_BEFORE)
    assert [told.fact for told in home.slips_taken()] == [taken]


def test_a_void_with_the_paper_is_goodwill_when_the_slip_was_taken(network: Network) -> None:
    home, here = network.home, network.here
    home.print_slip(1)
    here.redeem(home, 1)
    network.meet(home, here)
    void = home.write(SlipVoided(home.issuer, 1, 60, None, has_paper=True))

    network.meet(home)

    assert home.ruled(void) == TAKEN_BEFORE


def test_a_yes_to_a_void_is_the_same_claim(network: Network) -> None:
    home = network.home
    home.print_slip(1)
    void = home.write(SlipVoided(home.issuer, 1, 60, None, has_paper=False, is_waiting=True))
    yes = home.write(Confirmed(void, ((slip_account(home.issuer, 1), -60), (ISSUE, 60))))

    network.meet(home)

    assert home.ruled(void) == SETTLED
    assert home.ruled(yes) is None
    assert network.holder(1) == yes


def test_a_print_undone_is_a_claim_by_its_home(network: Network) -> None:
    home, here = network.home, network.here
    printed = home.print_slip(1)
    network.meet(home)
    home.write(PutRight(printed, ((slip_account(home.issuer, 1), -60), (ISSUE, 60)), Reason.WORKER))
    network.meet(home)
    late = here.redeem(home, 1)

    network.meet(here)

    assert here.ruled(late) == TAKEN_BEFORE


def test_a_redemption_put_right_frees_the_slip_and_its_home_hears_of_it(network: Network) -> None:
    home, here, there = network.home, network.here, network.there
    home.print_slip(1)
    taken = here.redeem(home, 1)
    network.meet(home, here, home)
    right = here.write(_put_right(here, home, taken))
    network.meet(here, home)

    assert here.ruled(right) == (Outcome.SETTLED, Why.GIVEN_BACK)
    assert here.rulings()[right].centre == home.centre
    assert home.slips_taken() == []

    again = there.redeem(home, 1)
    network.meet(there, home)
    assert there.ruled(again) == SETTLED
    assert [told.fact for told in home.slips_taken()] == [again]


def test_what_is_given_back_before_the_home_heard_of_it_is_never_told(network: Network) -> None:
    home, here = network.home, network.here
    home.print_slip(1)
    network.meet(home)
    taken = here.redeem(home, 1)
    network.meet(here)
    here.write(_put_right(here, home, taken))

    network.meet(here, home)

    assert home.slips_taken() == []
    assert not network.ledger.rows("inbox")


def test_what_goodwill_paid_goes_back_to_goodwill(network: Network) -> None:
    home, here, there = network.home, network.here, network.there
    home.print_slip(1)
    first, second = here.redeem(home, 1), there.redeem(home, 1)
    network.meet(home, here, there)
    right = there.write(_put_right(there, home, second))

    network.meet(there)

    assert there.ruled(right) == (Outcome.GOODWILL, Why.GIVEN_BACK)
    assert network.holder(1) == first


def _put_right(by: Pc, home: Pc, taken: FactId) -> PutRight:
    member = member_account(FactId(by.device, 1))
    return PutRight(taken, ((slip_account(home.issuer, 1), 60), (member, -60)), Reason.WORKER)
