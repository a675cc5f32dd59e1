"""Notices sessions of a list that are there already, and those that cannot be together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from desktop.services.imported_week_rows import SessionRow
from desktop.services.week_days import week_number
from desktop.services.week_words import by_session, in_force
from desktop.services.wording import key
from desktop.store.rows_week import WordsRow
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.week import Reach

_LOOKED_AHEAD = 60
"""How many weeks two lines that come again are compared for."""


class Slot(NamedTuple):
    """When and where a session is. every_weeks: 0 for once; until_week: 0 for no end."""

    weekday: int
    start_minute: int
    end_minute: int
    week: int
    every_weeks: int
    until_week: int
    room: object
    people: frozenset[FactId]
    vehicle: FactId | None
    activity: FactId

    def is_in(self, week: int) -> bool:
        """Whether it takes place in a week."""
        if not self.every_weeks or week < self.week:
            return week == self.week
        return (not self.until_week or week <= self.until_week) and (week - self.week) % self.every_weeks == 0

    def meets(self, other: Slot) -> bool:
        """Whether both go on at the same time in some week."""
        if self.start_minute >= other.end_minute or other.start_minute >= self.end_minute:
            return False
        first = max(self.week, other.week)
        return any(self.is_in(week) and other.is_in(week) for week in range(first, first + _LOOKED_AHEAD))

    def is_same(self, other: Slot) -> bool:
        """Whether it is the same thing at the same time."""
        return self.activity == other.activity and self.start_minute == other.start_minute and self.meets(other)

    def shared(self, other: Slot) -> str:
        """What both need, "" if nothing."""
        if self.room and self.room == other.room:
            return "in the same room"
        if self.people & other.people:
            return "with the same person"
        return "with the same vehicle" if self.vehicle and self.vehicle == other.vehicle else ""


class WeekRepeats:
    """What was seen so far, in the file and in the centre."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lines: defaultdict[int, list[tuple[int, Slot]]] = defaultdict(list)
        self._there = cache(self._in_week)

    def remember(self, number: int, row: SessionRow) -> None:
        """A line that is there."""
        slot = slot_of(row)
        self._lines[slot.weekday].append((number, slot))

    def doubled(self, row: SessionRow) -> str:
        """Why a line is left out: it is there already; "" if it is not."""
        slot = slot_of(row)
        for number, other in self._lines[slot.weekday]:
            if slot.is_same(other):
                return f"Line {number} has '{row.label}' at this time too. Take one of them out."
        if any(slot.is_same(other) for other in self._there(slot.week)):
            return f"'{row.label}' is in the week at this time already. It stays as it is; change it in the app."
        return ""

    def clash(self, row: SessionRow) -> str:
        """What a line cannot be together with; "" for nothing. It goes in all the same."""
        slot = slot_of(row)
        for number, other in self._lines[slot.weekday]:
            if (shared := slot.shared(other)) and slot.meets(other):
                return f"This is at the same time as line {number}, {shared}. Both go in; move one of them in the week."
        for other in self._there(slot.week):
            if (shared := slot.shared(other)) and slot.meets(other):
                return f"This is at the same time as something in the week, {shared}. Move one of them in the week."
        return ""

    def _in_week(self, week: int) -> list[Slot]:
        return list(self._held(week))

    def _held(self, week: int) -> Iterator[Slot]:
        for words in by_session(self._store.read.week.words_about(week)).values():
            row = in_force(words, week)
            if row is not None and row.is_on:
                yield _slot(row, week)


def slot_of(row: SessionRow) -> Slot:
    """When and where a line's session is."""
    draft = row.draft
    is_run = row.reach == Reach.FROM_NOW_ON
    people = frozenset(filter(None, (draft.leader, draft.companion)))
    return Slot(
        draft.day.weekday(),
        draft.start_minute,
        draft.end_minute,
        week_number(draft.day),
        draft.every_weeks if is_run else 0,
        week_number(draft.until) if draft.until and is_run else 0,
        row.room if isinstance(row.room, FactId) else key(row.room),
        people,
        draft.vehicle,
        draft.activity,
    )


def _slot(row: WordsRow, week: int) -> Slot:
    people = frozenset(filter(None, (row.leader, row.companion, row.driver, *row.assistants)))
    end_minute = row.start_minute + row.minutes
    return Slot(row.day, row.start_minute, end_minute, week, 0, 0, row.room, people, row.vehicle, row.activity)
