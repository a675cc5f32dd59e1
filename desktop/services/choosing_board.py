"""What a member can choose, part of a day by part of a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from desktop.services.choosing_rules import has_place, in_order, marked_new, overlap, place_of, something_new
from desktop.services.likes import Likes
from desktop.services.week_days import week_number
from desktop.services.week_now import Now, monday_of, mondays, now
from desktop.services.week_seen import ChoosingSeen, OptionSeen, PlaceSeen, SessionSeen
from desktop.store.rows_week import ChoiceRow
from desktop.store.store import Store
from ledger.domain.accounts import member_account
from ledger.domain.names import FactId
from ledger.domain.slips import day_number, day_of
from ledger.domain.week import Choice

if TYPE_CHECKING:
    from desktop.services.week import Weeks

WEEKS_AHEAD: Final = 3
"""This week and the next two can be chosen from."""


class Board:
    """The sessions on offer, as one member finds them."""

    def __init__(self, store: Store, weeks: Weeks) -> None:
        self._store = store
        self._weeks = weeks
        self._likes = Likes(store)

    def places(self, monday: date) -> list[PlaceSeen]:
        """The parts of days of a week in which something is still to begin, in order."""
        return sorted({place_of(session) for session in self._open(monday, now(self._store))})

    def days(self) -> list[date]:
        """The days to come on which something is to begin, this week and the next two."""
        return sorted({place.day for monday in self._mondays() for place in self.places(monday)})

    def next_place(self, member: FactId) -> PlaceSeen | None:
        """The next part of a day for which the member has said nothing yet, and has time."""
        at = now(self._store)
        return next((place for monday in self._mondays() for place in self._unsaid(member, monday, at)), None)

    def choosing(self, member: FactId, place: PlaceSeen, most: int, skip: int = 0) -> ChoosingSeen:
        """What can be chosen for a part of a day."""
        at = now(self._store)
        monday = monday_of(place.day)
        there = self._weeks.sessions(monday)
        fitting = [session for session in there if is_open(session) and place_of(session) == place]
        open_now = [session for session in fitting if at.is_before(session)]
        known = self._store.read.week.activities_tried(member, but_week=week_number(monday))
        new = something_new(member, week_number(monday), there, known)
        likes = self._likes.at(member, place)
        options = in_order(marked_new(self._options(member, open_now), new), likes)
        shown = tuple(options[skip : skip + most])
        return ChoosingSeen(
            place,
            shown,
            more=max(0, len(options) - skip - len(shown)),
            is_not_today=self._is_idle(member, place),
            can_change=bool(open_now) or (not fitting and place.day >= at.day),
        )

    def _mondays(self) -> list[date]:
        return mondays(now(self._store).day, WEEKS_AHEAD)

    def _open(self, monday: date, at: Now) -> list[SessionSeen]:
        return [session for session in self._weeks.sessions(monday) if is_open(session) and at.is_before(session)]

    def _unsaid(self, member: FactId, monday: date, at: Now) -> Iterator[PlaceSeen]:
        there = {session.at: session for session in self._weeks.sessions(monday)}
        rows = self._store.read.week.choices_of(member, week_number(monday), week_number(monday))
        chosen = [(row.choice, there[row.at]) for row in rows if row.choice != Choice.NO and row.at in there]
        going = [session for choice, session in chosen if choice == Choice.GOING and session.is_on]
        said = {place_of(session) for _, session in chosen if session.is_on}
        said |= self._idle(member, monday)
        free = (one for one in self._open(monday, at) if not any(overlap(one, other) for other in going))
        yield from sorted({place_of(session) for session in free} - said)

    def _idle(self, member: FactId, monday: date) -> set[PlaceSeen]:
        first = day_number(monday)
        rows = self._store.read.week.not_today(member, first, first + 6)
        return {PlaceSeen(day_of(row.day), row.part) for row in rows}

    def _is_idle(self, member: FactId, place: PlaceSeen) -> bool:
        return place in self._idle(member, monday_of(place.day))

    def _options(self, member: FactId, sessions: list[SessionSeen]) -> Iterator[OptionSeen]:
        has_minutes = self._store.read.minutes(member_account(member))
        for session in sessions:
            asked = self._store.read.week.choices_at(session.at)
            mine = next((row.choice for row in asked if row.member == member), Choice.NO)
            is_full = not has_place(session.places, _asked(asked), member)
            short_minutes = 0 if mine == Choice.GOING else max(0, session.price_minutes - has_minutes)
            yield OptionSeen(session, mine, is_full=is_full, short_minutes=short_minutes)


def has_place_at(store: Store, session: SessionSeen, member: FactId) -> bool:
    """Whether a member may have a place in a session now."""
    return has_place(session.places, _asked(store.read.week.choices_at(session.at)), member)


def is_open(session: SessionSeen) -> bool:
    """Whether it takes place."""
    return session.is_on and not session.is_closed


def _asked(rows: Iterable[ChoiceRow]) -> list[tuple[FactId, Choice]]:
    return [(row.member, row.choice) for row in rows]
