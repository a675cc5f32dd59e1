"""Open parts: what a batch shows the ledger is believed only as far as facts can say it, and is refused else."""

from __future__ import annotations

import pytest

from ledger.domain.accounts import AccountClass, slip_account
from ledger.domain.feed import first_head
from ledger.wire.asking import Short
from ledger.wire.batch import Header, Refusal
from ledger.wire.keys import sign
from ledger.wire.open_part import OpenFact, OpenPart, write_open
from ledger.wire.sealing import digest
from tests.server.core.batches import only_refused, sums
from tests.server.pcs import DAY, Ledger, Pc

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


def telling(of: Pc, part: OpenPart) -> Short:
    """The next batch of a PC that shows what its maker likes, well signed."""
    open_bytes, sealed = write_open(part), bytes(104)
    previous = of.batches[-1].header.head if of.batches else first_head(of.device)
    first = of.acknowledged + 1
    header = Header(of.centre, of.device, first, first, previous, digest(open_bytes), digest(sealed), bytes(32))
    return Short(first, first, header.head, sign(of.seed, bytes(header)), open_bytes, sealed)


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
