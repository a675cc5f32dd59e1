"""One press about a choice: looked at, and written with all that hangs on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from desktop.changes import Changes
from desktop.problems import NotAllowed, NotFound
from desktop.services.choice_problems import CalledOff, Full, TooLate
from desktop.services.choice_undo import ChoiceUndo
from desktop.services.choice_writing import ChoiceWriting
from desktop.services.choosing_board import has_place_at, is_open
from desktop.services.choosing_rules import place_of
from desktop.services.sitting import Sitting
from desktop.services.week_days import date_in, week_number
from desktop.services.week_now import monday_of, now
from desktop.services.week_seen import PlaceSeen, SessionSeen
from desktop.store.store import Store
from desktop.store.writing import Writing
from ledger.domain.names import FactId
from ledger.domain.week import Attendance, Attended, Choice
from ledger.domain.weeks import Occurrence

if TYPE_CHECKING:
    from desktop.services.week import Weeks


class Tap(NamedTuple):
    """Whose choice it is, and who presses: the member, with who helps them, or a worker. draft_id: makes it one."""

    member: FactId
    draft_id: str
    assisted_by: FactId | None = None
    by: FactId | None = None
    is_staff: bool = False

    @classmethod
    def of(cls, sitting: Sitting, draft_id: str) -> Tap:
        """A press of the member who sits here."""
        return cls(sitting.member, draft_id, sitting.assisted_by)


class ChoiceTaps:
    """What a press does, or why it cannot; one that changes nothing answers with no facts."""

    def __init__(self, store: Store, weeks: Weeks) -> None:
        self._store = store
        self._weeks = weeks
        self._desk = ChoiceWriting(store)
        self._undo = ChoiceUndo(store, weeks, self._desk)

    def go(self, tap: Tap, at: Occurrence) -> Changes:
        """Go to a session; who goes already keeps their place. Raises as `Choices.choose`."""
        if (done := self._done(tap, is_so=self._said(tap, at) == Choice.GOING)) is not None:
            return done
        session = self._still_open(tap, at)
        is_free = session.going < session.places if tap.is_staff else has_place_at(self._store, session, tap.member)
        if not is_free:
            raise Full("Every place is taken, or kept for those who asked before.")
        there = self._weeks.sessions(date_in(at.week, 0))
        return self._write(tap, at.week, lambda facts: self._desk.go(facts, tap.member, session, there))

    def swap(self, tap: Tap, at: Occurrence, to: Occurrence) -> Changes:
        """Go to another session in place of one; whether they came to the first is open again. Raises as `go`."""
        if (done := self._done(tap, is_so=at == to)) is not None:
            return done
        session = self._still_open(tap, to)
        if self._said(tap, to) != Choice.GOING and session.going >= session.places:
            raise Full(f"{session.activity.label} is full. Raise its places, or choose something else.")
        there = self._weeks.sessions(date_in(to.week, 0))
        rows = filter(None, [self._store.read.week.choice(tap.member, at)])
        is_marked = any(row.member == tap.member for row in self._store.read.week.attendance(at))

        def write(facts: Writing) -> None:
            self._desk.let_all_go(facts, rows)
            if self._said(tap, to) != Choice.GOING:
                self._desk.go(facts, tap.member, session, there)
            if is_marked or not facts.changes.facts:
                facts.add(Attended(tap.member, *at, Attendance.NOT_KNOWN))

        return self._write(tap, to.week, write)

    def wait(self, tap: Tap, at: Occurrence) -> Changes:
        """Wait for a place. Raises as `Choices.put_on_list`."""
        if (done := self._done(tap, is_so=self._said(tap, at) != Choice.NO)) is not None:
            return done
        session = self._still_open(tap, at)
        return self._write(tap, at.week, lambda facts: self._desk.list_(facts, tap.member, session))

    def let_go(self, tap: Tap, at: Occurrence) -> Changes:
        """Let a session, or a place on its list, go. Raises TooLate."""
        if (done := self._done(tap, is_so=self._said(tap, at) == Choice.NO)) is not None:
            return done
        session = self._session(at)
        if session is not None and is_open(session):
            self._check_time(tap, session)
        rows = filter(None, [self._store.read.week.choice(tap.member, at)])
        return self._write(tap, at.week, lambda facts: self._desk.let_all_go(facts, rows))

    def do_nothing(self, tap: Tap, place: PlaceSeen) -> Changes:
        """Do nothing in a part of a day: what is chosen there and has not begun is let go. Raises TooLate."""
        at = now(self._store)
        if place.day < at.day:
            raise TooLate("That day has been. Who came stands in the registers.")
        there = [one for one in self._weeks.sessions(monday_of(place.day)) if place_of(one) == place]
        rows = [self._store.read.week.choice(tap.member, one.at) for one in there if at.is_before(one)]
        chosen = [row for row in rows if row is not None and row.choice != Choice.NO]
        is_so = not chosen and self._desk.is_idle(tap.member, place)
        if (done := self._done(tap, is_so=is_so)) is not None:
            return done

        def write(facts: Writing) -> None:
            self._desk.let_all_go(facts, chosen)
            self._desk.do_nothing(facts, tap.member, place)

        return self._write(tap, week_number(place.day), write)

    def undo(self, sitting: Sitting, changes: Changes) -> Changes:
        """Take back what one press of this visit did; pressed twice it is one. Raises as `Choices.undo`."""
        if not changes.facts:
            return changes
        is_here = sitting.covers(changes.first, self._store.device)
        before = self._undo.of(changes.first) if is_here else None
        if before is None or before.member != sitting.member:
            raise NotAllowed("Only what you did since you came can be taken back here. Choose again instead.")
        with self._store.writing(f"undo:{changes.first.text}", assisted_by=sitting.assisted_by) as facts:
            if not facts.is_repeat:
                self._undo.restore(facts, before, changes)
        return facts.changes

    def _write(self, tap: Tap, week: int, write: Callable[[Writing], None]) -> Changes:
        before = self._undo.look(tap.member, week)
        with self._store.writing(tap.draft_id, by=tap.by, assisted_by=tap.assisted_by) as facts:
            write(facts)
        self._undo.keep(facts.changes.first, before)
        return facts.changes

    def _done(self, tap: Tap, *, is_so: bool) -> Changes | None:
        if self._store.count(tap.draft_id):
            with self._store.writing(tap.draft_id) as facts:
                return facts.changes
        return Changes() if is_so else None

    def _said(self, tap: Tap, at: Occurrence) -> Choice:
        row = self._store.read.week.choice(tap.member, at)
        return Choice.NO if row is None else row.choice

    def _session(self, at: Occurrence) -> SessionSeen | None:
        try:
            return self._weeks.session(at)
        except NotFound:
            return None

    def _still_open(self, tap: Tap, at: Occurrence) -> SessionSeen:
        session = self._weeks.session(at)
        if not is_open(session):
            raise CalledOff(f"{session.activity.label} does not take place. Choose something else.")
        self._check_time(tap, session)
        return session

    def _check_time(self, tap: Tap, session: SessionSeen) -> None:
        if not tap.is_staff and not now(self._store).is_before(session):
            raise TooLate(f"{session.activity.label} has begun. Who came stands in its register.")
