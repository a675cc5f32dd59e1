"""Replies: only the ledger's own answer to this very request is used; and what it once signed can be proved to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.bounds import MOST_EPOCH, MOST_MOMENT
from ledger.domain.names import MOST_SEQ
from ledger.wire.answering import (
    EPOCH_SHIFT,
    MARK,
    MOST_ARRIVAL,
    MOST_REPLY_BYTES,
    Accepted,
    BadReply,
    Positions,
    Receipt,
    Reply,
    Sent,
    Trouble,
    read_receipt,
    read_reply,
    write_reply,
)
from ledger.wire.asking import Held, Piece
from ledger.wire.cbor import dump
from ledger.wire.keys import public_key, sign
from ledger.wire.sealing import digest
from tests.ledger import messages
from tests.ledger.flips import all_flips
from tests.ledger.messages import CENTRE, DEVICE, LEDGER, LEDGER_SEED

ASKED = b"the bytes of a request"
OTHER_SEED = b"the seed of quite another ledger"
AT = Positions(2, 1_795_515_600_000, 12_345, b"h" * 16, 123, 400)
BUSY = Reply(AT, (Accepted(b"", 12_345, 2 << EPOCH_SHIFT | 7),), batches=(Sent(1 << EPOCH_SHIFT | 9, b"a batch"),))


def written(reply: Reply, **how: Any) -> bytes:
    return write_reply(reply, **{"asked": ASKED, "centre": CENTRE, "device": DEVICE, "seed": LEDGER_SEED, **how})


def read(raw: bytes, **how: Any) -> tuple[Reply, Receipt]:
    return read_reply(raw, **{"asked": ASKED, "centre": CENTRE, "device": DEVICE, "ledger_public": LEDGER, **how})


def proved(raw: bytes, **how: Any) -> Positions:
    return read_receipt(raw, **{"centre": CENTRE, "device": DEVICE, "ledger_public": LEDGER, **how})


def is_taken(raw: bytes, **how: Any) -> bool:
    try:
        read(raw, **how)
    except BadReply:
        return False
    return True


def is_proof(raw: bytes, **how: Any) -> bool:
    try:
        proved(raw, **how)
    except BadReply:
        return False
    return True


def signed(positions: Any, rest: Any = None) -> bytes:
    """A reply of parts as they are, well signed."""
    at, packed = cbor2.dumps(positions), b"" if rest is None else cbor2.dumps(rest)
    signature = sign(LEDGER_SEED, MARK + CENTRE + DEVICE + digest(ASKED) + digest(packed) + at)
    return MARK + signature + cbor2.dumps([at] if rest is None else [at, rest])


@given(messages.replies())
def test_a_reply_is_read_as_it_was_written_and_holds_a_receipt(reply: Reply) -> None:
    answer, receipt = read(written(reply))

    assert answer == reply
    assert proved(bytes(receipt)) == reply.positions


def test_of_a_head_as_much_is_repeated_as_shows_that_both_hold_the_same() -> None:
    answer, _ = read(written(Reply(replace(AT, head=bytes(range(32))))))

    assert answer.positions.head == bytes(range(16))


@pytest.mark.parametrize(
    "how",
    [
        {"asked": b"the bytes of another request"},
        {"device": b"another device  "},
        {"centre": b"another centre  "},
        {"ledger_public": public_key(OTHER_SEED)},
        {"ledger_public": b"no key"},
    ],
)
def test_a_reply_to_another_request_or_device_or_of_another_ledger_is_refused(how: dict[str, Any]) -> None:
    assert is_taken(written(BUSY))
    assert not is_taken(written(BUSY), **how)


def test_a_changed_bit_anywhere_is_noticed() -> None:
    raw = written(BUSY)

    assert not any(is_taken(changed) for changed in all_flips(raw))


def test_a_reply_cut_short_at_any_byte_or_followed_by_anything_is_refused() -> None:
    raw = written(BUSY)

    assert not any(is_taken(raw[:end]) for end in range(len(raw)))
    assert not is_taken(raw + b"\0")


def test_a_part_of_another_reply_cannot_be_put_in() -> None:
    one, other = written(BUSY), written(replace(BUSY, has_more=True))

    assert not is_taken(one[:68] + other[68:])
    assert not is_taken(other[:68] + one[68:])


@given(st.binary(max_size=200))
def test_chance_bytes_are_no_reply_and_no_receipt(raw: bytes) -> None:
    assert not is_taken(raw)
    assert not is_taken(MARK + raw)
    assert not is_proof(raw)


@given(messages.scraps(), st.integers(0, 9))
def test_whatever_a_ledger_signs_is_a_reply_or_is_refused(scrap: Any, at: int) -> None:
    rest: list[Any] = [*([] for _ in range(7)), 0, "", 7]
    rest[at] = scrap
    row = [2, 5, 7, b"h" * 16, 1, 1]
    for raw in (signed(row, rest), signed(row, rest[: at + 1]), signed(scrap, rest), signed(row, scrap), signed(scrap)):
        try:
            reply, _ = read(raw)
        except BadReply:
            continue
        assert written(reply) == raw


@pytest.mark.parametrize(
    ("what", "positions"),
    [
        ("no epoch", [0, 5, 7, b"h" * 16, 1, 1]),
        ("an epoch beyond all bounds", [MOST_EPOCH + 1, 5, 7, b"h" * 16, 1, 1]),
        ("a clock beyond all bounds", [1, MOST_MOMENT + 1, 7, b"h" * 16, 1, 1]),
        ("a place below nothing", [1, 5, -1, b"h" * 16, 1, 1]),
        ("a place beyond all bounds", [1, 5, 7, b"h" * 16, 1, MOST_SEQ + 1]),
        ("half a head", [1, 5, 7, b"h" * 8, 1, 1]),
        ("a field too few", [1, 5, 7, b"h" * 16, 1]),
        ("a yes for a number", [True, 5, 7, b"h" * 16, 1, 1]),
    ],
)
def test_positions_that_cannot_be_are_refused(what: str, positions: list[Any]) -> None:
    with pytest.raises(BadReply):
        pytest.fail(f"{what}: {read(signed(positions))}")


@pytest.mark.parametrize(
    ("what", "rest"),
    [
        ("nothing written out", []),
        ("an empty field at the end", [[], []]),
        ("a field too many", [*([] for _ in range(7)), 0, "", 7, 7]),
        ("an arrival before all epochs", [[[b"", 1, -(2 << EPOCH_SHIFT) - 1]]]),
        ("an arrival after all epochs", [[[b"", 1, MOST_ARRIVAL]]]),
        ("a batch from nothing on", [[[b"", 0, 1]]]),
        ("half a device", [[[b"d" * 8, 1, 1]]]),
        ("a reason without end", [[], [[b"", 1, "x" * 41]]]),
        ("a trouble nobody knows", [*([] for _ in range(7)), 0, "bored"]),
        ("a notice in words", [[], [], [], ["x"]]),
        ("a piece beyond its blob", [[], [], [], [], [], [[b"d" * 32, 5, 3, b"xyz"]]]),
        ("neither more nor not", [*([] for _ in range(7)), 2]),
    ],
)
def test_fields_that_cannot_be_are_refused(what: str, rest: list[Any]) -> None:
    with pytest.raises(BadReply):
        pytest.fail(f"{what}: {read(signed([2, 5, 7, b'h' * 16, 1, 1], rest))}")


@pytest.mark.parametrize(
    "reply",
    [
        Reply(replace(AT, epoch=0)),
        Reply(replace(AT, epoch=2**32)),
        Reply(replace(AT, now_ms=-1)),
        Reply(replace(AT, seq=2**64)),
        Reply(replace(AT, head=b"short")),
        Reply(AT, accepted=(Accepted(b"", 1, 2**64),)),
        Reply(AT, accepted=(Accepted(b"", 1, -1),)),
        Reply(AT, kept=(Held(b"short", 1),)),
        Reply(AT, pieces=(Piece(b"d" * 32, 3, 0, b"four"),)),
        Reply(AT, counter=2**53),
        Reply(AT, notices=(bytes(150_000), bytes(150_000))),
        Reply(AT, notices=[b"a notice"]),  # type: ignore[arg-type]  # the point of the test
    ],
)
def test_what_could_not_be_read_is_never_written(reply: Reply) -> None:
    with pytest.raises(ValueError, match=r"."):
        written(reply)


def test_a_reply_beyond_all_bounds_is_refused_unread() -> None:
    with pytest.raises(BadReply, match="not a reply"):
        read(MARK + bytes(MOST_REPLY_BYTES))


def test_an_arrival_of_this_epoch_takes_few_bytes_and_any_other_comes_back_too() -> None:
    now, before = (replace(BUSY, batches=(Sent(epoch << EPOCH_SHIFT | 9, b""),)) for epoch in (2, 1))

    assert len(written(before)) - len(written(now)) == 4
    assert [read(written(reply))[0] for reply in (now, before)] == [now, before]


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_is_told(trouble: Trouble) -> None:
    answer, _ = read(written(Reply(AT, trouble=trouble, counter=9)))

    assert (answer.trouble, answer.counter) == (trouble, 9)


def test_a_receipt_proves_what_the_ledger_held_to_nobody_but_its_own_device() -> None:
    _, receipt = read(written(BUSY))
    raw = bytes(receipt)

    assert proved(raw) == AT
    assert not is_proof(raw, device=b"another device  ")
    assert not is_proof(raw, centre=b"another centre  ")
    assert not is_proof(raw, ledger_public=public_key(OTHER_SEED))
    assert not any(is_proof(changed) for changed in all_flips(raw))
    assert not any(is_proof(raw[:end]) for end in range(len(raw)))
    assert not is_proof(raw + b"\0")


def test_a_receipt_cannot_be_put_together_in_another_way() -> None:
    _, receipt = read(written(BUSY))
    moved = replace(receipt, request=receipt.request + receipt.rest[:1], rest=receipt.rest[1:])

    assert not is_proof(bytes(moved))
    assert not is_proof(dump([receipt.signature, receipt.request, receipt.positions]))
