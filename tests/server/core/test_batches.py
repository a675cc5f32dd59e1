"""Batches at the door: each is held whole or refused whole with a reason, and the others of the request go on."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from ledger.domain.accounts import AccountClass, slip_account
from ledger.domain.facts import Contributed, SlipPrinted, SlipRedeemed
from ledger.domain.feed import first_head
from ledger.domain.names import FactId
from ledger.server import epochs
from ledger.server.database import writing
from ledger.wire.answering import Accepted, Refused, Reply
from ledger.wire.asking import Held, Short, shorten
from ledger.wire.batch import Batch, Header, Place, Refusal, cut
from ledger.wire.keys import sign
from ledger.wire.open_part import OpenFact, OpenPart, write_open
from ledger.wire.sealing import digest
from tests.server.pcs import DAY, Ledger, Pc, pc, sibling_of


@pytest.fixture
def centre(ledger: Ledger) -> Pc:
    found = pc(1)
    ledger.admit(found)
    return found


def helped(of: Pc, minutes: int = 60) -> Contributed:
    return Contributed(FactId(of.device, 1), FactId(of.device, 2), minutes)


def days(of: Pc, count: int) -> list[Batch]:
    """So many small batches."""
    for _ in range(count):
        of.write(helped(of))
        of.cut()
    return of.batches


def packed(of: Pc, first: int, last: int) -> Batch:
    """A pack of what stands in these places."""
    before = [batch.header for batch in of.batches if batch.header.last == first - 1]
    previous = before[0].head if before else first_head(of.device)
    place = Place(of.centre, of.device, first, previous)
    return cut(of.facts[first - 1 : last], place=place, centre_key=of.centre_key, seed=of.seed)


def telling(of: Pc, part: OpenPart) -> Short:
    """The next batch of a PC that shows what its maker likes, well signed."""
    open_bytes, sealed = write_open(part), bytes(104)
    previous = of.batches[-1].header.head if of.batches else first_head(of.device)
    first = of.acknowledged + 1
    header = Header(of.centre, of.device, first, first, previous, digest(open_bytes), digest(sealed), bytes(32))
    return Short(first, first, header.head, sign(of.seed, bytes(header)), open_bytes, sealed)


def only_refused(ledger: Ledger, of: Pc, short: Short) -> str:
    """Why it is refused; that nothing was kept of it."""
    held = ledger.holds()
    reply = of.send(ledger, batches=(short,))
    assert not reply.accepted
    assert ledger.holds() == held
    (refused,) = reply.refused
    assert (refused.device, refused.first) == (b"", short.first)
    return refused.reason


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


SLIP = slip_account(bytes(16), 1)
LIES: dict[str, OpenPart] = {
    "sums that are not zero together": OpenPart({1: -60}, ()),
    "sums that are not those of the facts": OpenPart({1: -60, 3: 60}, ()),
    "a fact that is not in the batch": OpenPart({1: -60, 3: 60}, (OpenFact(9, 5, DAY, ((SLIP, 60),), (DAY, 0, 0)),)),
    "a slip that is printed below zero": OpenPart({1: 60, 3: -60}, (OpenFact(1, 5, DAY, ((SLIP, -60),), (DAY, 0, 0)),)),
    "a print without its terms": OpenPart({1: -60, 3: 60}, (OpenFact(1, 5, DAY, ((SLIP, 60),)),)),
    "a redemption that gives": OpenPart({2: -60, 3: 60}, (OpenFact(1, 6, DAY, ((SLIP, 60),)),)),
    "a void of another slip": OpenPart(
        {1: 60, 3: -60}, (OpenFact(1, 7, DAY, ((SLIP, -60),), (bytes(16), 2, 60, 1, 0)),)
    ),
    "a void of more": OpenPart({1: 60, 3: -60}, (OpenFact(1, 7, DAY, ((SLIP, -60),), (bytes(16), 1, 90, 1, 0)),)),
    "a note of nothing": OpenPart({}, (OpenFact(1, 14, DAY, (), (bytes(16), 1, 0)),)),
    "a note of a text": OpenPart({}, (OpenFact(1, 14, DAY, (), ("a", "b", "c")),)),
    "more than any slip": OpenPart({1: -70_000, 3: 70_000}, (OpenFact(1, 5, DAY, ((SLIP, 70_000),), (DAY, 0, 0)),)),
    "two slips in one fact": OpenPart(
        {1: -60, 3: 60}, (OpenFact(1, 5, DAY, ((SLIP, 30), (slip_account(bytes(16), 2), 30)), (DAY, 0, 0)),)
    ),
}


@pytest.mark.parametrize("lie", LIES)
def test_an_open_part_that_lies_is_refused_whole(ledger: Ledger, centre: Pc, lie: str) -> None:
    assert only_refused(ledger, centre, telling(centre, LIES[lie])) == Refusal.WRONG_SUMS


@pytest.mark.parametrize("kind", [11, 12, 13, 77, 81])
def test_what_only_the_ledger_says_is_refused_from_a_pc(ledger: Ledger, centre: Pc, kind: int) -> None:
    part = OpenPart({}, (OpenFact(1, kind, DAY, ()),))

    assert only_refused(ledger, centre, telling(centre, part)) in (Refusal.CONTRADICTS, Refusal.WRONG_SUMS)


def test_a_kind_that_is_not_known_yet_is_held_and_rules_nothing(ledger: Ledger, centre: Pc) -> None:
    part = OpenPart({1: -60, 3: 60}, (OpenFact(1, 60, DAY, ((SLIP, 60),), ("what is this",)),))

    reply = centre.send(ledger, batches=(telling(centre, part),))

    assert reply.positions.seq == 1
    assert ledger.rows("slips") == []
    assert sums(ledger) == {AccountClass.ISSUE: -60, AccountClass.SLIP: 60}


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


def test_refused_reasons_name_the_batch(ledger: Ledger, centre: Pc) -> None:
    (short,) = (shorten(batch) for batch in days(centre, 1))
    foreign = replace(centre.request(), batches=(short._replace(sealed=short.sealed + bytes(64)),))

    reply = centre.send(ledger, batches=foreign.batches)

    assert reply.refused == (Refused(b"", 1, Refusal.NOT_SIGNED),)


def sums(ledger: Ledger) -> dict[int, int]:
    return {row["class"]: row["minutes"] for row in ledger.rows("sums")}
