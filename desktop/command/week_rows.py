"""The week as rows of JSON: what each thing is called in the answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from desktop.services.seen import PersonSeen
from desktop.services.week_seen import ChangeSeen, ClashSeen, MyEntrySeen, SessionSeen

Row = dict[str, Any]


def day_row(day: date, *, is_open: bool, closed: str) -> Row:
    """A day of a week; closed: why it is."""
    return {"date": day.isoformat(), "open": is_open, "closed": closed}


def session_row(session: SessionSeen) -> Row:
    """A session in one week."""
    return {
        "id": session.at.session.text,
        "date": session.day.isoformat(),
        "start": clock(session.start_minute),
        "minutes": session.minutes,
        "activity": session.activity.label,
        "room": session.room.label if session.room else "",
        "places": session.places,
        "going": session.going,
        "listed": session.listed,
        "leader": _name(session.leader),
        "transport": session.vehicle.label if session.vehicle else session.way,
        "driver": _name(session.driver),
        "companion": _name(session.companion),
        "open_to_all": session.is_open_to_all,
        "price_minutes": session.price_minutes,
        "every_weeks": 0 if session.is_once else session.every_weeks,
        "on": session.is_on and not session.is_closed,
        "changes": [change_text(change) for change in session.changes],
    }


def entry_row(entry: MyEntrySeen, day: date) -> Row:
    """One thing in a member's week: a session, or a trip they planned."""
    if entry.session is not None:
        row = session_row(entry.session)
        wanted = ("id", "date", "start", "minutes", "activity", "room", "leader", "transport", "on", "changes")
        return {**{name: row[name] for name in wanted}, "choice": entry.choice.name.lower(), "job": entry.job}
    trip = entry.trip
    minute = -1 if trip is None else trip.start_minute
    return {
        "id": "" if trip is None else trip.id.text,
        "date": day.isoformat(),
        "start": clock(minute) if minute >= 0 else "",
        "activity": "" if trip is None else trip.offer.label,
        "choice": "trip",
    }


def clash_row(clash: ClashSeen) -> Row:
    """Something that does not fit."""
    return {"what": clash.what, "about": clash.label, "sessions": [at.session.text for at in clash.about]}


def change_text(change: ChangeSeen) -> str:
    """What is other than usual: `time 10:00` was at ten, `leader Jo` was led by Jo."""
    was = clock(change.was_minute) if change.was_minute >= 0 else change.was
    return f"{change.what} {was}".strip()


def clock(minute: int) -> str:
    """A minute of the day as 10:30."""
    return f"{minute // 60:02}:{minute % 60:02}"


def _name(person: PersonSeen | None) -> str:
    return "" if person is None else person.spoken_name
