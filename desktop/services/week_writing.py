"""One change of the week inside a tap: what is said, what was said before, and what comes back to those who paid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.services.choice_writing import ChoiceWriting
from desktop.services.closed_days import ClosedDays
from desktop.services.session_words import said_again, same
from desktop.services.week import Weeks
from desktop.services.week_steps import Cell, Said, Step
from desktop.services.week_words import about, in_force
from desktop.store.rows_week import WordsRow
from desktop.store.store import Store
from desktop.store.writing import Writing
from ledger.domain.names import FactId
from ledger.domain.week import Reach, SessionTakenBack, SessionWritten
from ledger.domain.weeks import Occurrence


class WeekWriting:
    """Says things of sessions and of days, and remembers what was so before; of a session its first week first."""

    def __init__(self, store: Store, weeks: Weeks, facts: Writing) -> None:
        self._read = store.read.week
        self._store = store
        self._weeks = weeks
        self._facts = facts
        self._days = ClosedDays(store)
        self._choices = ChoiceWriting(store)
        self._before: dict[Cell, Said] = {}
        self._words_before: dict[FactId, list[WordsRow]] = {}
        self._days_before: dict[date, tuple[bool, str]] = {}

    def say(self, fact: SessionWritten) -> FactId:
        """Say something of a session; the session's name."""
        if fact.session is not None:
            self._remember(Cell(fact.session, fact.week))
        name = self._facts.add(fact)
        if fact.session is None:
            self._before[Cell(name, fact.week)] = Said()
            self._words_before[name] = []
        return fact.session or name

    def take_back(self, cell: Cell, reach: Reach) -> None:
        """What was said of a cell counts no more."""
        self._remember(cell)
        self._facts.add(SessionTakenBack(cell.session, cell.week, reach))

    def end(self, cell: Cell) -> None:
        """Take back all that was said of a session for later weeks than this one."""
        self._remember(cell)
        words = self._read.words_of(cell.session, from_week=cell.week)
        later = {(row.week, row.reach) for row in words if row.back_by is None}
        for week, reach in sorted(later):
            if week > cell.week:
                self.take_back(Cell(cell.session, week), reach)

    def set_day(self, day: date, *, is_open: bool, label: str) -> None:
        """Say that a day is open, or closed."""
        if day not in self._days_before:
            self._days_before[day] = self._day(day)
        self._facts.add(self._days.fact(day, is_open=is_open, label=label))

    def restore(self, cell: Cell, wanted: Said) -> None:
        """Let a cell say what it said before: first what holds from now on, for it replaces words of the week alone."""
        if not same((now := self._said(cell)).usual, wanted.usual):
            self._put(cell, now.usual, wanted.usual)
        if not same((now := self._said(cell)).once, wanted.once):
            self._put(cell, now.once, wanted.once)

    def is_as(self, cells: dict[Cell, Said], days: dict[date, tuple[bool, str]]) -> bool:
        """Whether just this is what is said now: nobody has changed it since."""
        now = {cell: self._said(cell) for cell in cells}
        are_cells = all(same(now[c].usual, it.usual) and same(now[c].once, it.once) for c, it in cells.items())
        return are_cells and all(self._day(day) == it for day, it in days.items())

    def settle(self) -> None:
        """Give back what was paid for what takes place no more; take it again for what does after all.

        Raises:
            NoPurse: somebody would have to pay again, and nothing is paid at this PC.
        """
        for session, words in self._words_before.items():
            first = min(cell.week for cell in self._before if cell.session == session)
            now = self._read.words_of(session, from_week=first)
            for week in self._read.weeks_chosen(session, first):
                self._settle(Occurrence(session, week), was_on=_is_on(words, week), is_on=_is_on(now, week))
        for day, (was_open, _) in self._days_before.items():
            for session_seen in self._weeks.sessions(day):
                if session_seen.day == day and session_seen.is_on:
                    self._settle(session_seen.at, was_on=was_open, is_on=not session_seen.is_closed)

    def step(self, at: Cell | None) -> Step:
        """What was changed; at: what it was about."""
        after = {cell: self._said(cell) for cell in self._before}
        days_after = {day: self._day(day) for day in self._days_before}
        return Step(at, self._before, after, self._days_before, days_after)

    def _remember(self, cell: Cell) -> None:
        if cell.session not in self._words_before:
            self._words_before[cell.session] = self._read.words_of(cell.session, from_week=cell.week)
        if cell not in self._before:
            self._before[cell] = self._said(cell)

    def _said(self, cell: Cell) -> Said:
        return said_of(self._read.words_of(cell.session, from_week=cell.week), cell.week)

    def _put(self, cell: Cell, now: WordsRow | None, wanted: WordsRow | None) -> None:
        if wanted is not None:
            self.say(replace(said_again(wanted), session=cell.session))
        elif now is not None:
            self.take_back(cell, now.reach)

    def _day(self, day: date) -> tuple[bool, str]:
        days = self._days.between(day, day)
        return days.is_open(day), days.closed(day)

    def _settle(self, at: Occurrence, *, was_on: bool, is_on: bool) -> None:
        if was_on and not is_on:
            self._choices.pay_back(self._facts, at)
        elif is_on and not was_on:
            self._choices.pay_again(self._facts, self._weeks.session(at))


def said_of(words: list[WordsRow], week: int) -> Said:
    """What is said of a cell, by all that was said of its session."""
    usual, once = about(words, week, Reach.FROM_NOW_ON), about(words, week, Reach.THIS_WEEK)
    is_replaced = once is not None and usual is not None and usual.place > once.place
    return Said(usual, None if is_replaced else once)


def _is_on(words: list[WordsRow], week: int) -> bool:
    row = in_force(words, week)
    return row is not None and row.is_on
