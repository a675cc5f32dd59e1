"""In whatever order batches and notices arrive, all PCs end with the same rows, and a rebuild makes no others."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.problems import KnownProblem
from ledger.domain.access import AccessWritten
from ledger.domain.coming import Agreed, Agreement, PersonHere, Presence, TravelWritten
from ledger.domain.facts import (
    Confirmed,
    Contributed,
    Declined,
    Given,
    PlanCancelled,
    PlanMade,
    PutRight,
    Reason,
    SlipPrinted,
    SlipRedeemed,
    SlipVoided,
)
from ledger.domain.knowing import CardSet, SecretPicturesSet
from ledger.domain.names import FactId
from ledger.domain.network import DeviceListed, ItemDone
from ledger.domain.postings import Fact, of, once_confirmed, reversed_legs
from ledger.domain.rulings import CreditNoted, Outcome, PurseTaken, Ruled, SlipTaken, Why
from ledger.domain.saying import HowItWas, SaidAnswered, SaidHowItWas
from ledger.domain.subjects import MemberWritten, SettingSet
from ledger.domain.week import (
    ActivityWritten,
    Attendance,
    Attended,
    Choice,
    Chosen,
    DayWritten,
    NotToday,
    Reach,
    SessionTakenBack,
    SessionWritten,
)
from ledger.domain.weeks import Part
from ledger.wire.answering import Sent
from ledger.wire.batch import read
from ledger.wire.joining import vouch
from ledger.wire.keys import public_key
from tests.store.a_network import CENTRE, ELSEWHERE, FOREIGN, FOUNDER_SEED, Pc, founder, projections, sibling


class Deed(NamedTuple):
    """What happens; about: which slip or fact. is_so: one choice more."""

    what: str
    about: int
    minutes: int
    is_so: bool


WHATS = (
    *("helps", "helps", "gives", "plans", "cancels", "plan slip", "answers", "puts right", "writes", "done"),
    *("chooses", "lists", "was there", "writes the week", "takes words back", "says of a day"),
    *(
        "has a say",
        "has a say",
        "prints",
        "hands in",
        "hands in",
        "hands in another's",
        "hands in another's",
        "notes a rest",
        "makes void",
    ),
)
DEEDS = st.builds(
    Deed, st.sampled_from(WHATS), st.integers(0, 3), st.sampled_from([15, 30, 45, 60, 75, 90]), st.booleans()
)
RULINGS = st.tuples(
    st.sampled_from(["ruled", "ruled", "taken", "given back", "purse"]), st.integers(0, 12), st.sampled_from(Outcome)
)
Told = tuple[str, int, Outcome]
Work = tuple[bool, list[Deed], bool]
WORK = st.tuples(st.booleans(), st.lists(DEEDS, min_size=1, max_size=7), st.booleans())
"""Who of the two works, at what, and whether the other hears of it then."""


def fact_of(pc: Pc, deed: Deed) -> Fact | None:
    """A deed as people write it; None if there is nothing to write it about."""
    ann, bob = (pc.ann, pc.bob) if deed.is_so else (pc.bob, pc.ann)
    match deed.what:
        case "helps":
            return Contributed(ann, pc.task, deed.minutes, is_waiting=deed.is_so and deed.minutes > 60)
        case "gives":
            return Given(ann, bob, deed.minutes, is_waiting=deed.minutes > 60)
        case "writes":
            is_rule = deed.is_so
            return SettingSet("step_minutes", deed.minutes) if is_rule else MemberWritten(bob, b"", place=deed.minutes)
    return _slip_fact(pc, deed, ann) or _plan_fact(pc, deed, ann) or _answer(pc, deed) or _week_fact(pc, deed, ann)


def _slip_fact(pc: Pc, deed: Deed, ann: FactId) -> Fact | None:
    slip = next(iter(pc.store.read.slips_out()[deed.about :]), None)
    match deed.what:
        case "prints":
            return SlipPrinted(pc.issuer, 100 + deed.about, deed.minutes, ann if deed.is_so else None, 2500)
        case "hands in" if slip is not None:
            return SlipRedeemed(slip.issuer, slip.number, ann, slip.minutes)
        case "hands in another's":
            return SlipRedeemed(FOREIGN, deed.about, offer=pc.swim, offer_minutes=deed.minutes)
        case "notes a rest":
            return CreditNoted(FOREIGN, deed.about, ann, deed.minutes)
        case "makes void" if slip is not None:
            waits = not deed.is_so
            return SlipVoided(
                slip.issuer, slip.number, slip.minutes, slip.member, has_paper=not waits, is_waiting=waits
            )
    return None


def _plan_fact(pc: Pc, deed: Deed, ann: FactId) -> Fact | None:
    plan = next(iter(pc.store.read.plans(ann)), None)
    match deed.what:
        case "plans":
            return PlanMade(ann, pc.swim, (ann,), deed.minutes, 0 if deed.is_so else deed.minutes)
        case "plan slip" if plan is not None:
            return SlipPrinted(pc.issuer, 200 + deed.about, deed.minutes, ann, 2500, plan=plan.id)
        case "cancels" if plan is not None:
            return PlanCancelled(plan.id, ann, pc.swim, plan.paid_minutes)
    return None


def _answer(pc: Pc, deed: Deed) -> Fact | None:
    done = FactId(pc.store.device, pc.store.read.last_seq() - deed.about)
    waiting = next(iter(pc.store.read.all_waiting()), None)
    match deed.what:
        case "answers" if waiting is not None:
            fact = pc.store.read.entry(waiting.fact).fact
            return Confirmed(waiting.fact, once_confirmed(fact)) if deed.is_so else Declined(waiting.fact)
        case "puts right" if done.seq > 0:
            return PutRight(done, reversed_legs(of(pc.store.read.entry(done).fact)), Reason.WORKER)
        case "done" if done.seq > 0:
            told = isinstance(pc.store.read.entry(done).fact, ItemDone) and deed.is_so
            return SaidAnswered(done, picture=str(deed.minutes)) if told else ItemDone(done)
    return None


def _week_fact(pc: Pc, deed: Deed, ann: FactId) -> Fact | None:
    reach = Reach.THIS_WEEK if deed.is_so else Reach.FROM_NOW_ON
    week = deed.about
    match deed.what:
        case "writes the week":
            session = pc.session if deed.about else None
            return SessionWritten(session, week, reach, pc.art, deed.about, deed.minutes, 60, 8, leader=ann)
        case "takes words back":
            return SessionTakenBack(pc.session, week, reach)
        case "chooses" | "lists":
            going = Choice.GOING if deed.what == "chooses" else Choice.LISTED
            return Chosen(ann, pc.session, week, Choice.NO if deed.minutes > 60 else going)
        case "was there":
            return Attended(ann, pc.session, week, Attendance(deed.about)) if deed.is_so else _said_of_member(deed, ann)
        case "has a say":
            return SaidHowItWas(ann, pc.session, week % 2, HowItWas(deed.minutes // 15 - 1))
        case "says of a day":
            return DayWritten(deed.about, is_open=deed.is_so, label=str(deed.minutes))
    return None


def _said_of_member(deed: Deed, ann: FactId) -> Fact:
    day = deed.minutes
    return (
        PersonHere(ann, day, Presence(deed.about)),
        NotToday(ann, day, Part.LUNCH, is_so=day > 60) if day % 2 else CardSet(ann, bytes([day]) * 32, day > 60),
        SecretPicturesSet(ann, bytes([day]) * 32) if day % 2 else TravelWritten(ann, minute=day),
        Agreed(ann, Agreement.HOME_COPY, is_so=day > 60) if day % 2 else AccessWritten(ann, scan_ms=500 + day),
    )[deed.about]


def work(pc: Pc, deeds: list[Deed]) -> None:
    """One tap each; what the book refuses is not done."""
    for deed in deeds:
        with contextlib.suppress(KnownProblem):
            fact = fact_of(pc, deed)
            if fact is not None:
                pc.add(fact)


def said(first: Pc, second: Pc, place: int, how: Told) -> Fact:
    """Something the ledger says; some of it is about facts that never come."""
    kind, about, outcome = how
    device = CENTRE if about % 2 else second.store.device
    fact = FactId(device, 9 + about // 2 if about % 2 else 1 + about // 2)
    if kind == "ruled":
        centre = ELSEWHERE if outcome in (Outcome.SETTLED, Outcome.PROVISIONAL) and about % 3 else b""
        return Ruled(fact, outcome, Why.TAKEN_BEFORE, centre)
    if kind == "given back":
        return Ruled(FactId(first.post.feed(), 1 + place // 2), Outcome.REFUSED, Why.GIVEN_BACK)
    if kind == "purse":
        return PurseTaken(CENTRE, 8 + about, second.store.device)
    issuer = first.issuer if about % 2 else second.issuer
    return SlipTaken(FactId(ELSEWHERE, 3), issuer, 100 + about // 4, 15, ELSEWHERE, is_issue_seen=bool(about % 3))


def three_pcs() -> tuple[Pc, Pc, Pc]:
    """They know each other, and all hold what the founder began with."""
    first = founder()
    pcs = (first, sibling(first.post), sibling(first.post, b"t"))
    first.add(ActivityWritten(None, "Art", "om:1F3A8"))
    first.add(SessionWritten(None, 0, Reach.FROM_NOW_ON, first.art, 1, 600, 60, 2))
    start, key = first.hold(), first.post.list_foreign_key()
    for letter in (b"s", b"t"):
        signature = vouch(FOUNDER_SEED, centre=CENTRE, public=public_key(letter * 32), is_successor=False)
        listed = first.post.tell(DeviceListed(public_key(letter * 32), CENTRE, signature, is_successor=False))
        for pc in pcs:
            pc.hear(listed)
    for pc in pcs:
        pc.hear(key)
        pc.take(start)
    return pcs


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(st.lists(WORK, max_size=5), st.lists(RULINGS, max_size=8), st.randoms(use_true_random=False))
def test_all_end_the_same(work_done: list[Work], rulings: list[Told], chance: Random) -> None:
    first, second, third = pcs = three_pcs()
    post = first.post
    for is_first, deeds, hears in work_done:
        writer, other = (first, second) if is_first else (second, first)
        work(writer, deeds)
        if writer.store.read.last_seq() > post.cut_up_to(writer.store):
            writer.hold()
        if hears:
            other.take(*post.sent)
    notices = [post.tell(said(first, second, place, how)) for place, how in enumerate(rulings)]

    for pc in pcs:
        for part in _mixed(chance, post.sent, notices):
            if isinstance(part, bytes):
                pc.hear(part)
            else:
                pc.take(part)
        assert [problem for problem in pc.store.verify().problems if "below zero" not in problem] == []
        shown = projections(pc.store)
        pc.store.rebuild()
        assert projections(pc.store) == shown
    assert projections(first.store) == projections(second.store) == projections(third.store)


def _mixed(chance: Random, sent: list[Sent], notices: list[bytes]) -> Iterator[Sent | bytes]:
    """Every feed in its own order, and they anyhow mixed."""
    feeds: dict[bytes, list[Sent | bytes]] = {b"": [*notices]}
    for one in sent:
        feeds.setdefault(read(one.raw).header.device, []).append(one)
    while left := [feed for feed in feeds.values() if feed]:
        yield chance.choice(left).pop(0)
