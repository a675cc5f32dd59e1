"""The week as staff see it: its sessions, which days are open, and what does not fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property

from desktop.problems import NotFound
from desktop.services.closed_days import OpenDays
from desktop.services.faces import Faces
from desktop.services.week_changes import changes
from desktop.services.week_clashes import WeekAsItIs, clashes
from desktop.services.week_days import date_in, week_number
from desktop.services.week_faces import WeekFaces
from desktop.services.week_seen import ChangeSeen, ClashSeen, SessionSeen, WeekSeen
from desktop.services.week_steps import Steps
from desktop.services.week_words import by_session, in_force, usual
from desktop.store.rows_week import WordsRow
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.week import Choice, Reach
from ledger.domain.weeks import Occurrence

_DAYS_A_WEEK = 7


class Weeks:
    """Looks at weeks; everything is read anew each time."""

    def __init__(self, store: Store, faces: Faces, steps: Steps) -> None:
        """steps: those of the editor that can be taken back."""
        self._store = store
        self._faces = faces
        self._steps = steps

    def week(self, monday: date) -> WeekSeen:
        """A week of the centre; monday: any day of it."""
        look = self._look(week_number(monday))
        sessions = look.sessions()
        every = [date_in(look.week, weekday) for weekday in range(_DAYS_A_WEEK)]
        used = {session.day for session in sessions}
        days = tuple(day for day in every if look.days.usual[day.weekday()] or look.days.is_open(day) or day in used)
        return WeekSeen(
            monday=every[0],
            days=days,
            sessions=sessions,
            closed=tuple((day, look.days.closed(day)) for day in days if not look.days.is_open(day)),
            clashes=self._clashes(look, sessions),
            can_undo=self._steps.can_undo,
            can_redo=self._steps.can_redo,
        )

    def sessions(self, monday: date) -> tuple[SessionSeen, ...]:
        """The sessions of a week, by day, start and label, called-off ones too."""
        return self._look(week_number(monday)).sessions()

    def session(self, at: Occurrence) -> SessionSeen:
        """One time of a session. Raises NotFound: it is not there in that week."""
        words = self._store.read.week.words_of(at.session, from_week=at.week)
        row = in_force(words, at.week)
        if row is None:
            raise NotFound("This is no longer in this week. Look at the week again.")
        return self._look(at.week).session(row, words)

    def seen_of(self, words: WordsRow, week: int) -> SessionSeen:
        """What these words say of a week, whether they hold or not; nobody is going."""
        return WeekFaces(self._store, self._faces).session(words, week)

    def clashes(self, monday: date) -> tuple[ClashSeen, ...]:
        """What does not fit in a week."""
        look = self._look(week_number(monday))
        return self._clashes(look, look.sessions())

    def is_open(self, day: date) -> bool:
        """Whether the centre is open on a day."""
        return OpenDays(self._store, day, day).is_open(day)

    def closed(self, day: date) -> str:
        """Why it is closed; "" if it is open, or if nobody said why."""
        return OpenDays(self._store, day, day).closed(day)

    def _look(self, week: int) -> _Look:
        return _Look(self._store, week, WeekFaces(self._store, self._faces))

    def _clashes(self, look: _Look, sessions: tuple[SessionSeen, ...]) -> tuple[ClashSeen, ...]:
        read = self._store.read
        return clashes(
            WeekAsItIs(
                sessions=sessions,
                going=read.week.going_in(look.week),
                in_wheelchairs=frozenset(row.member for row in read.week.travel() if row.in_wheelchair),
                left=frozenset(row.id for row in read.workers(kept_only=False) if not row.is_kept),
                name=look.name,
                closed=lambda session: look.days.closed(session.day),
            )
        )


class _Look:
    """One look at one week; days: which are open."""

    def __init__(self, store: Store, week: int, faces: WeekFaces) -> None:
        self.week = week
        self.faces = faces
        self.days = OpenDays(store, date_in(week, 0), date_in(week, _DAYS_A_WEEK - 1))
        self._read = store.read.week
        self._chosen = self._read.chosen_in(week)

    def sessions(self) -> tuple[SessionSeen, ...]:
        """Its sessions in order."""
        seen = []
        for words in by_session(self._read.words_about(self.week)).values():
            row = in_force(words, self.week)
            if row is not None:
                seen.append(self.session(row, words))
        return tuple(sorted(seen, key=lambda one: (one.day, one.start_minute, one.activity.label, one.at)))

    def session(self, row: WordsRow, words: Iterable[WordsRow]) -> SessionSeen:
        """A session with how many are going, and what is other than usual; words: what may hold for it."""
        session = self.faces.session(row, self.week)
        return replace(
            session,
            is_closed=not self.days.is_open(session.day),
            going=self._chosen.get((row.session, Choice.GOING), 0),
            listed=self._chosen.get((row.session, Choice.LISTED), 0),
            changes=self._changes(session, row, words),
        )

    def name(self, member: FactId) -> str:
        """A member's name, ready to read."""
        person = self.faces.person(member)
        return "" if person is None else person.spoken_name

    def _changes(self, session: SessionSeen, row: WordsRow, words: Iterable[WordsRow]) -> tuple[ChangeSeen, ...]:
        """What is other than usual, or, in the first week that it is so from now on, than in the week before."""
        if row.reach == Reach.FROM_NOW_ON:
            before = self._last_week.get(row.session) if row.week == self.week else None
            return changes(session, self.faces.session(before, self.week)) if before is not None else ()
        before = usual(words, self.week) or self._last_week.get(row.session)
        if before is not None:
            return changes(session, self.faces.session(before, self.week))
        return changes(session, None) if self._last_week else ()  # in the first week of all, nothing is unusual

    @cached_property
    def _last_week(self) -> dict[FactId, WordsRow]:
        said = by_session(self._read.words_about(self.week - 1))
        return {session: row for session, words in said.items() if (row := in_force(words, self.week - 1)) is not None}
