"""Batches at the door: each is held whole or refused whole with a reason, and the others of the request go on."""

from __future__ import annotations

from dataclasses import replace

from ledger.wire.answering import Accepted, Refused
from ledger.wire.asking import shorten
from ledger.wire.batch import Refusal
from tests.server.core.batches import days, helped, only_refused
from tests.server.pcs import Ledger, Pc, pc


def test_batches_are_numbered_in_the_order_they_arrive(ledger: Ledger, centre: Pc) -> None:
    days(centre, 3)

    reply = centre.send(ledger)

    assert reply.accepted == tuple(Accepted(b"", first, (1 << 32) + first) for first in (1, 2, 3))


def test_one_refused_batch_does_not_keep_out_the_others(ledger: Ledger, centre: Pc) -> None:
    first, second, third = (shorten(batch) for batch in days(centre, 3))
    changed = first._replace(signature=bytes(64))

    reply = centre.send(ledger, batches=(changed, second, first, second, third))

    assert [(one.first, one.reason) for one in reply.refused] == [(1, Refusal.NOT_SIGNED), (2, Refusal.NOT_NEXT)]
    assert [one.first for one in reply.accepted] == [1, 2, 3]
    assert reply.positions.seq == 3


def test_a_gap_is_refused_until_it_is_filled(ledger: Ledger, centre: Pc) -> None:
    first, second = (shorten(batch) for batch in days(centre, 2))

    assert only_refused(ledger, centre, second) == Refusal.NOT_NEXT
    assert centre.send(ledger, batches=(first, second)).positions.seq == 2


def test_requests_in_any_order_end_in_the_same(ledger: Ledger, centre: Pc) -> None:
    shorts = [shorten(batch) for batch in days(centre, 4)]

    orders = ((2, 3), (1,), (0, 1), (3, 2), (0, 1, 2, 3))
    replies = [centre.send(ledger, batches=tuple(shorts[at] for at in order)) for order in orders]

    assert [reply.positions.seq for reply in replies] == [0, 0, 2, 3, 4]
    assert [row["raw"] for row in ledger.rows("batches")] == [bytes(batch) for batch in centre.batches]


def test_a_fork_is_refused_and_the_reply_shows_which_head_is_held(ledger: Ledger, centre: Pc) -> None:
    other = pc(1)
    other.write(helped(other, 15))
    centre.write(helped(centre, 60))
    other.ledger_public = centre.ledger_public
    first = centre.send(ledger)

    held = ledger.holds()
    other.counter = centre.counter
    reply = other.send(ledger)

    assert [one.reason for one in reply.refused] == [Refusal.NOT_NEXT]
    assert reply.positions.head == first.positions.head == centre.batches[0].header.head[:16]
    assert ledger.holds() == held


def test_batches_of_another_centre_are_refused(ledger: Ledger, centre: Pc) -> None:
    stranger = pc(2)
    ledger.admit(stranger)
    days(stranger, 1)
    raw = bytes(stranger.batches[0])

    reply = centre.send(ledger, offered=(raw, b"nothing", raw[:-1]))

    assert [one.reason for one in reply.refused] == [Refusal.FOREIGN, Refusal.MALFORMED, Refusal.FOREIGN]
    assert ledger.rows("batches") == []


def test_places_that_cannot_be_are_refused(ledger: Ledger, centre: Pc) -> None:
    (short,) = (shorten(batch) for batch in days(centre, 1))

    raw = centre.raw(batches=(short,))
    for wrong in (short._replace(first=0), short._replace(first=5, last=2), short._replace(last=2)):
        try:
            raw = centre.raw(batches=(wrong,))
        except ValueError:
            continue  # the wire does not even carry it
        answered = ledger.answer(raw)
        assert answered.status in (200, 400)
    assert ledger.rows("batches") == []


def test_refused_reasons_name_the_batch(ledger: Ledger, centre: Pc) -> None:
    (short,) = (shorten(batch) for batch in days(centre, 1))
    foreign = replace(centre.request(), batches=(short._replace(sealed=short.sealed + bytes(64)),))

    reply = centre.send(ledger, batches=foreign.batches)

    assert reply.refused == (Refused(b"", 1, Refusal.NOT_SIGNED),)
