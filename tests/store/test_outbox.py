"""The outbox: batches cut once and stored as bytes, sent again as the same bytes, and packed when they are many."""

from __future__ import annotations

import pytest

from desktop.store.membership import Ledger, Membership
from desktop.store.outbox import Outbox, Stored
from desktop.store.sqlcipher import transaction
from desktop.store.store import Store
from ledger.domain.facts import Contributed
from ledger.wire import batch
from ledger.wire.asking import ROOM_BYTES
from tests.store.a_centre import ACentre, a_centre

KEY = b"k" * 32


@pytest.fixture
def centre() -> ACentre:
    centre = a_centre()
    join(centre.store)
    return centre


def join(store: Store) -> None:
    with transaction(store.db):
        Membership(store).join(Ledger("https://ledger.example.org", KEY, store.device), epoch=1, ledger_ms=1)


def held(store: Store, batches: list[Stored], *, arrival: int = 1) -> None:
    """What the ledger's answer writes when it holds these."""
    with transaction(store.db):
        for number, one in enumerate(batches):
            store.db.execute(
                "UPDATE batches SET arrival = ? WHERE device = ? AND first_seq = ?",
                [arrival + number, store.device, one.first_seq],
            )
        before = Membership(store).standing().held_seq
        Membership(store).set(held_seq=max(before, *(one.last_seq for one in batches)))
        Outbox(store).taken({one.first_seq for one in batches})


def helps(centre: ACentre, times: int) -> None:
    for _ in range(times):
        centre.add(Contributed(centre.ann, centre.task, 30))


def send_one_by_one(centre: ACentre, times: int, *, step: int = 1) -> int:
    """So many batches, each of some facts, each held as it comes; the last arrival."""
    for number in range(times):
        helps(centre, step)
        Outbox(centre.store).cut()
        held(centre.store, Outbox(centre.store).unsent(ROOM_BYTES), arrival=number + 1)
    return times


def test_nothing_is_cut_before_the_centre_has_joined() -> None:
    alone = a_centre().store
    assert not Outbox(alone).cut()
    assert Outbox(alone).unsent(ROOM_BYTES) == []


def test_everything_is_cut_and_each_fact_is_in_one_batch(centre: ACentre) -> None:
    helps(centre, 40)
    outbox = Outbox(centre.store)
    assert not outbox.cut()
    (one,) = outbox.unsent(ROOM_BYTES)
    assert (one.first_seq, one.last_seq) == (1, 48)
    assert batch.read(one.raw).header.last == 48


def test_what_is_cut_is_never_cut_again(centre: ACentre) -> None:
    outbox = Outbox(centre.store)
    outbox.cut()
    first = outbox.unsent(ROOM_BYTES)
    helps(centre, 3)
    outbox.cut()
    assert outbox.unsent(ROOM_BYTES)[: len(first)] == first
    assert [one.first_seq for one in outbox.unsent(ROOM_BYTES)] == [1, 9]


def test_only_what_fits_is_sent_and_at_least_one(centre: ACentre) -> None:
    outbox = Outbox(centre.store)
    for _ in range(4):
        helps(centre, 2)
        outbox.cut()
    every = outbox.unsent(ROOM_BYTES)
    assert outbox.unsent(1) == every[:1]
    assert outbox.unsent(len(every[0].raw) + len(every[1].raw)) == every[:2]
    assert outbox.unsent_bytes() == sum(len(one.raw) for one in every)


def test_what_is_held_is_not_sent_again(centre: ACentre) -> None:
    outbox = Outbox(centre.store)
    outbox.cut()
    held(centre.store, outbox.unsent(ROOM_BYTES))
    assert not outbox.has_unsent()
    assert outbox.to_send() == (0, 0)
    helps(centre, 2)
    assert outbox.has_unsent()
    assert outbox.to_send() == (2, centre.store.clock.now_ms())


def test_a_ledger_that_lost_some_gets_the_same_bytes(centre: ACentre) -> None:
    outbox = Outbox(centre.store)
    sent = []
    for _ in range(3):
        helps(centre, 2)
        outbox.cut()
        sent += outbox.unsent(ROOM_BYTES)
        held(centre.store, outbox.unsent(ROOM_BYTES), arrival=len(sent))
    with transaction(centre.store.db):
        Membership(centre.store).set(held_seq=sent[0].last_seq)
    assert outbox.unsent(ROOM_BYTES) == sent[1:]
    assert outbox.to_send().facts == 4


def test_many_small_batches_become_one_pack_of_the_same_facts(centre: ACentre) -> None:
    last = send_one_by_one(centre, 100, step=5)
    outbox = Outbox(centre.store)
    assert not outbox.has_unsent()
    outbox.pack()
    (pack,) = outbox.unsent(ROOM_BYTES)
    header = batch.read(pack.raw).header
    assert (header.first, header.last) == (1, 498)
    (arrival,) = centre.store.db.execute(
        "SELECT arrival FROM batches WHERE device = ? AND first_seq = 1", [centre.store.device]
    ).fetchone()
    assert arrival == last - 2, "it stands where the last of the small ones stood"
    assert outbox.to_send().facts == 0, "their facts are held, all the time"
    held(centre.store, [pack], arrival=arrival)
    assert not outbox.has_unsent()


def test_a_pack_is_not_packed_again(centre: ACentre) -> None:
    send_one_by_one(centre, 100, step=5)
    outbox = Outbox(centre.store)
    outbox.pack()
    (pack,) = outbox.unsent(ROOM_BYTES)
    held(centre.store, [pack], arrival=98)
    send_one_by_one(centre, 30, step=5)
    outbox.pack()
    assert not outbox.has_unsent()


def test_batches_between_which_another_pc_was_heard_are_not_packed(centre: ACentre) -> None:
    for number in range(100):
        helps(centre, 5)
        Outbox(centre.store).cut()
        held(centre.store, Outbox(centre.store).unsent(ROOM_BYTES), arrival=2 * number + 1)
    Outbox(centre.store).pack()
    assert not Outbox(centre.store).has_unsent()


def test_what_is_not_held_is_not_packed(centre: ACentre) -> None:
    for _ in range(110):
        helps(centre, 5)
        Outbox(centre.store).cut()
    before = Outbox(centre.store).unsent(ROOM_BYTES)
    Outbox(centre.store).pack()
    assert Outbox(centre.store).unsent(ROOM_BYTES) == before
