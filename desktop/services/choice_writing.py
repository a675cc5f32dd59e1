"""Writes what a member says of the week inside a tap: who lets what go for it, what it costs, what comes back."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.services.amounts import check_has, check_price
from desktop.services.choosing_rules import overlap, place_of
from desktop.services.week_seen import PlaceSeen, SessionSeen
from desktop.store.rows_week import ChoiceRow
from desktop.store.store import Store
from desktop.store.writing import Writing
from ledger.domain.accounts import member_account
from ledger.domain.facts import PlanCancelled, PlanMade
from ledger.domain.names import FactId
from ledger.domain.slips import day_number
from ledger.domain.week import Choice, Chosen, NotToday
from ledger.domain.weeks import Occurrence


class ChoiceWriting:
    """The facts of choices, and of the plans that pay for them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def go(self, facts: Writing, member: FactId, session: SessionSeen, week: Iterable[SessionSeen]) -> None:
        """Let a member go to a session, and let go what they chose for the same time.

        week: the sessions of that week. A place on another list stays: it was asked for and may still come.

        Raises:
            NotEnough: they have less than its price. NoPurse: nothing is paid at this PC.
        """
        there = {one.at: one for one in week}
        for row in self._store.read.week.choices_of(member, session.at.week, session.at.week):
            other = there.get(row.at)
            if row.choice == Choice.GOING and other is not None and _cannot_both(session, other):
                self.let_go(facts, row)
        self.do_something(facts, member, place_of(session))
        self.take(facts, member, session)

    def take(self, facts: Writing, member: FactId, session: SessionSeen) -> None:
        """Let a member go to a session and pay for it, whatever else they chose. Raises as `go`."""
        facts.add(Chosen(member, *session.at, Choice.GOING, self._pay(facts, member, session)))

    def list_(self, facts: Writing, member: FactId, session: SessionSeen) -> None:
        """Put a member on the list of a session."""
        self.do_something(facts, member, place_of(session))
        facts.add(Chosen(member, *session.at, Choice.LISTED))

    def let_go(self, facts: Writing, row: ChoiceRow) -> None:
        """Let go what was chosen; what was paid for it comes back, once."""
        if row.choice == Choice.NO:
            return
        facts.add(Chosen(row.member, row.session, row.week, Choice.NO))
        self.give_back(facts, row)

    def let_all_go(self, facts: Writing, rows: Iterable[ChoiceRow]) -> None:
        """The same for several."""
        for row in rows:
            self.let_go(facts, row)

    def pay_back(self, facts: Writing, at: Occurrence) -> None:
        """It is called off: everybody's payment comes back; their choices stay, so that their week says so."""
        for row in self._store.read.week.choices_at(at):
            self.give_back(facts, row)

    def pay_again(self, facts: Writing, session: SessionSeen) -> None:
        """It takes place after all: who chose it pays again, if they still have it; who has not may come for nothing.

        Raises:
            NoPurse: nothing is paid at this PC, and somebody has to pay.
        """
        for row in self._store.read.week.choices_at(session.at):
            is_paid = row.plan is not None and self._store.read.plan(row.plan).state == "planned"
            has_minutes = self._store.read.minutes(member_account(row.member))
            if row.choice == Choice.GOING and row.plan and not is_paid and has_minutes >= session.price_minutes > 0:
                self.take(facts, row.member, session)

    def do_nothing(self, facts: Writing, member: FactId, place: PlaceSeen) -> None:
        """Say that a member does nothing in this part of the day."""
        if not self.is_idle(member, place):
            facts.add(NotToday(member, day_number(place.day), place.part, is_so=True))

    def do_something(self, facts: Writing, member: FactId, place: PlaceSeen) -> None:
        """Say that they do something after all."""
        if self.is_idle(member, place):
            facts.add(NotToday(member, day_number(place.day), place.part, is_so=False))

    def is_idle(self, member: FactId, place: PlaceSeen) -> bool:
        """Whether they said that they do nothing in this part of the day."""
        day = day_number(place.day)
        return any(row.part == place.part for row in self._store.read.week.not_today(member, day, day))

    def give_back(self, facts: Writing, row: ChoiceRow) -> None:
        """What was paid for a choice comes back, once; the choice itself stays."""
        if row.plan is None:
            return
        plan = self._store.read.plan(row.plan)
        if plan.state == "planned":
            facts.add(PlanCancelled(plan.id, plan.payer, plan.offer, plan.paid_minutes))

    def _pay(self, facts: Writing, member: FactId, session: SessionSeen) -> FactId | None:
        if not session.price_minutes:
            return None
        check_price(session.price_minutes)
        check_has(self._store, member, session.price_minutes)
        return facts.add(
            PlanMade(
                payer=member,
                offer=session.activity.id,
                going=(member,),
                price_minutes=session.price_minutes,
                paid_minutes=session.price_minutes,
                companion=session.companion.id if session.companion and session.companion.id != member else None,
                getting_there=session.way,
                day=day_number(session.day),
                start_minute=session.start_minute,
            )
        )


def _cannot_both(session: SessionSeen, other: SessionSeen) -> bool:
    is_another = session.at != other.at
    return is_another and (place_of(session) == place_of(other) or overlap(session, other))
