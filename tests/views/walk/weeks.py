"""Weeks to walk: a quiet one, a full one with every mark and clash, and one of long words."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from desktop.services.seen import PersonSeen, Pic
from desktop.services.week_seen import (
    ActivitySeen,
    ChangeSeen,
    ClashSeen,
    RoomSeen,
    SessionSeen,
    VehicleSeen,
    WeekSeen,
)
from ledger.domain.week import Sort
from ledger.domain.weeks import Occurrence
from tests.views.walk.walked import ANN, BOB, FACES, HIDDEN, JO, LONG, LONG_PLACE, LONG_TASK, TUESDAY, named, somebody

MONDAY: Final = TUESDAY - timedelta(days=1)
WEEK: Final = 360  # of 23 November 2026
WORKDAYS: Final = tuple(MONDAY + timedelta(days=n) for n in range(5))

HALL: Final = RoomSeen(named(800), "Hall", Pic("om:1F3DB"), 40, is_step_free=True)
KITCHEN: Final = RoomSeen(named(801), "Kitchen", Pic("om:1F373"), 8, is_step_free=True)
ART_ROOM: Final = RoomSeen(named(802), "Art room", Pic("gh:brushes"), 10)
GARDEN: Final = RoomSeen(named(803), "Garden", Pic("om:1F331"), 0, is_step_free=True)
ROOMS: Final = (HALL, KITCHEN, ART_ROOM, GARDEN)
LONG_ROOM: Final = RoomSeen(named(804), LONG_PLACE, Pic("om:1F3DB"), 400)

MINIBUS: Final = VehicleSeen(named(810), "Minibus", Pic("om:1F690"), 12, 2)
CAR: Final = VehicleSeen(named(811), "Jo's car", Pic("om:1F697"), 3)

_NAMES: Final = (
    ("Art", "gh:brushes"),
    ("Baking", "gh:baking"),
    ("Lunch", "om:1F371"),
    ("Gardening", "om:1F331"),
    ("Music", "om:1F3B5"),
    ("Cinema", "gh:cinema"),
    ("Skittles", "om:1F3B3"),
    ("Swimming", "om:1F3CA-1F3FD"),
    ("Members' meeting", "gh:someone-with-me"),
    ("Magazine", "om:1F4F0"),
    ("Walking group", "gh:park-walk"),
    ("Chair exercise", "gh:heart"),
)
ACTIVITIES: Final = tuple(
    ActivitySeen(named(820 + n), label, Pic(pic), Sort.MEETING if "meeting" in label else Sort.ACTIVITY)
    for n, (label, pic) in enumerate(_NAMES)
)
ART, BAKING, LUNCH, GARDENING, MUSIC, CINEMA, SKITTLES, SWIMMING, MEETING, MAGAZINE, WALKING, CHAIRS = ACTIVITIES
LONG_ACTIVITY: Final = ActivitySeen(named(840), LONG_TASK, Pic("gh:camera"))
WORKERS: Final = (JO, somebody("Delroy", 4), somebody("Sam", 2))


def session(number: int, activity: ActivitySeen, weekday: int, hour: float, **more: Any) -> SessionSeen:
    """One session of that week; hour: 10.5 is half past ten."""
    given: dict[str, Any] = {"room": HALL, "leader": JO, "going": 5, **more}
    day = MONDAY + timedelta(days=weekday)
    return SessionSeen(
        Occurrence(named(900 + number), WEEK),
        activity,
        day,
        round(hour * 60),
        given.pop("minutes", 60),
        given.pop("places", 8),
        **given,
    )


def _lunches() -> list[SessionSeen]:
    return [session(50 + n, LUNCH, n, 12.5, room=HALL, places=40, going=22, minutes=45) for n in range(5)]


def full_week(monday: date = MONDAY) -> WeekSeen:
    """Every mark, every sort of clash that fits in one week, and one closed day."""
    sessions = [
        session(1, GARDENING, 0, 10, room=GARDEN, leader=WORKERS[1], minutes=90),
        session(2, SKITTLES, 0, 14, leader=WORKERS[2], listed=2, going=8),
        session(3, ART, 1, 10, minutes=90),
        session(4, MUSIC, 1, 10.5, leader=WORKERS[1]),
        session(5, BAKING, 1, 10, room=KITCHEN, places=12, going=14, leader=None),
        session(
            6,
            SWIMMING,
            1,
            14,
            room=None,
            way="minibus",
            vehicle=MINIBUS,
            driver=WORKERS[2],
            companion=ANN,
            is_once=True,
            price_minutes=60,
            changes=(ChangeSeen("extra"),),
        ),
        session(7, MAGAZINE, 2, 10, room=ART_ROOM, changes=(ChangeSeen("leader", "Bob"),), assistants=(ANN, BOB)),
        session(8, CINEMA, 2, 14, is_on=False, changes=(ChangeSeen("off"),)),
        session(9, ART, 3, 10, room=ART_ROOM, is_quiet=True, is_peer_led=True, leader=ANN),
        session(10, MEETING, 4, 10, is_open_to_all=True, places=40, going=17),
        session(11, WALKING, 3, 13.5, room=None, way="walk", leader=WORKERS[1]),
        session(12, CHAIRS, 4, 14, leader=HIDDEN),
        session(13, BAKING, 0, 10, room=KITCHEN),
        session(14, ART, 4, 14, room=ART_ROOM),
        *_lunches(),
    ]
    sessions.sort(key=lambda one: (one.day, one.start_minute, one.activity.label))
    at = {one.activity.label: one.at for one in sessions if one.day == TUESDAY}
    clashes = (
        ClashSeen("room", (at["Art"], at["Music"]), "Hall"),
        ClashSeen("overbooked", (at["Baking"],)),
        ClashSeen("capacity", (at["Baking"],), "Kitchen"),
        ClashSeen("left", (at["Swimming"],), "Sam"),
    )
    shift = monday - MONDAY
    moved = tuple(replace(one, day=one.day + shift) for one in sessions)
    return WeekSeen(monday, tuple(day + shift for day in WORKDAYS), moved, (), clashes, can_undo=True, can_redo=True)


def quiet_week() -> WeekSeen:
    """Two sessions and a bank holiday."""
    found = (session(1, ART, 1, 10), session(2, LUNCH, 2, 12.5))
    return WeekSeen(MONDAY, WORKDAYS[1:], found, ((WORKDAYS[0], "Bank holiday"),), can_undo=True)


def empty_week() -> WeekSeen:
    """Nothing at all."""
    return WeekSeen(MONDAY, WORKDAYS, ())


def long_week() -> WeekSeen:
    """The longest words there are, on seven days."""
    days = tuple(MONDAY + timedelta(days=n) for n in range(7))
    one = session(
        1, LONG_ACTIVITY, 5, 10, room=LONG_ROOM, leader=LONG, places=400, going=399, listed=40, assistants=(LONG, LONG)
    )
    return WeekSeen(
        MONDAY,
        days,
        (one, replace(one, at=Occurrence(named(999), WEEK), start_minute=615, is_on=False)),
        ((days[0], "The boiler is mended on this day"),),
        (ClashSeen("room", (one.at, Occurrence(named(999), WEEK)), LONG_PLACE),),
    )


def members(count: int) -> tuple[PersonSeen, ...]:
    """So many members with different faces."""
    names = ("Ann", "Bob", "Cath", "Dev", "Ella", "Finn", "Gwen", "Hari", "Ines", "Jack", "Kofi", "Lakshmi", "Mo")
    return tuple(
        PersonSeen(named(1000 + n), names[n % len(names)], names[n % len(names)], Pic(FACES[n % len(FACES)]))
        for n in range(count)
    )
