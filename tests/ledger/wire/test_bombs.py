"""Few bytes that say they are much: they are refused before they cost anything, and honest facts never are."""

from __future__ import annotations

import tracemalloc

import pytest

from ledger.wire.cbor import Plain, dump
from ledger.wire.columns import FORMAT, pack_facts, unpack_facts
from ledger.wire.packing import NotPacked, Writer


def split_columns(*strings: bytes) -> Writer:
    """The beginning of split columns, with these strings in their table."""
    writer = Writer()
    writer.count(FORMAT)
    writer.count(0)  # no devices
    writer.stretch(b"")
    writer.count(0)  # no names
    writer.numbers([])
    writer.numbers([])
    writer.count(len(strings))
    writer.strings(strings)
    writer.count(0)
    writer.strings([])
    return writer


NUMBERS, STRINGS, ROWS, LISTS, MIXED = 0, 1, 3, 4, 5


def lists_in_bytes(size: int) -> bytes:
    """Bytes that are lists, each one empty."""
    one = dump([[]] * 15_000)
    writer = split_columns()
    writer.count(1)
    writer.count(size // len(one))
    writer.count(MIXED)
    writer.strings([one] * (size // len(one)))
    return bytes(writer)


def rows_in_rows(number: int) -> bytes:
    """Numbers, each in a list in a list in a list and so on."""
    writer = split_columns()
    writer.count(1)
    writer.count(number)
    for _ in range(7):
        writer.count(ROWS)
        writer.count(1)
    writer.count(NUMBERS)
    writer.numbers([7] * number)
    return bytes(writer)


def lists_of_nothing(number: int) -> bytes:
    """Empty lists."""
    writer = split_columns()
    writer.count(1)
    writer.count(number)
    writer.count(LISTS)
    writer.numbers([0] * number)
    writer.count(NUMBERS)
    writer.numbers([])
    return bytes(writer)


def one_string_again_and_again(number: int, size: int) -> bytes:
    """A fact with so many fields, all of them the same long bytes."""
    writer = split_columns(b"x" * size)
    writer.count(3)
    writer.count(1)
    writer.count(NUMBERS)
    writer.numbers([64])
    writer.count(1)
    writer.count(ROWS)
    writer.count(3)
    for _ in range(3):
        writer.count(NUMBERS)
        writer.numbers([0])
    writer.count(1)
    writer.count(ROWS)
    writer.count(number)
    for _ in range(number):
        writer.count(STRINGS)
        writer.numbers([1])
    return bytes(writer)


@pytest.mark.parametrize(
    ("why", "bomb"),
    [
        ("more bytes", lists_in_bytes(4_000_000)),
        ("columns are missing", lists_in_bytes(250_000)),
        ("more values", rows_in_rows(2**18)),
        ("columns are missing", rows_in_rows(2**15)),
        ("more values", lists_of_nothing(2**18)),
        ("columns are missing", lists_of_nothing(2**17)),
        ("more bytes", one_string_again_and_again(800, 400_000)),
        ("beyond all bounds", one_string_again_and_again(800, 500)),
    ],
)
def test_whatever_a_few_bytes_say_they_cost_little_memory(why: str, bomb: bytes) -> None:
    tracemalloc.start()
    with pytest.raises(NotPacked, match=why):
        unpack_facts(bomb)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert len(bomb) < 4_000
    assert most < 24 * 2**20


FULL = 16_000


@pytest.mark.parametrize(
    "fields",
    [
        [[0] * FULL],
        [[*range(24)] * (FULL // 24)],
        [[[]] * FULL],
        [[[0]] * (FULL // 2)],
        [[[[]]] * (FULL // 2)],
        [[0, b""] * (FULL // 2)],
        [[b""] * FULL],
        [["x"] * (FULL // 2)],
        [b"x" * FULL],
        [[b"device no %06d" % n + b"\1\1" for n in range(FULL // 20)]],
        [0] * FULL,
    ],
    ids=lambda fields: str(fields)[:20],
)
def test_the_fullest_batch_there_can_be_is_read_again(fields: list[Plain]) -> None:
    facts = [dump([64_000, at, b"", b"", *fields]) for at in range(4)]

    assert unpack_facts(pack_facts(facts)) == facts


def test_lists_shorter_than_nothing_are_refused() -> None:
    writer = split_columns()
    writer.count(1)
    writer.count(2)
    writer.count(LISTS)
    writer.numbers([5, -5])

    with pytest.raises(NotPacked, match="less than nothing"):
        unpack_facts(bytes(writer))
