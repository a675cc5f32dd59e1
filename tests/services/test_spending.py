"""Spending is a plan: paid once, cancelled whole, refused kindly."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.problems import BadInput, NotAllowed, NotEnough, NotFound
from desktop.services.drafts import OfferDraft
from ledger.domain.names import FactId
from tests.services.at_work import AtWork

TUESDAY = date(2026, 11, 24)


def test_what_i_can_have_comes_first_then_what_i_save_for(centre: AtWork) -> None:
    centre.earn("Ann", 75)
    ann = centre.sign_in("Ann")
    centre.do.spending.keep(ann, centre.offer("Big trip"), is_kept=True)

    seen = centre.do.spending.offers(ann)
    assert [offer.label for offer in seen] == ["Art", "Walk in the park", "Big trip", "Swimming"]
    assert [offer.short_minutes for offer in seen] == [0, 0, 525, 15]
    assert [offer.is_kept_for_later for offer in seen] == [False, False, True, False]

    centre.do.spending.keep(ann, centre.offer("Big trip"), is_kept=False)
    centre.do.spending.keep(ann, centre.offer("Big trip"), is_kept=False)
    assert not any(offer.is_kept_for_later for offer in centre.do.spending.offers(ann))


def test_the_centres_own_offer_is_paid_at_yes(centre: AtWork) -> None:
    centre.earn("Ann", 90)
    ann = centre.sign_in("Ann")
    planned = centre.do.spending.say_yes(ann, centre.plan(ann, "Art"))

    assert planned.after.available_minutes == 30
    assert centre.do.slips.out() == []
    assert centre.do.spending.sheet(planned.plan).slip is None
    assert centre.do.centre.totals().spent_minutes == 60
    assert centre.is_sound()


def test_a_venues_offer_is_paid_by_an_exact_slip_bound_to_it(centre: AtWork) -> None:
    centre.earn("Ann", 240)
    ann = centre.sign_in("Ann")
    planned = centre.do.spending.say_yes(ann, centre.plan(ann, "Swimming", "Ann", "Bob"))

    sheet = centre.do.spending.sheet(planned.plan)
    assert sheet.slip is not None
    assert (sheet.slip.minutes, sheet.slip.place, sheet.price_minutes) == (180, "Leisure centre", 180)
    assert centre.do.spending.sheet(planned.plan).slip == sheet.slip  # the same slip each time
    assert (planned.after.available_minutes, centre.do.centre.totals().spent_minutes) == (60, 0)

    centre.do.slips.redeem_for_offer(sheet.slip.token, centre.offer("Swimming"), centre.draft())
    assert centre.do.centre.totals().spent_minutes == 180
    assert centre.do.spending.sheet(planned.plan).slip is None
    assert centre.is_sound()


def test_a_free_place_is_a_plan_that_moves_nothing(centre: AtWork) -> None:
    ann = centre.sign_in("Ann")
    plan = centre.do.spending.say_yes(ann, centre.plan(ann, "Walk in the park")).plan
    assert [one.id for one in centre.do.spending.plans(ann)] == [plan]
    assert centre.do.credits.history(ann) == []
    assert centre.is_sound()


def test_the_payer_pays_for_all_who_go_and_need_not_go(centre: AtWork) -> None:
    centre.earn("Ann", 120)
    ann = centre.sign_in("Ann")
    draft = replace(centre.plan(ann, "Art", "Bob", "Cath"), companion=centre.worker("Jo"))
    centre.do.spending.say_yes(ann, draft)

    (plan,) = centre.do.spending.plans(ann)
    assert ([p.shown_name for p in plan.going], plan.companion and plan.companion.shown_name) == (["Bob", "Cath"], "Jo")
    assert (plan.total_minutes, centre.has("Ann"), centre.has("Bob")) == (120, 0, 0)


def test_yes_pressed_twice_is_one_plan(centre: AtWork) -> None:
    centre.earn("Ann", 240)
    ann = centre.sign_in("Ann")
    draft = centre.plan(ann, "Swimming")
    first, again = (centre.do.spending.say_yes(ann, draft) for _ in range(2))
    assert (first.plan, first.after) == (again.plan, again.after)
    assert len(centre.do.slips.out()) == 1


def test_not_enough_writes_nothing(centre: AtWork) -> None:
    centre.earn("Ann", 60)
    ann = centre.sign_in("Ann")
    for draft in (centre.plan(ann, "Swimming"), centre.plan(ann, "Art", "Ann", "Bob")):
        with pytest.raises(NotEnough):
            centre.do.spending.say_yes(ann, draft)
    assert (centre.do.spending.plans(ann), centre.do.slips.out(), centre.has("Ann")) == ([], [], 60)
    assert centre.is_sound()


def test_a_plan_that_makes_no_sense_is_refused(centre: AtWork) -> None:
    centre.earn("Ann", 600)
    ann = centre.sign_in("Ann")
    plan = centre.plan(ann, "Art")
    for wrong, problem in (
        (replace(plan, going=()), BadInput),
        (replace(plan, going=(ann.member, ann.member)), BadInput),
        (replace(plan, companion=ann.member), BadInput),
        (replace(plan, getting_there="rocket"), BadInput),
        (replace(plan, start_minute=1440), BadInput),
        (replace(plan, day=TUESDAY - timedelta(days=1)), BadInput),
        (replace(plan, going=(FactId(centre.store.device, 9_999),)), NotFound),
    ):
        with pytest.raises(problem):
            centre.do.spending.say_yes(ann, wrong)
    assert centre.has("Ann") == 600


def test_an_offer_that_went_away_meanwhile_or_changed_its_price(centre: AtWork) -> None:
    centre.earn("Ann", 600)
    ann = centre.sign_in("Ann")
    plan = centre.plan(ann, "Art")
    centre.do.offers.write(OfferDraft("Art", 90, offer=plan.offer.id))
    assert centre.do.spending.say_yes(ann, plan).after.available_minutes == 510
    centre.do.offers.write(OfferDraft("Art", 90, offer=plan.offer.id, is_kept=False))
    with pytest.raises(NotAllowed, match="not offered any more"):
        centre.do.spending.say_yes(ann, replace(plan, draft_id=centre.draft()))


def test_cancel_gives_everything_back_once(centre: AtWork) -> None:
    centre.earn("Ann", 300)
    ann = centre.sign_in("Ann")
    plans = [centre.do.spending.say_yes(ann, centre.plan(ann, o)).plan for o in ("Art", "Swimming", "Walk in the park")]
    slip = centre.do.slips.out()[0]
    for plan in plans * 2:
        centre.do.spending.cancel(ann, plan)

    assert (centre.has("Ann"), centre.do.spending.plans(ann)) == (300, [])
    assert centre.do.slips.check(slip.code).outcome == "void"
    assert centre.do.centre.totals().spent_minutes == 0
    with pytest.raises(NotAllowed, match="nothing to print"):
        centre.do.spending.sheet(plans[0])
    assert centre.is_sound()


def test_cancel_is_refused_kindly_once_the_slip_is_used(centre: AtWork) -> None:
    centre.earn("Ann", 90)
    ann = centre.sign_in("Ann")
    plan = centre.do.spending.say_yes(ann, centre.plan(ann, "Swimming")).plan
    slip = centre.do.spending.sheet(plan).slip
    assert slip is not None
    centre.do.slips.redeem_for_offer(slip.token, centre.offer("Swimming"), centre.draft())

    assert (centre.do.spending.plan(plan).slip, centre.do.spending.plan(plan).can_cancel) == ("redeemed", False)
    with pytest.raises(NotAllowed, match="handed in already"):
        centre.do.spending.cancel(ann, plan)
    assert centre.has("Ann") == 0


def test_a_day_that_has_been_is_left_to_a_worker_and_somebody_elses_plan_too(centre: AtWork) -> None:
    centre.earn("Ann", 60)
    ann = centre.sign_in("Ann")
    plan = centre.do.spending.say_yes(ann, replace(centre.plan(ann, "Art"), day=TUESDAY)).plan
    with pytest.raises(NotAllowed, match="somebody else's"):
        centre.do.spending.cancel(centre.sign_in("Bob"), plan)
    centre.clock.move(24 * 60)
    with pytest.raises(NotAllowed, match="That day has been"):
        centre.do.spending.cancel(ann, plan)
    assert centre.do.spending.plans(ann) == []

    centre.do.credits.put_right(plan, "Art did not take place.")
    assert centre.has("Ann") == 60
    with pytest.raises(NotAllowed, match="given up before"):
        centre.do.credits.put_right(plan, "Art did not take place.")
    assert centre.is_sound()


def test_staff_voiding_a_plans_slip_gives_the_plan_up_too(centre: AtWork) -> None:
    centre.earn("Ann", 90)
    ann = centre.sign_in("Ann")
    centre.do.spending.say_yes(ann, centre.plan(ann, "Swimming"))
    centre.do.slips.void(centre.do.slips.out()[0].code, "Lost on the bus")
    assert (centre.has("Ann"), centre.do.spending.plans(ann)) == (90, [])
    assert centre.is_sound()


def test_a_plan_is_filled_from_the_offer_and_then_from_last_time(centre: AtWork) -> None:
    centre.earn("Ann", 600)
    ann = centre.sign_in("Ann")
    first = centre.do.spending.plan_for(ann, centre.offer("Swimming"))
    assert (first.going, first.getting_there, first.day, first.companion) == ((ann.member,), "minibus", None, None)

    chosen = replace(
        first,
        going=(ann.member, centre.member("Bob")),
        companion=centre.worker("Jo"),
        getting_there="bus",
        day=TUESDAY + timedelta(days=2),
        start_minute=14 * 60,
    )
    centre.do.spending.say_yes(ann, chosen)
    centre.clock.move(7 * 24 * 60)
    again = centre.do.spending.plan_for(ann, centre.offer("Swimming"))
    assert (again.going, again.companion, again.getting_there) == (chosen.going, chosen.companion, "bus")
    assert (again.day, again.start_minute) == (TUESDAY + timedelta(days=9), 14 * 60)  # Thursday again
    assert next(person.shown_name for person in centre.do.people.companions(ann)) == "Jo"

    centre.do.spending.say_yes(ann, again)
    centre.do.spending.say_yes(ann, replace(centre.plan(ann, "Art", "Ann", "Bob")))
    assert centre.has("Ann") == 120
    assert centre.do.spending.plan_for(ann, centre.offer("Swimming")).going == (ann.member,)  # both would cost 180


def test_it_is_at_the_printer_for_ten_minutes_and_the_second_time_counts(centre: AtWork) -> None:
    centre.earn("Ann", 90)
    ann = centre.sign_in("Ann")
    plan = centre.do.spending.say_yes(ann, centre.plan(ann, "Swimming")).plan
    spending = centre.do.spending
    assert not spending.printed(plan)
    spending.mark_printed(plan)
    assert spending.printed(plan)
    centre.clock.move(10)
    assert not spending.printed(plan)
    assert centre.do.slips.out()[0].reprints == 0
    spending.mark_printed(plan)
    assert centre.do.slips.out()[0].reprints == 1
    spending.put_back(ann, plan)
    assert centre.has("Ann") == 90


def test_plans_come_soonest_first_and_open_days_last(centre: AtWork) -> None:
    ann = centre.sign_in("Ann")
    park = centre.plan(ann, "Walk in the park")
    for day in (None, TUESDAY + timedelta(days=3), TUESDAY):
        centre.do.spending.say_yes(ann, replace(park, draft_id=centre.draft(), day=day))
    assert [p.day for p in centre.do.spending.plans(ann)] == [TUESDAY, TUESDAY + timedelta(days=3), None]
