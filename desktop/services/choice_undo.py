"""Takes back what one press about a choice did, by new facts: what the member had said before holds again."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop.changes import Changes
from desktop.services.choice_problems import Full
from desktop.services.choice_writing import ChoiceWriting
from desktop.services.choosing_board import has_place_at
from desktop.services.week_days import date_in
from desktop.services.week_seen import PlaceSeen
from desktop.store.store import Store
from desktop.store.writing import Writing
from ledger.domain.names import FactId
from ledger.domain.slips import day_of
from ledger.domain.week import Choice, Chosen, NotToday
from ledger.domain.weeks import Occurrence

if TYPE_CHECKING:
    from desktop.services.week import Weeks

_MOST_KEPT: Final = 200


class Before(NamedTuple):
    """What a member had said of a week before a press."""

    member: FactId
    said: dict[Occurrence, Choice]


class ChoiceUndo:
    """Remembers, while the app runs, what was before each press."""

    def __init__(self, store: Store, weeks: Weeks, desk: ChoiceWriting) -> None:
        self._store = store
        self._weeks = weeks
        self._desk = desk
        self._kept: OrderedDict[FactId, Before] = OrderedDict()

    def look(self, member: FactId, week: int) -> Before:
        """What a member says of a week now."""
        rows = self._store.read.week.choices_of(member, week, week)
        return Before(member, {row.at: row.choice for row in rows})

    def keep(self, press: FactId, before: Before) -> None:
        """Remember what was before a press; press: its first fact."""
        self._kept[press] = before
        if len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)

    def of(self, press: FactId) -> Before | None:
        """What was before a press; None if nobody remembers."""
        return self._kept.get(press)

    def restore(self, facts: Writing, before: Before, changes: Changes) -> None:
        """Write that everything a press changed is as it was. Raises Full, NotEnough."""
        pressed = [self._store.read.entry(fact).fact for fact in changes.facts]
        touched = dict.fromkeys(Occurrence(one.session, one.week) for one in pressed if isinstance(one, Chosen))
        was = {at: before.said.get(at, Choice.NO) for at in touched}
        for at, choice in was.items():
            row = self._store.read.week.choice(before.member, at)
            if choice == Choice.NO and row is not None:
                self._desk.let_go(facts, row)
        for at, choice in was.items():
            if choice != Choice.NO:
                self._again(facts, before.member, at, choice)
        for one in pressed:
            if isinstance(one, NotToday):
                place = PlaceSeen(day_of(one.day), one.part)
                (self._desk.do_something if one.is_so else self._desk.do_nothing)(facts, before.member, place)

    def _again(self, facts: Writing, member: FactId, at: Occurrence, choice: Choice) -> None:
        row = self._store.read.week.choice(member, at)
        if row is not None and row.choice == choice:
            return
        session = self._weeks.session(at)
        if choice == Choice.LISTED:
            self._desk.list_(facts, member, session)
            if row is not None:
                self._desk.give_back(facts, row)  # they have no place any more, and pay for none
        elif has_place_at(self._store, session, member):
            self._desk.go(facts, member, session, self._weeks.sessions(date_in(at.week, 0)))
        else:
            raise Full("Somebody else has this place by now. What you chose since stays.")
