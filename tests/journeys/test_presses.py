"""The table of easy-read.md: every job takes just these presses, and comes to its end."""

import pytest

from tests.journeys.at_work import CentreAtWork
from tests.journeys.jobs import JOBS

# Job, who does it, what they press from Home, and the screen it ends on. The rows of choosing and my week are played in
# test_choosing. All twelve rows stand in `jobs`, and are played one way at a time by test_one_way.
TABLE = [
    pytest.param(["I helped", "Swept up", "Half an hour", "On my own"], 4, "thank_you", id="I helped"),
    pytest.param(
        ["I helped", "Something else", "Washed up", "Half an hour", "On my own"],
        5,
        "thank_you",
        id="I helped, something else",
    ),
    pytest.param(["Spend", "Art", "Yes", "Print"], 4, "came_out", id="Spend"),
    pytest.param(["Have my say", "Lunch together", "Good"], 3, "say_done", id="Have my say"),
    pytest.param(["My credits", "Thank someone", "Bob", "1 credit", "Yes"], 5, "thank_done", id="Thank someone"),
]


def test_every_row_of_the_table_is_a_job_and_no_other() -> None:
    rows = [4, 5, 4, 4, 2, 5, 3, 4, 3, 5, 5, 3]  # as easy-read.md has them, from I helped to Have my say
    assert [job.presses for job in JOBS] == rows


@pytest.mark.parametrize(("presses", "count", "ends_on"), TABLE)
def test_a_job_takes_its_presses(centre: CentreAtWork, presses: list[str], count: int, ends_on: str) -> None:
    centre.sign_in("Ann").press(*presses)

    assert centre.presses == count
    assert centre.screen.name == ends_on


def test_cancelling_a_plan_takes_four_presses_and_brings_the_credits_back(centre: CentreAtWork) -> None:
    before = centre.credits("Ann")
    centre.sign_in("Ann").press("Spend", "Swimming", "Yes")
    assert centre.credits("Ann").available_minutes == before.available_minutes - 60

    centre.press("Home")
    centre.presses = 0
    centre.press("Spend", "My plans", "Swimming", "Cancel")

    assert centre.presses == 4
    assert centre.credits("Ann") == before


def test_putting_a_slip_into_my_credits_takes_three_presses(centre: CentreAtWork) -> None:
    slip = centre.ask(lambda: centre.services.slips.print_thanks(1, 60))[0]
    before = centre.credits("Ann").available_minutes

    centre.sign_in("Ann").press("My credits", "Use a slip").scan(slip.token).press("Into my credits")

    assert centre.presses == 3
    assert centre.credits("Ann").available_minutes == before + 60


def test_spending_a_slip_here_takes_five_presses(centre: CentreAtWork) -> None:
    slip = centre.ask(lambda: centre.services.slips.print_thanks(1, 60))[0]
    before = centre.credits("Ann").available_minutes

    centre.sign_in("Ann").press("My credits", "Use a slip").scan(slip.token)
    centre.press("Spend here", "Art", "Yes")

    assert centre.presses == 5
    assert centre.credits("Ann").available_minutes == before + 30  # art costs half an hour: the rest is hers


def test_a_slip_can_be_shown_at_home_without_looking_for_its_place(centre: CentreAtWork) -> None:
    slip = centre.ask(lambda: centre.services.slips.print_thanks(1, 60))[0]
    before = centre.credits("Ann").available_minutes

    centre.sign_in("Ann").scan(slip.token).press("Into my credits")

    assert centre.credits("Ann").available_minutes == before + 60
