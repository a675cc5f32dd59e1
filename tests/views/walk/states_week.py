"""States of the screens of Choose and My week."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from desktop.changes import Changes
from desktop.services.week_seen import OptionSeen, PlaceSeen
from desktop.views.member.all_chosen import AllChosenState
from desktop.views.member.choose import ChooseState
from desktop.views.member.choose_done import ChooseDoneState
from desktop.views.member.choose_else import ChooseElseState
from desktop.views.member.choose_full import ChooseFullState
from desktop.views.member.choose_part import ChoosePartState
from desktop.views.member.choose_yes import ChooseYesState
from desktop.views.member.my_session import MySessionState
from desktop.views.member.my_week import MyWeekState
from desktop.views.member.this_or_that import ThisOrThatState
from desktop.views.member.week_printed import WeekPrintedState
from desktop.views.member.wishes import WishesState
from desktop.views.parts.choose import Chose
from ledger.domain.week import Choice
from ledger.domain.weeks import Part
from tests.views.walk.walked import AT_IT, LONG_AT_IT, TUESDAY, WITH_JO, Walked
from tests.views.walk.week import (
    LONG_SESSION,
    MONDAY,
    MORNING,
    activity,
    choosing,
    day,
    entries,
    my_week,
    options,
)

_LATER: Final = PlaceSeen(TUESDAY + timedelta(days=8), Part.AFTERNOON)
_DAYS: Final = tuple(MONDAY + timedelta(days=n) for n in range(7))
_PARTS: Final = tuple(PlaceSeen(TUESDAY, part) for part in Part)
_LONG: Final = OptionSeen(LONG_SESSION)
_WEEK: Final = my_week(day(0), day(1, *entries(3)), day(2, *entries(1)), day(3), day(4))
_SEVEN: Final = my_week(*(day(n, *entries(6)) for n in range(7)))
_RESTING: Final = replace(day(3), not_today=(Part.MORNING,))
_SHUT: Final = replace(day(3), is_open=False)
_HOLIDAY: Final = replace(_SHUT, closed="Christmas Day")
_LONG_ENTRY: Final = replace(entries(1)[0], session=LONG_SESSION)
_LONG_DAY: Final = day(1, _LONG_ENTRY, _LONG_ENTRY)


def _chose(how: str, option: OptionSeen | None = None) -> Chose:
    return Chose(how, MORNING, Changes(), None if option is None else option.session)


STATES: Final = [
    Walked("choose", "usual", ChooseState(choosing(3), TUESDAY), AT_IT),
    Walked("choose", "usual, not today", ChooseState(choosing(4, is_not_today=True), TUESDAY), AT_IT),
    Walked("choose", "empty", ChooseState(replace(choosing(0), place=_LATER, can_change=False), TUESDAY), AT_IT),
    Walked("choose", "most", ChooseState(choosing(16), TUESDAY), WITH_JO),
    Walked(
        "choose",
        "longest",
        ChooseState(replace(choosing(0), options=(_LONG, _LONG), place=PlaceSeen(_LATER.day, Part.LUNCH)), TUESDAY),
        LONG_AT_IT,
    ),
    Walked("choose_else", "usual", ChooseElseState(_DAYS[1:5], TUESDAY), AT_IT),
    Walked("choose_else", "empty", ChooseElseState((), TUESDAY, has_two=False), AT_IT),
    Walked("choose_else", "most", ChooseElseState(_DAYS, TUESDAY), LONG_AT_IT),
    Walked("choose_part", "usual", ChoosePartState(TUESDAY, _PARTS[:2]), AT_IT),
    Walked("choose_part", "most", ChoosePartState(TUESDAY + timedelta(days=1), _PARTS), LONG_AT_IT),
    Walked("choose_yes", "usual", ChooseYesState(options(5)[4], 6), AT_IT),
    Walked("choose_yes", "problem, not enough", ChooseYesState(replace(_LONG, short_minutes=90), 1), LONG_AT_IT),
    Walked("choose_full", "usual", ChooseFullState(options(4)[3], options(3)), AT_IT),
    Walked("choose_full", "empty", ChooseFullState(options(6)[5]), AT_IT),
    Walked("choose_full", "longest", ChooseFullState(replace(_LONG, is_full=True), (_LONG,) * 5), LONG_AT_IT),
    Walked("choose_done", "usual", ChooseDoneState(_chose("chosen", options(1)[0]), TUESDAY, _LATER), AT_IT),
    Walked("choose_done", "usual, kept", ChooseDoneState(_chose("kept", options(1)[0]), TUESDAY), AT_IT),
    Walked("choose_done", "waiting", ChooseDoneState(_chose("listed", options(4)[3]), TUESDAY, MORNING), AT_IT),
    Walked("choose_done", "empty, not today", ChooseDoneState(_chose("not_today"), TUESDAY, _LATER), AT_IT),
    Walked("choose_done", "longest", ChooseDoneState(_chose("chosen", _LONG), TUESDAY, MORNING), LONG_AT_IT),
    Walked("all_chosen", "usual", AllChosenState(has_days=True), AT_IT),
    Walked("all_chosen", "empty", AllChosenState(has_days=False), LONG_AT_IT),
    Walked("this_or_that", "usual", ThisOrThatState(options(2), MORNING, TUESDAY), AT_IT),
    Walked("this_or_that", "longest", ThisOrThatState((_LONG, _LONG), MORNING, TUESDAY), LONG_AT_IT),
    Walked("this_or_that", "empty, one left", ThisOrThatState(options(1), MORNING, TUESDAY), AT_IT),
    Walked("wishes", "usual", WishesState(tuple((activity(n), n == 1) for n in range(6))), AT_IT),
    Walked("wishes", "empty", WishesState(()), AT_IT),
    Walked("wishes", "most", WishesState(tuple((activity(n), n % 5 == 0) for n in range(40))), WITH_JO),
    Walked("wishes", "longest", WishesState(((LONG_SESSION.activity, True),) * 2), LONG_AT_IT),
    Walked("my_week", "usual", MyWeekState(_WEEK, _WEEK.days[1], TUESDAY), AT_IT),
    Walked("my_week", "usual, next week", MyWeekState(_WEEK, _WEEK.days[2], TUESDAY, is_next=True), AT_IT),
    Walked("my_week", "empty", MyWeekState(my_week(), None, TUESDAY), AT_IT),
    Walked("my_week", "empty, nothing chosen", MyWeekState(_WEEK, _WEEK.days[0], TUESDAY), AT_IT),
    Walked("my_week", "empty, not today", MyWeekState(_WEEK, _RESTING, TUESDAY), AT_IT),
    Walked("my_week", "empty, closed", MyWeekState(_WEEK, _SHUT, TUESDAY), AT_IT),
    Walked("my_week", "empty, holiday", MyWeekState(_WEEK, _HOLIDAY, TUESDAY), AT_IT),
    Walked("my_week", "most", MyWeekState(_SEVEN, _SEVEN.days[1], TUESDAY), WITH_JO),
    Walked("my_week", "longest", MyWeekState(_WEEK, _LONG_DAY, TUESDAY), LONG_AT_IT),
    Walked("my_session", "usual", MySessionState(entries(2)[1], TUESDAY), AT_IT),
    Walked("my_session", "usual, begun", MySessionState(replace(entries(1)[0], can_change=False), TUESDAY), AT_IT),
    Walked("my_session", "waiting", MySessionState(replace(entries(1)[0], choice=Choice.LISTED), TUESDAY), AT_IT),
    Walked("my_session", "longest", MySessionState(_LONG_ENTRY, TUESDAY), LONG_AT_IT),
    Walked("week_printed", "usual", WeekPrintedState(), AT_IT),
]
