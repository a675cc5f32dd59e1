"""The plain form: one way to write each value, and nothing else is read."""

from __future__ import annotations

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.wire.cbor import DEEPEST, NotPlain, Plain, dump, load
from tests.ledger import strategies

MOST = 10_000

plain_values: st.SearchStrategy[Plain] = st.recursive(
    st.integers(-(2**63), 2**64 - 1) | st.binary(max_size=30) | strategies.texts(),
    lambda parts: st.lists(parts, max_size=4),
    max_leaves=10,
)


@given(plain_values)
def test_what_was_written_is_read(value: Plain) -> None:
    assert load(dump(value), MOST) == value


@given(st.binary(max_size=40))
def test_whatever_is_read_would_be_written_the_same(raw: bytes) -> None:
    try:
        value = load(raw, MOST)
    except NotPlain:
        return
    assert dump(value) == raw


@pytest.mark.parametrize(
    ("what", "raw"),
    [
        ("nothing", ""),
        ("a number longer than needed", "1805"),
        ("a number longer than needed", "190005"),
        ("a number longer than needed", "1a00000005"),
        ("a number longer than needed", "1b0000000000000005"),
        ("a length longer than needed", "580161"),
        ("a text's length longer than needed", "780161"),
        ("a list's length longer than needed", "980101"),
        ("a big number of 64 bits", "c24101"),
        ("a big number", "c249010000000000000000"),
        ("a number below 64 bits", "3bffffffffffffffff"),
        ("a tag", "c001"),
        ("the tag that says this is CBOR", "d9d9f701"),
        ("a tag nobody knows", "d9ffff01"),
        ("a decimal fraction without end", "c4821a7fffffff01"),
        ("a pattern", "d8236128"),
        ("a shared thing", "d81c01"),
        ("a reference", "d81d00"),
        ("a half float", "f90000"),
        ("a float", "fa3f800000"),
        ("a double", "fb3ff0000000000000"),
        ("yes", "f5"),
        ("no", "f4"),
        ("none", "f6"),
        ("undefined", "f7"),
        ("a simple value", "f8ff"),
        ("an empty map", "a0"),
        ("a map", "a10102"),
        ("an endless list", "9f01ff"),
        ("an endless string", "5f4161ff"),
        ("an endless text", "7f6161ff"),
        ("only an end", "ff"),
        ("something after it", "0000"),
        ("a string that ends early", "4261"),
        ("a string of all bytes there are", "5bffffffffffffffff"),
        ("a list of all things there are", "9bffffffffffffffff"),
        ("broken UTF-8", "61ff"),
        ("half a character", "63eda080"),
        ("text that is not composed", "6365cc81"),
        ("a reserved length", "1c"),
    ],
)
def test_nothing_else_is_read(what: str, raw: str) -> None:
    with pytest.raises(NotPlain):
        pytest.fail(f"{what} was read as {load(bytes.fromhex(raw), MOST)!r}")


def test_lists_in_lists_without_end_are_refused() -> None:
    assert load(b"\x81" * DEEPEST + b"\0", MOST)
    with pytest.raises(NotPlain):
        load(b"\x81" * (DEEPEST + 1) + b"\0", MOST)
    with pytest.raises(NotPlain):
        load(b"\x81" * MOST, MOST)


def test_more_than_the_reader_wants_is_not_looked_at() -> None:
    with pytest.raises(NotPlain):
        load(dump(b"x" * 20), 20)


@pytest.mark.parametrize(
    "value", [True, None, 1.0, 2**64, -(2**63) - 1, "e\u0301", "\ud800", {}, (1,), [[False]], {1: 2}, bytearray(b"a")]
)
def test_other_values_are_not_written(value: object) -> None:
    with pytest.raises(NotPlain):
        dump(value)  # type: ignore[arg-type]  # the point of the test


def test_it_is_the_cbor_that_everybody_else_reads() -> None:
    value: Plain = [1, -1, b"ab", "é", [2**64 - 1]]

    assert cbor2.loads(dump(value)) == value
    assert dump(value).hex() == "85012042616262c3a9811bffffffffffffffff"
