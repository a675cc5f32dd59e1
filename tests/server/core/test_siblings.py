"""The PCs of one centre get each other's batches, all of them and in one order."""

from __future__ import annotations

from itertools import pairwise

from ledger.domain.facts import SlipRedeemed
from ledger.domain.names import FactId
from ledger.wire.answering import Reply
from ledger.wire.asking import Held, shorten
from tests.server.core.batches import days
from tests.server.pcs import Ledger, Pc, pc, sibling_of


def test_siblings_get_each_others_batches_in_the_centres_order(ledger: Ledger, centre: Pc) -> None:
    second, third = sibling_of(centre, 8), sibling_of(centre, 9)
    for one in (second, third):
        ledger.admit(one)
    for one in (centre, second, centre, second):
        days(one, 1)
        one.send(ledger, siblings=())

    reply = third.meet(ledger)

    assert [sent.arrival & 0xFFFF for sent in reply.batches] == [1, 2, 3, 4]
    assert third.meet(ledger).batches == ()
    assert [sent.arrival & 0xFFFF for sent in centre.meet(ledger).batches] == [4]


def test_a_reply_has_room_for_so_much_and_says_that_there_is_more(ledger: Ledger, centre: Pc) -> None:
    second = sibling_of(centre, 8)
    ledger.admit(second)
    for number in range(60):
        for at in range(100):
            centre.write(SlipRedeemed(bytes([number]) * 16, hash((number, at)) % 2**64, FactId(centre.device, 1), 60))
        centre.cut()
    for at in range(0, 60, 10):
        centre.send(ledger, batches=tuple(shorten(batch) for batch in centre.batches[at : at + 10]))
    replies: list[Reply] = []

    while not replies or replies[-1].has_more:
        raw = second.raw()
        answered = ledger.answer(raw)
        assert len(answered.body) <= 264 * 1024
        replies.append(second.hear(raw, answered))

    got = [one for reply in replies for one in reply.batches]
    assert [one.raw for one in got] == [bytes(batch) for batch in centre.batches]
    assert all(one.arrival < other.arrival for one, other in pairwise(got))


def test_batches_of_two_pcs_stay_in_order_however_many_there_are(ledger: Ledger, centre: Pc) -> None:
    second, third = sibling_of(centre, 8), sibling_of(centre, 9)
    for one in (second, third):
        ledger.admit(one)
    for at in range(3):
        days(centre, 200)
        centre.send(ledger, batches=centre.shorts()[at * 200 :])
        days(second, 1)
        second.send(ledger)

    third.meet(ledger)

    arrivals = [*third.arrivals.values()]
    assert arrivals == sorted(arrivals)
    assert len(arrivals) == 603


def test_a_pc_that_finds_its_own_feed_further_on_gets_it(ledger: Ledger, centre: Pc) -> None:
    days(centre, 2)
    centre.send(ledger)
    old = pc(1)
    old.ledger_public, old.counter = centre.ledger_public, 99

    reply = old.send(ledger, siblings=(Held(old.device, 0),))

    assert [sent.raw for sent in reply.batches] == [bytes(batch) for batch in centre.batches]
