"""Facts that hang on nothing together are projected as they come; only where they meet is everything made again."""

from __future__ import annotations

import pytest

from desktop.store.trust import trust
from ledger.domain.facts import Confirmed, Contributed, Given, PlanCancelled, PlanMade, SlipPrinted, SlipRedeemed
from ledger.domain.postings import Fact, once_confirmed
from ledger.domain.saying import HowItWas, SaidHowItWas
from ledger.domain.subjects import MemberWritten, SettingSet, SlipHandedOut
from ledger.domain.week import ActivityWritten, Reach, SessionWritten
from ledger.wire.keys import public_key
from tests.store.a_network import Pc, founder, same, sibling


@pytest.fixture
def first() -> Pc:
    made = founder()
    made.add(Contributed(made.ann, made.task, 600), SlipPrinted(made.issuer, 7, 60, None, 2500))
    made.add(Contributed(made.bob, made.task, 240, is_waiting=True), PlanMade(made.ann, made.swim, (made.ann,), 60, 60))
    return made


@pytest.fixture
def second(first: Pc) -> Pc:
    made = sibling(first.post)
    trust(first.store, public_key(b"s" * 32))
    made.take(first.hold())
    return made


def rebuilds(pc: Pc, monkeypatch: pytest.MonkeyPatch, here: list[Fact], there: tuple[Pc, list[Fact]]) -> int:
    """How often everything is made again when a PC that has written something takes in what came before."""
    other, facts = there
    other.add(*facts)
    pc.add(*here)
    made: list[int] = []
    rebuild = pc.store.rebuild

    def counted() -> int:
        made.append(rebuild())
        return made[-1]

    monkeypatch.setattr(pc.store, "rebuild", counted)
    pc.take(other.hold())
    monkeypatch.undo()
    return len(made)


def test_a_busy_day_at_two_pcs_is_never_made_again(first: Pc, second: Pc, monkeypatch: pytest.MonkeyPatch) -> None:
    here: list[Fact] = [Contributed(second.bob, second.task, 60), SlipPrinted(second.issuer, 8, 60, None, 2500)]
    there: list[Fact] = [
        Contributed(first.ann, first.task, 60),
        Given(first.ann, first.bob, 60),
        SlipRedeemed(first.issuer, 7, first.bob, 60),
        MemberWritten(first.ann, b"", place=9),
    ]
    assert rebuilds(second, monkeypatch, here, (first, there)) == 0
    second.check()


@pytest.mark.parametrize("what", ["slip", "setting", "member", "say"])
def test_where_they_meet_it_is(first: Pc, second: Pc, monkeypatch: pytest.MonkeyPatch, *, what: str) -> None:
    art = first.add(ActivityWritten(None, "Art", "om:1F3A8"))
    session = first.add(SessionWritten(None, 360, Reach.FROM_NOW_ON, art, 1, 600, 60, 8))
    second.take(first.hold())
    facts: dict[str, tuple[Fact, Fact]] = {
        "slip": (SlipHandedOut(first.issuer, 7), SlipRedeemed(first.issuer, 7, first.bob, 60)),
        "setting": (SettingSet("step_minutes", 30), SettingSet("step_minutes", 15)),
        "say": (
            SaidHowItWas(first.ann, session, 360, HowItWas.BAD),
            SaidHowItWas(first.ann, session, 360, HowItWas.GOOD),
        ),
        "member": (MemberWritten(first.bob, b"", place=8), MemberWritten(first.bob, b"", place=9)),
    }
    here, there = facts[what]
    assert rebuilds(second, monkeypatch, [here], (first, [there])) == 1
    second.check()


def test_an_answer_hangs_on_what_it_answers(first: Pc, second: Pc) -> None:
    (row,) = second.store.read.all_waiting()
    second.add(Confirmed(row.fact, once_confirmed(first.store.read.entry(row.fact).fact)))
    first.add(Confirmed(row.fact, once_confirmed(first.store.read.entry(row.fact).fact)))
    plan = first.store.read.plans(first.ann)[0]
    first.add(PlanCancelled(plan.id, first.ann, first.swim, plan.paid_minutes))
    second.take(first.hold())
    first.take(second.hold())

    assert first.store.read.confirmed_by(row.fact) is not None
    same(first, second)
