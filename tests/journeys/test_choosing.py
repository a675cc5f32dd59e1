"""Choosing and My week by real widgets, with the presses of the table in easy-read.md."""

from dataclasses import replace

import pytest

from ledger.domain.names import FactId
from ledger.domain.week import Reach
from tests.journeys.at_work import CentreAtWork
from tests.journeys.week_of_five import MONDAY, TUESDAY, chosen, fill_week


@pytest.fixture
def week(centre: CentreAtWork) -> CentreAtWork:
    """A centre with something on Tuesday and Wednesday mornings and afternoons; it is Tuesday, 20 past 10."""
    fill_week(centre)
    return centre


def _wished(centre: CentreAtWork) -> list[str]:
    sitting = centre.visit.sitting
    return [one.label for one, is_wished in centre.ask(lambda: centre.services.choices.wishes(sitting)) if is_wished]


def test_choosing_takes_two_presses_and_begins_with_what_comes_next(week: CentreAtWork) -> None:
    week.sign_in("Ann").press("Choose activities")
    assert week.says("Tuesday morning")
    week.press("Art")
    assert week.presses == 2
    assert week.screen.name == "choose_done"
    assert chosen(week, "Ann") == ["Art"]


def test_the_next_part_of_the_week_is_one_press_away(week: CentreAtWork) -> None:
    week.sign_in("Ann").press("Choose activities", "Art", "Tuesday afternoon", "History group")
    assert chosen(week, "Ann") == ["Art", "History group"]


def test_pressing_what_is_chosen_keeps_it(week: CentreAtWork) -> None:
    week.sign_in("Ann").press("Choose activities", "Art", "Undo", "Art", "Home", "My week", "Art", "Change", "Art")
    assert week.screen.name == "choose_done"
    assert chosen(week, "Ann") == ["Art"]


def test_undo_takes_a_choice_back_and_asks_again(week: CentreAtWork) -> None:
    week.sign_in("Ann").press("Choose activities", "Art", "Undo")
    assert week.screen.name == "choose"
    assert chosen(week, "Ann") == []


def test_another_day_takes_five_presses(week: CentreAtWork) -> None:
    week.sign_in("Ann").press(
        "Choose activities", "Something else", "Wednesday 25 November", "Afternoon", "History group"
    )
    assert week.presses == 5
    assert chosen(week, "Ann", tomorrow=True) == ["History group"]


def test_not_today_from_my_week_takes_three_presses(week: CentreAtWork) -> None:
    week.sign_in("Ann").press("Choose activities", "Art", "Home")
    week.presses = 0
    week.press("My week", "Art", "Not today")
    assert week.presses == 3
    assert chosen(week, "Ann") == []


def test_changing_from_my_week_takes_four_presses(week: CentreAtWork) -> None:
    week.sign_in("Ann").press("Choose activities", "Art", "Home")
    week.presses = 0
    week.press("My week", "Art", "Change", "Baking")
    assert week.presses == 4
    assert chosen(week, "Ann") == ["Baking"]


def test_what_costs_credits_shows_coins_and_asks(week: CentreAtWork) -> None:
    before = week.credits("Ann").available_minutes
    week.sign_in("Ann").press("Choose activities", "Not today", "Tuesday afternoon", "Swimming")
    assert week.says("It costs 1 credit.")
    assert chosen(week, "Ann") == []
    week.press("Yes")
    assert chosen(week, "Ann") == ["Swimming"]
    assert week.credits("Ann").available_minutes == before - 60
    week.press("Home", "My week", "Swimming", "Not today")
    assert week.credits("Ann").available_minutes == before


def test_choose_with_me_shows_two_at_a_time_and_keeps_the_one_pressed(week: CentreAtWork) -> None:
    week.sign_in("Ann").press("Choose activities", "Something else", "Choose with me")
    first = [name for name in ("Art", "Baking", "Music") if week.says(name)]
    assert len(first) == 2
    week.press(first[1])
    assert week.screen.name == "this_or_that"
    assert week.says(first[1])
    week.press(first[1])
    assert chosen(week, "Ann") == [first[1]]


def test_what_is_full_offers_a_place_on_the_list(week: CentreAtWork) -> None:
    week.sign_in("Bob").press("Choose activities", "Music")
    week.sign_in("Ann").press("Choose activities", "Music")
    assert week.says("Full: Music")
    week.press("Ask for a place")
    assert week.says("You asked for Music")
    week.press("Home", "My week")
    assert week.says("On the list")
    week.press("Music")
    assert week.screen.name == "my_session"
    assert week.says("On the list")  # and not "With Jo", as if there were a place


def test_what_i_would_like_to_try_is_kept_and_let_go(week: CentreAtWork) -> None:
    week.sign_in("Ann").press("Choose activities", "Something else", "I'd like to try", "Baking")
    assert _wished(week) == ["Baking"]
    week.press("Baking")
    assert _wished(week) == []


def test_a_change_says_what_it_was_until_it_is_seen(week: CentreAtWork) -> None:
    week.sign_in("Ann").press("Choose activities", "Art", "Home", "My week", "Home")
    week.ask(lambda: _move_art(week))
    week.sign_in("Ann").press("My week")
    assert week.says("Was 11 o'clock")


def _move_art(centre: CentreAtWork) -> None:
    services = centre.services
    art: FactId = next(one.id for one in services.activities.all() if one.label == "Art")
    tuesday = next(one for one in services.week.sessions(MONDAY) if one.activity.id == art and one.day == TUESDAY)
    draft = services.week_editing.draft(tuesday.at)
    services.week_editing.write(replace(draft, start_minute=11 * 60 + 30), Reach.THIS_WEEK)


def test_every_day_of_the_week_stands_in_its_place(week: CentreAtWork) -> None:
    week.sign_in("Ann").press("My week")
    assert week.says("Today is Tuesday")
    week.press("Wednesday 25 November")
    assert week.says("Nothing is chosen yet.")
    week.press("Next week")
    assert week.says("Monday 30 November")


def test_back_after_undo_does_not_lead_to_what_was_undone(week: CentreAtWork) -> None:
    week.sign_in("Ann").press("Choose activities", "Art", "Home", "My week", "Art", "Not today", "Undo")
    week.hand.press("Back")
    assert week.screen.name == "my_session"
    assert chosen(week, "Ann") == ["Art"]
