"""Choosing: few presses, changed any time, paid once, nobody dropped, nothing lost."""

from datetime import date, timedelta

import pytest

from desktop.changes import Changes
from desktop.services.choice_problems import CalledOff, Full, TooLate
from desktop.services.week_seen import PlaceSeen
from ledger.domain.week import Choice
from ledger.domain.weeks import Occurrence, Part
from tests.services.at_work import AtWork
from tests.services.week_at_work import MONDAY, TUESDAY, WEEK, Week, usual_week

AFTERNOON = PlaceSeen(TUESDAY, Part.AFTERNOON)


@pytest.fixture
def week(centre: AtWork) -> Week:
    """It is Tuesday, 20 past 10."""
    return usual_week(centre)


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
