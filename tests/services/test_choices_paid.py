"""A session with a price is paid once and comes back once; what was pressed is taken back by one press."""

import pytest

from desktop.changes import Changes
from desktop.problems import NotAllowed, NotEnough
from desktop.services.choice_problems import Full
from desktop.services.week_seen import PlaceSeen
from ledger.domain.week import Choice
from ledger.domain.weeks import Occurrence, Part
from tests.services.at_work import AtWork
from tests.services.week_at_work import TUESDAY, WEEK, Week, usual_week

AFTERNOON = PlaceSeen(TUESDAY, Part.AFTERNOON)


@pytest.fixture
def week(centre: AtWork) -> Week:
    """It is Tuesday, 20 past 10."""
    return usual_week(centre)


class TestAPrice:
    @pytest.fixture
    def priced(self, week: Week) -> Week:
        week.session("Cinema", day=1, hour=15, price_minutes=60)
        week.session("Bowling", day=1, hour=16, price_minutes=90)
        week.work.earn("Ann", 105)
        return week

    def test_it_is_paid_once_and_comes_back_once(self, priced: Week) -> None:
        ann = priced.work.sign_in("Ann")
        at = Occurrence(priced.ids["Cinema"], WEEK)
        priced.choose("Ann", "Cinema")
        priced.choose("Ann", "Cinema")
        assert priced.work.has("Ann") == 45
        assert [row.label for row in priced.do.credits.history(ann)][:1] == ["Cinema"]
        priced.do.choices.let_go(ann, priced.work.draft(), at)
        priced.do.choices.let_go(ann, priced.work.draft(), at)
        assert (priced.work.has("Ann"), priced.goes("Ann")) == (105, [])
        assert priced.work.is_sound()

    def test_a_swap_pays_the_difference(self, priced: Week) -> None:
        priced.choose("Ann", "Cinema")
        priced.choose("Ann", "Bowling")
        assert (priced.work.has("Ann"), priced.goes("Ann")) == (15, ["Bowling"])
        priced.choose("Ann", "Art")
        assert (priced.work.has("Ann"), priced.goes("Ann")) == (105, ["Art"])
        assert priced.work.is_sound()

    def test_not_enough_says_what_is_missing_and_changes_nothing(self, priced: Week) -> None:
        priced.choose("Bob", "Art")
        assert [one.short_minutes for one in priced.choosing("Bob").options] == [0, 0, 60, 90]
        with pytest.raises(NotEnough, match="60 minutes; 0 are there"):
            priced.choose("Bob", "Cinema")
        assert priced.goes("Bob") == ["Art"]

    def test_giving_up_the_plan_lets_go_of_the_choice(self, priced: Week) -> None:
        ann = priced.work.sign_in("Ann")
        priced.do.choices.choose(ann, priced.work.draft(), Occurrence(priced.ids["Cinema"], WEEK))
        (plan,) = priced.do.spending.plans(ann)
        assert plan.offer.label == "Cinema"
        assert [one.can_undo for one in priced.do.credits.history(ann)] == [True, False]
        priced.do.credits.undo(ann, plan.id)
        assert (priced.work.has("Ann"), priced.goes("Ann")) == (105, [])
        priced.choose("Ann", "Cinema")
        (plan,) = priced.do.spending.plans(ann)
        priced.do.spending.cancel(ann, plan.id)
        assert (priced.work.has("Ann"), priced.goes("Ann")) == (105, [])
        priced.choose("Ann", "Cinema")
        (plan,) = priced.do.spending.plans(ann)
        priced.do.credits.put_right(plan.id, "She was ill.")
        assert (priced.work.has("Ann"), priced.goes("Ann")) == (105, [])
        assert priced.work.is_sound()


class TestUndo:
    def test_what_was_before_holds_again(self, week: Week) -> None:
        ann = week.work.sign_in("Ann")
        week.choose("Ann", "Art")
        swap = week.do.choices.choose(ann, week.work.draft(), Occurrence(week.ids["Cooking"], WEEK))
        again = [week.do.choices.undo(ann, week.work.draft(), swap) for _ in range(2)]
        assert (week.goes("Ann"), again[0].facts) == (["Art"], again[1].facts)
        nothing = week.do.choices.not_today(ann, week.work.draft(), AFTERNOON)
        week.do.choices.undo(ann, week.work.draft(), nothing)
        assert (week.goes("Ann"), week.choosing("Ann").is_not_today) == (["Art"], False)

    def test_a_payment_comes_back_and_is_made_again(self, week: Week) -> None:
        week.session("Cinema", day=1, hour=15, price_minutes=60)
        week.work.earn("Ann", 60)
        ann = week.work.sign_in("Ann")
        cinema = week.do.choices.choose(ann, week.work.draft(), Occurrence(week.ids["Cinema"], WEEK))
        art = week.do.choices.choose(ann, week.work.draft(), Occurrence(week.ids["Art"], WEEK))
        assert week.work.has("Ann") == 60
        week.do.choices.undo(ann, week.work.draft(), art)
        assert (week.work.has("Ann"), week.goes("Ann")) == (0, ["Cinema"])
        week.do.choices.undo(ann, week.work.draft(), cinema)
        assert (week.work.has("Ann"), week.goes("Ann")) == (60, [])
        assert week.work.is_sound()

    def test_back_on_the_list_nothing_is_paid(self, week: Week) -> None:
        at = week.session("Cinema", day=1, hour=15, places=1, price_minutes=60)
        week.work.earn("Ann", 60)
        ann, bob = week.work.sign_in("Ann"), week.work.member("Bob")
        week.work.earn("Bob", 60)
        week.do.choices.choose_for(bob, at)
        week.do.choices.put_on_list(ann, week.work.draft(), at)
        week.do.choices.let_go_for(bob, at)
        place = week.do.choices.choose(ann, week.work.draft(), at)
        week.do.choices.undo(ann, week.work.draft(), place)
        row = week.store.read.week.choice(ann.member, at)
        assert row is not None
        assert (row.choice, row.plan, week.work.has("Ann")) == (Choice.LISTED, None, 60)

    def test_what_was_chosen_for_that_time_since_is_let_go(self, week: Week) -> None:
        ann, at = week.work.sign_in("Ann"), Occurrence(week.ids["Art"], WEEK)
        week.choose("Ann", "Art")
        gone = week.do.choices.let_go(ann, week.work.draft(), at)
        week.do.choices.choose_for(ann.member, Occurrence(week.ids["Cooking"], WEEK))
        week.do.choices.undo(ann, week.work.draft(), gone)
        assert week.goes("Ann") == ["Art"]

    def test_not_what_somebody_else_did_or_did_before(self, week: Week) -> None:
        before = week.do.choices.choose(week.work.sign_in("Ann"), week.work.draft(), Occurrence(week.ids["Art"], WEEK))
        for sitting in (week.work.sign_in("Ann"), week.work.sign_in("Bob")):
            with pytest.raises(NotAllowed):
                week.do.choices.undo(sitting, week.work.draft(), before)
        assert week.do.choices.undo(week.work.sign_in("Ann"), week.work.draft(), Changes()) == Changes()

    def test_a_place_that_somebody_else_has_by_now(self, week: Week) -> None:
        week.say("Art", places=1)
        ann = week.work.sign_in("Ann")
        week.choose("Ann", "Art")
        swap = week.do.choices.choose(ann, week.work.draft(), Occurrence(week.ids["Cooking"], WEEK))
        week.choose("Bob", "Art")
        with pytest.raises(Full):
            week.do.choices.undo(ann, week.work.draft(), swap)
        assert week.goes("Ann") == ["Cooking"]
