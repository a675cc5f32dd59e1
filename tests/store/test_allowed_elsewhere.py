"""Slips printed elsewhere are taken once on this PC, if their key is good; the ledger's facts are not written here."""

from __future__ import annotations

import pytest

from desktop.problems import NotAllowed, NotFound
from ledger.domain.facts import Confirmed, Declined, PutRight, Reason, SlipPrinted, SlipRedeemed, SlipVoided
from ledger.domain.names import FactId
from ledger.domain.network import NETWORK, IssuerRevoked, VenueListed
from ledger.domain.postings import Fact, of, once_confirmed, reversed_legs
from ledger.domain.rulings import CreditNoted, Outcome, PurseTaken, Ruled, SlipTaken, Why
from tests.store.a_network import CENTRE, ELSEWHERE, FOREIGN, Pc, founder, sibling


@pytest.fixture
def pc() -> Pc:
    made = founder()
    made.hear(made.post.list_foreign_key())
    return made


def refused(pc: Pc, *facts: Fact) -> str:
    """Why a tap is refused; nothing of it is left."""
    before = pc.store.read.last_seq()
    with pytest.raises((NotAllowed, NotFound)) as problem:
        pc.add(*facts)
    assert pc.store.read.last_seq() == before
    return str(problem.value)


def test_a_slip_of_a_listed_key_is_taken(pc: Pc) -> None:
    pc.add(SlipRedeemed(FOREIGN, 7, pc.ann, 60))
    assert pc.minutes(pc.ann) == 60


def test_the_same_slip_is_refused_for_ever(pc: Pc) -> None:
    fact = pc.add(SlipRedeemed(FOREIGN, 7, pc.ann, 60))
    for outcome in (Outcome.GOODWILL, Outcome.SETTLED):
        assert "already" in refused(pc, SlipRedeemed(FOREIGN, 7, pc.bob, 60))
        pc.hear(pc.post.tell(Ruled(fact, outcome, Why.FIRST, ELSEWHERE if outcome == Outcome.SETTLED else b"")))
    assert "already" in refused(pc, SlipRedeemed(FOREIGN, 7, pc.bob, 60))


def test_taken_back_it_may_be_handed_in_again(pc: Pc) -> None:
    used = SlipRedeemed(FOREIGN, 7, pc.ann, 60)
    pc.add(PutRight(pc.add(used), reversed_legs(of(used)), Reason.UNDO))
    pc.add(SlipRedeemed(FOREIGN, 7, pc.bob, 60))

    assert (pc.minutes(pc.ann), pc.minutes(pc.bob), pc.slip_minutes(7)) == (0, 60, -60)
    pc.check()


def test_what_a_restore_remembers_is_not_taken_again(pc: Pc) -> None:
    pc.store.db.conn.execute(
        "INSERT INTO redeemed_here VALUES (?, ?, ?, 5)",
        [(7).to_bytes(8, "big"), FOREIGN, CENTRE + bytes([0] * 5 + [99])],
    )
    assert "already" in refused(pc, SlipRedeemed(FOREIGN, 7, pc.ann, 60))


def test_of_a_revoked_key_only_the_numbers_still_good_are_taken(pc: Pc) -> None:
    pc.hear(pc.post.tell(IssuerRevoked(FOREIGN, (7,)), centre=NETWORK))

    assert "revoked" in refused(pc, SlipRedeemed(FOREIGN, 8, pc.ann, 60))
    assert pc.store.read.is_still_good(FOREIGN, 7)
    pc.add(SlipRedeemed(FOREIGN, 7, pc.ann, 60))


def test_of_a_key_nobody_knows_nothing_is_taken(pc: Pc) -> None:
    assert "not made here" in refused(pc, SlipRedeemed(b"nobody's key    ", 7, pc.ann, 60))


def test_no_slip_printed_elsewhere_is_made_void_here(pc: Pc) -> None:
    assert "not made here" in refused(pc, SlipVoided(FOREIGN, 7, 60, None, has_paper=True))


def test_a_slip_of_another_pc_of_this_centre_is_taken_unseen() -> None:
    first = founder()
    second = sibling(first.post)
    second.take(first.hold())
    second.add(SlipRedeemed(first.issuer, 7, second.ann, 60))
    assert second.minutes(second.ann) == 60


def test_a_rest_waits_once_after_its_slip(pc: Pc) -> None:
    note = CreditNoted(FOREIGN, 7, pc.bob, 30)
    assert "once" in refused(pc, note)
    pc.add(SlipRedeemed(FOREIGN, 7, offer=pc.swim, offer_minutes=30), note)

    assert "once" in refused(pc, note)
    assert "no member" in refused(pc, CreditNoted(FOREIGN, 7, FactId(CENTRE, 99), 30))


def test_what_the_ledger_answers_no_worker_does(pc: Pc) -> None:
    pc.add(SlipPrinted(pc.issuer, 7, 60, None, 2500))
    lost = SlipVoided(pc.issuer, 7, 60, None, has_paper=False, is_waiting=True)
    void = pc.add(lost)
    for answer in (Confirmed(void, once_confirmed(lost)), Declined(void), PutRight(void, (), Reason.WORKER)):
        assert "by itself" in refused(pc, answer)


@pytest.mark.parametrize(
    "fact",
    [
        Ruled(FactId(CENTRE, 1), Outcome.SETTLED, Why.FIRST),
        SlipTaken(FactId(ELSEWHERE, 1), FOREIGN, 7, 60, ELSEWHERE, is_issue_seen=True),
        PurseTaken(CENTRE, 0, ELSEWHERE),
        VenueListed(7, "The pool"),
    ],
)
def test_what_only_the_ledger_says_is_not_written_here(pc: Pc, fact: Fact) -> None:
    assert "Only the central ledger" in refused(pc, fact)
