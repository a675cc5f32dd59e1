"""Slips handed in for something: the price is taken, the rest is mine, and a bound slip knows its place."""

from pathlib import Path

import pytest

from desktop.problems import BadInput, NotAllowed, NotEnough
from desktop.services.drafts import OfferDraft
from desktop.services.papers import SlipPaper
from desktop.services.slips import Outcome, Outing
from desktop.store.backup import backup
from desktop.store.opening import open_store
from desktop.store.restoring import restore
from ledger.domain.handing import SlipsSpent
from tests.services.at_work import AtWork


def printed(centre: AtWork, name: str = "Ann", minutes: int = 60) -> SlipPaper:
    """One slip of a member who has earned it."""
    centre.earn(name, minutes)
    return centre.do.slips.print_for_member(centre.member(name), 1, minutes)[0]


def test_who_paid_and_who_went_is_kept(centre: AtWork) -> None:
    paper = centre.do.slips.print_thanks(1, 60)[0]
    bob = centre.sign_in("Bob")
    done = centre.do.slips.redeem_for_offer(paper.token, centre.offer("Art"), centre.draft(), sitting=bob)
    assert done.changes is not None
    assert done.fact is not None
    said = centre.store.read.entry(done.changes.facts[-1]).fact
    assert said == SlipsSpent((done.fact,), 1, payer=bob.member, going=(bob.member,))
    assert centre.store.read.people_for(done.fact) == 1


@pytest.mark.parametrize("going", [("Bob", "Ann"), ("Ann", "Cath")])
def test_one_slip_pays_for_two_whoever_held_it(centre: AtWork, going: tuple[str, ...]) -> None:
    paper = centre.do.slips.print_thanks(1, 180)[0]
    bob, art = centre.sign_in("Bob"), centre.offer("Art")
    who = tuple(map(centre.member, going))
    had = centre.has("Bob")
    done = centre.do.slips.redeem_for_offer(paper.token, Outing(art, who), "a", sitting=bob)
    assert done.changes is not None
    assert done.fact is not None
    said = centre.store.read.entry(done.changes.facts[-1]).fact
    assert said == SlipsSpent((done.fact,), 2, payer=bob.member, going=who)
    assert (centre.has("Bob") - had, centre.do.centre.totals().spent_minutes) == (60, 120)
    centre.do.credits.undo(bob, done.fact)
    assert centre.has("Bob") == had
    assert centre.is_sound()


def test_a_slip_takes_nobody_twice_and_no_more_than_it_pays_for(centre: AtWork) -> None:
    paper = centre.do.slips.print_thanks(1, 60)[0]
    bob, art = centre.sign_in("Bob"), centre.offer("Art")
    with pytest.raises(BadInput, match="each once"):
        centre.do.slips.redeem_for_offer(paper.token, Outing(art, (bob.member,) * 2), "a", sitting=bob)
    going = (bob.member, centre.member("Ann"))
    with pytest.raises(NotEnough):
        centre.do.slips.redeem_for_offer(paper.token, Outing(art, going), "b", sitting=bob)
    assert centre.do.slips.check(paper.token).is_good


def test_who_went_for_an_open_slip_at_a_venue_is_kept_too(centre: AtWork) -> None:
    paper = centre.do.slips.print_thanks(1, 180)[0]
    bob, ann = centre.sign_in("Bob"), centre.member("Ann")
    outing = Outing(centre.offer("Swimming"), (bob.member, ann))
    done = centre.do.slips.redeem_for_offer(paper.token, outing, "a", sitting=bob)
    assert done.fact is not None
    assert (centre.store.read.people_for(done.fact), centre.do.centre.totals().spent_minutes) == (2, 180)


def test_for_an_offer_the_price_is_taken_and_the_rest_is_mine(centre: AtWork) -> None:
    paper = printed(centre, minutes=120)
    with pytest.raises(NotAllowed, match="whose credits the rest"):
        centre.do.slips.redeem_for_offer(paper.token, centre.offer("Art"), centre.draft())
    bob = centre.sign_in("Bob")
    redeemed = centre.do.slips.redeem_for_offer(paper.token, centre.offer("Art"), centre.draft(), sitting=bob)

    assert redeemed.verdict.outcome == Outcome.OK
    assert (centre.has("Bob"), centre.do.centre.totals().spent_minutes) == (60, 60)
    assert centre.is_sound()


def test_an_exact_slip_needs_nobody_and_too_small_a_one_is_refused(centre: AtWork) -> None:
    paper, small = printed(centre), printed(centre)
    assert centre.do.slips.redeem_for_offer(paper.token, centre.offer("Art"), "a").verdict.is_good
    with pytest.raises(NotEnough, match="costs 600 minutes and this slip is worth 60"):
        centre.do.slips.redeem_for_offer(small.token, centre.offer("Big trip"), "b")
    with pytest.raises(NotAllowed, match="costs nothing"):
        centre.do.slips.redeem_for_offer(small.token, centre.offer("Walk in the park"), "c")
    assert centre.do.slips.check(small.token).is_good
    assert [offer.label for offer in centre.do.spending.offers_for_slip(small.token)] == ["Art"]


def test_an_open_slip_for_a_venues_offer_is_spent_at_the_venue(centre: AtWork) -> None:
    paper = printed(centre, minutes=120)
    centre.do.slips.redeem_for_offer(paper.token, centre.offer("Swimming"), "a", member=centre.member("Bob"))
    assert (centre.has("Bob"), centre.do.centre.totals().spent_minutes) == (30, 90)


def test_a_bound_slip_is_good_at_its_place_only(centre: AtWork) -> None:
    centre.earn("Ann", 90)
    ann = centre.sign_in("Ann")
    plan = centre.do.spending.say_yes(ann, centre.plan(ann, "Swimming")).plan
    slip = centre.do.spending.sheet(plan).slip
    assert slip is not None
    swimming, art = centre.offer("Swimming"), centre.offer("Art")

    assert centre.do.slips.check(slip.token).outcome == Outcome.WRONG_PLACE
    assert centre.do.slips.check(slip.token, offer=art).outcome == Outcome.WRONG_PLACE
    assert centre.do.slips.check(slip.token, offer=swimming).outcome == Outcome.OK
    assert centre.do.slips.redeem_to_member(slip.token, ann.member, "a").verdict.place == "Leisure centre"
    assert centre.do.slips.redeem_for_offer(slip.token, art, "b").changes is None
    assert centre.do.slips.redeem_for_offer(slip.token, swimming, "c").verdict.is_good
    assert centre.do.centre.totals().spent_minutes == 90
    assert centre.is_sound()


def test_a_bound_slip_pays_other_offers_of_its_place_only_if_it_is_worth_them(centre: AtWork) -> None:
    centre.earn("Ann", 90)
    ann = centre.sign_in("Ann")
    pool = centre.do.offers.venues()[0].id
    sauna = centre.do.offers.write(OfferDraft("Sauna", 60, venue=pool)).first
    gym = centre.do.offers.write(OfferDraft("Gym", 120, venue=pool)).first
    centre.do.spending.say_yes(ann, centre.plan(ann, "Swimming"))
    code = centre.do.slips.out()[0].code

    assert [offer.label for offer in centre.do.spending.offers_for_slip(code)] == ["Swimming", "Sauna"]
    with pytest.raises(NotEnough):
        centre.do.slips.redeem_for_offer(code, gym, "a", sitting=ann)
    centre.do.slips.redeem_for_offer(code, sauna, "b", sitting=ann)
    assert (centre.has("Ann"), centre.do.centre.totals().spent_minutes) == (30, 60)
    assert centre.is_sound()


def test_a_slip_redeemed_after_the_backup_stays_used_through_a_restore(centre: AtWork, tmp_path: Path) -> None:
    paper, later = printed(centre), printed(centre)
    backup(centre.store, tmp_path / "before.goodhour")
    centre.do.slips.redeem_to_member(paper.token, centre.member("Bob"), centre.draft())
    lost = centre.do.slips.print_thanks(1, 60)[0]
    words, folder, clock = " ".join(centre.do.centre.recovery_paper().words), centre.store.folder, centre.clock
    centre.store.close()

    restored = restore(tmp_path / "before.goodhour", folder, words, clock=clock)
    again = AtWork(open_store(folder, clock=clock, passphrase=restored.passphrase))
    try:
        assert again.has("Bob") == 0
        assert again.do.slips.redeem_to_member(paper.token, again.member("Cath"), "a").verdict.outcome == Outcome.USED
        assert again.do.slips.check(later.token).outcome == Outcome.OK
        assert again.do.slips.check(lost.token).outcome == Outcome.OK_CHECK
        assert again.is_sound()
    finally:
        again.store.close()
