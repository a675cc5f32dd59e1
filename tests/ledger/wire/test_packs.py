"""Packs: one batch may stand for many only if it tells exactly what they told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.accounts import AccountClass
from ledger.domain.facts import Contributed, SlipPrinted, SlipVoided
from ledger.domain.feed import Entry
from ledger.domain.names import FactId
from ledger.domain.postings import Fact
from ledger.wire.asking import lengthen, shorten
from ledger.wire.batch import BadBatch, Batch, Place, Refusal, read
from ledger.wire.codec import encode
from ledger.wire.keys import public_key, sign
from ledger.wire.open_part import OpenPart, open_part_of, write_open
from ledger.wire.packs import check_pack
from ledger.wire.sealing import digest
from tests.ledger import strategies
from tests.ledger.messages import CENTRE, DEVICE, PUBLIC, SEED, START, cut_here

ANN, TEA = FactId(DEVICE, 1), FactId(DEVICE, 2)
NOTHING = OpenPart({}, ())


def feed_of(facts: Sequence[Fact]) -> list[bytes]:
    return [encode(Entry(FactId(DEVICE, seq), 10**12, fact)) for seq, fact in enumerate(facts, start=1)]


def an_hour_and_a_slip(number: int) -> list[Fact]:
    made: list[Fact] = []
    for n in range(number):
        made += [Contributed(ANN, TEA, 60), SlipPrinted(b"i" * 16, n, 60, ANN, 2519)]
    return made


def small_ones(facts: list[bytes], size: int) -> list[Batch]:
    batches, place = [], START
    for at in range(0, len(facts), size):
        batches.append(cut_here(facts[at : at + size], place))
        place = place.after(batches[-1].header)
    return batches


def refusal(pack: Batch, held: Sequence[Batch], public: bytes = PUBLIC) -> Refusal | None:
    try:
        check_pack(pack, held=held, public=public)
    except BadBatch as error:
        return error.reason
    return None


def told_again(pack: Batch, **changes: Any) -> Batch:
    """The pack of a device that tells another story now, and signs it."""
    open_bytes = changes.pop("open_bytes", pack.open_bytes)
    header = replace(pack.header, open_digest=digest(open_bytes), **changes)
    return replace(pack, header=header, open_bytes=open_bytes, signature=sign(SEED, bytes(header)))


FACTS = feed_of(an_hour_and_a_slip(6))
HELD = small_ones(FACTS, 4)
PACK = cut_here(FACTS)


@given(st.lists(strategies.device_facts(), min_size=2, max_size=9), st.integers(1, 4))
def test_a_pack_of_any_facts_stands_for_the_batches_they_came_in(facts: list[Fact], size: int) -> None:
    raws = feed_of(facts)
    held, pack = small_ones(raws, size), cut_here(raws)

    assert check_pack(pack, held=held, public=PUBLIC) == NOTHING


def test_a_pack_of_a_part_of_them_is_taken_too() -> None:
    place = START.after(HELD[0].header)
    pack = cut_here(FACTS[4:], place)

    assert refusal(pack, HELD[1:]) is None
    assert refusal(pack, HELD) is Refusal.NOT_NEXT


def test_it_travels_like_any_batch_and_the_receiver_knows_what_came_before_it() -> None:
    whole = lengthen(shorten(PACK), centre=CENTRE, device=DEVICE, previous=HELD[0].header.previous)

    assert whole == PACK
    assert refusal(read(bytes(whole)), HELD) is None


def test_a_restored_ledger_learns_from_a_pack_what_it_lacks() -> None:
    more = check_pack(PACK, held=HELD[:2], public=PUBLIC)
    lacking = [Entry(FactId(DEVICE, seq), 10**12, fact) for seq, fact in enumerate(an_hour_and_a_slip(6), start=1)][8:]

    assert more == open_part_of(lacking)


@pytest.mark.parametrize("held", [[], HELD[1:], [HELD[0], HELD[2]], [PACK], HELD[::-1]])
def test_it_replaces_whole_batches_in_order_or_none(held: list[Batch]) -> None:
    assert refusal(PACK, held) is Refusal.NOT_NEXT


def test_it_never_ends_within_a_batch_that_is_held() -> None:
    assert refusal(cut_here(FACTS[:6]), HELD[:2]) is Refusal.NOT_NEXT


def test_other_facts_under_the_same_places_are_refused() -> None:
    other = feed_of([*an_hour_and_a_slip(5), Contributed(ANN, TEA, 60), SlipPrinted(b"i" * 16, 5, 60, TEA, 2519)])
    pack = cut_here(other)

    assert pack.open_bytes != b""
    assert refusal(pack, HELD) is Refusal.CONTRADICTS


@pytest.mark.parametrize(
    "part",
    [
        OpenPart({AccountClass.ISSUE: -360, AccountClass.MEMBER: 360}, ()),
        OpenPart({AccountClass.ISSUE: -400, AccountClass.MEMBER: 400}, ()),
        open_part_of([Entry(FactId(DEVICE, 2), 10**12, SlipVoided(b"i" * 16, 1, 60, ANN, has_paper=True))]),
    ],
)
def test_a_slip_is_never_explained_away_in_a_pack(part: OpenPart) -> None:
    assert refusal(told_again(PACK, open_bytes=write_open(part)), HELD) is Refusal.CONTRADICTS
    assert refusal(told_again(PACK, open_bytes=write_open(part)), HELD[:2]) is Refusal.CONTRADICTS


def test_sums_stay_what_they_were() -> None:
    honest = feed_of([Contributed(ANN, TEA, 15)] * 4)
    lie = write_open(OpenPart({AccountClass.ISSUE: -600, AccountClass.MEMBER: 600}, ()))

    assert refusal(told_again(cut_here(honest), open_bytes=lie), small_ones(honest, 2)) is Refusal.CONTRADICTS


def test_another_head_is_refused() -> None:
    assert refusal(told_again(PACK, head=b"h" * 32), HELD) is Refusal.CONTRADICTS
    assert refusal(told_again(PACK, previous=b"p" * 32), HELD) is Refusal.NOT_NEXT


def test_it_is_proved_like_any_batch() -> None:
    assert refusal(replace(PACK, signature=bytes(64)), HELD) is Refusal.NOT_SIGNED
    assert refusal(replace(PACK, sealed=PACK.sealed[::-1]), HELD) is Refusal.CHANGED
    assert refusal(told_again(PACK, centre=b"another centre  "), HELD) is Refusal.FOREIGN
    assert refusal(PACK, HELD, public_key(b"the seed of another device here.")) is Refusal.FOREIGN
    assert refusal(cut_here(FACTS, Place(CENTRE, DEVICE, 2, START.previous)), HELD) is Refusal.NOT_NEXT
