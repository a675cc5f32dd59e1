"""Putting right: what a new fact must move so that an old one never was, without taking anyone below nothing."""

from __future__ import annotations

from enum import Enum, unique
from typing import NamedTuple

from desktop.problems import NotAllowed, NotFound
from desktop.services.slip_facts import voided
from desktop.store.membership import Membership
from desktop.store.rows import PlanRow, SlipRow, TaskRow
from desktop.store.store import Store
from desktop.store.writing import Writing
from ledger.domain.accounts import GOODWILL, AccountClass
from ledger.domain.facts import (
    Confirmed,
    Contributed,
    Declined,
    Given,
    Legs,
    PlanCancelled,
    PlanMade,
    PutRight,
    Reason,
    SlipPrinted,
    SlipRedeemed,
    SlipVoided,
)
from ledger.domain.names import NO_DIGEST, FactId
from ledger.domain.postings import Fact, of
from ledger.domain.rulings import CreditNoted
from ledger.domain.subjects import TaskWritten
from ledger.domain.week import Choice, Chosen
from ledger.domain.weeks import week_of


@unique
class Paper(Enum):
    """Where the paper of a slip is that is made void."""

    IN_HAND = 1
    LOST = 2
    NEVER_PRINTED = 3


class Target(NamedTuple):
    """What is put right: its name, and what it says; of something waiting that was confirmed, its `Confirmed`."""

    name: FactId
    fact: Fact


class Righting:
    """Writes the facts that take others back."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def target(self, fact: FactId) -> Target:
        """What naming this fact means. Raises NotFound, NotAllowed: nothing that can be put right, or done already."""
        name = self._store.read.confirmed_by(fact) or fact
        target = Target(name, self._store.read.entry(name).fact)
        if trouble := self.trouble(target):
            raise NotAllowed(trouble)
        return target

    def is_done(self, fact: FactId) -> bool:
        """Whether it was taken back before."""
        target = Target(fact, self._store.read.entry(fact).fact)
        match target.fact:
            case SlipPrinted(issuer=issuer, number=number):
                return self._slip(issuer, number).state in {"void", "waiting_void"}
            case PlanMade():
                return self._store.read.plan(fact).state == "cancelled"
        return self._store.read.undone_by(fact) is not None

    def trouble(self, target: Target) -> str:
        """Why it cannot be put right, to be told to staff; "" if it can."""
        match target.fact:
            case SlipRedeemed() if self._has_rest(target.name):
                return "What was left over of this slip waits for the network, so it stays. Record what is true as new."
            case Confirmed() | Contributed() | Given() | SlipRedeemed():
                undone = self._store.read.undone_by(target.name)
                return "This was put right or put aside before. Record what is true as something new." if undone else ""
            case SlipPrinted(issuer=issuer, number=number):
                return _slip_trouble(self._slip(issuer, number))
            case PlanMade():
                return self.plan_trouble(self._store.read.plan(target.name))
            case PutRight() | SlipVoided() | PlanCancelled() | Declined():
                return "This put something right itself, so it stays. Record what is true as something new."
        return "This moved no minutes, so there is nothing to put right."

    def plan_trouble(self, plan: PlanRow) -> str:
        """Why a plan cannot be given up; "" if it can."""
        if plan.state == "cancelled":
            return "This plan was given up before."
        if plan.slip is not None:
            return _slip_trouble(self._slip(*plan.slip))
        return ""

    def write(self, facts: Writing, target: Target, reason: Reason, why: str = "") -> Legs:
        """Write what takes the target back, inside a tap; returns what moved."""
        digest = facts.seal(why.encode()) if why else NO_DIGEST
        match target.fact:
            case SlipPrinted(issuer=issuer, number=number, plan=plan):
                return self._with_plan(facts, plan, self.void(facts, self._slip(issuer, number), why=digest))
            case PlanMade():
                return self.cancel(facts, self._store.read.plan(target.name), why=digest)
        legs = self._reversed(target)
        facts.add(PutRight(target.name, legs, reason, digest))
        if reason == Reason.UNDO and isinstance(target.fact, Contributed):
            self._let_go(facts, self._store.read.task(target.fact.task), target.name)
        return legs

    def cancel(self, facts: Writing, plan: PlanRow, *, paper: Paper = Paper.LOST, why: bytes = NO_DIGEST) -> Legs:
        """Write that a plan is given up, and that its slip is void; returns what moved at once."""
        back: Legs = ()
        if plan.slip is not None and (slip := self._slip(*plan.slip)).state == "out":
            back = self.void(facts, slip, paper=paper, why=why)
        return self._with_plan(facts, plan.id, back)

    def void(self, facts: Writing, slip: SlipRow, *, paper: Paper = Paper.LOST, why: bytes = NO_DIGEST) -> Legs:
        """Write that a slip is void; returns what moved at once.

        Lost paper of an enrolled centre may be handed in elsewhere: its minutes wait until the network has ruled.
        """
        is_waiting = paper == Paper.LOST and Membership(self._store).is_enrolled
        fact = voided(slip, has_paper=paper == Paper.IN_HAND, is_waiting=is_waiting, why=why)
        facts.add(fact)
        return tuple(of(fact))

    def _with_plan(self, facts: Writing, plan: FactId | None, back: Legs) -> Legs:
        if plan is None or (row := self._store.read.plan(plan)).state != "planned":
            return back
        cancelled = PlanCancelled(plan, row.payer, row.offer, row.paid_minutes)
        facts.add(cancelled)
        self._let_choice_go(facts, row)
        return back + tuple(of(cancelled))

    def _let_choice_go(self, facts: Writing, plan: PlanRow) -> None:
        # A plan that paid for a session of the week is given up together with what was chosen by it.
        week = week_of(plan.day)
        for row in self._store.read.week.choices_of(plan.payer, week, week):
            if row.plan == plan.id and row.choice == Choice.GOING:
                facts.add(Chosen(row.member, row.session, row.week, Choice.NO))

    def _reversed(self, target: Target) -> Legs:
        legs = []
        short_minutes = 0
        for account, minutes in of(target.fact):
            taken = minutes
            if account.cls == AccountClass.MEMBER and minutes > 0:
                # Nobody goes below nothing: what they no longer have is borne by goodwill.
                taken = min(minutes, self._store.read.minutes(account))
                short_minutes += minutes - taken
            if taken:
                legs.append((account, -taken))
        if short_minutes:
            legs.append((GOODWILL, -short_minutes))
        return tuple(legs)

    def _let_go(self, facts: Writing, task: TaskRow, said: FactId) -> None:
        # Something unlisted that was taken back leaves nothing for a worker to name.
        if not task.label and task.id == FactId(said.device, said.seq - 1):
            facts.add(TaskWritten(task.id, "", task.picture, task.photo, is_kept=False))

    def _has_rest(self, name: FactId) -> bool:
        # A rest is written in the same tap, right behind what it is left over of.
        try:
            return isinstance(self._store.read.entry(FactId(name.device, name.seq + 1)).fact, CreditNoted)
        except NotFound:
            return False

    def _slip(self, issuer: bytes, number: int) -> SlipRow:
        slip = self._store.read.slip(issuer, number)
        if slip is None:
            raise NotAllowed("This slip is not known on this PC, so it cannot be put right here.")
        return slip


def _slip_trouble(slip: SlipRow) -> str:
    if slip.state == "out":
        return ""
    return "This slip was handed in already." if slip.state == "redeemed" else "This slip is void already."
