"""Weeks as services hand them over to be printed: quiet, usual, full and with the longest names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from desktop.services.papers_week import (
    CentreWeekPaper,
    ComingPaper,
    DayPaper,
    EntryPaper,
    FireLinePaper,
    FireListPaper,
    MemberWeekPaper,
    RegisterLinePaper,
    RegisterPaper,
    RidePaper,
    RiderPaper,
    TransportPaper,
)
from desktop.services.seen import PersonSeen, Pic
from desktop.services.week_seen import ChangeSeen
from ledger.domain.coming import Presence
from ledger.domain.names import FactId
from ledger.domain.week import Attendance
from ledger.domain.weeks import Part

MONDAY = date(2026, 11, 23)
CENTRE = "Meadow Lane Day Centre"
MINIBUS = Pic("om:1F690")
ACTIVITIES = (
    ("Gardening", "gh:watering-can"),
    ("Art", "om:1F3A8"),
    ("Members meeting", "om:1F465"),
    ("Baking", "gh:baking"),
    ("Swimming", "om:1F3CA-1F3FD"),
    ("Skittles", "om:1F3B3"),
    ("Music", "gh:music-session"),
    ("Cinema", "gh:cinema"),
    ("Dancing", "gh:dancing"),
    ("Photography", "om:1F4F7"),
    ("Coffee morning with friends", "gh:coffee-shop"),
    ("Horse riding", "gh:horse-riding"),
)
ROOMS = ("Kitchen", "Garden", "Big hall", "Art room", "Quiet room")
LEADERS = ("Jo", "Sam", "Joan", "Delroy", "Mary Jane", "Siân")
NAMES = ("Ann", "Bob", "Delroy", "Siân", "Mary Jane", "Li", "Precious", "Tom", "Wolfeschlegelsteinhausen", "Kwame")
STARTS = (600, 750, 840, 630, 780, 915)
_FACES = (
    "gh:person-long-brown-hair",
    "gh:person-black-beard",
    "gh:person-grey-bun",
    "gh:person-flat-cap",
    "gh:person-brown-curls",
    "gh:person-green-headscarf",
    "gh:person-wheelchair",
    "gh:person-white-cane",
)


def person(name: str, number: int = 0) -> PersonSeen:
    """Somebody, shown as they agreed."""
    return PersonSeen(FactId(bytes(16), number + 1), name, name or "Grey bun", Pic(_FACES[number % len(_FACES)]))


def entry(number: int, start_minute: int | None = None) -> EntryPaper:
    """One of the usual activities."""
    what, pic = ACTIVITIES[number % len(ACTIVITIES)]
    leader = LEADERS[number % len(LEADERS)]
    return EntryPaper(
        what,
        Pic(pic),
        STARTS[number % len(STARTS)] if start_minute is None else start_minute,
        90,
        ROOMS[number % len(ROOMS)],
        (person(leader, number % len(LEADERS)),),
    )


def lunch() -> EntryPaper:
    """Lunch at half past twelve."""
    return EntryPaper("Lunch", Pic("om:1F371"), 750, 45, "Big hall", (person("Sam", 1),))


def days(entries: list[list[EntryPaper]]) -> tuple[DayPaper, ...]:
    """Days from Monday on, with their entries in order of time."""
    return tuple(
        DayPaper(
            MONDAY + timedelta(number),
            number,
            tuple(sorted(some, key=lambda one: one.start_minute)),
        )
        for number, some in enumerate(entries)
    )


def centre_week(sessions: int, weekdays: int = 5) -> CentreWeekPaper:
    """So many sessions, dealt out over the days; some are changed, one is off."""
    dealt: list[list[EntryPaper]] = [[] for _ in range(weekdays)]
    for number in range(sessions):
        dealt[number % weekdays].append(entry(number, STARTS[(number // weekdays) % len(STARTS)]))
    found = CentreWeekPaper(CENTRE, days(dealt))
    return found if sessions < 8 else _with_changes(found)


def _with_changes(week: CentreWeekPaper) -> CentreWeekPaper:
    monday, tuesday, *others = week.days
    changed = replace(monday.entries[0], changes=(ChangeSeen("activity", "Art"),))
    off = replace(tuesday.entries[0], is_on=False)
    return replace(
        week,
        days=(
            replace(monday, entries=(changed, *monday.entries[1:])),
            replace(tuesday, entries=(off, *tuesday.entries[1:])),
            *others,
        ),
    )


def quiet_week() -> CentreWeekPaper:
    """One session, and a day the centre is closed."""
    week = centre_week(1)
    friday = replace(week.days[4], is_open=False, closed="Christmas Day")
    return replace(week, days=(*week.days[:4], friday))


def member_week(name: str = "Ann", number: int = 0) -> MemberWeekPaper:
    """A usual week: a change, a trip by minibus, a day at home, a part said no to, and what was helped with."""
    swimming = replace(
        entry(4, 840),
        way="minibus",
        driver=person("Sam", 1),
        ride_minute=820,
        room="Sandford Pool",
        changes=(ChangeSeen("activity", "Art"),),
    )
    meeting = replace(entry(2, 600), people=(person("Jo", 2), person("Bob", 3)), job="Makes the tea")
    coming = (ComingPaper("Blue bus", MINIBUS, person("Sam", 1), 550, "Elm Road"),)
    found = days(
        [
            [entry(0, 600), lunch(), entry(5, 840)],
            [entry(3, 600), lunch(), swimming],
            [],
            [entry(1, 600), lunch(), entry(6, 840)],
            [meeting, lunch()],
        ]
    )
    monday, tuesday, wednesday, thursday, friday = found
    helped = (("Made tea", Pic("gh:made-tea")), ("Washed up", Pic("gh:washed-up")))
    return MemberWeekPaper(
        person(name, number),
        (
            replace(monday, coming=coming),
            replace(tuesday, coming=coming),
            wednesday,
            thursday,
            replace(friday, not_today=(Part.AFTERNOON,)),
        ),
        helped,
    )


def full_member_week() -> MemberWeekPaper:
    """Every day with three things, each with people, transport and a change; long names."""
    week = member_week("Wolfeschlegelsteinhausenbergerdorff")
    busy = replace(
        entry(10, 600),
        people=tuple(person(name, number) for number, name in enumerate(("Jo", "Sam", "Mary Jane", "Delroy"))),
        way="minibus",
        driver=person("Sam", 1),
        changes=(ChangeSeen("time", "", 630), ChangeSeen("leader", "Delroy")),
    )
    each = [busy, lunch(), replace(busy, start_minute=855), entry(4, 1080)]
    return replace(week, days=days([each] * 5))


def register(people: int = 9) -> RegisterPaper:
    """A register, the last of it waiting."""
    lines = [
        RegisterLinePaper(
            person(NAMES[number % len(NAMES)], number),
            "Waters the plants" if number == 1 else "",
            is_listed=number >= 7 and number == people - 1,
            attendance=Attendance.CAME if number == 2 else Attendance.NOT_KNOWN,
        )
        for number in range(people)
    ]
    return RegisterPaper(entry(0, 600), MONDAY, tuple(lines), 8)


def transport(riders: int = 9) -> TransportPaper:
    """The way to the centre and a trip."""
    stops = ("Elm Road", "Elm Road", "12 Church Street, by the post box", "Oak House")
    found = tuple(
        RiderPaper(person(NAMES[n % len(NAMES)], n), stops[n * 4 // riders], 500 + 10 * (n * 4 // riders), n % 4 == 2)
        for n in range(riders)
    )
    bus = RidePaper("Blue bus", MINIBUS, person("Sam", 1), "", 500, found, 8, 2)
    trip = RidePaper("Green car", Pic("om:1F697"), None, "Swimming", 820, found[:3], 4)
    return TransportPaper(MONDAY, (bus, trip))


def fire_list(people: int = 24) -> FireListPaper:
    """Members, workers and a visitor."""
    kinds = ("member", "member", "member", "worker")
    found = [
        FireLinePaper(
            person(NAMES[n % len(NAMES)], n),
            kinds[n % 4],
            Presence(n % 4),
            "Art, Art room" if n % 2 else "",
        )
        for n in range(people)
    ]
    return FireListPaper(MONDAY, CENTRE, (*found, FireLinePaper(person("Mr Plumber", 3), "visitor")), 615)
