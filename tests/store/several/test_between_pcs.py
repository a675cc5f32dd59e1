"""The purse, slips, names and the ledger's notices between the PCs of a centre."""

from __future__ import annotations

import pytest

from desktop.store import receiving
from desktop.store.allowed import NoPurse
from desktop.store.facts import Facts
from desktop.store.received_blobs import wanted
from desktop.store.rows import MemberRow
from ledger.domain.facts import Contributed, Given, SlipPrinted, SlipRedeemed
from ledger.domain.names import FactId
from ledger.domain.rulings import Outcome, PurseTaken, Ruled, Why
from ledger.domain.subjects import MemberWritten, Unknown
from ledger.wire.asking import Piece
from ledger.wire.cbor import dump
from tests.store.a_network import CENTRE, Pc, Post, same

STRANGER = b"x" * 32


class TestThePurse:
    def test_without_it_members_lose_nothing_here(self, first: Pc, second: Pc) -> None:
        second.add(Contributed(second.ann, second.task, 60), SlipPrinted(second.issuer, 7, 60, None, 2500))

        assert (first.store.read.is_purse_here(), second.store.read.is_purse_here()) == (True, False)
        with pytest.raises(NoPurse):
            second.add(Given(second.ann, second.bob, 30))
        second.check()

    def test_it_moves_and_what_surfaces_later_is_paid_by_goodwill(self, first: Pc, second: Pc) -> None:
        first.add(Contributed(first.ann, first.task, 60))
        second.take(first.hold())
        last = Facts(first.store.db).end(CENTRE).seq
        first.add(Given(first.ann, first.bob, 60))
        moved = first.post.tell(PurseTaken(CENTRE, last, second.store.device))
        second.hear(moved)
        second.add(Given(second.ann, second.bob, 60))
        first.take(second.hold())
        first.hear(moved)
        second.take(first.hold())

        assert (first.minutes(first.ann), first.minutes(first.bob)) == (0, 120)
        assert [item.kind for item in first.store.read.items()] == ["purse_gone"]
        with pytest.raises(NoPurse):
            first.add(Given(first.bob, first.ann, 60))
        same(first, second)


class TestSlipsBetweenPcs:
    def test_a_slip_the_other_pc_printed_is_taken_before_its_print_arrives(self, first: Pc, second: Pc) -> None:
        first.add(SlipPrinted(first.issuer, 7, 60, None, 2500))
        used = second.add(SlipRedeemed(first.issuer, 7, second.ann, 60))
        second.take(first.hold())
        first.take(second.hold())

        slip = first.store.read.slip(first.issuer, 7)
        assert slip is not None
        assert (slip.state, slip.closed_by, first.slip_minutes(7, first.issuer)) == ("redeemed", used, 0)
        same(first, second)

    def test_the_same_slip_at_both_stays_with_the_first_to_arrive(self, first: Pc, second: Pc) -> None:
        first.add(SlipPrinted(first.issuer, 7, 60, None, 2500))
        second.take(first.hold())
        here = first.add(SlipRedeemed(first.issuer, 7, first.bob, 60))
        there = second.add(SlipRedeemed(first.issuer, 7, second.ann, 60))
        sent = second.hold()
        first.take(sent)
        second.take(first.hold())
        ruled = first.post.tell(Ruled(here, Outcome.GOODWILL, Why.TAKEN_BEFORE))
        for pc in (first, second):
            pc.hear(ruled)
            slip = pc.store.read.slip(first.issuer, 7)
            assert slip is not None
            assert (slip.closed_by, pc.minutes(pc.ann), pc.minutes(pc.bob)) == (there, 60, 60)
        same(first, second)


class TestBlobs:
    @pytest.fixture
    def named(self, first: Pc, second: Pc) -> FactId:
        with first.store.writing("a name") as facts:
            name = facts.add(MemberWritten(None, facts.seal("Zoë".encode()), facts.seal(b"Z"), place=3))
        second.take(first.hold())
        return name

    def fetch(self, first: Pc, digest: bytes) -> bytes:
        (sealed,) = first.store.db.execute("SELECT sealed FROM blobs WHERE digest = ?", [digest]).fetchone()
        return bytes(sealed)

    def member(self, pc: Pc, name: FactId) -> MemberRow:
        return pc.store.read.member(name)

    def test_a_name_that_arrives_late_shows(self, first: Pc, second: Pc, named: FactId) -> None:
        assert self.member(second, named).name == ""
        wants = wanted(second.store, 10)
        assert [want.offset for want in wants] == [0, 0]
        for want in wants:
            sealed = self.fetch(first, want.blob)
            receiving.take_pieces(
                second.store,
                [Piece(want.blob, len(sealed), 0, sealed[:20]), Piece(want.blob, len(sealed), 20, sealed[20:])],
            )

        assert (self.member(second, named).name, self.member(second, named).known_as) == ("Zoë", "Z")
        assert wanted(second.store, 10) == []
        same(first, second)

    def test_pieces_come_in_order_and_whole(self, first: Pc, second: Pc, named: FactId) -> None:
        want = wanted(second.store, 1)[0]
        sealed = self.fetch(first, want.blob)
        size = len(sealed)
        receiving.take_pieces(second.store, [Piece(want.blob, size, 20, sealed[20:])])
        receiving.take_pieces(second.store, [Piece(want.blob, size, 0, bytes(20))])
        assert wanted(second.store, 1)[0].offset == 20
        receiving.take_pieces(second.store, [Piece(want.blob, size, 20, sealed[20:])])

        assert wanted(second.store, 1)[0].offset == 0
        assert self.member(second, named).name == ""


class TestNotices:
    def test_a_notice_of_somebody_else_or_of_another_place_is_not_taken(self, first: Pc) -> None:
        good = first.post.tell(Ruled(FactId(CENTRE, 99), Outcome.SETTLED, Why.FIRST))
        later = first.post.tell(Ruled(FactId(CENTRE, 99), Outcome.GOODWILL, Why.FIRST))
        assert first.hear(good[:-1], later).changes.facts == ()
        taken = first.hear(good, later, good)

        assert (taken.rulings, len(taken.changes.facts), taken.problems) == ({"settled": 1, "goodwill": 1}, 2, ())
        kept = first.store.db.execute("SELECT raw FROM notices ORDER BY first_seq").fetchall()
        assert [raw for (raw,) in kept] == [good, later]
        first.check()

    def test_a_ledger_that_says_something_else_at_a_place_is_told_apart(self, first: Pc) -> None:
        """It was put back, and does not know it: this PC has what it said before."""
        first.hear(first.post.tell(Ruled(FactId(CENTRE, 99), Outcome.SETTLED, Why.FIRST)))
        other = Post()
        other.tell(Ruled(FactId(CENTRE, 98), Outcome.SETTLED, Why.FIRST))
        taken = first.hear(other.tell(Ruled(FactId(CENTRE, 97), Outcome.GOODWILL, Why.FIRST)))

        assert (taken.changes.facts, taken.not_following) == ((), (first.post.feed(),))
        assert (len(taken.problems), first.store.read.items()) == (1, [])
        first.check()

    def test_a_kind_only_a_newer_version_knows_is_kept(self, first: Pc) -> None:
        first.hear(first.post.tell(Unknown(200, dump([200, 1_800_000_000_000, b"", b"", 7]))))

        assert first.store.read.items() == []
        first.check()
