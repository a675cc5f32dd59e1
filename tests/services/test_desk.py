"""Slips at a centre's desk: they pay for what there is today, and nobody is traded down by what is left over."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from desktop.problems import KnownProblem, NotAllowed, NotEnough
from desktop.services.desk import Purchase
from desktop.services.door import Held
from desktop.services.drafts import OfferDraft
from desktop.services.slips import Outcome
from ledger.domain.accounts import ISSUE, offer_account
from tests.services.at_work import AtWork
from tests.services.joined import Joined
from tests.services.week_at_work import Week


def hand(centre: AtWork, texts: Sequence[str]) -> list[Held]:
    """Good slips that somebody holds out."""
    held = [Held(text, centre.do.door.check(text), centre.draft()) for text in texts]
    assert all(one.verdict.is_good for one in held)
    return held


def purchase(centre: AtWork, held: Sequence[Held], label: str, people: int = 1) -> Purchase:
    """Something the slips are enough for."""
    what = next(one for one in centre.do.desk.pays_for(held) if one.label == label)
    return Purchase(what, people)


@pytest.fixture
def centre(centre: AtWork) -> AtWork:
    """With a film for a credit, and tea for a quarter of one."""
    centre.do.offers.write(OfferDraft("Film", 60))
    centre.do.offers.write(OfferDraft("Tea", 15))
    return centre


def test_a_family_of_four_pays_with_four_slips(centre: AtWork) -> None:
    papers = centre.do.slips.print_thanks(4, 60)
    held = hand(centre, [paper.token for paper in papers])
    bought = purchase(centre, held, "Film", 4)
    assert centre.do.desk.most_people(held, bought.what) == 4
    assert centre.do.desk.rest_of(held, bought) == 0
    spent = centre.do.desk.spend(held, bought)
    assert (spent.minutes, len(spent.facts), spent.change) == (240, 4, ())
    assert centre.store.read.minutes(offer_account(bought.what.id)) == 240
    assert [centre.store.read.people_for(fact) for fact in spent.facts] == [4] * 4
    assert centre.do.desk.spend(held, bought) == spent  # the same tap again
    assert centre.is_sound()


def test_slips_that_are_not_needed_stay_out(centre: AtWork) -> None:
    papers = centre.do.slips.print_thanks(3, 60)
    held = hand(centre, [paper.token for paper in papers])
    spent = centre.do.desk.spend(held, purchase(centre, held, "Film", 2))
    assert spent.minutes == 120
    assert sum(centre.do.door.check(paper.token).is_good for paper in papers) == 1


def test_what_is_left_over_goes_into_somebodys_credits(centre: AtWork) -> None:
    held = hand(centre, [centre.do.slips.print_thanks(1, 60)[0].token])
    tea = purchase(centre, held, "Tea")._replace(rest_to=centre.member("Bob"))
    assert centre.do.desk.rest_of(held, tea) == 45
    before = centre.has("Bob")
    centre.do.desk.spend(held, tea)
    assert centre.has("Bob") == before + 45


@pytest.mark.parametrize("whose", ["Ann", None])
def test_what_is_left_over_comes_back_as_a_new_slip(centre: AtWork, whose: str | None) -> None:
    if whose is None:
        (paper,) = centre.do.slips.print_thanks(1, 60)
    else:
        centre.earn(whose, 60)
        (paper,) = centre.do.slips.print_for_member(centre.member(whose), 1, 60)
    had, made = centre.has("Ann"), centre.store.read.minutes(ISSUE)
    held = hand(centre, [paper.token])
    tea = purchase(centre, held, "Tea")
    assert centre.do.desk.can_change(held, tea)
    spent = centre.do.desk.spend(held, tea)

    (change,) = spent.change
    assert (spent.minutes, change.minutes) == (15, 45)
    assert centre.store.read.minutes(offer_account(tea.what.id)) == 15
    assert (centre.has("Ann"), centre.store.read.minutes(ISSUE)) == (had, made)  # no minute was made or lost
    assert centre.do.door.check(paper.token).outcome == Outcome.ALREADY
    centre.clock.move(30)
    assert centre.do.door.check(paper.token).outcome == Outcome.USED
    verdict = centre.do.door.check(change.token)
    assert (verdict.outcome, verdict.minutes) == (Outcome.OK, 45)
    assert centre.is_sound()


def test_a_changed_slip_that_is_taken_back_comes_as_a_new_one(centre: AtWork) -> None:
    held = hand(centre, [centre.do.slips.print_thanks(1, 60)[0].token])
    tea = purchase(centre, held, "Tea")
    spent = centre.do.desk.spend(held, tea)
    (whole,) = centre.do.desk.undo(spent)
    assert whole.minutes == 60
    assert centre.store.read.minutes(offer_account(tea.what.id)) == 0
    assert centre.do.door.check(whole.token).outcome == Outcome.OK
    assert not centre.do.door.check(spent.change[0].token).is_good
    assert centre.do.desk.undo(spent) == (whole,)
    assert centre.is_sound()


def test_what_was_changed_is_known_again_later(centre: AtWork) -> None:
    changed = hand(centre, [centre.do.slips.print_thanks(1, 60)[0].token])
    whole = hand(centre, [centre.do.slips.print_thanks(1, 60)[0].token])
    spent = centre.do.desk.spend(changed, purchase(centre, changed, "Tea"))
    other = centre.do.desk.spend(whole, purchase(centre, whole, "Film"))
    assert centre.do.desk.changed_by(other.facts[0]) is None
    found = centre.do.desk.changed_by(spent.facts[0])
    assert found is not None
    (back,) = centre.do.desk.undo(found)
    assert back.minutes == 60
    assert centre.is_sound()


def test_change_that_was_used_meanwhile_stays(centre: AtWork) -> None:
    held = hand(centre, [centre.do.slips.print_thanks(1, 60)[0].token])
    spent = centre.do.desk.spend(held, purchase(centre, held, "Tea"))
    centre.do.desk.credit(hand(centre, [spent.change[0].token]), centre.member("Bob"))
    with pytest.raises(KnownProblem):
        centre.do.desk.undo(spent)
    assert centre.is_sound()


def test_into_credits_and_back(centre: AtWork) -> None:
    papers = centre.do.slips.print_thanks(2, 60)
    held = hand(centre, [paper.token for paper in papers])
    before = centre.has("Bob")
    spent = centre.do.desk.credit(held, centre.member("Bob"))
    assert centre.has("Bob") == before + 120
    centre.do.desk.undo(spent)
    assert centre.has("Bob") == before
    assert all(centre.do.door.check(paper.token).is_good for paper in papers)


def test_a_session_of_today_is_paid_with_slips_and_comes_back(centre: AtWork) -> None:
    week = Week(centre)
    week.session("Cinema", day=1, hour=15, price_minutes=30)
    week.session("Bowling", day=2, hour=15, price_minutes=30)  # tomorrow
    papers = centre.do.slips.print_thanks(2, 60)
    held = hand(centre, [paper.token for paper in papers])
    bought = purchase(centre, held, "Cinema", 3)
    assert bought.what.start_minute == 15 * 60
    assert "Bowling" not in [one.label for one in centre.do.desk.pays_for(held)]
    made = centre.store.read.minutes(ISSUE)
    spent = centre.do.desk.spend(held, bought)
    assert (spent.minutes, [paper.minutes for paper in spent.change]) == (90, [30])
    assert centre.store.read.minutes(offer_account(bought.what.id)) == 90
    assert [centre.store.read.people_for(fact) for fact in spent.facts] == [3, 3]
    assert [one.minutes for one in centre.do.door.taken_today() if not one.is_undone] == [30, 60]
    assert centre.is_sound()

    centre.do.desk.undo(spent)
    assert centre.store.read.minutes(offer_account(bought.what.id)) == 0
    assert centre.store.read.minutes(ISSUE) == made
    assert centre.is_sound()


def test_what_a_session_leaves_over_stands_in_the_history_by_its_name(centre: AtWork) -> None:
    Week(centre).session("Cinema", day=1, hour=15, price_minutes=15)
    held = hand(centre, [centre.do.slips.print_thanks(1, 60)[0].token])
    bob = centre.sign_in("Bob")
    before = centre.has("Bob")
    centre.do.desk.spend(held, purchase(centre, held, "Cinema")._replace(rest_to=bob.member))
    assert centre.has("Bob") == before + 45
    assert centre.do.credits.history(bob)[0].minutes == 45
    centre.do.credits.put_right(centre.do.credits.history(bob)[0].fact, "Wrong slip")
    assert centre.has("Bob") == before
    assert centre.is_sound()


def test_a_session_that_is_off_today_is_not_offered(centre: AtWork) -> None:
    week = Week(centre)
    week.session("Cinema", day=1, hour=15, price_minutes=15)
    held = hand(centre, [centre.do.slips.print_thanks(1, 60)[0].token])
    assert "Cinema" in [one.label for one in centre.do.desk.pays_for(held)]
    week.say("Cinema", is_on=False)
    assert "Cinema" not in [one.label for one in centre.do.desk.pays_for(held)]


def test_too_little_buys_nothing_and_takes_nothing(centre: AtWork) -> None:
    held = hand(centre, [centre.do.slips.print_thanks(1, 60)[0].token])
    bought = purchase(centre, held, "Film", 2)
    with pytest.raises(NotEnough):
        centre.do.desk.spend(held, bought)
    assert centre.do.door.check(held[0].text).is_good


def test_a_slip_of_another_centre_gives_no_change_but_a_note(riverside: Joined, hillside: Joined) -> None:
    hillside.do.offers.write(OfferDraft("Tea", 15))
    (paper,) = riverside.thanks()
    riverside.meet()
    hillside.meet()
    held = hand(hillside, [paper.token])
    tea = purchase(hillside, held, "Tea")
    assert not hillside.do.desk.can_change(held, tea)
    with pytest.raises(NotAllowed):
        hillside.do.desk.spend(held, tea)
    spent = hillside.do.desk.spend(held, tea._replace(rest_to=hillside.member("Ann")))
    assert spent.waits
    assert (hillside.has("Ann"), hillside.waits("Ann")) == (0, 45)
    hillside.meet()
    assert (hillside.has("Ann"), hillside.waits("Ann")) == (45, 0)


def test_a_slip_changed_here_and_shown_elsewhere_is_ruled_like_any(riverside: Joined, hillside: Joined) -> None:
    riverside.do.offers.write(OfferDraft("Tea", 15))
    (paper,) = riverside.thanks()
    riverside.meet()
    hillside.meet()
    held = hand(riverside, [paper.token])
    riverside.do.desk.spend(held, purchase(riverside, held, "Tea"))
    ann = hillside.sign_in("Ann")  # both are offline
    hillside.do.slips.redeem_to_member(paper.token, ann.member, hillside.draft(), sitting=ann)
    for place in (riverside, hillside, riverside):
        place.meet()
    assert hillside.has("Ann") == 60
    (item,) = hillside.do.attention.all()
    assert item.what == "taken_before"
    assert riverside.is_sound()
    assert hillside.is_sound()
