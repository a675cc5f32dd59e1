"""Choosing: few presses, changed any time, paid once, nobody dropped, nothing lost."""

from datetime import date, timedelta

import pytest

from desktop.changes import Changes
from desktop.problems import NotAllowed, NotEnough
from desktop.services.choice_problems import CalledOff, Full, TooLate
from desktop.services.week_seen import PlaceSeen
from ledger.domain.week import Choice
from ledger.domain.weeks import Occurrence, Part
from tests.services.at_work import AtWork
from tests.services.week_at_work import MONDAY, TUESDAY, WEEK, Week

AFTERNOON = PlaceSeen(TUESDAY, Part.AFTERNOON)


@pytest.fixture
def week(centre: AtWork) -> Week:
    """It is Tuesday, 20 past 10."""
    made = Week(centre)
    made.session("Yoga", day=0, hour=10)
    made.session("Music", day=1, hour=10)
    made.session("Art", day=1, hour=13)
    made.session("Cooking", day=1, hour=14)
    made.session("Garden", day=2, hour=11)
    return made


class TestThePlace:
    def test_it_opens_on_my_next_part_of_a_day_with_no_choice(self, week: Week) -> None:
        ann = week.work.sign_in("Ann")
        assert week.do.choices.next_place(ann) == AFTERNOON  # Monday has been, and Music has begun
        week.choose("Ann", "Art")
        assert week.do.choices.next_place(ann) == PlaceSeen(date(2026, 11, 25), Part.MORNING)
        week.do.choices.not_today(ann, week.work.draft(), PlaceSeen(date(2026, 11, 25), Part.MORNING))
        assert week.do.choices.next_place(ann) == PlaceSeen(date(2026, 11, 30), Part.MORNING)
        assert week.do.choices.next_place(week.work.sign_in("Bob")) == AFTERNOON

    def test_all_is_said_for_three_weeks(self, week: Week) -> None:
        ann = week.work.sign_in("Ann")
        while (place := week.do.choices.next_place(ann)) is not None:
            assert place.day < MONDAY + timedelta(weeks=3)
            week.do.choices.not_today(ann, week.work.draft(), place)
        assert len(week.do.choices.days(ann)) == 2 + 3 + 3

    def test_days_and_parts_to_come(self, week: Week) -> None:
        ann = week.work.sign_in("Ann")
        assert week.do.choices.days(ann)[:2] == [TUESDAY, TUESDAY + timedelta(days=1)]
        assert week.do.choices.parts(ann, TUESDAY) == [AFTERNOON]
        assert len(week.do.choices.parts(ann, TUESDAY + timedelta(weeks=1))) == 2

    def test_what_is_taken_up_by_a_long_trip_is_not_asked_for(self, week: Week) -> None:
        week.session("Big walk", day=2, hour=12, minutes=240)
        week.session("Cards", day=2, hour=14)
        ann = week.work.sign_in("Ann")
        week.choose("Ann", "Art")
        week.choose("Ann", "Big walk")
        assert week.do.choices.next_place(ann) == PlaceSeen(TUESDAY + timedelta(days=1), Part.MORNING)
        week.choose("Ann", "Garden")
        assert week.do.choices.next_place(ann) == PlaceSeen(MONDAY + timedelta(weeks=1), Part.MORNING)

    def test_a_closed_day_and_what_is_called_off_are_no_choice(self, week: Week) -> None:
        week.say("Art", is_on=False)
        assert week.labels("Ann") == ["Cooking"]
        week.say("Cooking", is_on=False)
        assert week.do.choices.next_place(week.work.sign_in("Ann")) == PlaceSeen(
            TUESDAY + timedelta(days=1), Part.MORNING
        )


class TestTheOptions:
    def test_what_i_chose_most_at_that_time_of_the_week_comes_first(self, week: Week) -> None:
        assert week.labels("Ann") == ["Art", "Cooking"]
        for number in range(1, 3):
            week.work.clock.move(7 * 24 * 60 * (number > 1))
            week.do.choices.choose_for(week.work.member("Ann"), Occurrence(week.ids["Cooking"], WEEK + number - 1))
        week.work.clock.move(6 * 24 * 60)
        later = TUESDAY + timedelta(weeks=2)
        assert week.labels("Ann", later) == ["Cooking", "Art"]
        assert week.labels("Bob", later) == ["Art", "Cooking"]

    def test_my_own_choice_is_first(self, week: Week) -> None:
        week.choose("Ann", "Cooking")
        seen = week.choosing("Ann")
        assert [(one.session.activity.label, one.choice) for one in seen.options] == [
            ("Cooking", Choice.GOING),
            ("Art", Choice.NO),
        ]

    def test_one_thing_is_new_all_week_and_was_never_chosen(self, week: Week) -> None:
        def new(name: str) -> set[str]:
            days = [TUESDAY - timedelta(days=1), TUESDAY, TUESDAY + timedelta(days=1)]
            found = [week.choosing(name, day, part) for day in days for part in Part]
            return {one.session.activity.label for seen in found for one in seen.options if one.is_new}

        weeks = {name: new(name) for name in ("Ann", "Bob", "Cath")}
        assert all(len(labels) <= 1 for labels in weeks.values())
        (label,) = new("Ann") or {"Art"}
        week.choose("Ann", label)
        assert new("Ann") <= {label}
        assert weeks["Bob"] == new("Bob")

    def test_a_few_at_a_time(self, week: Week) -> None:
        for number in range(6):
            week.session(f"Club {number}", day=1, hour=15)
        assert (len(week.choosing("Ann", most=4).options), week.choosing("Ann", most=4).more) == (4, 4)
        ann = week.work.sign_in("Ann")
        last = week.do.choices.choosing(ann, AFTERNOON, 4, 4)
        assert (len(last.options), last.more) == (4, 0)

    def test_once_all_has_begun_nothing_can_change(self, week: Week) -> None:
        seen = week.choosing("Ann", part=Part.MORNING)
        assert (seen.options, seen.can_change) == ((), False)
        assert week.choosing("Ann", part=Part.EVENING).can_change
        assert not week.choosing("Ann", MONDAY, Part.EVENING).can_change


class TestChanging:
    def test_pressing_what_is_chosen_keeps_it(self, week: Week) -> None:
        ann = week.work.sign_in("Ann")
        at = Occurrence(week.ids["Art"], WEEK)
        draft = week.work.draft()
        first = week.do.choices.choose(ann, draft, at)
        assert week.do.choices.choose(ann, draft, at) == Changes(first.facts, first.touched, is_repeat=True)
        assert week.do.choices.choose(ann, week.work.draft(), at) == Changes()
        assert week.goes("Ann") == ["Art"]

    def test_another_one_takes_its_place_and_not_today_lets_go_of_all(self, week: Week) -> None:
        ann = week.work.sign_in("Ann")
        week.choose("Ann", "Art")
        week.choose("Ann", "Cooking")
        assert week.goes("Ann") == ["Cooking"]
        week.do.choices.not_today(ann, week.work.draft(), AFTERNOON)
        assert (week.goes("Ann"), week.choosing("Ann").is_not_today) == ([], True)
        assert week.do.choices.not_today(ann, week.work.draft(), AFTERNOON) == Changes()
        week.choose("Ann", "Art")
        assert (week.goes("Ann"), week.choosing("Ann").is_not_today) == (["Art"], False)

    def test_what_overlaps_cannot_both_be(self, week: Week) -> None:
        week.session("Lunch out", day=1, hour=12, minutes=120)
        week.choose("Ann", "Art")
        week.choose("Ann", "Lunch out")
        assert week.goes("Ann") == ["Lunch out"]

    def test_a_choice_stays_with_a_session_that_is_moved(self, week: Week) -> None:
        week.choose("Ann", "Art")
        week.say("Art", day=3)
        (day,) = [day for day in week.do.my_week.of(week.work.member("Ann"), MONDAY).days if day.entries]
        assert day.day == date(2026, 11, 26)
        assert week.do.choices.next_place(week.work.sign_in("Ann")) == AFTERNOON

    def test_until_it_starts(self, week: Week) -> None:
        ann = week.work.sign_in("Ann")
        at = Occurrence(week.ids["Art"], WEEK)
        week.choose("Ann", "Art")
        week.work.clock.move(160)  # 1 o'clock
        for press in (week.do.choices.let_go, week.do.choices.put_on_list):
            if press is week.do.choices.let_go:
                with pytest.raises(TooLate):
                    press(ann, week.work.draft(), at)
        with pytest.raises(TooLate):
            week.choose("Bob", "Art")
        week.choose("Ann", "Cooking")  # a swap on the day: it has not begun
        assert week.goes("Ann") == ["Cooking"]
        assert week.do.choices.choose_for(week.work.member("Bob"), at).facts

    def test_what_is_off_says_so(self, week: Week) -> None:
        week.choose("Ann", "Art")
        week.say("Art", is_on=False)
        with pytest.raises(CalledOff):
            week.choose("Bob", "Art")
        (entry,) = [entry for day in week.do.my_week.of(week.work.member("Ann"), MONDAY).days for entry in day.entries]
        assert entry.session is not None
        assert ([change.what for change in entry.session.changes], entry.can_change) == (["off"], False)
        week.do.choices.let_go(week.work.sign_in("Ann"), week.work.draft(), Occurrence(week.ids["Art"], WEEK))
        assert week.goes("Ann") == []

    def test_wishes(self, week: Week) -> None:
        ann = week.work.sign_in("Ann")
        art = week.activity("Art")
        week.do.choices.wish(ann, week.work.draft(), art, is_wished=True)
        assert week.do.choices.wish(ann, week.work.draft(), art, is_wished=True) == Changes()
        assert [activity.label for activity, is_wished in week.do.choices.wishes(ann) if is_wished] == ["Art"]
        week.do.choices.wish(ann, week.work.draft(), art, is_wished=False)
        assert not any(is_wished for _, is_wished in week.do.choices.wishes(ann))


class TestFull:
    @pytest.fixture
    def full(self, week: Week) -> Week:
        week.say("Art", places=1)
        week.choose("Bob", "Art")
        return week

    def test_a_full_one_offers_a_place_on_the_list_and_what_else(self, full: Week) -> None:
        ann = full.work.sign_in("Ann")
        assert [one.is_full for one in full.choosing("Ann").options] == [True, False]
        with pytest.raises(Full):
            full.choose("Ann", "Art")
        full.do.choices.put_on_list(ann, full.work.draft(), Occurrence(full.ids["Art"], WEEK))
        full.choose("Ann", "Cooking")
        assert full.goes("Ann") == ["Art", "Cooking"]
        full.do.choices.not_today(ann, full.work.draft(), AFTERNOON)
        assert full.goes("Ann") == []

    def test_a_free_place_is_kept_for_who_asked_first(self, full: Week) -> None:
        at = Occurrence(full.ids["Art"], WEEK)
        full.do.choices.put_on_list(full.work.sign_in("Ann"), full.work.draft(), at)
        full.choose("Ann", "Cooking")
        full.do.choices.let_go(full.work.sign_in("Bob"), full.work.draft(), at)
        assert full.choosing("Cath").options[0].is_full
        with pytest.raises(Full):
            full.choose("Cath", "Art")
        full.choose("Ann", "Art")
        assert full.goes("Ann") == ["Art"]

    def test_staff_give_a_place_to_whom_they_like_but_not_twice(self, full: Week) -> None:
        at = Occurrence(full.ids["Art"], WEEK)
        for name in ("Ann", "Cath"):
            full.do.choices.put_on_list(full.work.sign_in(name), full.work.draft(), at)
        with pytest.raises(Full):
            full.do.choices.give_place(full.work.member("Cath"), at)
        full.do.choices.let_go_for(full.work.member("Bob"), at)
        full.do.choices.give_place(full.work.member("Cath"), at)
        with pytest.raises(Full):
            full.do.choices.give_place(full.work.member("Ann"), at)


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
