"""Sessions, options and weeks that the walk's states are made of."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from desktop.services.seen import Pic
from desktop.services.week_seen import (
    ActivitySeen,
    ChangeSeen,
    ChoosingSeen,
    MyDaySeen,
    MyEntrySeen,
    MyWeekSeen,
    OptionSeen,
    PlaceSeen,
    RoomSeen,
    SessionSeen,
)
from ledger.domain.week import Choice
from ledger.domain.weeks import Occurrence, Part
from tests.views.walk.walked import ANN, BOB, HIDDEN, JO, LONG, TUESDAY, named, plan

MONDAY: Final = TUESDAY - timedelta(days=1)
MORNING: Final = PlaceSeen(TUESDAY, Part.MORNING)
HALL: Final = RoomSeen(named(600), "Hall", Pic("gh:stage"), 20, is_step_free=True)
LONG_ACTIVITY: Final = "Photography and storytelling workshop"
_WHAT: Final = (
    ("Art", "gh:brushes"),
    ("Baking", "gh:baking"),
    ("Music", "gh:music-session"),
    ("Swimming", "om:1F3CA-1F3FD"),
    ("Walk in the park", "gh:park-walk"),
    ("History group", "gh:history"),
)


def activity(number: int) -> ActivitySeen:
    """One of six activities, by a number."""
    label, pic = _WHAT[number % len(_WHAT)]
    return ActivitySeen(named(500 + number), label, Pic(pic))


def session(number: int = 0, *, start_minute: int = 600) -> SessionSeen:
    """A session on Tuesday; every third has no leader, every fourth goes by minibus."""
    return SessionSeen(
        Occurrence(named(550 + number), 360),
        activity(number),
        TUESDAY,
        start_minute,
        60,
        8,
        room=HALL,
        leader=None if number % 3 == 2 else (JO, BOB)[number % 2],
        driver=BOB if number % 4 == 3 else None,
        way="minibus" if number % 4 == 3 else "",
        going=3,
    )


ART: Final = session()
SWIM: Final = session(3)
LONG_SESSION: Final = replace(
    session(1),
    activity=ActivitySeen(named(590), LONG_ACTIVITY, Pic("gh:camera")),
    leader=LONG,
    driver=HIDDEN,
    way="minibus",
    price_minutes=150,
    changes=(
        ChangeSeen("activity", "Watercolour landscape painting", is_new=True),
        ChangeSeen("leader", LONG.shown_name),
    ),
)


def options(count: int) -> tuple[OptionSeen, ...]:
    """So many options: the first is chosen, the third new, the fourth full, the fifth costs a credit."""
    found = [OptionSeen(session(n)) for n in range(count)]
    turns = (
        lambda o: replace(o, choice=Choice.GOING),
        lambda o: o,
        lambda o: replace(o, is_new=True),
        lambda o: replace(o, is_full=True),
        lambda o: replace(o, session=replace(o.session, price_minutes=60)),
        lambda o: replace(o, choice=Choice.LISTED, is_full=True),
    )
    return tuple(turns[n % len(turns)](option) for n, option in enumerate(found))


def choosing(count: int, *, is_not_today: bool = False) -> ChoosingSeen:
    """A Tuesday morning with so many options."""
    return ChoosingSeen(MORNING, options(count), is_not_today=is_not_today)


def day(number: int, *entries: MyEntrySeen) -> MyDaySeen:
    """A day of the week, Monday is 0; Tuesday is today."""
    return MyDaySeen(MONDAY + timedelta(days=number), tuple(entries), is_today=number == 1)


def entries(count: int) -> tuple[MyEntrySeen, ...]:
    """So many things on one day: the first comes next, the second has changed, the third waits, the last is a trip."""
    made = [MyEntrySeen(session(n, start_minute=540 + 75 * n), can_change=True) for n in range(count)]
    made[0] = replace(made[0], is_next=True)
    if count > 1:
        was = replace(session(1, start_minute=700), changes=(ChangeSeen("time", was_minute=660, is_new=True),))
        made[1] = replace(made[1], session=was)
    if count > 2:
        made[2] = replace(made[2], choice=Choice.LISTED)
        made[-1] = MyEntrySeen(trip=plan())
    return tuple(made)


def my_week(*days: MyDaySeen) -> MyWeekSeen:
    """Ann's week."""
    return MyWeekSeen(ANN, MONDAY, days)
