"""Packs: one batch in the place of many, taken only where it can be proved to say what they said."""

from __future__ import annotations

from ledger.domain.accounts import AccountClass
from ledger.domain.facts import SlipPrinted
from ledger.server import epochs
from ledger.server.database import writing
from ledger.wire.answering import Accepted, Refused
from ledger.wire.asking import shorten
from ledger.wire.batch import Refusal
from tests.server.core.batches import days, helped, only_refused, packed, sums
from tests.server.pcs import DAY, Ledger, Pc, pc, sibling_of


def test_a_copy_that_starts_at_the_same_place_and_goes_further_is_no_pack(ledger: Ledger, centre: Pc) -> None:
    days(centre, 1)
    centre.send(ledger)
    copy = pc(1)
    copy.write(helped(copy, 15), helped(copy, 15))

    assert only_refused(ledger, centre, shorten(packed(copy, 1, 2))) == Refusal.NOT_NEXT


def test_a_part_of_what_is_held_cannot_be_proved_and_is_refused(ledger: Ledger, centre: Pc) -> None:
    centre.write(helped(centre), helped(centre))
    centre.send(ledger)

    assert only_refused(ledger, centre, shorten(packed(centre, 1, 1))) == Refusal.NOT_NEXT
    assert only_refused(ledger, centre, shorten(packed(pc(1, facts=centre.facts), 1, 1))) == Refusal.NOT_NEXT


def test_a_pack_takes_the_place_of_the_small_ones_and_the_last_ones_arrival(ledger: Ledger, centre: Pc) -> None:
    days(centre, 3)
    centre.send(ledger)
    pack = packed(centre, 1, 3)

    reply = centre.send(ledger, batches=(shorten(pack),))
    again = centre.send(ledger, batches=(shorten(pack), shorten(centre.batches[1])))
    assert again.refused == (Refused(b"", 2, Refusal.NOT_NEXT),)

    assert reply.accepted == (Accepted(b"", 1, (1 << 32) + 3),)
    assert again.accepted == reply.accepted
    assert [row["raw"] for row in ledger.rows("batches")] == [bytes(pack)]
    assert sums(ledger) == {AccountClass.ISSUE: -180, AccountClass.MEMBER: 180}
    days(centre, 1)
    assert centre.send(ledger, batches=(shorten(centre.batches[-1]),)).accepted == (Accepted(b"", 4, (1 << 32) + 4),)


def test_a_pack_goes_on_where_a_restored_ledger_ends(ledger: Ledger, centre: Pc) -> None:
    small = days(centre, 3)
    centre.print_slip(7)
    centre.send(ledger, batches=tuple(shorten(batch) for batch in small[:2]))
    pack = packed(centre, 1, 4)
    assert only_refused(ledger, centre, shorten(pack)) == Refusal.NOT_NEXT
    with writing(ledger.engine) as connection:
        epochs.begin(connection)

    centre.send(ledger, batches=())
    reply = centre.send(ledger, batches=(shorten(pack),))

    assert reply.positions.seq == 4
    assert sums(ledger) == {AccountClass.ISSUE: -240, AccountClass.MEMBER: 180, AccountClass.SLIP: 60}
    assert len(ledger.rows("slips")) == 1


def test_a_pack_around_anothers_batch_is_refused(ledger: Ledger, centre: Pc) -> None:
    sibling = sibling_of(centre, 9)
    ledger.admit(sibling)
    for one in (centre, sibling, centre):
        days(one, 1)
        one.send(ledger)

    assert only_refused(ledger, centre, shorten(packed(centre, 1, 2))) == Refusal.NOT_NEXT


def test_a_pack_that_tells_something_else_is_refused(ledger: Ledger, centre: Pc) -> None:
    days(centre, 2)
    centre.send(ledger)
    other = pc(1)
    other.write(helped(other, 60), SlipPrinted(other.issuer, 1, 60, None, DAY))

    assert only_refused(ledger, centre, shorten(packed(other, 1, 2))) == Refusal.CONTRADICTS
