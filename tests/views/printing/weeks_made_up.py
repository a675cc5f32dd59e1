"""Weeks nobody thought of: any number of things at any time, with the longest and oddest names, from chance."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from desktop.services.papers_week import CentreWeekPaper, ComingPaper, DayPaper, EntryPaper, MemberWeekPaper
from desktop.services.seen import PersonSeen, Pic
from desktop.services.week_seen import ChangeSeen
from ledger.domain.weeks import Part
from tests.views.printing import week_examples

WORDS = (
    "Art", "Lunch", "Photography", "Members", "meeting", "Wolfeschlegelsteinhausenbergerdorff", "O'Brien", "and",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "Siân", "שלום", "مرحبا", "Łódź", "🎨", "W", "10",
)  # fmt: skip
CHANGES = ("activity", "day", "time", "room", "leader", "driver", "way", "off", "extra")
COMING = ComingPaper("Blue bus", week_examples.MINIBUS, week_examples.person("Sam"), 550, "Elm Road")


def mark(number: int) -> str:
    """A word that is in one name alone."""
    return f"No{number:02}"


def name(chance: Random, least: int = 0) -> str:
    """Up to six words."""
    return " ".join(chance.choices(WORDS, k=chance.randint(least, 6)))


def centre_week(chance: Random, sessions: int) -> CentreWeekPaper:
    """A centre's week."""
    return CentreWeekPaper(name(chance), _days(chance, sessions))


def member_week(chance: Random, sessions: int) -> MemberWeekPaper:
    """A member's."""
    helped = tuple((name(chance, 1), Pic("gh:made-tea")) for _ in range(chance.randint(0, 9)))
    return MemberWeekPaper(_person(chance), _days(chance, sessions), helped, chance.random() < 0.5)


def _days(chance: Random, sessions: int) -> tuple[DayPaper, ...]:
    """One to seven days, with what there is dealt out over them as it comes, or all on one."""
    count = chance.choice([1, 2, 5, 5, 5, 6, 7])
    busy = 1 if chance.random() < 0.2 else count
    dealt: list[list[EntryPaper]] = [[] for _ in range(count)]
    for number in range(sessions):
        dealt[chance.randrange(busy)].append(_entry(chance, number))
    return tuple(
        DayPaper(
            week_examples.MONDAY + timedelta(days=number),
            number,
            tuple(some),
            is_open=chance.random() < 0.7,
            closed=name(chance),
            not_today=chance.choice([(), (Part.MORNING,), tuple(Part)]),
            coming=chance.choice([(), (COMING,)]),
        )
        for number, some in enumerate(dealt)
    )


def _entry(chance: Random, number: int) -> EntryPaper:
    """Something to do whose name has its number in it, so that it can be counted; every third is an ordinary one."""
    if number % 3 == 0:
        usual = week_examples.entry(number)
        return EntryPaper(mark(number), Pic("gh:dancing"), usual.start_minute, 60, usual.room, usual.people)
    return EntryPaper(
        f"{mark(number)} {name(chance)}",
        Pic("gh:dancing"),
        _minute(chance),
        chance.choice([0, 45, 90]),
        name(chance),
        tuple(_person(chance) for _ in range(chance.randint(0, 5))),
        is_led_by_member=chance.random() < 0.5,
        way=chance.choice(["", "", "minibus", "walk"]),
        driver=chance.choice([None, _person(chance)]),
        ride_minute=_minute(chance),
        stop=name(chance),
        is_listed=chance.random() < 0.3,
        is_on=chance.random() < 0.8,
        job=chance.choice(["", "Makes the tea"]),
        changes=tuple(_change(chance) for _ in range(chance.randint(0, 2))),
    )


def _person(chance: Random) -> PersonSeen:
    return week_examples.person(name(chance), chance.randrange(40))


def _minute(chance: Random) -> int:
    return chance.choice([-1, chance.randrange(1440), 600, 750, 840, 855])


def _change(chance: Random) -> ChangeSeen:
    what = chance.choice(CHANGES)
    if what in {"off", "extra"}:
        return ChangeSeen(what)
    if what == "time":
        return ChangeSeen(what, was_minute=_minute(chance))
    return ChangeSeen(what, chance.choice(["", "bus", "walk"]) if what == "way" else name(chance))
