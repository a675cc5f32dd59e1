"""Every job of the table in easy-read.md: what it needs, what is pressed from Home, and how it is known to be done."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtTest import QTest

from desktop.views.kit.scanning import SECOND_ENDING_MS
from tests.journeys.at_work import CentreAtWork
from tests.journeys.week_of_five import chosen, fill_week

Press = Callable[[CentreAtWork], None]


@dataclass(frozen=True)
class Job:
    """One row. needs: done before Ann presses anything. presses: how many the table allows."""

    name: str
    presses: int
    play: Press
    is_done: Callable[[CentreAtWork], bool]
    needs: Press = lambda _: None


def _pressing(*names: str) -> Press:
    return lambda centre: _press(centre, names)


def _press(centre: CentreAtWork, names: tuple[str, ...]) -> None:
    centre.press(*names)


def _on(screen: str) -> Callable[[CentreAtWork], bool]:
    return lambda centre: centre.screen.name == screen


def _print_slip(centre: CentreAtWork) -> None:
    centre.slip = centre.ask(lambda: centre.services.slips.print_thanks(1, 60))[0].token


def _with_slip(*after: str) -> Press:
    def play(centre: CentreAtWork) -> None:
        centre.press("My credits", "Use a slip").scan(centre.slip)
        QTest.qWait(SECOND_ENDING_MS)  # an Enter at once after the scanner's is the second half of its own
        centre.press(*after)

    return play


def _plan_to_swim(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Spend", "Swimming", "Yes", "Home")


def _choose_art(centre: CentreAtWork) -> None:
    fill_week(centre)
    centre.sign_in("Ann").press("Choose activities", "Art", "Home")


def _has_chosen(*names: str, tomorrow: bool = False) -> Callable[[CentreAtWork], bool]:
    return lambda centre: chosen(centre, "Ann", tomorrow=tomorrow) == list(names)


JOBS = (
    Job("I helped", 4, _pressing("I helped", "Swept up", "Half an hour", "On my own"), _on("thank_you")),
    Job(
        "I helped, something else",
        5,
        _pressing("I helped", "Something else", "Washed up", "Half an hour", "On my own"),
        _on("thank_you"),
    ),
    Job("Spend", 4, _pressing("Spend", "Art", "Yes", "Print"), _on("came_out")),
    Job("My plans, cancel", 4, _pressing("Spend", "My plans", "Swimming", "Cancel"), _on("undone"), _plan_to_swim),
    Job("Choose", 2, _pressing("Choose activities", "Art"), _has_chosen("Art"), fill_week),
    Job(
        "Choose, another day",
        5,
        _pressing("Choose activities", "Something else", "Wednesday 25 November", "Afternoon", "History group"),
        _has_chosen("History group", tomorrow=True),
        fill_week,
    ),
    Job("My week, not today", 3, _pressing("My week", "Art", "Not today"), _has_chosen(), _choose_art),
    Job("My week, change", 4, _pressing("My week", "Art", "Change", "Baking"), _has_chosen("Baking"), _choose_art),
    Job("Use a slip, into my credits", 3, _with_slip("Into my credits"), _on("slip_into"), _print_slip),
    Job("Use a slip, spend here", 5, _with_slip("Spend here", "Art", "Yes"), _on("slip_spent"), _print_slip),
    Job(
        "Thank someone",
        5,
        _pressing("My credits", "Thank someone", "Bob", "1 credit", "Yes"),
        _on("thank_done"),
    ),
    Job("Have my say", 3, _pressing("Have my say", "Lunch together", "Good"), _on("say_done")),
)
