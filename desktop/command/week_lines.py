"""The week in plain lines, for whoever typed `week show`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop.command.week_rows import change_text, clock
from desktop.services.week_seen import ClashSeen, MyEntrySeen, MyWeekSeen, SessionSeen, WeekSeen
from ledger.domain.week import Choice

_CLASHES = {
    "room": "Two things are in one room",
    "person": "Somebody is needed in two places",
    "vehicle": "A vehicle is needed twice",
    "capacity": "More places than the room holds",
    "seats": "More riders than seats",
    "wheelchairs": "More wheelchairs than the vehicle takes",
    "closed": "Planned for a closed day",
    "overbooked": "More people than places",
    "left": "Somebody who left",
    "gone": "Not kept any more",
    "twice": "Chosen by one member at one time",
}
_CHOICES = {Choice.GOING: "", Choice.LISTED: "on the list", Choice.NO: ""}


def of_centre(week: WeekSeen) -> tuple[str, ...]:
    """A week of the centre, day by day, and what does not fit."""
    return tuple(_of_centre(week))


def of_member(week: MyWeekSeen) -> tuple[str, ...]:
    """A member's week, day by day."""
    return tuple(_of_member(week))


def _of_centre(week: WeekSeen) -> Iterator[str]:
    closed = dict(week.closed)
    for day in week.days:
        yield _day(day, is_open=day not in closed, why=closed.get(day, ""))
        for session in (one for one in week.sessions if one.day == day):
            chosen = f"{session.going} of {session.places}"
            waiting = f", {session.listed} on the list" if session.listed else ""
            yield f"  {_told(session)}: {chosen}{waiting}  {session.at.session.text}"
    names = {session.at: session.activity.label for session in week.sessions}
    for clash in week.clashes:
        about = " and ".join(names[at] for at in clash.about if at in names)
        yield f"{_clash(clash)}: {about}"


def _of_member(week: MyWeekSeen) -> Iterator[str]:
    for day in week.days:
        yield _day(day.day, is_open=day.is_open, why=day.closed)
        for entry in day.entries:
            yield f"  {_entry(entry)}"


def _day(day: date, *, is_open: bool, why: str) -> str:
    words = f"{day:%A} {day.day} {day:%B %Y}"
    return words if is_open else f"{words}: closed{', ' if why else ''}{why}"


def _told(session: SessionSeen) -> str:
    people = (session.leader, session.companion)
    names = dict.fromkeys(person.spoken_name for person in people if person is not None)
    parts = (
        session.activity.label,
        session.room.label if session.room else "",
        *names,
        session.vehicle.label if session.vehicle else session.way,
        "" if session.is_on and not session.is_closed else "OFF",
        *(f"was {change_text(change)}" for change in session.changes if change.what not in {"off", "extra"}),
    )
    return f"{clock(session.start_minute)}-{clock(session.end_minute % (24 * 60))} {', '.join(filter(None, parts))}"


def _entry(entry: MyEntrySeen) -> str:
    if entry.session is not None:
        return ", ".join(filter(None, (_told(entry.session), _CHOICES[entry.choice], entry.job)))
    if entry.trip is None:
        return ""
    minute = entry.trip.start_minute
    return f"{clock(minute) if minute >= 0 else 'Any time'} {entry.trip.offer.label}"


def _clash(clash: ClashSeen) -> str:
    words = _CLASHES.get(clash.what, clash.what)
    return f"{words} ({clash.label})" if clash.label else words
