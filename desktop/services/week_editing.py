"""The week editor: sessions written, moved, copied and called off, days closed; each change can be taken back.

A change reaches one week, or from its week on. It is one tap: what is said of the session, and what comes back to
those who paid for something that takes place no more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from desktop.changes import Changes
from desktop.problems import NotAllowed
from desktop.services.closed_days import ClosedDay, ClosedDays, OpenDays
from desktop.services.drafts_week import SessionDraft
from desktop.services.session_words import about_week, drafted, said_again, written
from desktop.services.week import Weeks
from desktop.services.week_days import date_in, week_number
from desktop.services.week_holding import Holding
from desktop.services.week_rules import check, check_day
from desktop.services.week_steps import Cell, Step, Steps
from desktop.services.week_suggesting import suggested
from desktop.services.week_there import check_there
from desktop.services.week_writing import WeekWriting
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.week import Reach
from ledger.domain.weeks import Occurrence

_LAST_WEEKDAY = 6


@dataclass(frozen=True, slots=True)
class Edited(Changes):
    """What a change of the week wrote. session: the one it is about, None for a day or for many."""

    session: FactId | None = None

    @property
    def first(self) -> FactId:
        """The session it is about, also where other facts were written first."""
        return self.facts[0] if self.session is None else self.session


@dataclass(frozen=True, slots=True)
class Put:
    """Where a session goes: a day, and there at this time and in this room; None for those it has."""

    day: date
    start_minute: int | None = None
    room: FactId | None = None


class WeekEditing:
    """What staff do to a week."""

    def __init__(self, store: Store, weeks: Weeks, steps: Steps) -> None:
        """steps: what can be taken back; shared with those who show whether there is any."""
        self._store = store
        self._weeks = weeks
        self._steps = steps
        self._days = ClosedDays(store)
        self._holding = Holding(store)

    def draft(self, at: Occurrence) -> SessionDraft:
        """A session filled in as it is, to be changed. Raises NotFound: it is not there in that week."""
        return replace(drafted(self._holding.at(at), at.week), draft_id=self._store.new_draft())

    def suggest(self, activity: FactId, monday: date, day: date, room: FactId | None = None) -> SessionDraft:
        """A new session filled in as this activity was last, at the next time its room is free. Raises NotFound."""
        return suggested(self._store, activity, day, room, self._weeks.sessions(monday))

    def write(self, draft: SessionDraft, reach: Reach = Reach.FROM_NOW_ON) -> Edited:
        """Write a session, for its week alone or from then on; `first` names a new one.

        Raises:
            BadSession: it cannot be so. NotFound: it names something that is not here.
        """
        check(draft, reach)
        week = week_number(draft.monday)
        before = None if draft.session is None else self._holding.known(Occurrence(draft.session, week))
        check_there(self._store, draft, before)
        fact = written(draft, reach)
        return self._change(draft.draft_id, lambda tap: Cell(tap.say(fact), week))

    def move(self, at: Occurrence, put: Put, reach: Reach = Reach.THIS_WEEK, *, draft_id: str = "") -> Edited:
        """Put a session on another day of its week, at another time, in another room. Raises BadSession, NotFound."""
        row = self._holding.at(at)
        draft = _moved(drafted(self._holding.run(at), at.week), put)
        check(draft, reach)
        check_there(self._store, draft, row)
        fact = replace(written(draft, reach), is_on=row.is_on)
        return self._change(draft_id, lambda tap: Cell(tap.say(fact), at.week))

    def copy(self, at: Occurrence, put: Put, reach: Reach | None = None, *, draft_id: str = "") -> Edited:
        """The same as another session, on a day of any week; `first` names it. reach: None for that of the first one.

        Raises:
            BadSession, NotFound.
        """
        row = self._holding.at(at)
        draft = replace(_moved(drafted(row, at.week), put), session=None, monday=put.day, until=None)
        check(draft, reach or row.reach)
        check_there(self._store, draft, row)
        fact = written(draft, reach or row.reach)
        return self._change(draft_id, lambda tap: Cell(tap.say(fact), fact.week))

    def call_off(self, at: Occurrence, reach: Reach = Reach.THIS_WEEK, *, draft_id: str = "") -> Edited:
        """It does not take place; from now on: that week is the last in which it stands there, called off.

        Raises:
            NotFound: it is not there in that week.
        """
        fact = replace(about_week(said_again(self._holding.at(at)), at.week, reach), is_on=False)
        cell = Cell(at.session, at.week)

        def call_off(tap: WeekWriting) -> Cell:
            if reach == Reach.FROM_NOW_ON:
                tap.end(cell)
            tap.say(replace(fact, until_week=at.week) if reach == Reach.FROM_NOW_ON else fact)
            return cell

        return self._change(draft_id, call_off)

    def put_back(self, at: Occurrence, reach: Reach = Reach.THIS_WEEK, *, draft_id: str = "") -> Edited:
        """What was called off takes place after all, as it was. Raises NotFound, NotAllowed: it was not called off."""
        now = self._holding.at(at)
        row = self._holding.last_on(at)
        if now.is_on or row is None:
            raise NotAllowed("This was not called off. Look at the week again.")
        fact, cell = about_week(said_again(row), at.week, reach), Cell(at.session, at.week)

        def put_back(tap: WeekWriting) -> Cell:
            if now.reach == reach == Reach.THIS_WEEK != row.reach:
                tap.take_back(cell, reach)
            else:
                tap.say(fact)
            return cell

        return self._change(draft_id, put_back)

    def copy_week(self, from_monday: date, to_monday: date, *, draft_id: str = "") -> Edited:
        """Every session of one week that is not there in another, in that week alone; none on a closed day.

        Raises:
            BadSession: there is no such week.
        """
        check_day(to_monday)
        week = week_number(to_monday)
        days = OpenDays(self._store, date_in(week, 0), date_in(week, _LAST_WEEKDAY))
        there = self._holding.in_week(week)
        rows = [row for row in self._holding.in_week(week_number(from_monday)).values() if row.is_on]
        drafts = [drafted(row, week) for row in rows if row.session not in there]
        facts = [written(draft, Reach.THIS_WEEK) for draft in drafts if days.is_open(draft.day)]
        for draft in drafts:
            check(draft, Reach.THIS_WEEK)

        def copy_week(tap: WeekWriting) -> None:
            for fact in facts:
                tap.say(fact)

        return self._change(draft_id, copy_week)

    def close_day(self, day: date, label: str, *, draft_id: str = "") -> Edited:
        """The centre is closed on a day; what was paid for that day comes back. Raises BadInput."""
        return self._change(draft_id, lambda tap: tap.set_day(day, is_open=False, label=label))

    def open_day(self, day: date, *, draft_id: str = "") -> Edited:
        """The centre is open on a day after all. Raises BadInput; NoPurse: somebody would have to pay again."""
        return self._change(draft_id, lambda tap: tap.set_day(day, is_open=True, label=""))

    def closed_days(self, first: date, last: date) -> tuple[ClosedDay, ...]:
        """The days in between that would be open by their weekday and are not. Raises BadInput: too many days."""
        return self._days.closed_days(first, last)

    def undo(self, *, draft_id: str = "") -> Edited:
        """Take back the last change of this run of the app.

        Raises:
            NotAllowed: there is none, or somebody has changed the same since.
        """
        return self._turn(self._steps.last_done(), self._steps.undid, draft_id)

    def redo(self, *, draft_id: str = "") -> Edited:
        """Do again what was taken back last. Raises NotAllowed: as `undo`."""
        return self._turn(self._steps.last_undone(), self._steps.redid, draft_id)

    def _turn(self, step: Step | None, turned: Callable[[Step], None], draft_id: str) -> Edited:
        if step is None:
            raise NotAllowed("There is no change to take back here.")

        def turn(tap: WeekWriting) -> Cell | None:
            if not tap.is_as(step.after, step.days_after):
                self._steps.forget()
                raise NotAllowed("Somebody has changed this since, so it stays. Change it by hand.")
            for cell in sorted(step.before):
                tap.restore(cell, step.before[cell])
            for day, (is_open, label) in step.days_before.items():
                tap.set_day(day, is_open=is_open, label=label)
            return step.at

        return self._change(draft_id, turn, did=lambda _: turned(step.turned()))

    def _change(
        self, draft_id: str, what: Callable[[WeekWriting], Cell | None], did: Callable[[Step], None] | None = None
    ) -> Edited:
        """One tap; did: what remembers it, if it is not a new step. The same draft again changes nothing more."""
        with self._store.writing(draft_id or self._store.new_draft()) as facts:
            if facts.is_repeat:
                words = self._store.read.week.words(facts.changes.first)
                return Edited(*_parts(facts.changes), session=None if words is None else words.session)
            tap = WeekWriting(self._store, self._weeks, facts)
            at = what(tap)
            tap.settle()
            step = tap.step(at)
        if did is not None:
            did(step)  # also where nothing had to be said: it was the same before
        elif facts.names:
            self._steps.did(step)
        return Edited(*_parts(facts.changes), session=None if at is None else at.session)


def _moved(draft: SessionDraft, put: Put) -> SessionDraft:
    return replace(
        draft,
        day=put.day,
        start_minute=draft.start_minute if put.start_minute is None else put.start_minute,
        room=draft.room if put.room is None else put.room,
        until=None if draft.until is None else draft.until + (put.day - draft.day),
    )


def _parts(changes: Changes) -> tuple[tuple[FactId, ...], frozenset[FactId], bool]:
    return changes.facts, changes.touched, changes.is_repeat
