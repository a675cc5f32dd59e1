"""Ordinary calendars: a member's week, or the centre's, as iCalendar (RFC 5545), for a phone or a website."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from desktop.clock import MS
from desktop.problems import BadInput
from desktop.services.choosing_board import is_open
from desktop.services.public_events import EventsPreview, PublicEvents
from desktop.services.seen import PersonSeen, PlanSeen
from desktop.services.week_now import mondays
from desktop.services.week_seen import MyEntrySeen, SessionSeen
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.week import Choice

if TYPE_CHECKING:
    from desktop.services.my_week import MyWeek
    from desktop.services.week import Weeks

ZONE: Final = ZoneInfo("Europe/London")
MOST_WEEKS: Final = 53
_HOUR: Final = 60
_A_YEAR: Final = timedelta(days=366)
_BETWEEN: Final = " · "


class Calendars:
    """Calendars out, and public events in. Each thing has one id for ever, so that a calendar changes what it has."""

    def __init__(self, store: Store, weeks: Weeks, my_week: MyWeek, events: PublicEvents) -> None:
        self._store = store
        self._weeks = weeks
        self._my_week = my_week
        self._events = events

    def centre(self, monday: date, weeks: int = 1) -> bytes:
        """The centre's week, or several. It names workers, and no member. Raises BadInput: too many weeks."""
        made = self._calendar(self._store.centre_name)
        for first in self._mondays(monday, weeks):
            for session in self._weeks.sessions(first):
                made.add_component(self._session(session, ""))
        return _written(made, monday, weeks)

    def member(self, member: FactId, monday: date, weeks: int = 1) -> bytes:
        """A member's week, or several. Raises NotFound, BadInput: too many weeks."""
        seen = [self._my_week.of(member, first) for first in self._mondays(monday, weeks)]
        made = self._calendar(seen[0].member.spoken_name)
        for entry in (entry for week in seen for day in week.days for entry in day.entries):
            for event in self._entry(entry, member):
                made.add_component(event)
        return _written(made, monday, weeks)

    def look(self, raw: bytes) -> EventsPreview:
        """Public events in a calendar's file: which would become offers, and which not and why. Raises BadInput."""
        return self._events.look(raw)

    def take_in(self, preview: EventsPreview, wanted: Iterable[int] | None = None) -> int:
        """Make offers of them, of all or of the wanted ones by place; how many came. What is here stays."""
        return self._events.take_in(preview, wanted)

    @staticmethod
    def _mondays(monday: date, weeks: int) -> list[date]:
        if not 1 <= weeks <= MOST_WEEKS:
            raise BadInput(f"A calendar can hold 1 to {MOST_WEEKS} weeks.")
        return mondays(monday, weeks)

    @staticmethod
    def _calendar(name: str) -> Calendar:
        made = Calendar()
        made.add("prodid", "-//Goodhour//The week//EN")
        made.add("version", "2.0")
        made.add("method", "PUBLISH")
        made.add("x-wr-calname", name)
        made.add("x-wr-timezone", ZONE.key)
        return made

    def _entry(self, entry: MyEntrySeen, member: FactId) -> Iterator[Event]:
        if entry.session is not None:
            event = self._session(entry.session, f"-{member.text}")
            if entry.choice == Choice.LISTED and is_open(entry.session):
                event["status"] = "TENTATIVE"
            yield event
        elif entry.trip is not None and entry.trip.day is not None:
            yield self._trip(entry.trip, entry.trip.day, member)

    def _session(self, session: SessionSeen, whose: str) -> Event:
        event = self._event(f"{session.at.session.text}-{session.at.week}{whose}", session.activity.label)
        event.add("dtstart", _moment(session.day, session.start_minute))
        event.add("dtend", _moment(session.day, session.end_minute))
        event.add("status", "CONFIRMED" if is_open(session) else "CANCELLED")
        event.add("sequence", len(self._store.read.week.words_of(session.at.session)))
        if session.room is not None:
            event.add("location", session.room.label)
        vehicle = session.vehicle.label if session.vehicle else session.way
        people = self._named((session.leader, *session.assistants, session.driver))
        if told := _BETWEEN.join(filter(None, (*people, vehicle))):
            event.add("description", told)
        return event

    def _trip(self, trip: PlanSeen, day: date, member: FactId) -> Event:
        event = self._event(f"{trip.id.text}-{member.text}", trip.offer.label)
        event.add("dtstart", _moment(day, trip.start_minute) if trip.start_minute >= 0 else day)
        event.add("status", "CONFIRMED")
        if where := trip.offer.place or (trip.offer.venue.name if trip.offer.venue else ""):
            event.add("location", where)
        if told := _BETWEEN.join(filter(None, (*self._named((trip.companion,)), trip.getting_there))):
            event.add("description", told)
        return event

    def _event(self, name: str, label: str) -> Event:
        event = Event()
        event.add("uid", f"{name}@goodhour")
        event.add("dtstamp", datetime.fromtimestamp(self._store.clock.now_ms() // MS, UTC))
        event.add("summary", label)
        return event

    def _named(self, people: Iterable[PersonSeen | None]) -> list[str]:
        # A file leaves the house: other members are not named in it.
        workers = {row.id for row in self._store.read.workers(kept_only=False)}
        found = [person.shown_name for person in people if person is not None and person.id in workers]
        return list(dict.fromkeys(filter(None, found)))


def _moment(day: date, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=ZONE) + timedelta(
        hours=minute // _HOUR, minutes=minute % _HOUR
    )


def _written(made: Calendar, first: date, weeks: int) -> bytes:
    # The zone's rules for the time around these weeks: those of 68 years would be most of the file.
    made.add_missing_timezones(first - _A_YEAR, first + timedelta(weeks=weeks) + _A_YEAR)
    _begin_by_the_clock_before(made)
    raw: bytes = made.to_ical()
    return raw


def _begin_by_the_clock_before(made: Calendar) -> None:
    """Let summer time begin at 01:00, as clocks say until then (RFC 5545, 3.6.5); icalendar writes what they say after.

    Its types of properties are a union that says less than the format does.
    """
    parts: list[Any] = [part for zone in made.timezones for part in zone.subcomponents]
    for part in parts:
        ahead = part["TZOFFSETTO"].td - part["TZOFFSETFROM"].td
        if ahead <= timedelta(0):
            continue
        more = part.get("RDATE", [])
        lists = more if isinstance(more, list) else [more]
        for one in (part["DTSTART"], *(day for days in lists for day in days.dts)):
            one.dt -= ahead
