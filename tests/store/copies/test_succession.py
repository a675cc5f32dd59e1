"""A copy of a data folder goes on, an old backup goes on: every fact of both is there once, and nobody loses."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.store.facts import Facts
from desktop.store.sqlcipher import connect
from desktop.store.store import Store
from desktop.store.succession import succeed
from ledger.domain.facts import Contributed, Given, PutRight, Reason, SlipPrinted, SlipRedeemed
from ledger.domain.feed import next_head
from ledger.domain.names import FactId, device_name
from ledger.domain.postings import of, reversed_legs
from ledger.domain.rulings import Outcome, Ruled, Why
from ledger.domain.subjects import MemberWritten, Unknown
from ledger.wire.cbor import dump
from ledger.wire.joining import is_vouched
from ledger.wire.keys import public_key
from tests.store.a_centre import STORE_KEY
from tests.store.a_copy import go_on, goodwill, join
from tests.store.a_network import CENTRE, FOREIGN, FOUNDER_SEED, Pc, projections, same


class TestTwoCopiesGoOn:
    def test_every_fact_of_both_is_there_once(self, first: Pc, copy: Pc) -> None:
        first.add(Contributed(first.bob, first.task, 30))
        copy.add(Contributed(copy.bob, copy.task, 45))
        first.hold()
        joining = go_on(copy)
        join(joining, first, copy)
        first.take(copy.hold())

        assert copy.store.device == device_name(joining.public) != CENTRE
        assert is_vouched(
            joining.signature, centre=CENTRE, by=public_key(FOUNDER_SEED), public=joining.public, is_successor=True
        )
        assert (joining.takes_purse, copy.store.secret("old_device_seed")) == (False, FOUNDER_SEED)
        assert (first.minutes(first.bob), copy.minutes(copy.bob)) == (75, 75)
        assert [item.kind for item in first.store.read.items()] == ["another_copy"]
        same(first, copy)

    def test_both_go_on_afterwards(self, first: Pc, copy: Pc) -> None:
        first.add(Contributed(first.bob, first.task, 30))
        copy.add(Contributed(copy.bob, copy.task, 45))
        first.hold()
        join(go_on(copy), first, copy)
        first.take(copy.hold())
        first.add(Given(first.ann, first.bob, 60))
        copy.add(Contributed(copy.bob, copy.task, 15), SlipPrinted(copy.issuer, 8, 60, None, 2500))
        copy.take(first.hold())
        first.take(copy.hold())

        assert (first.minutes(first.ann), first.minutes(first.bob)) == (60, 150)
        same(first, copy)

    def test_what_facts_name_has_its_new_name(self, first: Pc, copy: Pc) -> None:
        first.add(Contributed(first.bob, first.task, 30))
        before = Facts(copy.store.db).end(CENTRE).seq
        with copy.store.writing("a name") as facts:
            new = facts.add(MemberWritten(None, facts.seal(b"Cai"), place=3))
        helped = copy.add(Contributed(new, copy.task, 45, with_members=(new, copy.ann)))
        wrong = copy.add(Contributed(new, copy.task, 15))
        copy.add(PutRight(wrong, reversed_legs(of(copy.store.read.entry(wrong).fact)), Reason.UNDO))
        first.hold()
        join(go_on(copy), first, copy)
        first.take(copy.hold())

        here = copy.store.device
        cai = FactId(here, new.seq - before)
        assert copy.store.read.member(cai).name == "Cai"
        fact = copy.store.read.entry(FactId(here, helped.seq - before)).fact
        assert fact == Contributed(cai, copy.task, 45, with_members=(cai, copy.ann))
        assert copy.minutes(cai) == 60  # without the purse nothing is taken from her: goodwill paid what was undone
        assert (first.minutes(cai), goodwill(first)) == (60, -15)
        first_projections, copied = projections(first.store), projections(copy.store)
        assert first_projections.pop("members") != copied.pop("members")  # her name is not at the first yet
        assert first_projections == copied
        for pc in (first, copy):
            pc.check()

    def test_what_the_copy_took_from_members_is_paid_by_goodwill(self, first: Pc, copy: Pc) -> None:
        first.add(Given(first.ann, first.bob, 120))
        copy.add(Given(copy.ann, copy.bob, 90))
        first.hold()
        join(go_on(copy), first, copy)
        first.take(copy.hold())

        assert (first.minutes(first.ann), first.minutes(first.bob), goodwill(first)) == (0, 210, -90)
        same(first, copy)

    def test_the_same_tap_again_is_the_same_facts(self, first: Pc, copy: Pc) -> None:
        first.add(Contributed(first.bob, first.task, 30))
        with copy.store.writing("a tap") as writing:
            writing.add(Contributed(copy.bob, copy.task, 45))
        first.hold()
        go_on(copy)

        with copy.store.writing("a tap") as again:
            assert again.is_repeat
            assert again.changes.facts == (FactId(copy.store.device, 1),)
        assert copy.minutes(copy.bob) == 75
        copy.check()

    def test_a_slip_handed_in_at_both_stays_in_at_both(self, first: Pc, copy: Pc) -> None:
        first.add(SlipRedeemed(first.issuer, 7, first.bob, 60))
        copy.add(SlipRedeemed(first.issuer, 7, copy.ann, 60), SlipRedeemed(FOREIGN, 9, copy.ann, 30))
        sent = first.hold()
        old_issuer = first.issuer
        join(go_on(copy), first, copy)
        first.take(copy.hold())
        told = first.post.tell(
            Ruled(FactId(copy.store.device, 1), Outcome.GOODWILL, Why.TAKEN_BEFORE),
            Ruled(FactId(copy.store.device, 2), Outcome.SETTLED, Why.FIRST, b"another centre  "),
        )
        for pc in (first, copy):
            pc.hear(told)

        assert sent.arrival < first.post.sent[-1].arrival
        assert (first.minutes(first.bob), first.minutes(first.ann), goodwill(first)) == (60, 210, -60)
        for number, issuer, place in ((7, old_issuer, 1), (9, FOREIGN, 2)):
            records = [record.fact for record in copy.store.read.redeemed_here(issuer, number)]
            assert FactId(copy.store.device, place) in records
        same(first, copy)

    def test_slips_both_printed_are_honoured(self, first: Pc, copy: Pc) -> None:
        """Each from Ann's two hours: she never has less than nothing."""
        first.add(*(SlipPrinted(first.issuer, number, 60, first.ann, 2500) for number in (20, 21)))
        copy.add(*(SlipPrinted(copy.issuer, number, 60, copy.ann, 2500) for number in (30, 31)))
        issuer = first.issuer
        first.hold()
        join(go_on(copy), first, copy)
        first.take(copy.hold())
        first.add(*(SlipRedeemed(issuer, number, first.bob, 60) for number in (20, 21, 30, 31)))
        copy.take(first.hold())

        assert (first.minutes(first.ann), first.minutes(first.bob), goodwill(first)) == (0, 240, -120)
        same(first, copy)

    def test_a_fact_of_a_kind_it_does_not_know_is_said_again_as_it_was(self, first: Pc, copy: Pc) -> None:
        first.add(Contributed(first.bob, first.task, 30))
        facts, end = Facts(copy.store.db), Facts(copy.store.db).end(CENTRE)
        body = dump([200, 5, b"", b"", 7])
        _write_raw(copy, body)
        first.hold()
        go_on(copy)

        assert facts.end(CENTRE).seq == end.seq + 1
        assert copy.store.read.entry(FactId(copy.store.device, 1)).fact == Unknown(200, body)
        copy.check()


class TestCopiesOfACopy:
    """Both have the same facts that no ledger holds."""

    @pytest.fixture
    def copies(self, first: Pc, copy: Pc, tmp_path: Path) -> tuple[Pc, Pc]:
        first.add(Contributed(first.bob, first.task, 30))
        with copy.store.writing("a tap of both") as writing:
            new = writing.add(MemberWritten(None, b"", place=3))
            writing.add(Contributed(new, copy.task, 45, with_members=(new,)))
        copy.add(SlipRedeemed(FOREIGN, 9, copy.bob, 60))
        copy.store.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(tmp_path / "b.db", tmp_path / "c.db")
        db = connect(tmp_path / "c.db", STORE_KEY)
        again = Store(db, clock=copy.store.clock, folder=tmp_path, on_close=lambda: None)
        first.hold()
        return copy, Pc(again, copy.post, taps=2000)

    def test_they_become_the_same_device(self, first: Pc, copies: tuple[Pc, Pc]) -> None:
        one, other = copies
        assert go_on(one) == go_on(other, since=1)
        assert one.store.device == other.store.device
        assert one.hold().raw[:100] == other.hold().raw[:100]
        same(one, other)
        assert first.store.device != one.store.device

    def test_what_the_first_of_them_said_is_not_said_twice(self, first: Pc, copies: tuple[Pc, Pc]) -> None:
        one, other = copies
        versions = first.post.sent[1:]
        other.add(Contributed(other.bob, other.task, 15))
        join(succeed(one.store, versions), first, one, other)
        sent = one.hold()
        first.take(sent)
        other.take(sent)
        join(succeed(other.store, versions), first, one, other)
        told = other.hold()
        for pc in (first, one):
            pc.take(told)

        new = FactId(one.store.device, 1)
        assert other.store.device != one.store.device
        assert (other.minutes(new), other.minutes(other.bob)) == (45, 105)
        with other.store.writing("a tap of both") as again:
            assert again.changes.facts == (new, FactId(one.store.device, 2))
        records = [record.fact for record in other.store.read.redeemed_here(FOREIGN, 9)]
        assert records == [FactId(one.store.device, 3)]
        same(first, one)
        same(first, other)

    def test_tails_that_overlap_in_part_are_said_once_whoever_knows_of_whom(
        self, first: Pc, copy: Pc, tmp_path: Path
    ) -> None:
        """One wrote x and y, its copy x and z, a copy of that x, z and v; the last knows what the two became."""
        first.add(Contributed(first.bob, first.task, 30))
        copy.add(Contributed(copy.bob, copy.task, 1))  # x
        second = _copy(copy, tmp_path / "c.db")
        copy.add(Contributed(copy.bob, copy.task, 2))  # y
        second.add(Contributed(copy.bob, copy.task, 4))  # z
        third = _copy(second, tmp_path / "d.db")
        third.add(Contributed(copy.bob, copy.task, 8))  # v
        first.hold()
        versions = first.post.sent[1:]

        join(succeed(copy.store, versions), first, copy, second, third)
        of_copy = copy.hold()
        succeed(second.store, versions)
        between = second.store.device
        assert between == copy.store.device
        join(succeed(second.store, [of_copy]), first, copy, second, third, by=between)
        of_second = second.hold()
        third.take(of_copy, of_second)
        join(succeed(third.store, versions), first, copy, second, third)
        of_third = third.hold()
        first.take(of_copy, of_second, of_third)
        copy.take(of_second, of_third)
        second.take(of_third)

        for pc in (first, copy, second, third):
            assert pc.minutes(pc.bob) == 30 + 1 + 2 + 4 + 8
            same(first, pc)

    def test_a_copy_that_knows_nothing_yet_ends_where_one_that_knows_does(
        self, first: Pc, copies: tuple[Pc, Pc], tmp_path: Path
    ) -> None:
        one, other = copies
        versions = first.post.sent[1:]
        other.add(Contributed(other.bob, other.task, 15))
        late = _copy(other, tmp_path / "d.db")
        join(succeed(one.store, versions), first, one, other, late)
        sent = one.hold()
        other.take(sent)
        succeed(other.store, versions)
        succeed(late.store, versions)
        succeed(late.store, [sent])

        assert other.store.device == late.store.device


def _copy(pc: Pc, file: Path) -> Pc:
    """A copy of a copy, as it is now."""
    pc.store.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    pc.store.db.conn.execute("VACUUM INTO ?", [str(file)])
    again = Store(connect(file, STORE_KEY), clock=pc.store.clock, folder=file.parent, on_close=lambda: None)
    return Pc(again, pc.post, taps=3000 + pc.taps)


def _write_raw(pc: Pc, body: bytes) -> None:
    """A fact that a newer version wrote here."""
    end = Facts(pc.store.db).end(CENTRE)
    row = [CENTRE, end.seq + 1, body, next_head(end.head, body)]
    pc.store.db.conn.execute("INSERT INTO facts VALUES (?, ?, ?, ?)", row)
    pc.store.rebuild()
