"""What screens read after slips and plans: which are out, used, void or cancelled, and what they paid for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.problems import NotAllowed
from desktop.store.rows import PlanRow, SlipRow
from ledger.domain.accounts import member_account, offer_account, slip_account, venue_account
from ledger.domain.facts import (
    Confirmed,
    Contributed,
    Declined,
    PlanCancelled,
    PlanMade,
    SlipPrinted,
    SlipRedeemed,
    SlipVoided,
)
from ledger.domain.names import FactId
from ledger.domain.subjects import KeptForLater, SlipHandedOut, SlipReprinted
from tests.store.a_centre import ISSUER, ACentre, a_centre, legs, undo


@pytest.fixture
def centre() -> ACentre:
    """Ann has two hours."""
    made = a_centre()
    made.add(Contributed(made.ann, made.task, 120))
    return made


@pytest.fixture(autouse=True)
def still_verifies(centre: ACentre) -> Iterator[None]:
    yield
    assert centre.store.verify().problems == []


def the_slip(centre: ACentre, number: int = 7) -> SlipRow:
    slip = centre.store.read.slip(ISSUER, number)
    assert slip is not None
    return slip


class TestSlips:
    @pytest.fixture(autouse=True)
    def printed(self, centre: ACentre) -> FactId:
        return centre.add(SlipPrinted(ISSUER, 7, 60, centre.ann, 2000, 2100))

    def test_a_printed_slip_holds_the_minutes(self, centre: ACentre, printed: FactId) -> None:
        slip = the_slip(centre)

        assert (slip.state, slip.minutes, slip.member, slip.printed) == ("out", 60, centre.ann, printed)
        assert (slip.issued_day, slip.expires_day, slip.venue, slip.redeemed_at_ms) == (2000, 2100, 0, None)
        assert centre.store.read.minutes(slip_account(ISSUER, 7)) == 60
        assert [found.number for found in centre.store.read.slips_out()] == [7]
        assert centre.store.read.slips_with_number(7) == [slip]

    def test_a_slip_handed_in_is_recorded_for_ever(self, centre: ACentre) -> None:
        used = centre.add(SlipRedeemed(ISSUER, 7, centre.bob, 60))

        assert (the_slip(centre).state, the_slip(centre).closed_by) == ("redeemed", used)
        assert the_slip(centre).redeemed_at_ms == centre.store.clock.now_ms()
        assert [row.fact for row in centre.store.read.redeemed_here(ISSUER, 7)] == [used]
        assert centre.whats(centre.bob) == ["slip_used"]
        assert centre.store.read.slips_out() == []

    def test_handing_in_can_be_undone_and_done_again(self, centre: ACentre) -> None:
        used = centre.add(SlipRedeemed(ISSUER, 7, centre.bob, 60))
        undo(centre, used)
        assert (the_slip(centre).state, the_slip(centre).closed_by) == ("out", None)

        again = centre.add(SlipRedeemed(ISSUER, 7, centre.cai, 60))

        assert {row.fact for row in centre.store.read.redeemed_here(ISSUER, 7)} == {used, again}
        assert (centre.minutes(centre.bob), centre.minutes(centre.cai)) == (0, 60)

    def test_a_void_slip_gives_its_minutes_back(self, centre: ACentre) -> None:
        void = centre.add(SlipVoided(ISSUER, 7, 60, centre.ann, has_paper=True))

        assert (the_slip(centre).state, the_slip(centre).closed_by) == ("void", void)
        assert centre.minutes(centre.ann) == 120
        assert centre.whats(centre.ann) == ["slip_back", "slip_made", "helped"]
        undo(centre, void)
        assert (the_slip(centre).state, centre.minutes(centre.ann)) == ("out", 60)

    def test_undoing_the_print_makes_the_slip_void(self, centre: ACentre, printed: FactId) -> None:
        undo(centre, printed)

        assert (the_slip(centre).state, centre.minutes(centre.ann)) == ("void", 120)
        with pytest.raises(NotAllowed):
            centre.add(SlipRedeemed(ISSUER, 7, centre.bob, 60))

    def test_the_print_of_a_used_slip_cannot_be_undone(self, centre: ACentre, printed: FactId) -> None:
        centre.add(SlipRedeemed(ISSUER, 7, centre.bob, 60))

        with pytest.raises(NotAllowed):
            undo(centre, printed)

    def test_the_void_of_lost_paper_waits(self, centre: ACentre) -> None:
        lost = centre.add(SlipVoided(ISSUER, 7, 60, centre.ann, has_paper=False, is_waiting=True))
        assert (the_slip(centre).state, centre.minutes(centre.ann)) == ("waiting_void", 60)
        (waiting,) = centre.store.read.waiting(centre.ann)
        assert (waiting.what, waiting.issuer, waiting.number, waiting.minutes) == ("slip_back", ISSUER, 7, 60)

        centre.add(Confirmed(lost, legs(slip_account(ISSUER, 7), member_account(centre.ann), 60)))

        assert (the_slip(centre).state, centre.minutes(centre.ann)) == ("void", 120)

    def test_a_declined_void_leaves_the_slip_out(self, centre: ACentre) -> None:
        lost = centre.add(SlipVoided(ISSUER, 7, 60, centre.ann, has_paper=False, is_waiting=True))
        centre.add(Declined(lost))

        assert (the_slip(centre).state, centre.store.read.all_waiting()) == ("out", [])

    def test_a_void_taken_back_while_it_waits_leaves_the_slip_out(self, centre: ACentre) -> None:
        undo(centre, centre.add(SlipVoided(ISSUER, 7, 60, centre.ann, has_paper=False, is_waiting=True)))

        assert (the_slip(centre).state, centre.store.read.all_waiting()) == ("out", [])

    def test_lost_paper_that_is_found_is_good(self, centre: ACentre) -> None:
        lost = centre.add(SlipVoided(ISSUER, 7, 60, centre.ann, has_paper=False, is_waiting=True))
        used = centre.add(SlipRedeemed(ISSUER, 7, centre.bob, 60))

        assert (the_slip(centre).state, centre.store.read.all_waiting()) == ("redeemed", [])
        assert centre.store.read.undone_by(lost) == used

    def test_a_thank_you_slip_takes_from_nobody(self, centre: ACentre) -> None:
        centre.add(SlipPrinted(ISSUER, 9, 60, None, 2000))
        centre.add(SlipHandedOut(ISSUER, 9, centre.cai), SlipReprinted(ISSUER, 9), SlipReprinted(ISSUER, 9))

        slip = the_slip(centre, 9)
        assert (slip.member, slip.is_handed_out, slip.handed_to, slip.reprints) == (None, True, centre.cai, 2)
        centre.add(SlipVoided(ISSUER, 9, 60, None, has_paper=False, is_waiting=True))
        assert [row.member for row in centre.store.read.all_waiting()] == [None]

    def test_every_number_of_64_bits_is_a_slip(self, centre: ACentre) -> None:
        for number in (0, 2**63 - 1, 2**63, 2**64 - 1):
            centre.add(SlipPrinted(ISSUER, number, 60, None, 2000))
            assert the_slip(centre, number).number == number


class TestPlans:
    def plan(self, centre: ACentre, *, paid_minutes: int = 60) -> FactId:
        both = (centre.ann, centre.bob)
        return centre.add(PlanMade(centre.ann, centre.swim, both, 60, paid_minutes, centre.cai, "bus", 2500, 600))

    def the_plan(self, centre: ACentre) -> PlanRow:
        return centre.store.read.plans(centre.ann)[0]

    def test_a_plan_is_kept_as_made(self, centre: ACentre) -> None:
        name = self.plan(centre)

        plan = centre.store.read.plan(name)
        assert (plan.payer, plan.going, plan.companion) == (centre.ann, (centre.ann, centre.bob), centre.cai)
        assert (plan.getting_there, plan.day, plan.start_minute, plan.state) == ("bus", 2500, 600, "planned")
        assert centre.minutes(centre.ann) == 60
        assert centre.store.read.minutes(offer_account(centre.swim)) == 60
        assert centre.whats(centre.ann) == ["spent", "helped"]

    def test_cancelling_gives_back_once(self, centre: ACentre) -> None:
        name = self.plan(centre)
        gone = PlanCancelled(name, centre.ann, centre.swim, 60)
        cancelled = centre.add(gone)

        assert (self.the_plan(centre).state, self.the_plan(centre).cancelled_by) == ("cancelled", cancelled)
        assert centre.minutes(centre.ann) == 120
        with pytest.raises(NotAllowed):
            centre.add(gone)
        undo(centre, cancelled)
        assert (self.the_plan(centre).state, centre.minutes(centre.ann)) == ("planned", 60)

    def test_a_plan_put_right_is_cancelled(self, centre: ACentre) -> None:
        undo(centre, self.plan(centre))

        assert (self.the_plan(centre).state, centre.minutes(centre.ann)) == ("cancelled", 120)

    def test_a_slip_pays_for_a_plan_at_a_venue(self, centre: ACentre) -> None:
        name = self.plan(centre, paid_minutes=0)
        centre.add(SlipPrinted(ISSUER, 7, 120, centre.ann, 2000, venue=5, plan=name))
        assert self.the_plan(centre).slip == (ISSUER, 7)
        assert the_slip(centre).plan == name

        used = centre.add(SlipRedeemed(ISSUER, 7, venue=5, venue_minutes=120))

        assert self.the_plan(centre).state == "used"
        assert centre.store.read.minutes(venue_account(5)) == 120
        undo(centre, used)
        assert self.the_plan(centre).state == "planned"

    def test_offers_are_kept_for_later_and_let_go(self, centre: ACentre) -> None:
        for offer in (centre.swim, centre.park):
            centre.add(KeptForLater(centre.ann, offer, is_kept=True))
        assert centre.store.read.kept_for_later(centre.ann) == [centre.swim, centre.park]

        centre.add(KeptForLater(centre.ann, centre.swim, is_kept=False))

        assert centre.store.read.kept_for_later(centre.ann) == [centre.park]
