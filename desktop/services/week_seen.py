"""The week as services hand it to screens, paper and the command line: frozen, plain and complete."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop.services.seen import PersonSeen, Pic, PlanSeen
from ledger.domain.coming import Presence
from ledger.domain.names import FactId
from ledger.domain.week import Attendance, Choice, Sort
from ledger.domain.weeks import Occurrence, Part


class RoomSeen(NamedTuple):
    """A room; capacity 0 if nobody counted."""

    id: FactId
    label: str
    pic: Pic
    capacity: int = 0
    is_step_free: bool = False
    is_kept: bool = True


class VehicleSeen(NamedTuple):
    """A vehicle; seats: for riders, beside the places for wheelchairs."""

    id: FactId
    label: str
    pic: Pic
    seats: int = 0
    wheelchair_places: int = 0
    is_kept: bool = True


class ActivitySeen(NamedTuple):
    """Something to do."""

    id: FactId
    label: str
    pic: Pic
    sort: Sort = Sort.ACTIVITY
    is_kept: bool = True


class ChangeSeen(NamedTuple):
    """What is other than usual, or other than when it was last seen.

    what: `activity`, `day`, `time`, `room`, `leader`, `driver`, `way`, `off` (it does not take place) or `extra` (it
    is not there other weeks). was: what stood there before, ready to read ("Art", "Tuesday", a name), "" for off and
    extra and for a time. was_minute: the minute of the day before, of a time, else -1. is_new: since it was last seen.
    was_day: the day before, of a day.
    """

    what: str
    was: str = ""
    was_minute: int = -1
    is_new: bool = False
    was_day: date | None = None


@dataclass(frozen=True, slots=True)
class SessionSeen:
    """A session in one week, with the people as they agreed to be shown.

    start_minute: minute of the day; minutes: how long. places: how many members; going, listed: how many chose it and
    how many wait for a place. way: a word of `papers.WAYS`, "" here at the centre. price_minutes: 0 for free. until:
    the last day it may fall on, None for no end. is_on: false if it was called off; is_closed: the centre is closed
    that day. is_once: said for this week alone. task: what being there counts as.
    """

    at: Occurrence
    activity: ActivitySeen
    day: date
    start_minute: int
    minutes: int
    places: int
    room: RoomSeen | None = None
    leader: PersonSeen | None = None
    assistants: tuple[PersonSeen, ...] = ()
    way: str = ""
    vehicle: VehicleSeen | None = None
    driver: PersonSeen | None = None
    companion: PersonSeen | None = None
    is_quiet: bool = False
    is_open_to_all: bool = False
    is_peer_led: bool = False
    price_minutes: int = 0
    task: FactId | None = None
    until: date | None = None
    every_weeks: int = 1
    is_once: bool = False
    is_on: bool = True
    is_closed: bool = False
    going: int = 0
    listed: int = 0
    changes: tuple[ChangeSeen, ...] = ()

    @property
    def end_minute(self) -> int:
        """The minute of the day it ends."""
        return self.start_minute + self.minutes

    @property
    def is_full(self) -> bool:
        """Whether no place is free."""
        return self.going >= self.places


class ClashSeen(NamedTuple):
    """Two things that cannot both be, or one that cannot be; never a refusal.

    what: `room`, `person`, `vehicle` (twice at a time), `capacity` (more places than the room holds), `seats`,
    `wheelchairs` (more riders than the vehicle takes), `closed` (the centre is), `overbooked` (more chose it than
    there are places), `left` (somebody who is no longer here leads, drives or helps), `gone` (a room, vehicle or
    activity that is no longer kept), `twice` (members chose both at a time). about: the times it is about. label: whom
    or what it is about, ready to read.
    """

    what: str
    about: tuple[Occurrence, ...]
    label: str = ""


class WeekSeen(NamedTuple):
    """A week of the centre; monday: its first day. days: the open days, and closed ones that have sessions.

    sessions: by day, start and label, called-off ones among them. closed: closed days and why. clashes: what does not
    fit. can_undo, can_redo: whether there is a change of the editor to take back or do again.
    """

    monday: date
    days: tuple[date, ...]
    sessions: tuple[SessionSeen, ...]
    closed: tuple[tuple[date, str], ...] = ()
    clashes: tuple[ClashSeen, ...] = ()
    can_undo: bool = False
    can_redo: bool = False


class PlaceSeen(NamedTuple):
    """A part of a day in a member's week."""

    day: date
    part: Part


@dataclass(frozen=True, slots=True)
class OptionSeen:
    """A session a member may choose. is_new: the 'Something new' of their week. choice: what they said of it.

    is_full: there is no place for this member; what is free is kept for those on the list before them. short_minutes:
    what they still need for its price, 0 if they have it.
    """

    session: SessionSeen
    choice: Choice = Choice.NO
    is_new: bool = False
    is_full: bool = False
    short_minutes: int = 0


@dataclass(frozen=True, slots=True)
class ChoosingSeen:
    """What can be chosen for one place.

    options: the member's own first, then what they like, never more than asked; more: how many others there are.
    is_not_today: they said so. can_change: false once all of it has begun.
    """

    place: PlaceSeen
    options: tuple[OptionSeen, ...]
    more: int = 0
    is_not_today: bool = False
    can_change: bool = True


@dataclass(frozen=True, slots=True)
class MyEntrySeen:
    """One thing in a member's week: a session they chose or have a place on the list of, or a planned trip.

    job: what they do there in a group project, "". can_change: it has not begun.
    """

    session: SessionSeen | None = None
    trip: PlanSeen | None = None
    choice: Choice = Choice.GOING
    is_next: bool = False
    job: str = ""
    can_change: bool = False


@dataclass(frozen=True, slots=True)
class MyDaySeen:
    """A day of a member's week; entries in order of time, none: at home, or closed. closed: why, "" if open."""

    day: date
    entries: tuple[MyEntrySeen, ...] = ()
    not_today: tuple[Part, ...] = ()
    is_today: bool = False
    is_open: bool = True
    closed: str = ""


@dataclass(frozen=True, slots=True)
class MyWeekSeen:
    """A member's week: every open day, the same each week. helped: pictures and labels of what they did this week.

    has_changes: it is other than they last saw it, or they never did; `MyWeek.seen` makes it so.
    """

    member: PersonSeen
    monday: date
    days: tuple[MyDaySeen, ...]
    helped: tuple[tuple[str, Pic], ...] = ()
    has_changes: bool = False


class AttendeeSeen(NamedTuple):
    """A member in a session's register. at_ms: when they asked; order of asking is the order of the list."""

    person: PersonSeen
    choice: Choice
    attendance: Attendance
    at_ms: int = 0
    job: str = ""


@dataclass(frozen=True, slots=True)
class RegisterSeen:
    """A session's register: who is going, then who waits, then who came without having chosen."""

    session: SessionSeen
    people: tuple[AttendeeSeen, ...]
    jobs: tuple[tuple[FactId, str, FactId | None], ...] = ()


class InHouseSeen(NamedTuple):
    """Somebody of today's fire list. who: `member`, `worker` or `visitor`. expected: where, "" if not expected."""

    person: PersonSeen
    who: str
    presence: Presence
    expected: str = ""


@dataclass(frozen=True, slots=True)
class FireListSeen:
    """Everybody who may be in the house: every member and worker who is kept, and today's visitors."""

    day: date
    centre: str
    people: tuple[InHouseSeen, ...]


class RiderSeen(NamedTuple):
    """Somebody in a vehicle. minute: when they are met, -1 if open; stop: where."""

    person: PersonSeen
    stop: str = ""
    minute: int = -1
    in_wheelchair: bool = False


@dataclass(frozen=True, slots=True)
class RideSeen:
    """A vehicle's ride that day, riders by time and stop. what: "" for the way to the centre, else the activity."""

    vehicle: VehicleSeen
    driver: PersonSeen | None
    what: str
    start_minute: int
    riders: tuple[RiderSeen, ...]
