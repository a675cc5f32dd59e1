"""What is other about a session: than in usual weeks, or than a member last saw it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desktop.services.seen import PersonSeen
from desktop.services.week_seen import ChangeSeen, SessionSeen

_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OFF: Final = "off"
EXTRA: Final = "extra"


def changes(now: SessionSeen, before: SessionSeen | None, *, is_new: bool = False) -> tuple[ChangeSeen, ...]:
    """What is other now, in the order people ask: whether at all, what, when, where, with whom, how to get there.

    before: what it was, None if it was not there. is_new: whether that is how the member last saw it.
    """
    return tuple(_Comparing(now, before, is_new=is_new).found())


def together(since_seen: tuple[ChangeSeen, ...], usual: tuple[ChangeSeen, ...]) -> tuple[ChangeSeen, ...]:
    """Both, each thing once: what changed since it was seen stands for what is unusual about the same."""
    told = {change.what for change in since_seen}
    if told & {OFF, EXTRA}:
        return since_seen
    return (*since_seen, *(change for change in usual if change.what not in told))


@dataclass(frozen=True, slots=True)
class _Comparing:
    """One session, now and before."""

    now: SessionSeen
    before: SessionSeen | None
    is_new: bool

    def found(self) -> Iterator[ChangeSeen]:
        now, before = self.now, self.before
        was_on = before is not None and before.is_on
        if not now.is_on:
            if was_on:
                yield ChangeSeen(OFF, is_new=self.is_new)
        elif before is None or not was_on:
            yield ChangeSeen(EXTRA, is_new=self.is_new)
        else:
            yield from self._about(before)

    def _about(self, before: SessionSeen) -> Iterator[ChangeSeen]:
        now = self.now
        if now.activity.id != before.activity.id:
            yield self._was("activity", before.activity.label)
        if now.day != before.day:
            weekday = _WEEKDAYS[before.day.weekday()]
            yield ChangeSeen("day", weekday, is_new=self.is_new, was_day=before.day)
        if now.start_minute != before.start_minute:
            yield ChangeSeen("time", was_minute=before.start_minute, is_new=self.is_new)
        if (now.room and now.room.id) != (before.room and before.room.id):
            yield self._was("room", before.room.label if before.room else "")
        if _who(now.leader) != _who(before.leader):
            yield self._was("leader", _name(before.leader))
        if _who(now.driver) != _who(before.driver):
            yield self._was("driver", _name(before.driver))
        if now.way != before.way:
            yield self._was("way", before.way)

    def _was(self, what: str, was: str) -> ChangeSeen:
        return ChangeSeen(what, was, is_new=self.is_new)


def _who(person: PersonSeen | None) -> object:
    return None if person is None else person.id


def _name(person: PersonSeen | None) -> str:
    return "" if person is None else person.spoken_name
