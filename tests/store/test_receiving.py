"""What another PC wrote and what the ledger says comes in whole, proved, once, and in one order for all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.store import receiving
from desktop.store.allowed import NoPurse, SpendingPaused
from desktop.store.facts import Facts
from desktop.store.received_blobs import wanted
from desktop.store.rows import MemberRow
from ledger.domain.facts import Contributed, Given, SlipPrinted, SlipRedeemed
from ledger.domain.feed import Entry
from ledger.domain.names import FactId, device_name
from ledger.domain.network import DeviceListed
from ledger.domain.rulings import Outcome, PurseTaken, Ruled, Why
from ledger.domain.subjects import MemberWritten, SettingSet, Unknown
from ledger.wire import batch
from ledger.wire.answering import Accepted, Sent
from ledger.wire.asking import Piece
from ledger.wire.cbor import dump
from ledger.wire.codec import encode
from ledger.wire.columns import pack_facts
from ledger.wire.joining import vouch
from ledger.wire.keys import public_key, sign
from ledger.wire.open_part import open_part_of, write_open
from ledger.wire.sealing import digest, seal
from tests.store.a_network import CENTRE, CENTRE_KEY, FOUNDER_SEED, Pc, Post, founder, projections, sibling

STRANGER = b"x" * 32


@pytest.fixture
def first() -> Pc:
    return founder()


@pytest.fixture
def second(first: Pc) -> Pc:
    """A second PC that holds all the first has written; the first knows it."""
    made = sibling(first.post)
    made.take(first.hold())
    signature = vouch(FOUNDER_SEED, centre=CENTRE, public=public_key(b"s" * 32), is_successor=False)
    listed = first.post.tell(DeviceListed(public_key(b"s" * 32), CENTRE, signature, is_successor=False))
    for pc in (first, made):
        pc.hear(listed)
    return made


def same(first: Pc, second: Pc) -> None:
    """Both hold and show the same, and it is what a rebuild makes."""
    for pc in (first, second):
        pc.check()
    assert projections(first.store) == projections(second.store)


class TestBatches:
    def test_what_the_other_pc_wrote_shows(self, first: Pc, second: Pc) -> None:
        name = first.add(Contributed(first.ann, first.task, 60))
        taken = second.take(first.hold())

        assert second.minutes(second.ann) == 60
        assert (taken.changes.facts, taken.problems) == ((name,), ())
        assert first.ann in taken.changes.touched
        same(first, second)

    def test_twice_is_once(self, first: Pc, second: Pc) -> None:
        first.add(Contributed(first.ann, first.task, 60))
        sent = first.hold()
        second.take(sent, sent)
        taken = second.take(sent)

        assert (second.minutes(second.ann), taken.changes.facts, taken.problems) == (60, (), ())
        same(first, second)

    def test_what_does_not_follow_yet_is_passed_over(self, first: Pc, second: Pc) -> None:
        for _ in range(2):
            first.add(Contributed(first.ann, first.task, 60))
            first.hold()
        early, late = first.post.sent[-2:]
        assert second.take(late).changes.facts == ()
        second.take(early)
        second.take(late)

        assert (second.minutes(second.ann), second.store.read.items()) == (120, [])
        same(first, second)

    def test_own_facts_that_are_not_held_come_after_those_that_arrive(self, first: Pc, second: Pc) -> None:
        """Last word on a setting: the one that reached the ledger last."""
        second.add(SettingSet("step_minutes", 30))
        first.add(SettingSet("step_minutes", 15))
        second.take(first.hold())
        assert second.store.rules.step_minutes == 30

        first.take(second.hold())
        assert first.store.rules.step_minutes == 30
        same(first, second)

    def test_facts_that_arrived_earlier_take_their_place_before_later_ones(self, first: Pc, second: Pc) -> None:
        first.add(SettingSet("step_minutes", 30))
        earlier = first.hold()
        second.add(SettingSet("step_minutes", 15))
        first.take(second.hold())
        second.take(earlier)

        assert (first.store.rules.step_minutes, second.store.rules.step_minutes) == (15, 15)
        same(first, second)

    def test_an_arrival_that_was_told_late_puts_own_facts_where_they_belong(self, first: Pc, second: Pc) -> None:
        """The answer was lost; meanwhile another batch came."""
        second.add(SettingSet("step_minutes", 30))
        sent = second.hold()
        second.store.db.conn.execute("UPDATE batches SET arrival = NULL WHERE device = ?", [second.store.device])
        second.store.db.conn.execute("DELETE FROM arrivals WHERE device = ?", [second.store.device])
        first.take(sent)
        first.add(SettingSet("step_minutes", 15))
        second.take(first.hold())
        assert second.store.rules.step_minutes == 30
        receiving.take_arrivals(second.store, [Accepted(b"", batch.read(sent.raw).header.first, sent.arrival)])

        assert second.store.rules.step_minutes == 15
        same(first, second)

    def test_one_number_given_twice_is_told_apart_by_the_device(self, first: Pc, second: Pc) -> None:
        """The ledger was put back, and does not know it yet."""
        for pc in (first, second):
            pc.add(SettingSet("step_minutes", 15 if pc is first else 30))
        there = second.hold()
        first.post.arrivals -= 1
        here = first.hold()
        assert here.arrival == there.arrival
        first.take(there)
        second.take(here)

        assert first.store.rules.step_minutes == (15 if first.store.device > second.store.device else 30)
        same(first, second)

    def test_a_pack_takes_the_place_of_small_batches(self, first: Pc, second: Pc) -> None:
        start = Facts(first.store.db).end(first.store.device).seq
        for _ in range(3):
            first.add(Contributed(first.ann, first.task, 60))
            first.hold()
        small = first.post.sent[-3:]
        second.take(small[0])
        bodies = [fact.body for fact in Facts(first.store.db).of(CENTRE, after=start)]
        place = batch.Place(CENTRE, CENTRE, start + 1, Facts(first.store.db).head(CENTRE, start))
        pack = batch.cut(bodies, place=place, centre_key=CENTRE_KEY, seed=FOUNDER_SEED)
        taken = second.take(Sent(small[-1].arrival, bytes(pack)))

        assert (second.minutes(second.ann), len(taken.changes.facts), taken.problems) == (180, 2, ())
        kept = second.store.db.execute("SELECT first_seq, last_seq FROM batches ORDER BY first_seq").fetchall()
        assert kept == [(1, start), (start + 1, start + 3)]
        same(first, second)

    def test_a_stranger_s_batch_is_not_taken(self, first: Pc, second: Pc) -> None:
        place = batch.Place(CENTRE, device_name(public_key(STRANGER)), 1, b"")
        body = encode(Entry(FactId(place.device, 1), 0, SettingSet("step_minutes", 1)))
        made = batch.cut([body], place=replace(place, previous=bytes(32)), centre_key=CENTRE_KEY, seed=STRANGER)
        listed = first.post.tell(DeviceListed(public_key(STRANGER), CENTRE, bytes(64), is_successor=False))
        second.hear(listed)
        taken = second.take(Sent(99, bytes(made)))

        assert (len(taken.problems), second.store.rules.step_minutes) == (1, 15)
        second.check()

    @pytest.mark.parametrize("at", [0, 200, 300, -1])
    def test_a_changed_batch_is_not_taken_and_told(self, first: Pc, second: Pc, at: int) -> None:
        first.add(Contributed(first.ann, first.task, 60))
        sent = first.hold()
        changed = bytearray(sent.raw)
        changed[at] ^= 1
        taken = second.take(Sent(sent.arrival, bytes(changed)))

        assert (len(taken.problems), second.minutes(second.ann)) == (1, 0)
        second.take(sent)
        assert second.minutes(second.ann) == 60
        second.check()

    def test_a_fork_is_told_and_not_taken(self, first: Pc, second: Pc) -> None:
        copy = founder(post=Post(first.post.arrivals))
        copy.hold()
        copy.add(Contributed(copy.bob, copy.task, 60))
        first.add(Contributed(first.ann, first.task, 60))
        second.take(first.hold())
        taken = second.take(Sent(99, copy.hold().raw))

        assert [item.kind for item in second.store.read.items()] == ["forked"]
        assert (len(taken.problems), second.minutes(second.bob)) == (1, 0)
        second.check()

    def test_a_fact_that_cannot_be_read_keeps_its_bytes_and_raises_an_item(self, first: Pc, second: Pc) -> None:
        facts, end = Facts(first.store.db), Facts(first.store.db).end(CENTRE)
        good = encode(Entry(FactId(CENTRE, end.seq + 1), 5, Contributed(first.ann, first.task, 60)))
        bad = dump([1, 5, b"", b"", b"no name", 7, 60, 0, []])
        made = _cut_raw(facts, end.seq, [bad, good])
        taken = second.take(Sent(first.post.arrivals + 1 | 1 << 32, made))

        assert (taken.problems, second.minutes(second.ann)) == ((), 60)
        (item,) = second.store.read.items()
        assert (item.kind, item.about) == ("unreadable", FactId(CENTRE, end.seq + 1))
        assert Facts(second.store.db).body(item.about) == bad
        second.check()

    def test_an_unknown_kind_that_may_move_minutes_pauses_spending(self, first: Pc, second: Pc) -> None:
        facts, end = Facts(first.store.db), Facts(first.store.db).end(CENTRE)
        second.take(Sent(1 << 32 | 77, _cut_raw(facts, end.seq, [dump([60, 5, b"", b""])])))
        second.hear(first.post.tell(PurseTaken(CENTRE, end.seq, second.store.device)))
        second.add(Contributed(second.ann, second.task, 60))

        with pytest.raises(SpendingPaused):
            second.add(Given(second.ann, second.bob, 30))
        assert [item.kind for item in second.store.read.items()] == ["newer"]
        second.check()

    def test_what_only_the_ledger_says_means_nothing_in_another_pc_s_feed(self, first: Pc, second: Pc) -> None:
        facts, end = Facts(first.store.db), Facts(first.store.db).end(CENTRE)
        lie = Entry(FactId(CENTRE, end.seq + 1), 5, PurseTaken(CENTRE, 0, second.store.device))
        made = _cut_raw(facts, end.seq, [encode(lie)])
        second.take(Sent(1 << 32 | 77, made))

        assert not second.store.read.is_purse_here()
        second.check()


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


def _cut_raw(facts: Facts, after: int, bodies: list[bytes]) -> bytes:
    """A batch of a newer version: facts that `cut` of this one refuses."""
    previous = facts.head(CENTRE, after)
    open_bytes = write_open(open_part_of([]))
    sealed = seal(CENTRE_KEY, pack_facts(bodies))
    head = batch.head_after(previous, bodies)
    header = batch.Header(
        CENTRE, CENTRE, after + 1, after + len(bodies), previous, digest(open_bytes), digest(sealed), head
    )
    return bytes(batch.Batch(header, sign(FOUNDER_SEED, bytes(header)), open_bytes, sealed))
