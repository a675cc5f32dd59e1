"""What a week's sheet says in words: what changed, how to get there, which days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from desktop.services.papers_week import ComingPaper, DayPaper, EntryPaper
from desktop.services.seen import PersonSeen
from desktop.services.week_seen import ChangeSeen
from desktop.views.printing.week_scale import Style
from desktop.views.texts import Texts

_HOUR: Final = 60
_FOR_ALL: Final = frozenset({"activity", "day", "time", "room", "leader", "off", "extra"})
_PEOPLE: Final = frozenset({"leader", "driver"})


def changes(entry: EntryPaper, style: Style) -> Iterator[tuple[str, str]]:
    """What is other than usual, as a sign and words; on a wall nobody who led before is named."""
    texts = style.texts
    if entry.is_listed:
        yield "listed", texts("paper.week.listed")
    if not entry.is_on:
        yield "off", texts("paper.week.off")
        return
    for change in entry.changes:
        if style.is_for_all and change.what not in _FOR_ALL:
            continue
        yield change.what, _change_words(change, texts, is_for_all=style.is_for_all)


def _change_words(change: ChangeSeen, texts: Texts, *, is_for_all: bool) -> str:
    what = change.what
    if what in {"off", "extra"}:
        return texts(f"paper.week.{what}")
    if what == "time" and change.was_minute >= 0:
        return texts("paper.week.was", was=time_words(change.was_minute, texts))
    if what == "day" and change.was_day is not None:
        return texts("paper.week.was", was=texts.weekday(change.was_day))
    if what == "way" and change.was:
        return texts("paper.week.was", was=texts(f"way.{change.was}"))
    if not change.was or (is_for_all and what in _PEOPLE):
        return texts(f"paper.week.new.{what}")
    return texts(f"paper.week.was_{what}" if what in _PEOPLE else "paper.week.was", was=change.was)


def time_words(minute: int, texts: Texts) -> str:
    """A minute of the day: "10 o'clock"."""
    return texts.time(*divmod(minute, _HOUR))


def leader_and_room(entry: EntryPaper, texts: Texts) -> str:
    """Who leads and where: "Jo, Kitchen"; a member who leads is not named."""
    leader = entry.people[0].shown_name if entry.people and not entry.is_led_by_member else ""
    if entry.is_led_by_member:
        leader = texts("paper.week.member_leads")
    return ", ".join(part for part in (leader, entry.room) if part)


def getting_there(entry: EntryPaper, texts: Texts) -> str:
    """How they get there and where they are met: "Minibus with Sam, Elm Road"."""
    way = entry.vehicle or texts(f"way.{entry.way or 'here'}")
    return _ride(way, entry.driver.shown_name if entry.driver else "", (-1, entry.stop), texts)


def coming(one: ComingPaper, texts: Texts) -> str:
    """How they come to the centre: "Blue bus with Sam, 10 past 9, Elm Road"."""
    return _ride(one.vehicle, one.driver.shown_name if one.driver else "", (one.minute, one.stop), texts)


def closed(day: DayPaper, texts: Texts) -> str:
    """That the centre is closed, and why."""
    return texts("paper.week.closed_why", why=day.closed) if day.closed else texts("paper.week.closed")


def _ride(way: str, driver: str, met: tuple[int, str], texts: Texts) -> str:
    minute, stop = met
    first = texts("paper.with", name=driver) if driver else ""
    parts = [" ".join(part for part in (way, first) if part)]
    parts += [time_words(minute, texts)] if minute >= 0 else []
    return ", ".join([*parts, *([stop] if stop else [])])


def dates(days: Sequence[DayPaper], texts: Texts) -> str:
    """The days of a sheet: "Monday 23 to Friday 27 November 2026"; "" for one without dates."""
    known = [day.day for day in days if day.day is not None]
    if not known:
        return ""
    first, last = known[0], known[-1]
    if first == last:
        return _in_year(first, texts)
    begins = texts.day(first)
    if first.month == last.month:
        begins = texts("paper.week.day", day=texts.weekday(first), number=first.day)
    return texts("paper.week.dates", first=begins, last=_in_year(last, texts))


def _in_year(day: date, texts: Texts) -> str:
    return texts("paper.week.in_year", day=texts.day(day), year=day.year)


def name_of(person: PersonSeen) -> str:
    """What somebody is called on a list for staff: never nothing."""
    return person.shown_name or person.spoken_name


def from_to(start_minute: int, minutes: int, texts: Texts) -> str:
    """From when to when: "10 o'clock to half past 11"; "" if open."""
    if start_minute < 0:
        return ""
    first = time_words(start_minute, texts)
    return (
        texts("paper.list.from_to", first=first, last=time_words(start_minute + minutes, texts)) if minutes else first
    )
