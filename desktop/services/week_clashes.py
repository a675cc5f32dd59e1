"""What does not fit in a week: pure, over plain values; nothing here refuses anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final, NamedTuple

from desktop.services.choosing_rules import overlap
from desktop.services.seen import PersonSeen
from desktop.services.week_seen import ClashSeen, SessionSeen
from ledger.domain.names import FactId
from ledger.domain.weeks import Occurrence

_MOST_NAMES: Final = 3


class WeekAsItIs(NamedTuple):
    """A week, and what is known of the people in it.

    sessions: all of them, called-off ones too. going: who chose each, in the order of asking. in_wheelchairs: who
    needs a place for one. left: workers who are no longer here. name: a member's name, ready to read.
    """

    sessions: tuple[SessionSeen, ...]
    going: Mapping[Occurrence, tuple[FactId, ...]]
    in_wheelchairs: frozenset[FactId]
    left: frozenset[FactId]
    name: Callable[[FactId], str]
    closed: Callable[[SessionSeen], str]


def clashes(week: WeekAsItIs) -> tuple[ClashSeen, ...]:
    """All that cannot be, or cannot be together; what concerns one session first, in the order of the sessions."""
    on = [session for session in week.sessions if session.is_on]
    taking_place = [session for session in on if not session.is_closed]
    alone = (clash for session in on for clash in _alone(week, session))
    pairs = (pair for pair in combinations(taking_place, 2) if overlap(*pair))
    return (*alone, *(clash for one, other in pairs for clash in _together(week, one, other)))


def _alone(week: WeekAsItIs, session: SessionSeen) -> Iterator[ClashSeen]:
    at = (session.at,)
    if session.is_closed:
        yield ClashSeen("closed", at, week.closed(session))
    for person in helpers(session):
        if person.id in week.left:
            yield ClashSeen("left", at, person.spoken_name)
    for thing in (session.activity, session.room, session.vehicle):
        if thing is not None and not thing.is_kept:
            yield ClashSeen("gone", at, thing.label)
    if session.room is not None and 0 < session.room.capacity < session.places:
        yield ClashSeen("capacity", at, session.room.label)
    if len(week.going.get(session.at, ())) > session.places:
        yield ClashSeen("overbooked", at, session.activity.label)
    yield from _riders(week, session)


def _riders(week: WeekAsItIs, session: SessionSeen) -> Iterator[ClashSeen]:
    vehicle, going = session.vehicle, week.going.get(session.at, ())
    if vehicle is None or not vehicle.seats + vehicle.wheelchair_places:
        return
    wheelchairs = sum(member in week.in_wheelchairs for member in going)
    driver = None if session.driver is None else session.driver.id
    with_them = {person.id for person in helpers(session)} - {driver, *going}
    if len(going) - wheelchairs + len(with_them) > vehicle.seats:
        yield ClashSeen("seats", (session.at,), vehicle.label)
    if wheelchairs > vehicle.wheelchair_places:
        yield ClashSeen("wheelchairs", (session.at,), vehicle.label)


def _together(week: WeekAsItIs, one: SessionSeen, other: SessionSeen) -> Iterator[ClashSeen]:
    at = (one.at, other.at)
    if one.room is not None and other.room is not None and one.room.id == other.room.id:
        yield ClashSeen("room", at, one.room.label)
    if one.vehicle is not None and other.vehicle is not None and one.vehicle.id == other.vehicle.id:
        yield ClashSeen("vehicle", at, one.vehicle.label)
    helping = {person.id: person.spoken_name for person in helpers(one)}
    also = {person.id for person in helpers(other)}
    for person, name in helping.items():
        if person in also:
            yield ClashSeen("person", at, name)
    both = (_people(week, one, helping) & _people(week, other, also)) - (helping.keys() & also)
    if both:
        yield ClashSeen("twice", at, _named(sorted(week.name(member) for member in both)))


def _named(names: list[str]) -> str:
    """A few names, and how many more: "Ann, Bob, Cath +7". A line for each would hide what else does not fit."""
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" +{more}" if more > 0 else "")


def _people(week: WeekAsItIs, session: SessionSeen, helping: Iterable[FactId]) -> set[FactId]:
    return {*helping, *week.going.get(session.at, ())}


def helpers(session: SessionSeen) -> list[PersonSeen]:
    """Everybody who leads, helps, drives or comes along, each once."""
    people = (session.leader, *session.assistants, session.driver, session.companion)
    return list({person.id: person for person in people if person is not None}.values())
