"""Notices: the ledger's own facts, signed and chained, kept word for word and given back the same."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.bounds import MOST_EPOCH
from ledger.domain.facts import Contributed
from ledger.domain.feed import Entry, first_head
from ledger.domain.names import MOST_SEQ, FactId
from ledger.domain.network import NETWORK, DeviceRevoked, IssuerRevoked, VenueListed
from ledger.domain.postings import Fact
from ledger.domain.rulings import Outcome, Ruled, Why
from ledger.wire.batch import head_after
from ledger.wire.codec import encode
from ledger.wire.columns import pack_facts
from ledger.wire.keys import public_key, sign
from ledger.wire.notices import (
    MARK,
    MOST_NOTICE_BYTES,
    BadNotice,
    Notice,
    NoticeHeader,
    cut_notice,
    entries,
    ledger_feed,
    read_notice,
)
from ledger.wire.packing import Writer
from tests.ledger import strategies
from tests.ledger.flips import all_flips
from tests.ledger.messages import CENTRE, LEDGER, LEDGER_SEED

FEED = ledger_feed(LEDGER, centre=CENTRE, epoch=2)
START = NoticeHeader(CENTRE, 2, 0, 0, b"", first_head(FEED))
RULED = Ruled(FactId(b"d" * 16, 9), Outcome.SETTLED, Why.FIRST, CENTRE)


def feed_of(*facts: Fact, first: int = 1) -> list[bytes]:
    return [encode(Entry(FactId(FEED, seq), 10**12, fact)) for seq, fact in enumerate(facts, start=first)]


def noticed(*facts: Fact, after: NoticeHeader = START) -> Notice:
    return cut_notice(feed_of(*facts, first=after.last + 1), after=after, seed=LEDGER_SEED)


def is_taken(raw: bytes, ledger_public: bytes = LEDGER) -> bool:
    try:
        entries(read_notice(raw, ledger_public=ledger_public)[1])
    except BadNotice:
        return False
    return True


def signed(header: NoticeHeader, packed: bytes) -> bytes:
    """A notice of a ledger that says what cannot be."""
    return bytes(Notice(header, sign(LEDGER_SEED, bytes(header) + packed), packed))


@given(st.lists(strategies.ledger_facts(), min_size=1, max_size=6))
def test_what_the_ledger_writes_arrives_as_it_wrote_it(facts: list[Fact]) -> None:
    notice = noticed(*facts)
    read, named = read_notice(bytes(notice), ledger_public=LEDGER)

    assert read == notice
    assert [entry.fact for entry in entries(named)] == facts
    assert [name for name, _ in named] == [FactId(FEED, seq) for seq in range(1, len(facts) + 1)]
    assert [raw for _, raw in named] == feed_of(*facts)


def test_notices_follow_one_another() -> None:
    one = noticed(RULED, RULED)
    two = noticed(RULED, after=one.header)

    assert (two.header.first, two.header.last, two.header.previous) == (3, 3, one.header.head)
    assert is_taken(bytes(two))


def test_each_centre_each_epoch_and_the_network_have_a_feed_of_their_own() -> None:
    feeds = {ledger_feed(LEDGER, centre=centre, epoch=epoch) for centre in (CENTRE, NETWORK) for epoch in (1, 2)}

    assert len(feeds | {ledger_feed(public_key(b"x" * 32), centre=CENTRE, epoch=1)}) == 5
    assert {len(feed) for feed in feeds} == {16}


def test_many_facts_go_into_several_notices_and_each_fits() -> None:
    good = tuple(2**63 + 2**40 * number + number**5 for number in range(200))
    rest, after, notices = feed_of(*[IssuerRevoked(bytes([n]) * 16, good) for n in range(120)]), START, 0
    while rest:
        notice = cut_notice(rest, after=after, seed=LEDGER_SEED)
        assert len(bytes(notice)) <= MOST_NOTICE_BYTES
        assert is_taken(bytes(notice))
        rest, after, notices = rest[notice.header.last - notice.header.first + 1 :], notice.header, notices + 1

    assert (after.last, notices) == (120, 6)


def test_five_hundred_rulings_travel_in_one_notice() -> None:
    rulings = [replace(RULED, fact=FactId(b"d" * 16, seq)) for seq in range(1, 601)]
    notice = noticed(*rulings)

    assert notice.header.last == 500
    assert len(bytes(notice)) < 1500


def test_a_changed_bit_anywhere_is_refused() -> None:
    raw = bytes(noticed(RULED, DeviceRevoked(b"d" * 16)))

    assert is_taken(raw)
    assert not any(is_taken(changed) for changed in all_flips(raw, every=3))


def test_a_notice_cut_short_at_any_byte_or_followed_by_anything_is_refused() -> None:
    raw = bytes(noticed(RULED))

    assert not any(is_taken(raw[:end]) for end in range(len(raw)))
    assert not is_taken(raw + b"\0")


def test_another_ledgers_notice_is_refused() -> None:
    assert not is_taken(bytes(noticed(RULED)), public_key(b"the seed of quite another ledger"))
    assert not is_taken(bytes(noticed(RULED)), b"no key")


@given(st.binary(max_size=300))
def test_chance_bytes_are_no_notice(raw: bytes) -> None:
    assert not is_taken(raw)
    assert not is_taken(MARK + raw)


@given(st.binary(max_size=60))
def test_chance_bytes_that_a_ledger_signs_are_refused(packed: bytes) -> None:
    assert not is_taken(signed(noticed(RULED).header, packed))


@pytest.mark.parametrize(
    "changes",
    [
        {"epoch": 0},
        {"epoch": MOST_EPOCH + 1},
        {"first": 0},
        {"first": 2},
        {"last": 2},
        {"last": 502},
        {"head": b"h" * 32},
        {"previous": b"p" * 32},
    ],
)
def test_a_header_that_is_not_that_of_its_facts_is_refused(changes: dict[str, Any]) -> None:
    notice = noticed(RULED)

    assert is_taken(signed(notice.header, notice.packed))
    assert not is_taken(signed(replace(notice.header, **changes), notice.packed))


def test_a_notice_of_another_centre_names_another_feed() -> None:
    notice = noticed(RULED)
    _, named = read_notice(signed(replace(notice.header, centre=NETWORK), notice.packed), ledger_public=LEDGER)

    assert [name for name, _ in named] == [FactId(ledger_feed(LEDGER, centre=NETWORK, epoch=2), 1)]


def test_a_ledger_writes_about_no_person() -> None:
    said = feed_of(Contributed(FactId(b"d" * 16, 1), FactId(b"d" * 16, 2), 30))
    header = replace(noticed(RULED).header, head=head_after(START.head, said))

    with pytest.raises(ValueError, match="never write"):
        cut_notice(said, after=START, seed=LEDGER_SEED)
    assert not is_taken(signed(header, pack_facts(said)))


@pytest.mark.parametrize(
    ("what", "facts", "after"),
    [
        ("no fact", [], START),
        ("what is no fact", [b"x"], START),
        ("no epoch", feed_of(RULED), replace(START, epoch=0)),
        ("an epoch beyond all bounds", feed_of(RULED), replace(START, epoch=MOST_EPOCH + 1)),
        ("a place beyond all bounds", feed_of(RULED), replace(START, last=MOST_SEQ)),
        ("a place below nothing", feed_of(RULED), replace(START, last=-1)),
        ("nobody's feed", feed_of(RULED), replace(START, centre=b"")),
    ],
)
def test_what_could_not_be_read_is_never_written(what: str, facts: list[bytes], after: NoticeHeader) -> None:
    with pytest.raises(ValueError, match=r"."):
        pytest.fail(f"{what}: {cut_notice(facts, after=after, seed=LEDGER_SEED)}")


def test_a_few_bytes_do_not_grow_into_many() -> None:
    bomb = Writer()
    for count in (1, 2**40, 1, 0):  # split columns, so many devices, and one byte that all their names are made of
        bomb.count(count)
    raw = signed(noticed(RULED).header, bytes(bomb))
    tracemalloc.start()
    with pytest.raises(BadNotice, match="more bytes"):
        read_notice(raw, ledger_public=LEDGER)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 2**20


def test_a_venue_of_any_name_is_told() -> None:
    (_, raw) = read_notice(bytes(noticed(VenueListed(1001, "Y Pwll’); DROP TABLE"))), ledger_public=LEDGER)[1][0]

    assert entries([(FactId(FEED, 1), raw)])[0].fact == VenueListed(1001, "Y Pwll’); DROP TABLE")
