"""What readings of the week return: plain values; days, weeks and minutes as in `ledger.domain.weeks`."""

from __future__ import annotations

from typing import NamedTuple

from ledger.domain.coming import Presence
from ledger.domain.names import FactId
from ledger.domain.saying import HowItWas
from ledger.domain.week import Attendance, Choice, Reach, Sort
from ledger.domain.weeks import Occurrence, Part


class RoomRow(NamedTuple):
    """A room; capacity: 0 if nobody counted."""

    id: FactId
    label: str
    picture: str
    capacity: int
    is_step_free: bool
    is_kept: bool


class VehicleRow(NamedTuple):
    """A vehicle; seats: for riders, the places for wheelchairs not among them."""

    id: FactId
    label: str
    picture: str
    seats: int
    wheelchair_places: int
    is_kept: bool


class ActivityRow(NamedTuple):
    """Something to do; photo: a digest, empty for none."""

    id: FactId
    label: str
    picture: str
    photo: bytes
    sort: Sort
    is_kept: bool


class JobRow(NamedTuple):
    """A job of a group project."""

    id: FactId
    activity: FactId
    label: str
    picture: str
    is_kept: bool


class WordsRow(NamedTuple):
    """What was said of a session once; see `ledger.domain.week.SessionWritten`.

    place: their order among all words of the session, from 1. fact: what said them. back_by: what took them back.
    """

    session: FactId
    place: int
    fact: FactId
    at_ms: int
    week: int
    reach: Reach
    activity: FactId
    day: int
    start_minute: int
    minutes: int
    places: int
    until_week: int = 0
    every_weeks: int = 1
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
    price_minutes: int = 0
    task: FactId | None = None
    is_on: bool = True
    back_by: FactId | None = None


class DayRow(NamedTuple):
    """A day that is open or closed otherwise than it would be; label: why."""

    day: int
    is_open: bool
    label: str


class ChoiceRow(NamedTuple):
    """What a member last said of one time of a session.

    plan: what paid for it. asked, asked_ms: since when they have not let it go, in whose order places are given.
    """

    member: FactId
    session: FactId
    week: int
    choice: Choice
    plan: FactId | None
    asked: FactId
    asked_ms: int

    @property
    def at(self) -> Occurrence:
        """The time it is about."""
        return Occurrence(self.session, self.week)


class NotTodayRow(NamedTuple):
    """A part of a day in which a member does nothing."""

    member: FactId
    day: int
    part: Part


class AttendanceRow(NamedTuple):
    """Who came to one time of a session."""

    member: FactId
    session: FactId
    week: int
    attendance: Attendance
    at_ms: int


class SaidAnswerRow(NamedTuple):
    """That a worker has read how it was for a member; answer, picture: what they told them, "" for nothing."""

    session: FactId
    week: int
    answer: str
    picture: str


class SaidRow(NamedTuple):
    """How a member said that one time of a session was. fact: what they said it by."""

    member: FactId
    session: FactId
    week: int
    how: HowItWas
    fact: FactId
    at_ms: int


class PresenceRow(NamedTuple):
    """Whether somebody is in the house on a day."""

    day: int
    person: FactId
    presence: Presence
    at_ms: int


class VisitorRow(NamedTuple):
    """Somebody who came that day and is neither member nor worker; an erased name is ""."""

    id: FactId
    day: int
    name: str


class TravelRow(NamedTuple):
    """How a member comes to the centre; vehicle None: by themselves; minute -1: open."""

    member: FactId
    vehicle: FactId | None
    stop: str
    minute: int
    in_wheelchair: bool


class ShownRow(NamedTuple):
    """A member's week as it was last shown; words: the facts that said what their sessions were then."""

    member: FactId
    week: int
    words: tuple[FactId, ...]
    at_ms: int


class JobGivenRow(NamedTuple):
    """Who has a job in one time of a session."""

    session: FactId
    week: int
    job: FactId
    member: FactId
