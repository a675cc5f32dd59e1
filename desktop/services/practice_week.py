"""The practice centre's week: its rooms, what is on each day, and who has chosen what; always the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from desktop.services import content_week
from desktop.services.content_week import SessionSeed
from desktop.services.starting import write_activities
from desktop.services.week_words import by_session, in_force
from desktop.store.rows_week import WordsRow
from desktop.store.writing import Writing
from ledger.domain.coming import Agreed, Agreement, TravelWritten
from ledger.domain.jobs import JobWritten
from ledger.domain.names import FactId
from ledger.domain.week import (
    Attendance,
    Attended,
    Choice,
    Chosen,
    Reach,
    RoomWritten,
    SessionWritten,
    VehicleWritten,
)
from ledger.domain.weeks import day_of, part_of, week_of

WEEKS_BACK: Final = 7
_STOPS: Final = {"Finn": "The clock tower", "Gwen": "Mill Lane, by the shop", "Hari": "The station"}
"""Who comes by minibus, and where they are met."""
_FIRST_STOP_MINUTE: Final = 9 * 60 + 5
_AT_HOME: Final = ("Ann", "Iwan")
"""Who agreed to a copy of their week for somebody at home."""
_MOSTLY_OPEN: Final = "Ann"
"""Whose week is still to be chosen: the practice day shows how."""
_SMALL: Final = 5
_BEEN_TO: Final = 3

Named = Mapping[str, FactId]
Week = Sequence[tuple[SessionSeed, FactId]]


def write_week(facts: Writing, week: int, people: Named, tasks: Named) -> Week:
    """Write rooms, activities, jobs and what is on from a week on, inside a tap; people, tasks: by name and label."""
    things = {
        seed.label: facts.add(RoomWritten(None, seed.label, seed.picture, seed.capacity, seed.is_step_free))
        for seed in content_week.rooms()
    }
    for vehicle in content_week.vehicles():
        seats, wheelchair_places = vehicle.seats, vehicle.wheelchair_places
        written = VehicleWritten(None, vehicle.label, vehicle.picture, seats, wheelchair_places)
        things[vehicle.label] = facts.add(written)
    seeds = content_week.activities()
    activities = dict(zip((seed.label for seed in seeds), write_activities(facts, seeds), strict=True))
    for job in content_week.jobs():
        facts.add(JobWritten(None, activities[job.activity], job.label, job.picture))
    named = {**things, **people, **{f"task {label}": task for label, task in tasks.items()}}
    sessions = content_week.sessions()
    return [(seed, facts.add(_said(seed, week, activities[seed.activity], named))) for seed in sessions]


def write_members_week(facts: Writing, today: int, people: Named, sessions: Week) -> None:
    """Write what members have chosen of this week so far, who came, and how they travel; today: a day number."""
    week = week_of(today)
    places = _places(sessions)
    taken: Counter[FactId] = Counter()
    for index, (name, member) in enumerate(people.items()):
        for number, options in enumerate(places):
            seed, session = options[index // 2 % len(options)]
            if _leaves_open(name, index + number) or seed.price_minutes or taken[session] >= _most(seed):
                continue
            taken[session] += 1
            facts.add(Chosen(member, session, week, Choice.GOING))
            if day_of(week, seed.day) < today:
                facts.add(Attended(member, session, week, Attendance.CAME))


def write_been_to(facts: Writing, member: FactId, words: Iterable[WordsRow], week: int) -> None:
    """Write that somebody came to the first activities of a week, so that they have something to speak of.

    words: all that may hold in the week.
    """
    there = [row for said in by_session(words).values() if (row := in_force(said, week)) is not None and row.is_on]
    first: dict[FactId, FactId] = {}
    for row in sorted(there, key=lambda row: (row.day, row.start_minute, row.session)):
        first.setdefault(row.activity, row.session)
    for session in list(first.values())[:_BEEN_TO]:
        facts.add(Attended(member, session, week, Attendance.CAME))


def write_agreed(facts: Writing, people: Named, bus: FactId) -> None:
    """Write who comes by minibus, and who agreed to a copy of their week at home."""
    for number, (name, stop) in enumerate(_STOPS.items()):
        minute = _FIRST_STOP_MINUTE + 10 * number
        facts.add(TravelWritten(people[name], bus, facts.seal(stop.encode()), minute, in_wheelchair=name == "Hari"))
    for name in _AT_HOME:
        facts.add(Agreed(people[name], Agreement.HOME_COPY, is_so=True))


def _said(seed: SessionSeed, week: int, activity: FactId, named: Named) -> SessionWritten:
    return SessionWritten(
        session=None,
        week=week,
        reach=Reach.FROM_NOW_ON,
        activity=activity,
        day=seed.day,
        start_minute=seed.start_minute,
        minutes=seed.minutes,
        places=seed.places,
        room=named.get(seed.room),
        leader=named.get(seed.leader),
        way=seed.way,
        vehicle=named.get(seed.vehicle),
        driver=named.get(seed.driver),
        companion=named.get(seed.companion),
        is_quiet=seed.is_quiet,
        is_open_to_all=seed.is_open_to_all,
        is_peer_led=seed.is_peer_led,
        price_minutes=seed.price_minutes,
        task=named.get(f"task {seed.task}"),
    )


def _places(sessions: Week) -> list[Week]:
    """What can be chosen in each part of each day."""
    together: dict[tuple[int, int], list[tuple[SessionSeed, FactId]]] = {}
    for seed, session in sessions:
        together.setdefault((seed.day, part_of(seed.start_minute)), []).append((seed, session))
    return [together[place] for place in sorted(together)]


def _leaves_open(name: str, number: int) -> bool:
    return number % 3 != 1 if name == _MOSTLY_OPEN else number % 2 == 0


def _most(seed: SessionSeed) -> int:
    """How many have chosen it at most: only what is small is full."""
    return seed.places if seed.places <= _SMALL else seed.places - 2
