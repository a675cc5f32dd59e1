"""A PC brought back from an old backup goes on, and a door stays a door."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from desktop.clock import standing_at
from desktop.store.facts import Facts
from desktop.store.founding import Beginning, begin_in
from desktop.store.receiving import take_notices
from desktop.store.sqlcipher import connect
from desktop.store.succession import succeed
from desktop.store.whole import in_one_piece
from ledger.domain.facts import Contributed, Given, SlipRedeemed
from ledger.domain.feed import first_head
from ledger.domain.names import device_name
from ledger.domain.network import DoorOpened
from ledger.domain.postings import Fact
from ledger.wire import batch
from ledger.wire.answering import Sent
from ledger.wire.batch import BadBatch
from ledger.wire.keys import public_key
from tests.store.a_centre import STORE_KEY
from tests.store.a_copy import go_on, join
from tests.store.a_network import CENTRE, FOREIGN, LEDGER_SEED, Pc, Post, projections


class TestAnOldBackup:
    def test_it_goes_on_from_what_the_ledger_has(self, first: Pc, copy: Pc) -> None:
        """The first PC is gone."""
        first.add(Contributed(first.bob, first.task, 30))
        first.hold()
        first.add(SlipRedeemed(first.issuer, 7, first.bob, 60))
        first.hold()
        joining = go_on(copy)
        join(joining, copy)

        assert joining.takes_purse
        assert copy.minutes(copy.bob) == 90
        copy.add(Given(copy.bob, copy.ann, 90))
        assert (copy.minutes(copy.ann), copy.minutes(copy.bob)) == (210, 0)
        copy.check()

    def test_what_was_handed_in_before_stays_remembered_as_it_was(self, first: Pc, copy: Pc) -> None:
        """The restore carried it over from the records set aside: it is a fact of the ledger's version."""
        used = first.add(SlipRedeemed(first.issuer, 7, first.bob, 60))
        row = first.store.db.execute("SELECT * FROM redeemed_here").fetchone()
        copy.store.db.conn.execute("INSERT INTO redeemed_here VALUES (?, ?, ?, ?)", row)
        copy.add(Contributed(copy.bob, copy.task, 45))
        first.hold()
        join(go_on(copy), copy)

        (record,) = copy.store.read.redeemed_here(first.issuer, 7)
        assert record.fact == used
        assert copy.minutes(copy.bob) == 105
        copy.check()

    def test_a_succession_that_is_undone_leaves_the_old_name(self, first: Pc, copy: Pc) -> None:
        """The disk was full after it, in the same transaction."""
        first.add(Contributed(first.bob, first.task, 30))
        first.hold()
        with contextlib.suppress(OSError), in_one_piece(copy.store):
            go_on(copy)
            raise OSError("the disk is full")

        assert copy.store.device == CENTRE
        assert copy.add(Contributed(copy.bob, copy.task, 45)).device == CENTRE
        copy.check()

    def test_a_version_this_pc_never_signed_changes_nothing(self, first: Pc, copy: Pc) -> None:
        first.add(Contributed(first.bob, first.task, 30))
        first.hold()
        sent = first.post.sent[-1]
        before = projections(copy.store)
        with pytest.raises(BadBatch):
            succeed(copy.store, [sent._replace(raw=sent.raw[:-1] + b"\0")])

        assert projections(copy.store) == before
        assert copy.store.device == CENTRE
        copy.check()


def test_a_door_that_goes_on_is_a_door() -> None:
    seed, post = b"v" * 32, Post()
    door = device_name(public_key(seed))
    secrets = {"device_seed": seed, "centre_key": b"k" * 32, "centre": door, "ledger_public": public_key(LEDGER_SEED)}
    stores = []
    for _ in range(2):
        db = connect(":memory:", STORE_KEY)
        facts: tuple[Fact, ...] = (DoorOpened("The pool", 1001),)
        clock = standing_at(2027, 1, 15, 10, 0)
        stores.append(begin_in(db, Beginning(secrets, facts), clock=clock, folder=Path()))
    first, copy = stores
    hear = post.list_foreign_key()
    for number, store in enumerate(stores):
        take_notices(store, [hear])
        with store.writing("a slip") as writing:
            writing.note_bound(writing.add(SlipRedeemed(FOREIGN, number, venue=1001, venue_minutes=60)))
    assert copy.read.taken_of_others() == []
    bodies = [fact.body for fact in Facts(first.db).of(door)]
    place = batch.Place(door, door, 1, first_head(door))
    made = batch.cut(bodies, place=place, centre_key=b"k" * 32, seed=seed)
    succeed(copy, [Sent(1, bytes(made))])

    assert copy.device != door
    assert copy.read.taken_of_others() == []
    assert copy.read.door() == first.read.door() == ("The pool", 1001)
    assert copy.centre_name == "The pool"
    assert copy.verify().problems == []
