"""My week, as several screens do it: where to begin, an entry in words and pictures, and what has changed."""

from datetime import date, timedelta
from typing import Any, Final

from desktop.services.week_seen import ChangeSeen, MyEntrySeen, SessionSeen
from desktop.views.kit.art import Art, Symbol, picture
from desktop.views.kit.entries import Entry
from desktop.views.parts.choose import waiting_art, with_words
from desktop.views.parts.trips import way_picture
from desktop.views.texts import Texts
from desktop.views.visit import Visit
from ledger.domain.week import Choice

_MOST_LETTERS: Final = 40  # of what has changed: beyond, the most telling of it says enough


def begin_week(visit: Visit) -> None:
    """Begin with today, or with the next day that is open."""
    visit.chosen["week_day"] = None


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def day_to_show(services: Any, visit: Visit) -> date:
    """The day that was pressed, or today."""
    day: date | None = visit.chosen.get("week_day")
    return services.my_week.today() if day is None else day


def entry_of(entry: MyEntrySeen, texts: Texts) -> Entry:
    """An entry of a day; its value is the entry."""
    if entry.session is not None:
        return _session_entry(entry, entry.session, texts)
    return _trip_entry(entry, texts)


def change_words(changes: tuple[ChangeSeen, ...], texts: Texts) -> str:
    """What is other than it was: "Was Art. Was 10 o'clock", the most telling first, as far as there is room."""
    said = ""
    for change in changes:
        longer = ". ".join(filter(None, (said, _change(change, texts))))
        if said and len(longer) > _MOST_LETTERS:
            break
        said = longer
    return said


def people_and_way(session: SessionSeen) -> tuple[Art, ...]:
    """Who leads, who drives, and how they get there, as pictures."""
    faces = [picture(one.pic) for one in (session.leader, session.driver) if one is not None]
    way = [Symbol(way_picture(session.way))] if session.way else []
    return (*faces, *way)


def _session_entry(entry: MyEntrySeen, session: SessionSeen, texts: Texts) -> Entry:
    note = change_words(session.changes, texts)
    if entry.choice is Choice.LISTED:
        note = texts("choose.on_list")
    when = texts.time(*divmod(session.start_minute, 60))
    who = entry.job or with_words(session.leader, texts)
    badge = texts("kit.next") if entry.is_next else ""
    return Entry(
        entry,
        session.activity.label,
        waiting_art(session) if entry.choice is Choice.LISTED else picture(session.activity.pic),
        session.start_minute,
        detail=who[:1].upper() + who[1:] if who else when,
        note=note,
        beside=people_and_way(session),
        badge=badge,
        area="week" if entry.is_next else None,
        heard=", ".join(filter(None, (badge, when, who, note))),
    )


def _trip_entry(entry: MyEntrySeen, texts: Texts) -> Entry:
    trip = entry.trip
    if trip is None:
        msg = "an entry is a session or a trip"
        raise ValueError(msg)
    badge = texts("kit.next") if entry.is_next else ""
    return Entry(
        entry,
        trip.offer.label,
        picture(trip.offer.pic),
        trip.start_minute,
        detail=texts("week.trip"),
        beside=tuple(picture(one.pic) for one in trip.going[:2]),
        badge=badge,
        area="week" if entry.is_next else None,
    )


def _change(change: ChangeSeen, texts: Texts) -> str:
    if change.what in ("off", "extra"):
        return texts(f"week.{change.what}")
    was = change.was
    if change.was_day is not None:
        was = texts.weekday(change.was_day)
    elif change.was_minute >= 0:
        was = texts.time(*divmod(change.was_minute, 60))
    return texts("week.was", was=was)
