"""Facts as bytes: what was written is read, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import Annotated, Any, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.accounts import ISSUE, Account, AccountClass, member_account, slip_account
from ledger.domain.bounds import (
    MOST_MINUTES,
    MOST_NAMED,
    MOST_SETTING_TEXT,
    MOST_TEXT,
    Letters,
    Sized,
    SlipNumber,
    Within,
)
from ledger.domain.facts import Confirmed, Contributed, Legs, PlanMade, PutRight, Reason, SlipPrinted, SlipRedeemed
from ledger.domain.feed import Entry
from ledger.domain.names import FactId
from ledger.domain.postings import Fact, of
from ledger.domain.subjects import (
    CentreFounded,
    IssuerKeyAdded,
    MemberWritten,
    TaskWritten,
    TextSet,
    Unknown,
    VenueWritten,
)
from ledger.wire.cbor import Plain, dump, load
from ledger.wire.codec import LAYOUTS, MOST_FACT_BYTES, NotAFact, decode, encode
from tests.ledger import strategies

NAME, ANN, TEA = (FactId(b"d" * 16, seq) for seq in (9, 1, 2))
HALF_AN_HOUR = Contributed(ANN, TEA, 30)


def entry(fact: Any) -> Entry:
    return Entry(NAME, 1_795_500_000_000, fact)


def changed(raw: bytes, place: int, value: Any) -> bytes:
    """The bytes of a fact in which one value is another."""
    values = load(raw, MOST_FACT_BYTES)
    assert isinstance(values, list)
    values[place] = value
    return dump(values)


@pytest.mark.parametrize("kind", strategies.KINDS)
def test_a_fact_of_every_kind_is_read_as_it_was_written(kind: type[Any]) -> None:
    @strategies.FEWER
    @given(strategies.entries(strategies.facts_of(kind)))
    def holds(written: Entry) -> None:
        read = decode(written.name, encode(written))
        assert read == written
        assert type(read.fact) is kind
        assert of(read.fact) == of(written.fact)

    holds()


def test_every_kind_has_a_number_of_its_own_and_only_moving_ones_are_below_64() -> None:
    assert len({kind.kind for kind in strategies.KINDS}) == len(strategies.KINDS) == len(LAYOUTS)
    assert {kind for kind in strategies.KINDS if kind.kind < 64} == set(strategies.MOVING_KINDS)


@given(st.binary(max_size=60))
def test_chance_bytes_are_no_fact(raw: bytes) -> None:
    assert_read_only_if_canonical(raw)


@given(strategies.entries(strategies.facts()), st.data())
def test_a_damaged_fact_is_refused_or_is_another_fact_written_as_it_should_be(
    written: Entry, data: st.DataObject
) -> None:
    raw = bytearray(encode(written))
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at : at + data.draw(st.integers(0, 2))] = data.draw(st.binary(max_size=2))

    assert_read_only_if_canonical(bytes(raw))


@given(strategies.entries(strategies.facts()), st.data())
def test_a_fact_cut_short_or_followed_by_anything_is_refused(written: Entry, data: st.DataObject) -> None:
    raw = encode(written)
    for other in (raw[: data.draw(st.integers(0, len(raw) - 1))], raw + data.draw(st.binary(min_size=1, max_size=3))):
        with pytest.raises(NotAFact):
            decode(NAME, other)


@given(strategies.entries(strategies.facts()), st.data())
def test_no_field_of_a_fact_may_be_of_another_sort(written: Entry, data: st.DataObject) -> None:
    raw = encode(written)
    values = load(raw, MOST_FACT_BYTES)
    assert isinstance(values, list)
    place = data.draw(st.integers(0, len(values) - 1))
    other_sorts: list[Plain] = [2**64 - 1, -(2**63), b"x" * 15, b"x" * 33, "x" * (MOST_TEXT + 1), [[1]], [b""]]
    for value in other_sorts:
        if type(value) is not type(values[place]) or isinstance(value, str | list):
            with pytest.raises(NotAFact):
                pytest.fail(f"read as {decode(NAME, changed(raw, place, value))}")


def assert_read_only_if_canonical(raw: bytes) -> None:
    try:
        read = decode(NAME, raw)
    except NotAFact:
        return
    assert encode(read) == raw


@pytest.mark.parametrize(
    ("fact", "place", "value"),
    [
        (HALF_AN_HOUR, 0, -1),
        (HALF_AN_HOUR, 0, 2**16),
        (HALF_AN_HOUR, 1, -1),
        (HALF_AN_HOUR, 1, 2**53),
        (HALF_AN_HOUR, 2, b"d" * 16),
        (HALF_AN_HOUR, 4, b""),
        (HALF_AN_HOUR, 4, b"d" * 16 + b"\0\1"),
        (HALF_AN_HOUR, 4, b"d" * 16 + b"\1" * 7),
        (HALF_AN_HOUR, 6, 0),
        (HALF_AN_HOUR, 6, -15),
        (HALF_AN_HOUR, 6, MOST_MINUTES + 1),
        (HALF_AN_HOUR, 7, 2),
        (HALF_AN_HOUR, 8, [b"d" * 16 + b"\1"] * (MOST_NAMED + 1)),
        (SlipPrinted(b"i" * 16, 7, 60, None, 2500), 6, 2**16),
        (SlipPrinted(b"i" * 16, 7, 60, None, 2500), 4, b"i" * 15),
        (SlipRedeemed(b"i" * 16, 7, member=ANN, member_minutes=60), 6, b""),  # minutes for nobody
        (IssuerKeyAdded(b"k" * 32), 4, b""),
        (MemberWritten(None, b"n" * 32), 5, b"n" * 31),
        (VenueWritten(None, "Pool", 3), 6, 0),
        (TaskWritten(None, "Made tea", "om:2615"), 5, "x" * (MOST_TEXT + 1)),
        (TextSet("centre_phone", "01766"), 5, "0" * (MOST_SETTING_TEXT + 1)),
        (PlanMade(ANN, TEA, (), 60, 60), 12, 1440),
        (PutRight(NAME, (), Reason.UNDO), 6, 2),
        (PutRight(NAME, (), Reason.UNDO), 5, [[1, b"", 30]]),
        (PutRight(NAME, (), Reason.UNDO), 5, [[1, b"", 30], [1, b"", -30]]),
        (PutRight(NAME, (), Reason.UNDO), 5, [[1, b"", 30], [9, b"", -30]]),
        (PutRight(NAME, (), Reason.UNDO), 5, [[1, b"", 30], [2, b"d" * 16, -30]]),
        (PutRight(NAME, (), Reason.UNDO), 5, [[1, b"", 30], [8, b"", -30, 0]]),
        (PutRight(NAME, (), Reason.UNDO), 5, [[1, b"", 0]]),
    ],
)
def test_values_beyond_their_bounds_are_refused(fact: Fact, place: int, value: Any) -> None:
    with pytest.raises(NotAFact):
        pytest.fail(f"read as {decode(NAME, changed(encode(entry(fact)), place, value))}")


def test_a_field_too_many_or_too_few_is_refused() -> None:
    values = load(encode(entry(HALF_AN_HOUR)), MOST_FACT_BYTES)
    assert isinstance(values, list)
    for other in (values[:-1], [*values, 0], values[:3], []):
        with pytest.raises(NotAFact):
            decode(NAME, dump(other))


@pytest.mark.parametrize(
    "fact",
    [
        Contributed(ANN, TEA, 0),
        Contributed(ANN, TEA, -15),
        Contributed(ANN, TEA, MOST_MINUTES + 1),
        Contributed(ANN, TEA, minutes=True),
        Contributed(FactId(b"short", 1), TEA, 30),
        Contributed(FactId(b"d" * 16, 0), TEA, 30),
        CentreFounded("e\u0301", is_practice=False),
        CentreFounded("\ud800", is_practice=False),
        CentreFounded("x" * (MOST_TEXT + 1), is_practice=False),
        TextSet("centre_phone", "0" * (MOST_SETTING_TEXT + 1)),
        TextSet("centre_phone", "e\u0301"),
        MemberWritten(None, name=b"Ann"),
        Confirmed(ANN, ((member_account(ANN), 60),)),
        Confirmed(ANN, ((Account(AccountClass.MEMBER, b"Ann"), 60), (ISSUE, -60))),
        Contributed(ANN, TEA, 30, is_waiting=1),  # type: ignore[arg-type]  # the point of the test
        PutRight(ANN, (), reason=2),  # type: ignore[arg-type]  # the point of the test
        "not a fact",
    ],
)
def test_what_could_not_be_read_again_is_never_written(fact: Any) -> None:
    with pytest.raises(NotAFact):
        encode(entry(fact))


def longest(annotation: Any) -> Any:
    """The value of a field that takes the most room."""
    crowd = tuple(FactId(b"d" * 16, 2**48 - 1 - number) for number in range(MOST_NAMED))
    legs = tuple((slip_account(b"i" * 16, n), (-1) ** n * MOST_MINUTES) for n in range(MOST_NAMED))
    if get_origin(annotation) is Annotated:
        match annotation.__metadata__[0]:
            case Within(_, most):
                return most
            case Letters(most):
                return "\U0001f44d" * most
            case Sized(length):
                return b"x" * length
    if annotation in (FactId, FactId | None):
        return crowd[0]
    if isinstance(annotation, type) and issubclass(annotation, IntEnum):
        return max(annotation)
    numbers = tuple(2**64 - 1 - number for number in range(MOST_NAMED))
    return {
        str: "\U0001f44d" * MOST_TEXT,
        bool: True,
        tuple[FactId, ...]: crowd,
        tuple[SlipNumber, ...]: numbers,
        Legs: legs,
    }[annotation]


@pytest.mark.parametrize("kind", [kind for kind in strategies.KINDS if kind is not SlipRedeemed])
def test_the_longest_fact_of_each_kind_can_be_read_again(kind: type[Any]) -> None:
    hints = get_type_hints(kind, include_extras=True)
    written = entry(kind(**{field: longest(hints[field]) for field in strategies.field_names(kind)}))

    assert decode(NAME, encode(written)) == written


def newer(kind: int, *fields: Plain) -> bytes:
    return dump([kind, 1_795_500_000_000, b"", b"", *fields])


@pytest.mark.parametrize(("kind", "is_moving"), [(15, True), (63, True), (64 + 50, False), (2**16 - 1, False)])
def test_a_fact_of_a_newer_version_is_kept_and_passed_on_as_it_came(kind: int, is_moving: Any) -> None:
    raw = newer(kind, "later", [1, [b"x"]])
    read = decode(NAME, raw)

    assert read == Entry(NAME, 1_795_500_000_000, Unknown(kind, raw))
    assert encode(read) == raw
    assert isinstance(read.fact, Unknown)
    assert read.fact.is_moving is is_moving


def test_a_fact_of_a_newer_version_is_not_dressed_up_as_something_else() -> None:
    read = decode(NAME, newer(999))
    for other in (replace(read, at_ms=0), replace(read, by=ANN), replace(read, fact=Unknown(998, newer(999)))):
        with pytest.raises(NotAFact):
            encode(other)
    with pytest.raises(NotAFact):
        encode(entry(Unknown(1, encode(entry(HALF_AN_HOUR)))))


def test_a_contribution_takes_little_room_on_disk() -> None:
    assert len(encode(entry(HALF_AN_HOUR))) == 53
