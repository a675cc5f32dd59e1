"""What another PC wrote comes in whole, proved, once, and in one order for all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.store import receiving
from desktop.store.allowed import SpendingPaused
from desktop.store.facts import Facts
from ledger.domain.facts import Contributed, Given
from ledger.domain.feed import Entry
from ledger.domain.names import FactId, device_name
from ledger.domain.network import DeviceListed
from ledger.domain.rulings import PurseTaken
from ledger.domain.subjects import SettingSet
from ledger.wire import batch
from ledger.wire.answering import Accepted, Sent
from ledger.wire.cbor import dump
from ledger.wire.codec import encode
from ledger.wire.columns import pack_facts
from ledger.wire.keys import public_key, sign
from ledger.wire.open_part import open_part_of, write_open
from ledger.wire.sealing import digest, seal
from tests.store.a_network import CENTRE, CENTRE_KEY, FOUNDER_SEED, Pc, Post, founder, same

STRANGER = b"x" * 32


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
