"""The week in words and pictures for staff: times, days, sessions as chips, and what does not fit, with what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from desktop.services.week_seen import ClashSeen, RoomSeen, SessionSeen, WeekSeen
from desktop.views.kit.art import Art, Symbol, picture
from desktop.views.kit.week_part import GridChip
from desktop.views.kit.week_strip import GridHead
from desktop.views.parts.staff_lists import called
from desktop.views.texts import Texts
from ledger.domain.names import FactId
from ledger.domain.weeks import Occurrence

_HOUR: Final = 60
_STEP_FREE: Final = Symbol("gh:step-free")


def clock(minute: int) -> str:
    """A minute of the day: "9:05"."""
    return f"{minute // _HOUR}:{minute % _HOUR:02}"


def times(session: SessionSeen) -> str:
    """From when to when: "10:00 to 11:30"."""
    return f"{clock(session.start_minute)}–{clock(session.end_minute)}"


def week_title(monday: date, today: date, texts: Texts) -> str:
    """The week by its Monday, with its year where that is not this one."""
    words = texts("staff.week.title", number=monday.day, month=texts.month(monday))
    return words if monday.year == today.year else f"{words} {monday.year}"


def when(session: SessionSeen, texts: Texts) -> str:
    """The day and the time: "Tuesday at 10:00"."""
    return texts("staff.week.when", day=texts.weekday(session.day), time=clock(session.start_minute))


def rows_of(week: WeekSeen, rooms: Sequence[RoomSeen]) -> tuple[RoomSeen | None, ...]:
    """What stands down the edge: the rooms that are kept or used this week, and last the trips, which need none."""
    found = {room.id: room for room in rooms}
    for session in week.sessions:
        if session.room is not None:
            found.setdefault(session.room.id, session.room)
    return (*found.values(), None)


def day_heads(week: WeekSeen, today: date, texts: Texts) -> tuple[GridHead, ...]:
    """The days across the top: which is today, and why one is closed."""
    closed = dict(week.closed)
    return tuple(
        GridHead(
            texts("staff.week.day", day=texts.weekday(day), number=day.day),
            _under_day(day, today, closed, texts),
            is_closed=day in closed,
        )
        for day in days_of(week)
    )


def _under_day(day: date, today: date, closed: Mapping[date, str], texts: Texts) -> str:
    if day in closed:
        return texts("staff.week.closed_for", why=closed[day]) if closed[day] else texts("staff.week.closed")
    return texts("staff.week.today") if day == today else ""


def days_of(week: WeekSeen) -> tuple[date, ...]:
    """The days of the grid: open ones, closed ones that would be open or have a reason."""
    return tuple(sorted({*week.days, *(day for day, _ in week.closed)})) or tuple(
        week.monday + timedelta(days=n) for n in range(5)
    )


def room_heads(rooms: Sequence[RoomSeen | None], texts: Texts) -> tuple[GridHead, ...]:
    """The rooms down the edge: how many they hold, and which are step-free."""
    return tuple(
        GridHead(texts("staff.week.no_room"), arts=(Symbol("om:1F68C"),)) if room is None else _room_head(room, texts)
        for room in rooms
    )


def _room_head(room: RoomSeen, texts: Texts) -> GridHead:
    under = texts("staff.week.holds", count=room.capacity) if room.capacity else ""
    arts: tuple[Art, ...] = (picture(room.pic),) if room.pic.id or room.pic.photo else ()
    return GridHead(room.label, under, (*arts, _STEP_FREE) if room.is_step_free else arts)


def room_name(room: RoomSeen | None, texts: Texts) -> str:
    """What a room is called, or that none is needed."""
    return room.label if room is not None else texts("staff.week.no_room")


def chips_of(
    week: WeekSeen, rooms: Sequence[RoomSeen | None], days: Sequence[date], texts: Texts
) -> tuple[GridChip, ...]:
    """A chip for each session, in its cell."""
    row = {room.id if room is not None else None: number for number, room in enumerate(rooms)}
    column = {day: number for number, day in enumerate(days)}
    clashing = {at for clash in week.clashes for at in clash.about}
    return tuple(
        chip_of(session, row[session.room.id if session.room else None], column[session.day], texts, clashing)
        for session in week.sessions
        if session.day in column
    )


def chip_of(session: SessionSeen, row: int, column: int, texts: Texts, clashing: set[Occurrence]) -> GridChip:
    """One session as a chip."""
    is_clash = session.at in clashing
    leader = called(session.leader, texts) if session.leader is not None else ""
    places = texts("staff.week.places", going=session.going, places=session.places)
    marks = marks_of(session, texts)
    told = [session.activity.label, when(session, texts), room_name(session.room, texts), leader]
    told += [texts("staff.week.places_told", going=session.going, places=session.places), *marks]
    told += [texts("staff.week.mark_clash")] if is_clash else []
    return GridChip(
        session.at,
        row,
        column,
        session.activity.label,
        clock(session.start_minute),
        " · ".join(filter(None, (leader, places))),
        ", ".join(filter(None, told)),
        picture(session.activity.pic),
        marks,
        is_off=not session.is_on,
        is_clash=is_clash,
    )


def marks_of(session: SessionSeen, texts: Texts) -> tuple[str, ...]:
    """What sets a session apart, in a word or two each."""
    is_other = any(change.what not in {"extra", "off"} for change in session.changes)
    found = (
        (not session.is_on, "off"),
        (session.is_on and session.is_once, "once"),
        (session.is_on and is_other and not session.is_once, "changed"),
        (session.is_on and session.listed > 0, "listed"),
    )
    return tuple(texts(f"staff.week.mark_{words}", count=session.listed) for is_so, words in found if is_so)


def cell_names(rooms: Sequence[RoomSeen | None], days: Sequence[date], texts: Texts) -> tuple[tuple[str, ...], ...]:
    """What a screen reader says for each cell, by row and column."""
    return tuple(
        tuple(texts("staff.week.cell", room=room_name(room, texts), day=texts.day(day)) for day in days)
        for room in rooms
    )


def clash_words(clash: ClashSeen, sessions: Mapping[Occurrence, SessionSeen], texts: Texts) -> str:
    """What does not fit, and what to do: "Art and Music are both in the Hall on Tuesday at 10:00. Move one.".

    A session that is not of this week is left out of the names.
    """
    about = [sessions[at] for at in clash.about if at in sessions]
    labels = list(dict.fromkeys(one.activity.label for one in about))
    first = max(about, key=lambda one: one.start_minute, default=None)
    is_same = len(about) > len(labels)  # an activity in its own way: "Art are both in the Hall" would be no sentence
    return texts(
        f"staff.clash.{clash.what}_same" if is_same else f"staff.clash.{clash.what}",
        names=texts.listed(labels),
        label=clash.label,
        when=when(first, texts) if first is not None else "",
        day=texts.weekday(first.day) if first is not None else "",
        going=str(first.going) if first is not None else "",
        places=str(first.places) if first is not None else "",
    )


def by_occurrence(week: WeekSeen) -> dict[Occurrence, SessionSeen]:
    """The sessions of a week by their names."""
    return {session.at: session for session in week.sessions}


def room_id(room: RoomSeen | None) -> FactId | None:
    """A room's name among facts."""
    return room.id if room is not None else None
