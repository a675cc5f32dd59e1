"""What the central ledger may read: slips, venues and sums, and never a person."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.accounts import AccountClass, slip_account, venue_account
from ledger.domain.facts import Contributed, PutRight, Reason, SlipPrinted, SlipRedeemed, SlipVoided
from ledger.domain.feed import Entry
from ledger.domain.names import FactId
from ledger.domain.postings import Fact, account_class_sums, of, reversed_legs
from ledger.domain.rulings import CreditNoted
from ledger.domain.subjects import VenueWritten
from ledger.wire.columns import FORMAT, PLAIN_FORMAT, pack_plain, pack_split
from ledger.wire.open_part import NotOpen, OpenFact, OpenPart, open_part_of, read_open, write_open
from tests.ledger import strategies

ANN, TEA, VENUE = (FactId(b"d" * 16, seq) for seq in (1, 2, 3))
ISSUER = b"i" * 16
TUESDAY_MS = 1_795_515_600_000  # 24 November 2026, 10:20 in universal time
TUESDAY = 2519


def feed(*facts: Fact) -> list[Entry]:
    return [Entry(FactId(b"d" * 16, seq), TUESDAY_MS, fact) for seq, fact in enumerate(facts, start=10)]


facts = st.lists(strategies.device_facts(), max_size=8)


@given(facts)
def test_the_open_part_comes_back(facts: list[Fact]) -> None:
    part = open_part_of(feed(*facts))

    assert read_open(write_open(part)) == part


@given(facts)
def test_its_sums_are_those_of_the_facts_and_zero_together(facts: list[Fact]) -> None:
    part = open_part_of(feed(*facts))

    assert part.sums == account_class_sums(posting for fact in facts for posting in of(fact))
    assert sum(part.sums.values()) == 0


def test_of_a_contribution_only_the_minutes_show() -> None:
    assert open_part_of(feed(Contributed(ANN, TEA, 30), Contributed(ANN, TEA, 45))) == OpenPart(
        {AccountClass.ISSUE: -75, AccountClass.MEMBER: 75}, ()
    )


def test_each_slip_shows_with_its_day_but_not_whose_it_was() -> None:
    slip = slip_account(ISSUER, 7)
    printed = SlipPrinted(ISSUER, 7, 60, member=ANN, issued_day=TUESDAY, expires_day=2600, venue=3)
    redeemed = SlipRedeemed(ISSUER, 7, member=ANN, member_minutes=15, venue=3, venue_minutes=45)
    lost = SlipVoided(ISSUER, 7, 60, member=ANN, has_paper=False, is_waiting=True)
    noted = CreditNoted(ISSUER, 7, ANN, 15)
    undone = PutRight(ANN, reversed_legs(of(redeemed)), Reason.UNDO)

    assert open_part_of(feed(printed, redeemed, lost, undone, noted)).facts == (
        OpenFact(10, SlipPrinted.kind, TUESDAY, ((slip, 60),), (TUESDAY, 2600, 3)),
        OpenFact(11, SlipRedeemed.kind, TUESDAY, ((slip, -60), (venue_account(3), 45))),
        OpenFact(12, SlipVoided.kind, TUESDAY, (), (ISSUER, 7, 60, 0, 1)),
        OpenFact(13, PutRight.kind, TUESDAY, ((slip, 60), (venue_account(3), -45)), (b"d" * 16 + b"\1",)),
        OpenFact(14, CreditNoted.kind, TUESDAY, (), (ISSUER, 7, 15)),
    )


def test_what_is_handed_in_at_a_door_shows_with_the_venue_it_pays() -> None:
    (fact,) = open_part_of(feed(SlipRedeemed(ISSUER, 7, venue=1001, venue_minutes=60))).facts

    assert dict(fact.legs) == {slip_account(ISSUER, 7): -60, venue_account(1001): 60}


def test_a_venue_shows() -> None:
    part = open_part_of(feed(VenueWritten(VENUE, "Swimming pool", 3), VenueWritten(None, "Cinema", 4, is_kept=False)))

    assert [fact.terms for fact in part.facts] == [(b"d" * 16 + b"\3", "Swimming pool", 3, 1), (b"", "Cinema", 4, 0)]


PEOPLE = ("member", "giver", "receiver", "payer", "companion", "named_worker", "worker", "going", "with_members")
NOBODY_ELSE = b"only in a person"


def hidden(value: Any) -> Any:
    """The same person, or people, under a device's name that stands nowhere else; anything else as it is."""
    match value:
        case FactId(_, seq):
            return FactId(NOBODY_ELSE, seq)
        case tuple():
            return tuple(map(hidden, value))
    return value


@given(st.lists(strategies.device_facts(), min_size=1, max_size=5))
def test_nobody_can_be_found_in_it(facts: list[Any]) -> None:
    told = [replace(fact, **{f: hidden(getattr(fact, f)) for f in PEOPLE if hasattr(fact, f)}) for fact in facts]
    worker = FactId(NOBODY_ELSE, 1)
    part = open_part_of([replace(entry, by=worker, assisted_by=worker) for entry in feed(*told)])

    assert NOBODY_ELSE not in write_open(part)
    assert NOBODY_ELSE.decode() not in repr(part)


@pytest.mark.parametrize(
    ("what", "sums", "facts"),
    [
        ("sums that are not zero together", [[2, 30]], []),
        ("a class twice", [[2, 30], [2, 30], [1, -60]], []),
        ("a sum of nothing", [[2, 0]], []),
        ("a sum beyond all bounds", [[1, -(10**15)], [2, 10**15]], []),
        ("a class beyond all bounds", [[1, -30], [256, 30]], []),
        ("a slip that is not in the sums", [], [[10, 6, 0, [[3, ISSUER, 7, -60]], []]]),
        ("slip minutes without a slip", [[1, 60], [3, -60]], []),
        ("another sum than the slip's", [[1, 60], [3, -60]], [[10, 6, 0, [[3, ISSUER, 7, -45]], []]]),
        ("a member's account", [[1, -60], [2, 60]], [[10, 6, 0, [[2, b"d" * 16, 1, 60]], []]]),
        ("a class nobody knows", [], [[10, 6, 0, [[99, b"", 1, 60], [99, b"", 1, -60]], []]]),
        ("a slip of no issuer", [[1, 60], [3, -60]], [[10, 6, 0, [[3, b"", 7, -60]], []]]),
        ("a number below nothing", [[1, 60], [3, -60]], [[10, 6, 0, [[3, ISSUER, -7, -60]], []]]),
        ("minutes beyond all bounds", [[1, 10**10], [3, -(10**10)]], [[10, 6, 0, [[3, ISSUER, 7, -(10**10)]], []]]),
        ("a leg of nothing", [], [[10, 6, 0, [[3, ISSUER, 7, 0]], []]]),
        ("facts in the wrong order", [], [[11, 6, 0, [], []], [10, 6, 0, [], []]]),
        ("a fact twice", [], [[10, 6, 0, [], []], [10, 6, 0, [], []]]),
        ("a fact without a list of terms", [], [[10, 6, 0, []]]),
        ("a kind beyond all bounds", [], [[10, 2**16, 0, [], []]]),
        ("a day beyond all bounds", [], [[10, 6, 2**16, [], []]]),
        ("a number for a fact", [], [10]),
        ("text for a sum", [["2", 30]], []),
        ("terms of a fact that has none", [], [[10, 6, 0, [], [1]]]),
        ("a print without terms", [[1, -60], [3, 60]], [[10, 5, 0, [[3, ISSUER, 7, 60]], []]]),
        ("a print of a day beyond all bounds", [[1, -60], [3, 60]], [[10, 5, 0, [[3, ISSUER, 7, 60]], [2**16, 0, 0]]]),
        ("a void of no issuer", [], [[10, 7, 0, [], [b"i", 7, 60, 0, 1]]]),
        ("a void of no minutes", [], [[10, 7, 0, [], [ISSUER, 7, 0, 0, 1]]]),
        ("a void that waits and does not", [], [[10, 7, 0, [], [ISSUER, 7, 60, 0, 2]]]),
        ("a note of too many minutes", [], [[10, 14, 0, [], [ISSUER, 7, 2**16]]]),
        ("a note of a number in words", [], [[10, 14, 0, [], [ISSUER, "7", 60]]]),
        ("a venue without number", [], [[10, 71, 0, [], [b"", "Pool", 0, 1]]]),
        ("a correction of nothing", [], [[10, 10, 0, [], [b""]]]),
    ],
)
def test_a_made_up_open_part_is_refused(what: str, sums: Any, facts: Any) -> None:
    with pytest.raises(NotOpen):
        pytest.fail(f"{what}: {read_open(pack_split([sums, facts]))}")
    with pytest.raises(NotOpen):
        pytest.fail(f"{what}: {read_open(pack_plain([sums, facts]))}")


def test_what_a_newer_version_shows_is_read() -> None:
    newer = OpenPart({1: -60, 99: 60}, (OpenFact(10, 40, TUESDAY, (), (b"more", [1, "x"])),))

    assert read_open(write_open(newer)) == newer


@pytest.mark.parametrize("columns", [[], [[]], [[], [], []]])
def test_more_or_fewer_columns_are_refused(columns: Any) -> None:
    with pytest.raises(NotOpen):
        read_open(pack_plain(columns))
    with pytest.raises(NotOpen):
        read_open(pack_split(columns))


@given(st.binary(max_size=40))
def test_chance_bytes_are_no_open_part(raw: bytes) -> None:
    with pytest.raises(NotOpen):
        read_open(bytes([FORMAT]) + raw)
    with pytest.raises(NotOpen):
        read_open(bytes([PLAIN_FORMAT]) + raw)
