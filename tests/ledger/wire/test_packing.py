"""Packed columns: everything comes back, and hostile bytes cost little."""

from __future__ import annotations

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from ledger.wire.cbor import Plain, dump
from ledger.wire.codec import encode
from ledger.wire.columns import (
    FORMAT,
    MOST_PLAIN_BYTES,
    PLAIN_FORMAT,
    pack_columns,
    pack_facts,
    pack_plain,
    pack_split,
    unpack_columns,
    unpack_facts,
)
from ledger.wire.packing import MOST_BYTES, NotPacked, Reader, Writer
from tests.ledger import strategies
from tests.ledger.flips import all_flips

numbers = st.integers(-(2**63), 2**64 - 1)
plain: st.SearchStrategy[Plain] = st.recursive(
    st.integers(-3, 3) | numbers | st.binary(max_size=24) | strategies.texts(),
    lambda parts: st.lists(parts, max_size=3),
    max_leaves=8,
)


@given(st.lists(numbers, max_size=20) | st.lists(st.integers(0, 5), max_size=400))
def test_numbers_come_back(values: list[int]) -> None:
    writer = Writer()
    writer.numbers(values)
    reader = Reader(bytes(writer), most_values=len(values))

    assert reader.numbers(len(values)) == values
    reader.finish()


@given(st.lists(st.binary(max_size=9) | st.just(b"again and again"), max_size=60))
def test_strings_come_back(values: list[bytes]) -> None:
    writer = Writer()
    writer.strings(values)
    reader = Reader(bytes(writer), most_values=len(values))

    assert reader.strings(len(values)) == values
    reader.finish()


@given(st.lists(st.lists(plain, max_size=5), max_size=4))
def test_columns_of_anything_come_back(columns: list[list[Plain]]) -> None:
    assert unpack_columns(pack_columns(columns)) == columns
    assert unpack_columns(pack_split(columns)) == columns


@given(st.lists(strategies.entries(strategies.facts()).map(encode) | st.binary(max_size=20), max_size=8))
def test_facts_of_every_kind_come_back_and_so_does_what_nobody_can_read(facts: list[bytes]) -> None:
    assert unpack_facts(pack_facts(facts)) == facts


@given(st.lists(plain, max_size=4), st.integers(100, 2**16 - 1))
def test_facts_of_a_newer_version_come_back(fields: list[Plain], kind: int) -> None:
    facts = [dump([kind, at_ms, b"", b"", *fields[:more]]) for more, at_ms in enumerate([5, 6, 7])]

    assert unpack_facts(pack_facts(facts)) == facts


@given(st.binary(max_size=80))
def test_chance_bytes_are_refused_or_harmless(raw: bytes) -> None:
    read_safely(bytes([FORMAT]) + raw)
    read_safely(bytes([PLAIN_FORMAT]) + raw)


@given(st.lists(strategies.entries(strategies.facts()).map(encode), min_size=1, max_size=4), st.data())
def test_damaged_columns_are_refused_or_harmless(facts: list[bytes], data: st.DataObject) -> None:
    facts *= data.draw(st.sampled_from((1, 50)))  # few lie in one piece, many are split
    raw = bytearray(pack_facts(facts))
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))

    read_safely(bytes(raw))


def test_every_single_changed_bit_is_refused_or_harmless() -> None:
    facts = pack_facts([dump([64, 5, b"", b"", "A centre", 0]), dump([1, 5, b"x" * 17, b"", [1]])])
    for raw in (facts, pack_split(unpack_columns(facts))):
        for changed in all_flips(raw):
            read_safely(changed)


def test_few_facts_take_little_more_than_they_say_and_many_far_less() -> None:
    fact = dump([1, 5, b"x" * 17, b"", [1]])

    assert len(pack_facts([fact])) <= len(fact) + 10
    assert len(pack_facts([fact] * 400)) < 100
    assert pack_facts([fact])[0] == PLAIN_FORMAT
    assert pack_facts([bytes([n]) * 40 for n in range(100)])[0] == FORMAT


def test_one_piece_says_no_more_than_it_may() -> None:
    writer = Writer()
    writer.count(PLAIN_FORMAT)
    writer.count(MOST_PLAIN_BYTES + 1)
    writer.stretch(dump([[b"x" * (MOST_PLAIN_BYTES - 4)]]))

    with pytest.raises(NotPacked, match="allowed"):
        unpack_facts(bytes(writer))


@pytest.mark.parametrize("value", [7, b"x", [7], [[1], b"x"]])
def test_one_piece_that_is_no_columns_is_refused(value: Plain) -> None:
    writer = Writer()
    writer.count(PLAIN_FORMAT)
    writer.count(len(dump(value)))
    writer.stretch(dump(value))

    with pytest.raises(NotPacked, match="columns are lists"):
        unpack_columns(bytes(writer))


def read_safely(raw: bytes) -> None:
    try:
        facts = unpack_facts(raw)
    except NotPacked:
        return
    assert all(isinstance(fact, bytes) for fact in facts)


def packed(*counts: int) -> bytes:
    writer = Writer()
    for count in counts:
        writer.count(count)
    return bytes(writer)


@pytest.mark.parametrize(
    ("what", "raw"),
    [
        ("nothing", b""),
        ("a newer format", packed(PLAIN_FORMAT + 1)),
        ("more devices than bytes", packed(FORMAT, 2**60)),
        ("a number without end", bytes([FORMAT]) + b"\xff" * 40),
    ],
)
def test_nonsense_is_refused(what: str, raw: bytes) -> None:
    with pytest.raises(NotPacked):
        pytest.fail(f"{what} was read as {unpack_facts(raw)}")


def test_a_few_bytes_cannot_claim_a_million_values() -> None:
    with pytest.raises(NotPacked, match="more values"):
        Reader(packed(0, 0, 0), most_values=1000).numbers(1001)


def test_a_few_bytes_cannot_grow_into_many() -> None:
    same_byte = packed(1) + b"x"
    with pytest.raises(NotPacked, match="more bytes"):
        Reader(same_byte, most_values=1).stretch(MOST_BYTES + 1)
    reader = Reader(same_byte * 2, most_values=1)
    reader.stretch(MOST_BYTES)
    with pytest.raises(NotPacked, match="more bytes"):
        reader.stretch(1)


@pytest.mark.parametrize("frame", [{"write_content_size": True}, {"write_content_size": False, "window_log": 27}, {}])
def test_a_bomb_is_not_lit(frame: dict[str, int]) -> None:
    settings = zstandard.ZstdCompressionParameters(format=zstandard.FORMAT_ZSTD1_MAGICLESS, **frame)
    bomb = zstandard.ZstdCompressor(compression_params=settings).compress(bytes(10_000_000))

    with pytest.raises(NotPacked):
        Reader(packed(2, len(bomb)) + bomb, most_values=1).stretch(100)


def test_what_follows_is_noticed() -> None:
    with pytest.raises(NotPacked, match="more bytes than were announced"):
        unpack_facts(pack_facts([]) + b"\0")


def nested(depth: int) -> Plain:
    """A list that holds a list, and so on."""
    return [nested(depth - 1)] if depth else 0


@pytest.mark.parametrize(
    ("what", "columns"),
    [
        ("no heads", [[1]]),
        ("a kind in words", [["one"], [[0, b"", b""]], [[]]]),
        ("fewer heads than facts", [[1, 1], [[0, b"", b""]], [[], []]]),
        ("fewer fields than facts", [[1, 1], [[0, b"", b""]] * 2, [[]]]),
        ("fields of a kind nobody has", [[1], [[0, b"", b""]], [[]], [[]]]),
        ("a head that is no list", [[1], [0], [[]]]),
        ("fields that are no list", [[1], [[0, b"", b""]], [7]]),
        ("a text that is not composed", [[1], [[0, b"", b""]], [["e\u0301"]]]),
        ("a fact beyond all bounds", [[1], [[0, b"", b""]], [[b"x" * 20_000]]]),
        ("an unreadable fact in words", [[0], [], [["x"]]]),
        ("lists in lists without end", [[1], [[0, b"", b""]], [nested(12)]]),
    ],
)
def test_columns_that_are_no_facts_are_refused(what: str, columns: list[list[Plain]]) -> None:
    with pytest.raises(NotPacked):
        pytest.fail(f"{what} was read as {unpack_facts(pack_split(columns))}")


@pytest.mark.parametrize("columns", [[[1]], [[1], [0], [[]]], [[1], [[0, b"", b""]], [7]], [[0], [], [[7, 7]]]])
def test_one_piece_that_holds_no_facts_is_refused(columns: list[list[Plain]]) -> None:
    with pytest.raises(NotPacked):
        unpack_facts(pack_plain(columns))


def test_lengths_below_nothing_are_refused() -> None:
    writer = Writer()
    writer.numbers([-1])
    with pytest.raises(NotPacked, match="less than nothing"):
        Reader(bytes(writer), most_values=9).strings(1)
