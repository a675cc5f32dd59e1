"""Batches: whole, in order, unchanged, and telling the truth; or rejected with a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.accounts import AccountClass
from ledger.domain.facts import Contributed, SlipPrinted
from ledger.domain.feed import Entry, first_head, next_head
from ledger.domain.names import FactId, device_name
from ledger.domain.postings import Fact
from ledger.domain.rulings import SlipTaken
from ledger.domain.subjects import TaskWritten, Unknown
from ledger.wire.batch import (
    MARK,
    MOST_BATCH_BYTES,
    MOST_FACTS,
    BadBatch,
    Batch,
    Header,
    Place,
    Refusal,
    Unreadable,
    check,
    cut,
    open_facts,
    read,
    replaces,
)
from ledger.wire.cbor import dump
from ledger.wire.codec import encode
from ledger.wire.columns import pack_facts
from ledger.wire.keys import public_key, sign
from ledger.wire.open_part import OpenPart, open_part_of, write_open
from ledger.wire.sealing import digest, seal
from tests.ledger import strategies
from tests.ledger.flips import all_flips

SEED = b"the seed of a PC in these tests."
PUBLIC = public_key(SEED)
DEVICE = device_name(PUBLIC)
CENTRE = b"a day centre    "
CENTRE_KEY = b"the key that this centre's PCs.."
START = Place(CENTRE, DEVICE, 1, first_head(DEVICE))
ANN, TEA = FactId(DEVICE, 1), FactId(DEVICE, 2)


def feed_of(facts: list[Fact]) -> list[bytes]:
    return [encode(Entry(FactId(DEVICE, seq), 10**12, fact)) for seq, fact in enumerate(facts, start=1)]


def afternoon(number: int) -> list[bytes]:
    return feed_of([Contributed(ANN, TEA, 15 + seq % 4 * 15) for seq in range(number)])


def cut_here(facts: list[bytes], place: Place = START) -> Batch:
    return cut(facts, place=place, centre_key=CENTRE_KEY, seed=SEED)


def refusal(raw: bytes, place: Place = START, centre_key: bytes = CENTRE_KEY) -> Refusal | None:
    try:
        batch = read(raw)
        check(batch, place=place, public=PUBLIC)
        open_facts(batch, centre_key=centre_key)
    except BadBatch as error:
        return error.reason
    return None


def signed(header: Header, open_bytes: bytes, sealed: bytes) -> bytes:
    """A batch whose device lies: everything is signed, but not everything is true."""
    whole = replace(header, open_digest=digest(open_bytes), sealed_digest=digest(sealed))
    return bytes(Batch(whole, sign(SEED, bytes(whole)), open_bytes, sealed))


@given(st.lists(strategies.device_facts(), min_size=1, max_size=6))
def test_facts_of_every_kind_arrive_as_they_were_written(facts: list[Fact]) -> None:
    raws = feed_of(facts)
    batch = read(bytes(cut_here(raws)))
    part = check(batch, place=START, public=PUBLIC)
    entries = open_facts(batch, centre_key=CENTRE_KEY)

    assert [encode(entry) for entry in entries if isinstance(entry, Entry)] == raws
    assert [entry.name for entry in entries] == [FactId(DEVICE, seq) for seq in range(1, len(facts) + 1)]
    assert part == open_part_of([entry for entry in entries if isinstance(entry, Entry)])


def test_a_long_feed_travels_in_batches_of_five_hundred_that_follow_one_another() -> None:
    rest, place, lengths = afternoon(1200), START, []
    while rest:
        batch = read(bytes(cut_here(rest, place)))
        check(batch, place=place, public=PUBLIC)
        lengths.append(len(open_facts(batch, centre_key=CENTRE_KEY)))
        rest, place = rest[lengths[-1] :], place.after(batch.header)

    assert lengths == [500, 500, 200]


def test_every_batch_fits_into_one_request_however_long_its_facts_are() -> None:
    long_words = [
        TaskWritten(None, chr(0x4E00 + n) * 500, "om:2615", for_what=chr(0x3400 + n) * 500) for n in range(300)
    ]
    rest, place = feed_of([*long_words]), START
    while rest:
        batch = cut_here(rest, place)
        assert len(bytes(batch)) <= MOST_BATCH_BYTES
        assert refusal(bytes(batch), place) is None
        rest, place = rest[batch.header.last - batch.header.first + 1 :], place.after(batch.header)


def test_a_pack_replaces_the_small_batches_it_covers_and_no_others() -> None:
    facts, place, smalls = afternoon(30), START, []
    for at in range(0, 30, 10):
        smalls.append(cut_here(facts[at : at + 10], place))
        place = place.after(smalls[-1].header)
    pack = cut_here(facts[:20])

    assert [replaces(pack.header, small.header) for small in smalls] == [True, True, False]
    assert not replaces(smalls[0].header, smalls[0].header)
    assert not replaces(replace(pack.header, device=b"x" * 16), smalls[0].header)
    assert START.after(pack.header) == START.after(smalls[0].header).after(smalls[1].header)
    assert refusal(bytes(pack)) is None


def test_the_signed_words_are_those_of_the_agreement() -> None:
    batch = cut_here(afternoon(3))
    head = first_head(DEVICE)
    for fact in afternoon(3):
        head = next_head(head, fact)
    parts = [MARK, CENTRE, DEVICE, bytes(5), b"\1", bytes(5), b"\3", first_head(DEVICE)]

    assert bytes(batch.header) == b"".join([*parts, digest(batch.open_bytes), digest(batch.sealed), head])


def test_the_sealed_part_is_padded() -> None:
    assert {(len(cut_here(afternoon(number)).sealed) - 40) % 64 for number in range(1, 20)} == {0}


def test_a_changed_bit_anywhere_is_refused() -> None:
    for changed in all_flips(bytes(cut_here(afternoon(2))), every=3):
        assert refusal(changed) is not None


def test_a_batch_cut_short_at_any_byte_or_followed_by_anything_is_refused() -> None:
    raw = bytes(cut_here(afternoon(2)))

    assert all(refusal(raw[:end]) is not None for end in range(len(raw)))
    assert refusal(raw + b"\0") is Refusal.CHANGED


@given(st.binary(max_size=400))
def test_chance_bytes_are_no_batch(raw: bytes) -> None:
    assert refusal(raw) is Refusal.MALFORMED
    assert refusal(MARK + raw) is not None


def test_a_batch_of_another_centre_or_device_is_foreign() -> None:
    raw = bytes(cut_here(afternoon(2)))

    assert refusal(raw, replace(START, centre=b"x" * 16)) is Refusal.FOREIGN
    assert refusal(raw, replace(START, device=b"x" * 16)) is Refusal.FOREIGN
    with pytest.raises(BadBatch, match="another centre or device"):
        check(read(raw), place=START, public=public_key(b"x" * 32))


def test_a_batch_that_does_not_follow_what_is_held_is_told_so() -> None:
    raw = bytes(cut_here(afternoon(2)))

    assert refusal(raw, replace(START, first=2)) is Refusal.NOT_NEXT
    assert refusal(raw, replace(START, previous=b"x" * 32)) is Refusal.NOT_NEXT


def test_another_centres_key_opens_nothing() -> None:
    assert refusal(bytes(cut_here(afternoon(2))), centre_key=b"x" * 32) is Refusal.NOT_OURS


def test_a_part_of_another_batch_cannot_be_put_in() -> None:
    one, other = cut_here(afternoon(2)), cut_here(afternoon(3))

    assert refusal(bytes(replace(one, sealed=other.sealed))) is Refusal.CHANGED
    assert refusal(bytes(replace(one, open_bytes=other.open_bytes))) is Refusal.CHANGED
    assert refusal(bytes(replace(one, signature=other.signature))) is Refusal.NOT_SIGNED
    assert refusal(bytes(replace(one, header=other.header))) is Refusal.NOT_SIGNED


def test_a_device_that_lies_about_its_sums_is_found_out_by_its_siblings() -> None:
    batch = cut_here(afternoon(2))
    lie = write_open(OpenPart({AccountClass.ISSUE: -600, AccountClass.MEMBER: 600}, ()))

    assert refusal(signed(batch.header, lie, batch.sealed)) is Refusal.CONTRADICTS


def test_sums_that_cannot_be_are_found_by_the_ledger_itself() -> None:
    batch = cut_here(afternoon(2))
    lie = read(signed(batch.header, write_open(OpenPart({AccountClass.MEMBER: 600}, ())), batch.sealed))

    with pytest.raises(BadBatch) as refused:
        check(lie, place=START, public=PUBLIC)
    assert refused.value.reason is Refusal.WRONG_SUMS


def test_open_facts_of_another_batch_are_found_by_the_ledger_itself() -> None:
    printed = SlipPrinted(b"i" * 16, 7, 60, member=None, issued_day=2519)
    elsewhere = write_open(open_part_of([Entry(FactId(DEVICE, 99), 10**12, printed)]))
    batch = cut_here(feed_of([printed]))

    assert refusal(bytes(batch)) is None
    assert refusal(signed(batch.header, elsewhere, batch.sealed)) is Refusal.WRONG_SUMS


def test_a_device_that_seals_other_facts_than_it_signed_is_found_out() -> None:
    batch = cut_here(afternoon(2))
    for facts in (afternoon(3), afternoon(1), [], afternoon(2)[::-1]):
        assert (
            refusal(signed(batch.header, batch.open_bytes, seal(CENTRE_KEY, pack_facts(facts)))) is Refusal.CONTRADICTS
        )
    assert refusal(signed(batch.header, batch.open_bytes, seal(CENTRE_KEY, b"x"))) is Refusal.MALFORMED


def test_a_batch_of_too_many_facts_or_none_is_malformed() -> None:
    header = cut_here(afternoon(2)).header
    for wrong in (replace(header, last=MOST_FACTS + 1), replace(header, first=2, last=1), replace(header, first=0)):
        assert refusal(signed(wrong, b"", b"")) is Refusal.MALFORMED


def test_one_unreadable_fact_keeps_its_bytes_and_stops_nothing_else() -> None:
    good = afternoon(2)
    facts = [good[0], b"\xa0", good[1]]
    head = first_head(DEVICE)
    for fact in facts:
        head = next_head(head, fact)
    header = replace(cut_here(afternoon(3)).header, head=head)
    raw = signed(header, cut_here(good).open_bytes, seal(CENTRE_KEY, pack_facts(facts)))
    first, damaged, last = open_facts(read(raw), centre_key=CENTRE_KEY)

    assert isinstance(damaged, Unreadable)
    assert (damaged.name, damaged.raw) == (FactId(DEVICE, 2), b"\xa0")
    assert isinstance(first, Entry)
    assert isinstance(last, Entry)
    assert refusal(raw) is None


@pytest.mark.parametrize("kind", [40, 200])
def test_facts_of_a_newer_version_are_relayed(kind: int) -> None:
    facts = [*afternoon(1), dump([kind, 10**12, b"", b"", "later", [1, 2]])]
    batch = read(bytes(cut_here(facts)))
    entries = open_facts(batch, centre_key=CENTRE_KEY)

    assert isinstance(entries[1], Entry)
    assert entries[1].fact == Unknown(kind, facts[1])


def test_only_its_own_device_cuts_a_batch_and_never_an_empty_one() -> None:
    with pytest.raises(ValueError, match="its own device"):
        cut(afternoon(1), place=START, centre_key=CENTRE_KEY, seed=b"x" * 32)
    with pytest.raises(ValueError, match="has facts"):
        cut_here([])


@given(strategies.ledger_facts())
def test_what_only_the_ledger_says_no_device_says(fact: Fact) -> None:
    said = feed_of([fact])
    with pytest.raises(ValueError, match="only the central ledger"):
        cut_here(said)
    honest = cut_here(afternoon(1))
    header = replace(honest.header, head=next_head(first_head(DEVICE), said[0]))
    shown = write_open(open_part_of([Entry(FactId(DEVICE, 1), 10**12, fact)]))

    assert refusal(signed(header, honest.open_bytes, seal(CENTRE_KEY, pack_facts(said)))) is Refusal.CONTRADICTS
    assert refusal(signed(header, shown, seal(CENTRE_KEY, pack_facts(said)))) is Refusal.CONTRADICTS


def test_a_taken_slip_that_a_device_made_up_is_found_by_the_ledger_itself() -> None:
    taken = SlipTaken(ANN, b"i" * 16, 7, 60, CENTRE, is_issue_seen=True)
    shown = write_open(open_part_of([Entry(FactId(DEVICE, 1), 10**12, taken)]))
    batch = cut_here(afternoon(1))

    with pytest.raises(BadBatch, match="only the central ledger"):
        check(read(signed(batch.header, shown, batch.sealed)), place=START, public=PUBLIC)


@pytest.mark.parametrize("place", [replace(START, first=0), replace(START, first=2**48), replace(START, centre=b"x")])
def test_a_batch_that_could_not_be_read_is_never_cut(place: Place) -> None:
    with pytest.raises(ValueError, match="no feed goes on here"):
        cut_here(afternoon(1), place)


def test_one_contribution_alone_takes_little_more_than_its_proofs() -> None:
    batch = cut_here(afternoon(1))

    assert (len(batch.sealed), len(batch.open_bytes)) == (24 + 16 + 64, 12)


def test_five_hundred_contributions_take_little_more_than_what_they_say() -> None:
    assert len(bytes(cut_here(afternoon(500)))) / 500 < 2
