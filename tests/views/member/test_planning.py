"""A plan is changed row by row; what costs more than there is, is kept for later and let go; coins are counted."""

from desktop.views.kit.coins_panel import CoinsPanel
from tests.journeys.at_work import CentreAtWork


def test_the_way_there_is_changed(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Spend", "Swimming", "How to get there?", "Walk")
    assert centre.screen.name == "plan"
    assert centre.visit.spend.getting_there == "walk"

    centre.press("How to get there?")
    assert centre.says("Chosen")


def test_the_day_and_the_time_are_changed(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Spend", "Swimming", "When?", "Thursday", "Afternoon")
    assert centre.screen.name == "plan"
    assert (centre.visit.spend.day.day, centre.visit.spend.start_minute) == (26, 14 * 60)

    centre.press("When?", "Any day")
    assert (centre.visit.spend.day, centre.visit.spend.start_minute) == (None, -1)


def test_somebody_who_comes_shows_on_the_plan_and_can_be_left_out_again(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Spend", "Swimming")
    before = centre.visit.spend.going

    centre.press("Who comes?", "Bob")
    assert centre.screen.name == "plan"
    assert centre.visit.spend.going == (*before, centre.member("Bob").id)

    centre.press("Who comes?", "Bob")
    assert centre.visit.spend.going == before


def test_on_my_own_leaves_only_me(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Spend", "Swimming", "Who comes?", "Bob", "Who comes?", "On my own")
    assert centre.screen.name == "plan"
    assert centre.visit.spend.going == (centre.visit.sitting.member,)
    assert centre.visit.spend.companion is None


def test_what_is_kept_for_later_can_be_let_go(centre: CentreAtWork) -> None:
    def kept() -> list[str]:
        offers = centre.ask(lambda: centre.services.spending.offers(centre.visit.sitting))
        return [one.label for one in offers if one.is_kept_for_later]

    centre.sign_in("Bob").press("Spend", "Tower of London", "Keep for later")
    assert centre.says("Chosen")
    assert kept() == ["Tower of London"]
    centre.press("Keep for later")
    assert kept() == []


def test_coins_are_counted_a_press_each_and_then_anew(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("My credits")
    coins = centre.screen.findChild(CoinsPanel)
    assert coins is not None
    many = centre.credits("Ann").coins
    told = []
    for _ in range(many + 1):
        centre.press(coins.accessibleName())
        told.append(coins.reached)
    assert told == [*range(1, many + 1), 1]


def test_more_than_twenty_coins_are_on_further_pages(centre: CentreAtWork) -> None:
    rich = next(one.name for one in centre.ask(centre.services.people.members) if centre.credits(one.name).coins > 20)
    centre.sign_in(rich).press("My credits")
    coins = centre.screen.findChild(CoinsPanel)
    assert coins is not None
    assert coins.pages == 2
    assert "More" in centre.hand.names()


def test_each_thing_that_changed_my_credits_can_be_looked_at(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Spend", "Swimming", "Yes", "Home")
    centre.press("My credits", "Where from?", "Swimming")
    assert centre.screen.name == "movement"
    before = centre.credits("Ann").available_minutes
    centre.press("Undo")
    assert centre.says("Taken back")
    assert centre.credits("Ann").available_minutes == before + 60
