"""My week opens on what comes next, and places are called as people say them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from desktop.services.week_seen import MyDaySeen, MyWeekSeen, PlaceSeen
from desktop.views.member.my_week import MyWeek, MyWeekState
from desktop.views.parts.choose import place_words
from desktop.views.texts import Texts
from desktop.views.theme import Look
from ledger.domain.weeks import Part
from tests.views.checker import names, press
from tests.views.walk.walked import ANN
from tests.views.walk.week import day, entries, my_week

SUNDAY = date(2026, 11, 22)
FRIDAY = SUNDAY - timedelta(days=2)
MONDAY = SUNDAY + timedelta(days=1)


class _Weeks:
    """Weeks of five open days and nothing in them."""

    def __init__(self, today: date) -> None:
        self._today = today

    def today(self) -> date:
        return self._today

    def week(self, _sitting: object, monday: date) -> MyWeekSeen:
        days = tuple(MyDaySeen(monday + timedelta(days=number)) for number in range(5))
        return MyWeekSeen(ANN, monday, days)


def _at(today: date, chosen: dict[str, object]) -> tuple[Any, Any]:
    """Services and a visit on a day."""
    return SimpleNamespace(my_week=_Weeks(today)), SimpleNamespace(chosen=chosen, sitting=None)


def _opened(today: date, chosen: dict[str, object]) -> date | None:
    day = MyWeek.read(*_at(today, chosen)).day
    return None if day is None else day.day


def test_at_the_weekend_my_week_opens_on_the_week_to_come() -> None:
    assert _opened(SUNDAY, {}) == MONDAY
    assert _opened(FRIDAY, {}) == FRIDAY


def test_the_week_that_is_over_can_still_be_looked_at() -> None:
    services, visit = _at(SUNDAY, {})
    MyWeek.read(services, visit)
    MyWeek.on_day(services, visit, "the other week")
    assert _opened(SUNDAY, visit.chosen) == FRIDAY


@pytest.mark.parametrize(
    ("today", "day", "words"),
    [
        (SUNDAY, MONDAY, "Monday morning"),
        (FRIDAY, MONDAY, "Monday morning"),
        (date(2026, 11, 17), date(2026, 11, 24), "Next Tuesday morning"),
        (SUNDAY, date(2026, 11, 30), "Monday 30 November"),
    ],
)
def test_next_monday_is_never_tomorrow(today: date, day: date, words: str) -> None:
    assert place_words(PlaceSeen(day, Part.MORNING), today, Texts()) == words


@contextmanager
def _shown(entries_of_a_day: int, width: int) -> Iterator[MyWeek]:
    """A day of Ann's with so many things in it, on a screen of 768 lines."""
    week = my_week(day(0), day(1, *entries(entries_of_a_day)))
    screen = MyWeek(Look(width=width, height=768), Texts())
    screen.resize(width, 768)
    screen.fill(MyWeekState(week, week.days[1], week.days[1].day))
    screen.show()
    try:
        yield screen
    finally:
        screen.hide()
        screen.deleteLater()


@pytest.mark.parametrize("width", [1024, 1366])
def test_a_morning_a_lunch_and_an_afternoon_are_on_one_page_with_print(qapp: object, width: int) -> None:
    assert qapp is not None
    with _shown(3, width) as screen:
        assert {"Art", "Baking", "Swimming", "Print"} <= set(names(screen))


def test_print_is_within_reach_on_a_full_day_too(qapp: object) -> None:
    assert qapp is not None
    with _shown(6, 1024) as screen:
        assert "Print" not in names(screen)
        while "More" in names(screen):
            press(screen, "More")
        assert "Print" in names(screen)
