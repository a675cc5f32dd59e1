"""Facts of the week, which move no minutes: rooms, activities, sessions, choices and who was there.

As in `subjects`, a `…Written` fact with no subject introduces one. What a session pays or costs is moved by other
facts: a plan for one that has a price, a contribution for one that earns credits.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, unique
from typing import ClassVar

from ledger.domain.bounds import (
    Count,
    Day,
    DayMinutes,
    DigestOrNone,
    MinutesOrNone,
    StartMinute,
    Week,
    Weekday,
    WeekSteps,
)
from ledger.domain.coming import Agreed, PersonHere, TravelWritten, VisitorCame
from ledger.domain.jobs import JobFact
from ledger.domain.names import NO_DIGEST, FactId
from ledger.domain.weeks import Part


@unique
class Sort(IntEnum):
    """What sort of activity it is."""

    ACTIVITY = 0
    MEETING = 1
    COURSE = 2
    PROJECT = 3  # done together, with jobs that go round


@unique
class Reach(IntEnum):
    """How far what is said of a session reaches."""

    THIS_WEEK = 1
    FROM_NOW_ON = 2


@unique
class Choice(IntEnum):
    """What a member says of one time of a session."""

    NO = 0
    GOING = 1
    LISTED = 2  # it was full: a place on the list


@unique
class Attendance(IntEnum):
    """What the leader saw."""

    NOT_KNOWN = 0
    CAME = 1
    CAME_LATER = 2
    NOT_TODAY = 3


@dataclass(frozen=True, slots=True)
class RoomWritten:
    """A room; capacity: how many people it holds, 0 if nobody counted."""

    kind: ClassVar[int] = 84
    room: FactId | None
    label: str
    picture: str = ""
    capacity: Count = 0
    is_step_free: bool = False
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class VehicleWritten:
    """A vehicle of the centre; seats: for riders, the places for wheelchairs not among them."""

    kind: ClassVar[int] = 85
    vehicle: FactId | None
    label: str
    picture: str = ""
    seats: Count = 0
    wheelchair_places: Count = 0
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class ActivityWritten:
    """Something to do."""

    kind: ClassVar[int] = 86
    activity: FactId | None
    label: str
    picture: str
    photo: DigestOrNone = NO_DIGEST
    sort: Sort = Sort.ACTIVITY
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class SessionWritten:
    """One activity at one time and place, once a week at most.

    week: the week these words are about, or the first of them. until_week: the last of them, 0 for no end; every_weeks:
    1 for each, 2 for every other; both count only from now on. day: 0 for Monday. minutes: how long. places: how many
    members. leader, assistants, driver, companion: members or workers. way: how they get there, a word of
    `papers.WAYS`. price_minutes: for each member, 0 for free. task: what being there counts as, None if it earns
    nothing. is_on: false if it does not take place.
    """

    kind: ClassVar[int] = 87
    session: FactId | None
    week: Week
    reach: Reach
    activity: FactId
    day: Weekday
    start_minute: StartMinute
    minutes: DayMinutes
    places: Count
    until_week: Week = 0
    every_weeks: WeekSteps = 1
    room: FactId | None = None
    leader: FactId | None = None
    assistants: tuple[FactId, ...] = ()
    way: str = ""
    vehicle: FactId | None = None
    driver: FactId | None = None
    companion: FactId | None = None
    is_quiet: bool = False
    is_open_to_all: bool = False
    is_peer_led: bool = False
    price_minutes: MinutesOrNone = 0
    task: FactId | None = None
    is_on: bool = True


@dataclass(frozen=True, slots=True)
class SessionTakenBack:
    """What was said of a session for this week and reach counts no more, as if it had not been said."""

    kind: ClassVar[int] = 88
    session: FactId
    week: Week
    reach: Reach


@dataclass(frozen=True, slots=True)
class DayWritten:
    """A day on which the centre is closed, or open although it would not be; label: why, in a few words."""

    kind: ClassVar[int] = 89
    day: Day
    is_open: bool
    label: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A member chose a time of a session, let it go, or waits for a place; plan: what paid for it."""

    kind: ClassVar[int] = 90
    member: FactId
    session: FactId
    week: Week
    choice: Choice
    plan: FactId | None = None


@dataclass(frozen=True, slots=True)
class NotToday:
    """A member does nothing in this part of the day, or may do something after all."""

    kind: ClassVar[int] = 91
    member: FactId
    day: Day
    part: Part
    is_so: bool


@dataclass(frozen=True, slots=True)
class Wished:
    """A member would like to try an activity, or no longer."""

    kind: ClassVar[int] = 92
    member: FactId
    activity: FactId
    is_wished: bool


@dataclass(frozen=True, slots=True)
class Attended:
    """Who came to a time of a session, as its leader saw it; member: whoever it was, chosen or not."""

    kind: ClassVar[int] = 93
    member: FactId
    session: FactId
    week: Week
    attendance: Attendance


@dataclass(frozen=True, slots=True)
class WeekShown:
    """A member saw their week as it was then: later changes are new to them.

    words: the `SessionWritten` of each of their sessions that held then, whatever another PC had said unheard.
    """

    kind: ClassVar[int] = 98
    member: FactId
    week: Week
    words: tuple[FactId, ...] = ()


_KeptByStaff = RoomWritten | VehicleWritten | ActivityWritten | SessionWritten | SessionTakenBack | DayWritten | JobFact
_SaidOfPeople = Chosen | NotToday | Wished | Attended | PersonHere | VisitorCame | TravelWritten | Agreed | WeekShown
WeekFact = _KeptByStaff | _SaidOfPeople
