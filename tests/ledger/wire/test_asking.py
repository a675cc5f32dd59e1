"""Requests: what a device asked arrives as it asked it, or nothing of it is used."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from typing import Any

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.bounds import MOST_EPOCH
from ledger.domain.names import MOST_SEQ
from ledger.wire.asking import (
    MARK,
    MOST_COUNTER,
    MOST_PIECE_BYTES,
    MOST_REQUEST_BYTES,
    BadRequest,
    Held,
    Piece,
    Request,
    Seen,
    Want,
    lengthen,
    read_request,
    shorten,
    write_request,
)
from ledger.wire.batch import BadBatch, Refusal, check
from ledger.wire.cbor import Plain, dump, load
from ledger.wire.fields import MOST_LISTED
from ledger.wire.keys import public_key, sign
from tests.ledger import messages
from tests.ledger.flips import all_flips
from tests.ledger.messages import CENTRE, DEVICE, PUBLIC, SEED, START, contributions, cut_here

IDLE = Request(DEVICE, DEVICE, 1, 5000, own=12_345, seen=(Seen(1, is_network=False, seq=123),))
HEAD_BYTES, FIXED_BYTES = 21, 85


def is_taken(raw: bytes, public: bytes = PUBLIC) -> bool:
    """Whether a ledger that knows the device's key would look at it at all."""
    try:
        return read_request(raw).is_signed_by(public)
    except BadRequest:
        return False


def signed(*fields: Any, flags: int = 0, centre: bytes = b"") -> bytes:
    """A request of fields as they are, well signed."""
    return signed_bytes(cbor2.dumps([*fields]), flags=flags, centre=centre)


def signed_bytes(body: bytes, *, flags: int = 0, centre: bytes = b"", mark: bytes = MARK) -> bytes:
    head, rest = mark + bytes([flags]) + DEVICE, centre + body
    return head + sign(SEED, head + rest) + rest


@given(messages.requests())
def test_a_request_is_read_as_it_was_written(request: Request) -> None:
    read = read_request(write_request(request, SEED))

    assert read.request == request
    assert read.is_signed_by(PUBLIC)
    assert not read.is_signed_by(public_key(b"the seed of another device here."))


@given(messages.requests())
def test_the_same_request_is_written_the_same(request: Request) -> None:
    assert write_request(request, SEED) == write_request(request, SEED)


def test_a_changed_bit_anywhere_is_noticed() -> None:
    raw = write_request(replace(IDLE, centre=CENTRE, batches=(shorten(cut_here(contributions(1))),)), SEED)

    assert is_taken(raw)
    assert not any(is_taken(changed) for changed in all_flips(raw, every=5))


def test_a_request_cut_short_at_any_byte_or_followed_by_anything_is_refused() -> None:
    raw = write_request(IDLE, SEED)

    assert not any(is_taken(raw[:end]) for end in range(len(raw)))
    assert not is_taken(raw + b"\0")
    with pytest.raises(BadRequest):
        read_request(signed_bytes(raw[FIXED_BYTES:] + b"\0"))


def test_the_founder_is_named_once_and_others_name_their_centre() -> None:
    founder, other = (write_request(replace(IDLE, centre=centre), SEED) for centre in (DEVICE, CENTRE))

    assert (founder.count(DEVICE), other.count(DEVICE), other.count(CENTRE)) == (1, 1, 1)
    with pytest.raises(BadRequest, match="another form"):
        read_request(signed(1, 5, flags=1, centre=DEVICE))


@given(st.binary(max_size=300))
def test_chance_bytes_are_no_request(raw: bytes) -> None:
    assert not is_taken(raw)
    assert not is_taken(MARK + raw)


@given(messages.scraps(), st.integers(0, 12))
def test_whatever_its_device_signs_is_a_request_or_is_refused(scrap: Any, at: int) -> None:
    fields: list[Any] = [1, 5, 0, *([] for _ in range(9)), b"r"]
    fields[at] = scrap
    for raw in (signed(*fields), signed(*fields[: at + 1]), signed_bytes(cbor2.dumps(scrap))):
        try:
            request = read_request(raw).request
        except BadRequest:
            continue
        assert write_request(request, SEED) == raw


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        ("no epoch", [0, 5]),
        ("an epoch beyond all bounds", [MOST_EPOCH + 1, 5]),
        ("a counter beyond all bounds", [1, MOST_COUNTER + 1]),
        ("a counter below nothing", [1, -1]),
        ("a place beyond all bounds", [1, 5, MOST_SEQ + 1]),
        ("an empty field at the end", [1, 5, 0]),
        ("a field too many", [1, 5, 0, *([] for _ in range(9)), b"r", 1]),
        ("a list too long", [1, 5, 0, [[1, 0, 1]] * (MOST_LISTED + 1)]),
        ("a feed neither ours nor all's", [1, 5, 0, [[1, 2, 1]]]),
        ("a batch from nothing on", [1, 5, 0, [], [], [[0, 0, b"h" * 32, b"s" * 64, b"", b""]]]),
        ("a batch of 501 facts", [1, 5, 0, [], [], [[1, 500, b"h" * 32, b"s" * 64, b"", b""]]]),
        ("a batch beyond the last place", [1, 5, 0, [], [], [[MOST_SEQ, 1, b"h" * 32, b"s" * 64, b"", b""]]]),
        ("a batch without head", [1, 5, 0, [], [], [[1, 0, b"", b"s" * 64, b"", b""]]]),
        ("a piece of nothing", [1, 5, 0, [], [], [], [], [], [[b"d" * 32, 0, 0, b""]]]),
        ("a piece beyond its blob", [1, 5, 0, [], [], [], [], [], [[b"d" * 32, 5, 3, b"xyz"]]]),
        ("a piece too large", [1, 5, 0, [], [], [], [], [], [[b"d" * 32, 2**20, 0, bytes(MOST_PIECE_BYTES + 1)]]]),
        ("a short key", [1, 5, 0, [], [], [], [], [], [], [], [b"k" * 31]]),
        ("a long receipt", [1, 5, 0, *([] for _ in range(9)), bytes(513)]),
        ("a yes that is no number", [1, 5, 0, [[1, True, 1]]]),
        ("a text where a number is", [1, "5"]),
    ],
)
def test_fields_beyond_their_bounds_are_refused(what: str, fields: list[Any]) -> None:
    with pytest.raises(BadRequest):
        pytest.fail(f"{what}: {read_request(signed(*fields))}")


@pytest.mark.parametrize(
    ("what", "body"),
    [
        ("a number in a longer form", b"\x82\x01\x18\x05"),
        ("a list without an end", b"\x9f\x01\x05\xff"),
        ("a map", b"\xa1\x01\x05"),
        ("a tag", b"\xc1\x82\x01\x05"),
        ("half a number", b"\xf9\x3c\x00"),
        ("lists in lists without end", b"\x81" * 200_000 + b"\x01"),
        ("a list that says it is long", b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff"),
        ("bytes that say they are long", b"\x82\x01\x5b\x7f\xff\xff\xff\xff\xff\xff\xff"),
        ("no list", b"\x05"),
    ],
)
def test_other_ways_to_write_it_are_refused(what: str, body: bytes) -> None:
    with pytest.raises(BadRequest):
        pytest.fail(f"{what}: {read_request(signed_bytes(body))}")


def test_a_newer_request_or_an_unknown_flag_is_refused() -> None:
    body = dump([1, 5])
    for raw in (signed_bytes(body, mark=b"GHX2"), signed_bytes(body, flags=2), signed_bytes(body, flags=255)):
        with pytest.raises(BadRequest, match="this version"):
            read_request(raw)


@pytest.mark.parametrize(
    "changes",
    [
        {"epoch": 0},
        {"epoch": MOST_EPOCH + 1},
        {"counter": MOST_COUNTER + 1},
        {"counter": 2**64},
        {"counter": -1},
        {"own": MOST_SEQ + 1},
        {"device": b"short"},
        {"centre": b"short"},
        {"centre": b""},
        {"siblings": (Held(b"short", 1),)},
        {"seen": (Seen(0, is_network=True, seq=1),)},
        {"wants": (Want(b"w" * 32, 1),) * (MOST_LISTED + 1)},
        {"pieces": (Piece(b"d" * 32, 3, 0, b"four"),)},
        {"returned": (bytes(150_000), bytes(150_000))},
        {"issuers": [b"k" * 32]},
    ],
)
def test_what_could_not_be_read_is_never_written(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        write_request(replace(IDLE, **changes), SEED)


def test_a_request_beyond_all_bounds_is_refused_unread() -> None:
    with pytest.raises(BadRequest, match="no request has"):
        read_request(MARK + bytes(MOST_REQUEST_BYTES))


def test_a_request_costs_little_memory_whatever_it_says() -> None:
    crowded = signed_bytes(b"\x99\xff\xff" + b"\x80" * 65_535)
    tracemalloc.start()
    with pytest.raises(BadRequest):
        read_request(crowded)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 16 * 2**20


def test_a_batch_travels_without_what_its_receiver_knows() -> None:
    batch = cut_here(contributions(3))
    short = shorten(batch)

    assert lengthen(short, centre=CENTRE, device=DEVICE, previous=START.previous) == batch
    with pytest.raises(BadBatch) as refused:
        check(lengthen(short, centre=CENTRE, device=DEVICE, previous=b"x" * 32), place=START, public=PUBLIC)
    assert refused.value.reason is Refusal.NOT_SIGNED


def test_fields_that_are_empty_take_no_room() -> None:
    body: Plain = load(write_request(IDLE, SEED)[FIXED_BYTES:], 100)

    assert body == [1, 5000, 12_345, [[1, 0, 123]]]


def test_bytes_of_another_device_are_not_ones_own() -> None:
    theirs = write_request(IDLE, b"the seed of another device here.")

    assert not is_taken(theirs)
    assert theirs[:HEAD_BYTES] == write_request(IDLE, SEED)[:HEAD_BYTES]
