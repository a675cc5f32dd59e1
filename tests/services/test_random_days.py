"""Random days: whatever people do in whatever order, the records stay sound and every double tap is one fact."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.problems import KnownProblem
from desktop.services.drafts import GiftDraft, HelpedDraft
from ledger.domain.accounts import member_account
from tests.services.at_work import AtWork, Template

NAMES = ("Ann", "Bob", "Cath")
OFFERS = ("Art", "Swimming", "Walk in the park")


class Day:
    """One random day: everything done is done twice, as a double tap does."""

    def __init__(self, centre: AtWork) -> None:
        self.centre = centre
        self.do = centre.do
        self.sittings = {name: centre.sign_in(name) for name in NAMES}
        self.tokens = ["TC1", "hello"]

    def twice(self, act: Callable[[], object]) -> object:
        first = answered(act)
        facts = self.centre.store.read.last_seq()
        answered(act)
        assert self.centre.store.read.last_seq() == facts, "a double tap wrote twice"
        return first

    def help(self, name: str, quarters: int) -> None:
        draft = HelpedDraft(self.centre.draft(), self.centre.task("Swept up"), quarters * 15)
        self.twice(lambda: self.do.contributions.say(self.sittings[name], draft))

    def thank(self, name: str, other: str, minutes: int) -> None:
        draft = GiftDraft(self.centre.draft(), self.centre.member(other), minutes)
        self.twice(lambda: self.do.credits.give(self.sittings[name], draft))

    def print(self, name: str, count: int) -> None:
        member, draft = self.centre.member(name), self.centre.draft()
        papers = self.twice(lambda: self.do.slips.print_for_member(member, count, 60, draft_id=draft))
        self.tokens += [paper.token for paper in papers] if isinstance(papers, list) else []

    def hand_in(self, number: int, name: str, offer: str) -> None:
        token, draft = self.tokens[number % len(self.tokens)], self.centre.draft()
        member, at = self.centre.member(name), self.centre.offer(offer)
        if number % 2:
            self.twice(lambda: self.do.slips.redeem_to_member(token, member, draft))
        else:
            self.twice(lambda: self.do.slips.redeem_for_offer(token, at, draft, member=member))

    def spend(self, name: str, offer: str, going: list[str]) -> None:
        sitting = self.sittings[name]
        draft = replace(self.centre.plan(sitting, offer), going=tuple(map(self.centre.member, going)))
        self.twice(lambda: self.do.spending.say_yes(sitting, draft))

    def cancel(self, name: str, number: int) -> None:
        if plans := self.do.spending.plans(self.sittings[name]):
            self.twice(lambda: self.do.spending.cancel(self.sittings[name], plans[number % len(plans)].id))

    def undo(self, name: str, number: int) -> None:
        rows = [row for row in self.do.credits.history(self.sittings[name]) if row.can_undo]
        if rows:
            fact = rows[number % len(rows)].fact
            self.twice(lambda: self.do.credits.undo(self.sittings[name], fact))

    def put_right(self, number: int) -> None:
        fact = list(self.do.credits.history_of(self.centre.member("Ann")))
        if fact:
            self.twice(lambda: self.do.credits.put_right(fact[number % len(fact)].fact, "It was not so."))

    def answer(self, number: int) -> None:
        if rows := self.do.waiting.all():
            fact = rows[number % len(rows)].fact
            self.twice(lambda: self.do.waiting.confirm(fact) if number % 3 else self.do.waiting.decline(fact))

    def void(self, number: int) -> None:
        if out := self.do.slips.out():
            self.twice(lambda: self.do.slips.void(out[number % len(out)].code, "Lost"))


def answered(act: Callable[[], object]) -> object:
    """What a service answered, a known problem by its kind."""
    try:
        return act()
    except KnownProblem as problem:
        return type(problem)


name, number = st.sampled_from(NAMES), st.integers(0, 50)
going = st.lists(name, min_size=1, max_size=3, unique=True)
ACTS = st.one_of(
    st.builds(lambda *a: ("help", a), name, st.integers(1, 12)),
    st.builds(lambda *a: ("help", a), name, st.integers(1, 12)),
    st.builds(lambda *a: ("thank", a), name, name, st.sampled_from((15, 60, 120, 315))),
    st.builds(lambda *a: ("print", a), name, st.integers(1, 3)),
    st.builds(lambda *a: ("hand_in", a), number, name, st.sampled_from(OFFERS)),
    st.builds(lambda *a: ("spend", a), name, st.sampled_from(OFFERS), going),
    st.builds(lambda *a: ("cancel", a), name, number),
    st.builds(lambda *a: ("undo", a), name, number),
    st.builds(lambda *a: ("put_right", a), number),
    st.builds(lambda *a: ("answer", a), number),
    st.builds(lambda *a: ("void", a), number),
)


@settings(max_examples=25)
@given(acts=st.lists(ACTS, min_size=5, max_size=40))
def test_a_day_of_anything_stays_sound(
    template: Template, tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, tuple[object, ...]]]
) -> None:
    centre = template.opened(tmp_path_factory.mktemp("day") / "here")
    try:
        day = Day(centre)
        for act, details in acts:
            getattr(day, act)(*details)
            for who in NAMES:
                told = centre.do.credits.of(centre.member(who))
                assert told.available_minutes == centre.store.read.minutes(member_account(centre.member(who))) >= 0
                counted = [row for row in centre.do.credits.history(day.sittings[who], 500) if not row.is_waiting]
                assert sum(row.minutes for row in counted) == told.available_minutes
        assert centre.is_sound()
        centre.store.rebuild()
        assert centre.is_sound()
    finally:
        centre.store.close()
