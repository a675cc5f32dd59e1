"""Anything at all in a request, well signed or not, gets a clear answer and leaves no trace it should not leave."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.server.database import open_database
from ledger.server.verify import verify
from ledger.wire.answering import read_reply
from ledger.wire.asking import Held, Joining, Piece, Seen, Short, Want, shorten
from tests.server.pcs import Ledger, Pc, pc

few = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture(scope="module")
def met(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ledger, Pc]]:
    folder: Path = tmp_path_factory.mktemp("ledger")
    ledger, centre = Ledger(open_database(None, folder=folder)), pc(1)
    ledger.admit(centre)
    for number in range(3):
        centre.print_slip(number)
        centre.cut()
    centre.meet(ledger)
    yield ledger, centre
    assert verify(ledger.engine).problems == []
    ledger.engine.dispose()


SEQ = st.integers(0, 2**48 - 1) | st.integers(0, 5)
NAME = st.binary(min_size=16, max_size=16)
DIGEST = st.binary(min_size=32, max_size=32)
SIGNATURE = st.binary(min_size=64, max_size=64)
SOME = st.binary(max_size=300)


def _short(first: int, more: int, head: bytes, signature: bytes, parts: tuple[bytes, bytes]) -> Short:
    return Short(first, first + more, head, signature, *parts)


SHORT = st.builds(_short, st.integers(1, 9), st.integers(0, 499), DIGEST, SIGNATURE, st.tuples(SOME, SOME))
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "own": SEQ,
    "seen": st.lists(st.builds(Seen, st.integers(1, 3), st.booleans(), SEQ), max_size=3).map(tuple),
    "siblings": st.lists(st.builds(Held, NAME, SEQ), max_size=3).map(tuple),
    "batches": st.lists(SHORT, max_size=3).map(tuple),
    "offered": st.lists(SOME, max_size=3).map(tuple),
    "returned": st.lists(SOME, max_size=3).map(tuple),
    "pieces": st.lists(
        st.builds(lambda name, part, at: Piece(name, at + len(part) + 1, at, part), DIGEST, SOME, st.integers(0, 99)),
        max_size=2,
    ).map(tuple),
    "wants": st.lists(st.builds(Want, DIGEST, SEQ), max_size=3).map(tuple),
    "joins": st.lists(st.builds(Joining, DIGEST, SIGNATURE, st.booleans(), st.booleans()), max_size=2).map(tuple),
    "receipt": SOME,
    "epoch": st.integers(1, 3),
}


@few
@given(fields=st.fixed_dictionaries({}, optional=FIELDS))
def test_well_signed_nonsense_is_answered_in_form(met: tuple[Ledger, Pc], fields: dict[str, Any]) -> None:
    ledger, centre = met
    held = {name: ledger.rows(name) for name in ("batches", "slips", "feeds", "notices", "devices", "own")}

    raw = centre.raw(**fields)
    answered = ledger.answer(raw)

    assert answered.status in (200, 409)
    centre.reply(raw, answered)
    for name, rows in held.items():
        now = [
            {key: value for key, value in row.items() if key not in {"counter", "met_ms"}} for row in ledger.rows(name)
        ]
        assert now == [{key: row[key] for key in row if key not in {"counter", "met_ms"}} for row in rows]


@few
@given(raw=st.binary(max_size=400) | st.binary(max_size=400).map(lambda more: b"GHX1" + more))
def test_random_bytes_are_malformed(met: tuple[Ledger, Pc], raw: bytes) -> None:
    answered = met[0].answer(raw)

    assert answered.status == 400
    assert set(json.loads(answered.body)) == {"problem", "message"}


@few
@given(at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_flipped_bit_anywhere_is_noticed(met: tuple[Ledger, Pc], at: int, bit: int) -> None:
    ledger, centre = met
    raw = bytearray(centre.raw(batches=tuple(shorten(batch) for batch in centre.batches)))
    raw[at % len(raw)] ^= 1 << bit
    held = ledger.holds()

    assert ledger.answer(bytes(raw)).status in (400, 403)
    assert ledger.holds() == held


def test_a_device_nobody_knows_is_told_so(met: tuple[Ledger, Pc]) -> None:
    ledger, centre = met
    stranger = pc(200)
    stranger.ledger_public = centre.ledger_public
    held = ledger.holds()

    raw = stranger.raw()
    answered = ledger.answer(raw)

    assert answered.status == 403
    assert stranger.reply(raw, answered).trouble == "unknown_device"
    assert ledger.holds() == held


def test_the_answer_to_a_stranger_is_no_proof_that_the_ledger_was_put_back(met: tuple[Ledger, Pc]) -> None:
    ledger, centre = met
    stranger = pc(201)
    stranger.ledger_public = centre.ledger_public
    raw = stranger.raw()
    _, receipt = read_reply(
        ledger.answer(raw).body,
        asked=raw,
        centre=stranger.centre,
        device=stranger.device,
        ledger_public=centre.ledger_public,
    )
    held = ledger.holds()

    assert ledger.answer(stranger.raw(receipt=bytes(receipt))).status == 403
    assert ledger.holds() == held
