"""Public events of a calendar's file, as offers: checked at the door, nothing in it is trusted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import blake2b
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from desktop.problems import BadInput
from desktop.services.drafts import OfferDraft
from desktop.services.seen import Pic
from desktop.services.week_now import now
from desktop.services.wording import LABEL_LETTERS, NAME_LETTERS, key, one_line
from desktop.store.store import Store

if TYPE_CHECKING:
    from icalendar import Calendar, Event

    from desktop.services.offers import Offers
    from desktop.services.pictures import Pictures

MOST_BYTES: Final = 2_000_000
MOST_EVENTS: Final = 500
_MOST_LINES: Final = 60_000
_DEEPEST: Final = 6
_ZONE: Final = ZoneInfo("Europe/London")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NOT_A_CALENDAR: Final = "This file is no calendar. Save it as iCalendar (.ics) and try again."
_CUT: Final = "…"


@dataclass(frozen=True, slots=True)
class EventSeen:
    """A public event as the offer it would become.

    day: its day in the file, the first if it comes again; start_minute: -1 for all day. place: when and where, as it
    will stand. note: what staff should know, "" for nothing.
    """

    label: str
    place: str
    day: date
    start_minute: int
    draft_id: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class EventsPreview:
    """What a calendar's file holds. left_out: events that become no offer, by name, and why. already: here before."""

    events: tuple[EventSeen, ...]
    left_out: tuple[tuple[str, str], ...] = ()
    already: int = 0


class _LeftOut(ValueError):
    """An event becomes no offer; the message says why."""


class PublicEvents:
    """Looks through a file, and makes offers of what staff want."""

    def __init__(self, store: Store, offers: Offers, pictures: Pictures) -> None:
        self._store = store
        self._offers = offers
        self._pictures = pictures

    def look(self, raw: bytes) -> EventsPreview:
        """What a file holds; writes nothing. Events that come again are told once, and never worked out.

        Raises:
            BadInput: too large, too many events, or no calendar.
        """
        today = now(self._store).day
        there = {(key(offer.label), key(offer.place)) for offer in self._offers.all()}
        events: list[EventSeen] = []
        left_out: list[tuple[str, str]] = []
        already = 0
        for event in _events(raw):
            name = _text(event, "SUMMARY", LABEL_LETTERS) or "?"
            try:
                found = _seen(event, today)
            except _LeftOut as why:
                left_out.append((name, str(why)))
                continue
            if self._store.count(found.draft_id) or any(one.draft_id == found.draft_id for one in events):
                already += 1
            elif (key(found.label), key(found.place)) in there:
                left_out.append((name, "There is an offer like this already."))
            else:
                events.append(found)
        order = sorted(events, key=lambda one: (one.day, one.start_minute, one.label))
        return EventsPreview(tuple(order), tuple(left_out), already)

    def take_in(self, preview: EventsPreview, wanted: Iterable[int] | None = None) -> int:
        """Make offers of them, free and open to all; how many there are more now."""
        chosen = range(len(preview.events)) if wanted is None else sorted(set(wanted))
        events = [preview.events[place] for place in chosen]
        new = [event for event in events if not self._store.count(event.draft_id)]
        with self._store.together():
            for event in new:
                picture = self._pictures.fitting(event.label)
                self._offers.write(
                    OfferDraft(
                        event.label,
                        0,
                        pic=Pic(picture) if picture else None,
                        place=event.place,
                        is_open_to_all=True,
                        draft_id=event.draft_id,
                    )
                )
        return len(new)


def _events(raw: bytes) -> list[Event]:
    from icalendar import Calendar  # noqa: PLC0415  slow to read in, and seldom needed

    if len(raw) > MOST_BYTES:
        raise BadInput("This calendar is larger than 2 MB. Ask for a smaller one, or for one month of it.")
    text = _decoded(raw)
    _check_shape(text)
    try:
        found = [event for calendar in _calendars(Calendar, text) for event in calendar.events]
    except (ValueError, KeyError, IndexError, RecursionError) as error:
        raise BadInput(_NOT_A_CALENDAR) from error
    if not found:
        raise BadInput("This calendar has no events in it.")
    return found


def _calendars(cls: type[Calendar], text: str) -> list[Calendar]:
    return [one for one in cls.from_ical(text, multiple=True) if isinstance(one, cls)]


def _decoded(raw: bytes) -> str:
    is_wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BadInput(_NOT_A_CALENDAR)


def _check_shape(text: str) -> None:
    """Refuse what would only keep this PC busy, before anything reads it closely."""
    lines = text.splitlines()
    depth = events = 0
    for line in lines:
        word = line.strip().upper()
        if word.startswith("BEGIN:"):
            depth += 1
            events += word == "BEGIN:VEVENT"
        elif word.startswith("END:"):
            depth -= 1
        if depth > _DEEPEST:
            raise BadInput(_NOT_A_CALENDAR)
    if not any(line.strip().upper() == "BEGIN:VCALENDAR" for line in lines[:50]):
        raise BadInput(_NOT_A_CALENDAR)
    if events > MOST_EVENTS or len(lines) > _MOST_LINES:
        raise BadInput(f"This calendar has more than {MOST_EVENTS} events. Ask for one month of it.")


def _seen(event: Event, today: date) -> EventSeen:
    label = _text(event, "SUMMARY", LABEL_LETTERS)
    if not label:
        raise _LeftOut("It has no name.")
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        raise _LeftOut("It is called off.")
    day, minute = _when(event)
    comes_again = "RRULE" in event or "RDATE" in event
    if day < today and not comes_again:
        raise _LeftOut("It has been.")
    where = _text(event, "LOCATION", NAME_LETTERS)
    when = "" if day < today else _written(day, minute)
    uid = str(event.get("UID", "")) or f"{label} {where}"
    name = blake2b(f"{uid} {day} {minute}".encode("utf-8", "replace"), digest_size=16).hexdigest()
    note = "It comes again. The file's rule is not followed: look when." if comes_again else ""
    place = one_line(_fitting(" · ".join(filter(None, (when, where))), NAME_LETTERS), "The place")
    return EventSeen(label, place, day, minute, f"event:{name}", note)


def _when(event: Event) -> tuple[date, int]:
    try:
        start = event.decoded("DTSTART")
    except (KeyError, ValueError, TypeError, OverflowError):
        raise _LeftOut("It has no day and time that can be read.") from None
    if isinstance(start, datetime):
        local = start.astimezone(_ZONE) if start.tzinfo is not None else start
        return local.date(), local.hour * 60 + local.minute
    if isinstance(start, date):
        return start, -1
    raise _LeftOut("It has no day and time that can be read.")


def _text(event: Event, name: str, most: int) -> str:
    said = event.get(name, "")
    if isinstance(said, list):
        said = said[0] if said else ""
    return one_line(_fitting(_plain(str(said)), most), name.title(), most=most)


def _plain(text: str) -> str:
    return " ".join(text.encode("utf-8", "replace").decode().split())


def _fitting(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    short = text[: most - 1].rsplit(" ", 1)[0] if " " in text[: most - 1] else text[: most - 1]
    return short.rstrip(" ,;.") + _CUT


def _written(day: date, minute: int) -> str:
    on = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return on if minute < 0 else f"{on}, {time(minute // 60, minute % 60):%H:%M}"
