"""What screens read follows from the facts: whatever happened, made again it is the same, byte for byte."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from unicodedata import normalize

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desktop.problems import KnownProblem
from desktop.store.problems import DamagedStore
from desktop.store.sqlcipher import transaction
from desktop.store.tables import PROJECTIONS
from ledger.domain.accounts import ISSUE, AccountClass, member_account, slip_account
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
from ledger.domain.names import FactId
from ledger.domain.postings import Fact, of, reversed_legs
from ledger.domain.subjects import KeptForLater, MemberWritten, SettingSet, SlipHandedOut, SlipReprinted, TextSet
from tests.store.a_centre import ISSUER, ACentre, a_centre, everything

MINUTES = st.sampled_from([15, 30, 60, 90, 120])
SOMEBODY = st.integers(0, 2)


class AWorkingDay(RuleBasedStateMachine):
    """People do whatever they like; what the book refuses leaves no trace."""

    @initialize()
    def opens(self) -> None:
        self.centre = a_centre()
        self.people = (self.centre.ann, self.centre.bob, self.centre.cai)
        self.done: list[FactId] = []
        self.printed: list[int] = []
        self.plans: list[FactId] = []
        self.taps = 0
        self.centre.add(*(Contributed(who, self.centre.task, 300) for who in self.people[:2] for _ in range(3)))

    def tap(self, *facts: Fact, assisted_by: FactId | None = None) -> FactId | None:
        """The same tap twice; None if it was refused, and then nothing has changed."""
        self.taps += 1
        before = everything(self.centre.store)
        names = None
        for _ in range(2):
            try:
                with self.centre.store.writing(f"tap {self.taps}", assisted_by=assisted_by) as writing:
                    if not writing.is_repeat:
                        names = [writing.add(fact) for fact in facts]
            except KnownProblem:
                assert everything(self.centre.store) == before
                return None
            assert names == list(writing.changes.facts)
        assert names is not None
        self.done += names
        return names[-1]

    @rule(who=SOMEBODY, helper=SOMEBODY, minutes=MINUTES, is_waiting=st.booleans())
    def helps(self, who: int, helper: int, minutes: int, *, is_waiting: bool) -> None:
        fact = Contributed(self.people[who], self.centre.task, minutes, is_waiting=is_waiting)
        self.tap(fact, assisted_by=self.people[helper] if helper != who else None)

    @rule(who=SOMEBODY, whom=SOMEBODY, minutes=MINUTES, is_waiting=st.booleans())
    def gives(self, who: int, whom: int, minutes: int, *, is_waiting: bool) -> None:
        self.tap(Given(self.people[who], self.people[whom], minutes, is_waiting=is_waiting))

    @rule(who=st.none() | SOMEBODY, minutes=MINUTES, count=st.integers(1, 2))
    def prints(self, who: int | None, minutes: int, count: int) -> None:
        member = None if who is None else self.people[who]
        numbers = [len(self.printed) + place for place in range(count)]
        if self.tap(*(SlipPrinted(ISSUER, number, minutes, member, 2000) for number in numbers)):
            self.printed += numbers

    @rule(place=st.integers(0, 5), who=SOMEBODY, at_the_centre=st.booleans())
    def hands_in(self, place: int, who: int, *, at_the_centre: bool) -> None:
        for number in self.printed[-1 - place :][:1]:
            minutes = self.centre.store.read.minutes(slip_account(ISSUER, number))
            to_member = SlipRedeemed(ISSUER, number, member=self.people[who], member_minutes=minutes)
            to_offer = SlipRedeemed(ISSUER, number, offer=self.centre.swim, offer_minutes=minutes)
            self.tap(to_offer if at_the_centre else to_member)

    @rule(place=st.integers(0, 5), is_waiting=st.booleans())
    def makes_void(self, place: int, *, is_waiting: bool) -> None:
        for number in self.printed[-1 - place :][:1]:
            slip = self.centre.store.read.slip(ISSUER, number)
            assert slip is not None
            void = SlipVoided(
                ISSUER, number, slip.minutes, slip.member, has_paper=not is_waiting, is_waiting=is_waiting
            )
            self.tap(void, SlipReprinted(ISSUER, number))
            self.tap(SlipHandedOut(ISSUER, number, self.centre.ann))

    @rule(who=SOMEBODY, whom=SOMEBODY, by_slip=st.booleans())
    def plans_a_trip(self, who: int, whom: int, *, by_slip: bool) -> None:
        payer, going = self.people[who], tuple({self.people[who], self.people[whom]})
        minutes = 60 * len(going)
        plan = self.tap(PlanMade(payer, self.centre.swim, going, 60, 0 if by_slip else minutes))
        number = len(self.printed)
        if plan and by_slip and self.tap(SlipPrinted(ISSUER, number, minutes, payer, 2000, venue=5, plan=plan)):
            self.printed.append(number)
        self.plans += [plan] if plan else []

    @rule(place=st.integers(0, 5))
    def cancels(self, place: int) -> None:
        for name in self.plans[-1 - place :][:1]:
            plan = self.centre.store.read.plan(name)
            self.tap(PlanCancelled(name, plan.payer, plan.offer, plan.paid_minutes))

    @rule(place=st.integers(0, 8))
    def puts_right(self, place: int) -> None:
        for name in self.done[-1 - place :][:1]:
            counted = self.centre.store.read.confirmed_by(name) or name
            moved = of(self.centre.store.read.entry(counted).fact)
            self.tap(PutRight(name, reversed_legs(moved), Reason.WORKER))

    @rule(place=st.integers(0, 3), is_yes=st.booleans())
    def answers(self, place: int, *, is_yes: bool) -> None:
        for row in self.centre.store.read.all_waiting()[-1 - place :][:1]:
            self.tap(Confirmed(row.fact, self.legs_of(row.fact)) if is_yes else Declined(row.fact))

    def legs_of(self, waiting: FactId) -> Legs:
        fact = self.centre.store.read.entry(waiting).fact
        match fact:
            case Contributed(member=member, minutes=minutes):
                return ((ISSUE, -minutes), (member_account(member), minutes))
            case Given(giver=giver, receiver=receiver, minutes=minutes):
                return ((member_account(giver), -minutes), (member_account(receiver), minutes))
            case SlipVoided(number=number, minutes=minutes, member=member):
                target = ISSUE if member is None else member_account(member)
                return ((slip_account(ISSUER, number), -minutes), (target, minutes))
        raise AssertionError(fact)

    @rule(who=SOMEBODY, name=st.text(max_size=5), is_kept=st.booleans())
    def is_written_about(self, who: int, name: str, *, is_kept: bool) -> None:
        with self.centre.store.writing(self.centre.store.new_draft()) as facts:
            facts.add(MemberWritten(self.people[who], facts.seal(name.encode(errors="ignore")), place=who + 1))
            facts.add(KeptForLater(self.people[who], self.centre.park, is_kept=is_kept))
            facts.add(SettingSet("step_minutes", 15 if is_kept else 5))
            facts.add(TextSet("centre_phone", normalize("NFC", name.encode(errors="ignore").decode())))

    @invariant()
    def nobody_is_below_zero(self) -> None:
        if hasattr(self, "people"):
            assert all(self.centre.minutes(person) >= 0 for person in self.people)

    def teardown(self) -> None:
        if not hasattr(self, "people"):
            return
        assert self.centre.store.verify().problems == []
        kept = everything(self.centre.store)
        self.centre.store.rebuild()
        assert everything(self.centre.store) == kept
        assert self.centre.store.verify().problems == []
        self.centre.store.close()


AWorkingDay.TestCase.settings = settings(max_examples=settings().max_examples // 2, stateful_step_count=30)
test_whatever_happens_a_rebuild_makes_the_same = AWorkingDay.TestCase


@pytest.fixture
def centre() -> ACentre:
    made = a_centre()
    made.add(Contributed(made.ann, made.task, 120))
    made.add(SlipPrinted(ISSUER, 7, 60, made.ann, 2000))
    return made


@pytest.mark.parametrize("table", PROJECTIONS)
def test_a_table_that_was_dropped_comes_back(centre: ACentre, table: str) -> None:
    kept = everything(centre.store)
    with transaction(centre.store.db):
        centre.store.db.execute(f"DROP TABLE {table}")

    assert centre.store.rebuild() == centre.store.read.last_seq()

    assert everything(centre.store) == kept


def test_an_erased_name_is_empty_and_everything_still_verifies(centre: ACentre) -> None:
    with transaction(centre.store.db):
        centre.store.db.execute("DELETE FROM blobs WHERE digest = (SELECT digest FROM blobs LIMIT 1)")

    centre.store.rebuild()

    assert min(row.name for row in centre.store.read.members()) == ""
    assert len({row.name for row in centre.store.read.members()}) == 3
    assert centre.store.verify().ok


def test_a_fact_that_cannot_be_read_stops_the_rebuild_and_changes_nothing(centre: ACentre) -> None:
    with transaction(centre.store.db):
        centre.store.db.execute("UPDATE facts SET body = x'00' WHERE seq = 3")
    kept = everything(centre.store)

    with pytest.raises(DamagedStore):
        centre.store.rebuild()

    assert everything(centre.store) == kept


def test_a_rebuild_that_is_cut_short_changes_nothing(centre: ACentre, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = everything(centre.store)

    def cut(*_: object) -> Callable[[], None]:
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop.store.projections_book.HeldBookRows.finish", cut)
    with contextlib.suppress(KeyboardInterrupt):
        centre.store.rebuild()

    assert everything(centre.store) == kept


def test_the_book_has_a_row_for_each_class_it_knows(centre: ACentre) -> None:
    classes = {row[0] for row in centre.store.db.execute("SELECT class FROM balances")}

    assert classes == {AccountClass.ISSUE, AccountClass.MEMBER, AccountClass.SLIP}
