"""The week on paper, as plain values: `week_on_paper` fills them, `views.printing` draws them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.services.seen import PersonSeen, Pic
from desktop.services.week_seen import ChangeSeen
from ledger.domain.coming import Presence
from ledger.domain.week import Attendance
from ledger.domain.weeks import Part


@dataclass(frozen=True, slots=True)
class EntryPaper:
    """One thing to do in somebody's week or the centre's: a session or a planned trip.

    start_minute: of the day, -1 if open; minutes: how long, 0 if open. room: where. people: who leads first, then who
    helps or comes along. is_led_by_member: they are not named where all can read it. way: a word of `papers.WAYS`;
    vehicle: its name, ""; driver: who drives; ride_minute: when they are met, -1; stop: where. is_listed: a place on
    the list, not yet one of the places. is_on: false if it does not take place this week. job: what they do there.
    """

    what: str
    pic: Pic
    start_minute: int = -1
    minutes: int = 0
    room: str = ""
    people: tuple[PersonSeen, ...] = ()
    is_led_by_member: bool = False
    way: str = ""
    vehicle: str = ""
    driver: PersonSeen | None = None
    ride_minute: int = -1
    stop: str = ""
    is_listed: bool = False
    is_on: bool = True
    job: str = ""
    changes: tuple[ChangeSeen, ...] = ()


@dataclass(frozen=True, slots=True)
class ComingPaper:
    """How a member comes to the centre that day; minute: when they are met, -1 if open."""

    vehicle: str
    pic: Pic
    driver: PersonSeen | None = None
    minute: int = -1
    stop: str = ""


@dataclass(frozen=True, slots=True)
class DayPaper:
    """A day; day: None on a week without a date. entries: in order of time. closed: why, "" if not said."""

    day: date | None
    weekday: int = 0
    entries: tuple[EntryPaper, ...] = ()
    is_open: bool = True
    closed: str = ""
    not_today: tuple[Part, ...] = ()
    coming: tuple[ComingPaper, ...] = ()


@dataclass(frozen=True, slots=True)
class CentreWeekPaper:
    """The centre's week for the wall; centre: its name, "" if it wants none on paper."""

    centre: str
    days: tuple[DayPaper, ...]


@dataclass(frozen=True, slots=True)
class MemberWeekPaper:
    """A member's week. helped: what they did this week and its picture. is_home_copy: for somebody at home.

    language: the member's, "" for the PC's; so in all papers of one person.
    """

    member: PersonSeen
    days: tuple[DayPaper, ...]
    helped: tuple[tuple[str, Pic], ...] = ()
    is_home_copy: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class BlankWeekPaper:
    """A week to write on: nothing in it but its days; member: whose, None for anybody's."""

    days: tuple[DayPaper, ...]
    member: PersonSeen | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class StripPaper:
    """What a member does on one day, to take along or to stick up."""

    member: PersonSeen
    day: DayPaper
    language: str = ""


@dataclass(frozen=True, slots=True)
class RegisterLinePaper:
    """A member in a register; note: their job there, "". is_listed: waits for a place."""

    person: PersonSeen
    note: str = ""
    is_listed: bool = False
    attendance: Attendance = Attendance.NOT_KNOWN


@dataclass(frozen=True, slots=True)
class RegisterPaper:
    """Who is expected at a session, to tick off; places: how many members may come."""

    session: EntryPaper
    day: date
    people: tuple[RegisterLinePaper, ...]
    places: int = 0


@dataclass(frozen=True, slots=True)
class RiderPaper:
    """Somebody in a vehicle; minute: when they are met, -1 if open."""

    person: PersonSeen
    stop: str = ""
    minute: int = -1
    in_wheelchair: bool = False


@dataclass(frozen=True, slots=True)
class RidePaper:
    """A vehicle's ride; what: where it goes, "" for the way to the centre. riders: by time and stop."""

    vehicle: str
    pic: Pic
    driver: PersonSeen | None
    what: str
    start_minute: int
    riders: tuple[RiderPaper, ...]
    seats: int = 0
    wheelchair_places: int = 0


@dataclass(frozen=True, slots=True)
class TransportPaper:
    """All rides of a day."""

    day: date
    rides: tuple[RidePaper, ...]


@dataclass(frozen=True, slots=True)
class FireLinePaper:
    """Somebody who may be in the house; who: `member`, `worker` or `visitor`. expected: where, ""."""

    person: PersonSeen
    who: str
    presence: Presence = Presence.NOT_KNOWN
    expected: str = ""


@dataclass(frozen=True, slots=True)
class FireListPaper:
    """Everybody to be counted outside; minute: of the day it was printed, -1 if nobody said."""

    day: date
    centre: str
    people: tuple[FireLinePaper, ...]
    minute: int = -1
