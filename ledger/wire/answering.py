"""The reply of an exchange: what the central ledger holds now, and what it has for this PC or door.

The ledger signs every reply over the digest of the request. Its first part, the positions, makes a receipt of its own:
with it a PC proves to a restored ledger what that once held.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum, unique
from typing import NamedTuple

from ledger.domain.bounds import MOST_EPOCH, MOST_MOMENT
from ledger.domain.names import DEVICE_BYTES, DIGEST_BYTES
from ledger.wire.asking import (
    HEAD_MARK_BYTES,
    MOST_COUNTER,
    MOST_RECEIPT_BYTES,
    MOST_REQUEST_BYTES,
    Held,
    Piece,
    held,
    piece,
)
from ledger.wire.batch import MOST_BATCH_BYTES
from ledger.wire.cbor import NotPlain, Plain, dump, load
from ledger.wire.fields import NotAField, at_most, exactly, filled, listed, number, rows, trimmed, word, yes
from ledger.wire.keys import SIGNATURE_BYTES, is_signed, sign
from ledger.wire.sealing import digest

MARK = b"GHY1"
MOST_REPLY_BYTES = MOST_REQUEST_BYTES
EPOCH_SHIFT = 32
MOST_ARRIVAL = (MOST_EPOCH + 1 << EPOCH_SHIFT) - 1
MOST_REASON = 40

_FIXED_BYTES = len(MARK) + SIGNATURE_BYTES
_POSITIONS = 6


class BadReply(ValueError):
    """Bytes that are no reply of this ledger to this request; nothing of them is used."""


@unique
class Trouble(StrEnum):
    """Why a request was not taken as a whole; nothing of it was kept."""

    NONE = ""
    UNKNOWN_DEVICE = "unknown_device"
    REVOKED = "revoked"
    REPEATED_COUNTER = "repeated_counter"  # `counter` tells how far it is; another copy of this PC may be at work
    PROVE = "prove"  # the ledger is behind what this device says it held: send the receipt


class Accepted(NamedTuple):
    """A batch that is held.

    device: whose, empty for the sender's own. arrival: its place in the centre's order, the epoch in the upper 32 bits.
    """

    device: bytes
    first: int
    arrival: int


class Refused(NamedTuple):
    """A batch that is not held. device: whose, empty for the sender's own. reason: one of `batch.Refusal`."""

    device: bytes
    first: int
    reason: str


class Sent(NamedTuple):
    """A batch of another device of the centre: `bytes(Batch)`."""

    arrival: int
    raw: bytes


@dataclass(frozen=True, slots=True)
class Positions:
    """What the ledger holds of this device's own feed after the request, and how far its own feeds go.

    epoch: from 1. now_ms: the ledger's clock. head: the first 16 bytes of the feed's head at `seq`, all zero in
    a refusal.
    """

    epoch: int
    now_ms: int
    seq: int
    head: bytes
    centre_feed: int
    network_feed: int

    @property
    def is_of_a_meeting(self) -> bool:
        """Whether the ledger knew the device: a refusal is signed too, for anybody who asks, and proves nothing."""
        return any(self.head)


@dataclass(frozen=True, slots=True)
class Reply:
    """What the ledger answers.

    accepted, refused: what became of each batch of the request. batches: of siblings. notices: stretches of the
    ledger's own feeds. kept: how many bytes are held now of each blob in the request's pieces, and of some that others
    of the centre want and that a restored ledger has not whole. pieces: of blobs that were wanted. lacks: feeds of
    which the PC holds more than the ledger, as far as the ledger holds them: it may return and offer the rest.
    has_more: ask again at once. counter: the highest of this device, with REPEATED_COUNTER. forks: batches that this
    device signed, or one that it goes on for, and that contradict what the ledger holds of it.
    """

    positions: Positions
    accepted: tuple[Accepted, ...] = ()
    refused: tuple[Refused, ...] = ()
    batches: tuple[Sent, ...] = field(default=(), repr=False)
    notices: tuple[bytes, ...] = field(default=(), repr=False)
    kept: tuple[Held, ...] = ()
    pieces: tuple[Piece, ...] = field(default=(), repr=False)
    lacks: tuple[Held, ...] = ()
    has_more: bool = False
    trouble: Trouble = Trouble.NONE
    counter: int = 0
    forks: tuple[bytes, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Receipt:
    """The signed positions of a reply, kept by the PC: `bytes(receipt)`."""

    signature: bytes
    request: bytes
    rest: bytes
    positions: bytes

    def __bytes__(self) -> bytes:
        return dump([self.signature, self.request, self.rest, self.positions])


def write_reply(reply: Reply, *, asked: bytes, centre: bytes, device: bytes, seed: bytes) -> bytes:
    """The signed bytes of a reply to the bytes of a request; seed: of the ledger.

    Raises:
        ValueError: a field is out of bounds, or it is too long together; it must not be sent.
    """
    at, rest = replace(reply.positions, head=reply.positions.head[:HEAD_MARK_BYTES]), trimmed(_rest(reply))
    positions = dump([at.epoch, at.now_ms, at.seq, at.head, at.centre_feed, at.network_feed])
    if _reply(_positions(positions), rest) != replace(reply, positions=at):
        raise ValueError("a reply that reads as another")
    signed = _signed(centre, device, digest(asked), _digest_of(rest)) + positions
    raw = MARK + sign(seed, signed) + dump([positions, rest] if rest else [positions])
    if len(raw) > MOST_REPLY_BYTES:
        raise ValueError("more than a reply can carry")
    return raw


def read_reply(
    raw: bytes, *, asked: bytes, centre: bytes, device: bytes, ledger_public: bytes
) -> tuple[Reply, Receipt]:
    """A reply of this ledger to the bytes of this device's request, and the receipt that is in it.

    Raises:
        BadReply: it is anything else.
    """
    if not _FIXED_BYTES < len(raw) <= MOST_REPLY_BYTES or not raw.startswith(MARK):
        raise BadReply("not a reply of a central ledger")
    try:
        positions, rest = _parts(load(raw[_FIXED_BYTES:], MOST_REPLY_BYTES))
        receipt = Receipt(raw[len(MARK) : _FIXED_BYTES], digest(asked), _digest_of(rest), positions)
        if not _is_of(receipt, centre=centre, device=device, ledger_public=ledger_public):
            raise BadReply("this ledger did not sign it, or not for this request")
        return _reply(_positions(positions), rest), receipt
    except (NotPlain, NotAField) as error:
        raise BadReply(str(error)) from error


def read_receipt(raw: bytes, *, centre: bytes, device: bytes, ledger_public: bytes) -> Positions:
    """What the ledger once signed to this device.

    Raises:
        BadReply: it did not.
    """
    try:
        match load(raw, MOST_RECEIPT_BYTES):
            case [bytes(signature), bytes(request), bytes(rest), bytes(positions)]:
                receipt = Receipt(signature, request, rest, positions)
                if _is_of(receipt, centre=centre, device=device, ledger_public=ledger_public):
                    return _positions(positions)
    except (NotPlain, NotAField) as error:
        raise BadReply(str(error)) from error
    raise BadReply("no receipt of this ledger for this device")


def _is_of(receipt: Receipt, *, centre: bytes, device: bytes, ledger_public: bytes) -> bool:
    if (len(receipt.request), len(receipt.rest)) != (DIGEST_BYTES, DIGEST_BYTES):
        return False
    signed = _signed(centre, device, receipt.request, receipt.rest) + receipt.positions
    return is_signed(signed, receipt.signature, public=ledger_public)


def _signed(centre: bytes, device: bytes, request: bytes, rest: bytes) -> bytes:
    return MARK + centre + device + request + rest


def _digest_of(rest: list[Plain]) -> bytes:
    return digest(dump(rest) if rest else b"")


def _parts(value: Plain) -> tuple[bytes, list[Plain]]:
    match value:
        case [bytes(positions)]:
            return positions, []
        case [bytes(positions), list(rest)] if rest:
            return positions, rest
    raise NotAField("not the parts of a reply")


def _positions(raw: bytes) -> Positions:
    row = load(raw, MOST_RECEIPT_BYTES)
    if not isinstance(row, list) or len(row) != _POSITIONS:
        raise NotAField("not the positions of a reply")
    epoch, now_ms, seq, head, centre_feed, network_feed = row
    return Positions(
        number(epoch, MOST_EPOCH, least=1),
        number(now_ms, MOST_MOMENT),
        number(seq),
        exactly(head, HEAD_MARK_BYTES),
        number(centre_feed),
        number(network_feed),
    )


def _rest(reply: Reply) -> list[Plain]:
    # An arrival is told from the first of this epoch on, which takes few bytes.
    start = reply.positions.epoch << EPOCH_SHIFT
    return [
        [[one.device, one.first, one.arrival - start] for one in reply.accepted],
        [[*one] for one in reply.refused],
        [[one.arrival - start, one.raw] for one in reply.batches],
        [*reply.notices],
        [[*one] for one in reply.kept],
        [[*one] for one in reply.pieces],
        [[*one] for one in reply.lacks],
        int(reply.has_more),
        str(reply.trouble),
        reply.counter,
        [*reply.forks],
    ]


_EMPTY: tuple[Plain, ...] = (*([] for _ in range(7)), 0, "", 0, [])


def _reply(positions: Positions, rest: list[Plain]) -> Reply:
    accepted, refused, batches, notices, kept, pieces, lacks, has_more, trouble, counter, forks = filled(rest, _EMPTY)
    start = positions.epoch << EPOCH_SHIFT
    return Reply(
        positions,
        accepted=tuple(_accepted(row, start) for row in rows(accepted, 3)),
        refused=tuple(_refused(row) for row in rows(refused, 3)),
        batches=tuple(Sent(_arrival(at, start), at_most(raw, MOST_BATCH_BYTES)) for at, raw in rows(batches, 2)),
        notices=tuple(at_most(raw, MOST_BATCH_BYTES) for raw in listed(notices)),
        kept=tuple(held(row, DIGEST_BYTES) for row in rows(kept, 2)),
        pieces=tuple(piece(row) for row in rows(pieces, 4)),
        lacks=tuple(held(row, DEVICE_BYTES) for row in rows(lacks, 2)),
        has_more=yes(has_more),
        trouble=_trouble(trouble),
        counter=number(counter, MOST_COUNTER),
        forks=tuple(at_most(raw, MOST_BATCH_BYTES) for raw in listed(forks)),
    )


def _accepted(row: list[Plain], start: int) -> Accepted:
    device, first, arrival = row
    return Accepted(exactly(device, DEVICE_BYTES, or_none=True), number(first, least=1), _arrival(arrival, start))


def _refused(row: list[Plain]) -> Refused:
    device, first, reason = row
    return Refused(exactly(device, DEVICE_BYTES, or_none=True), number(first), word(reason, MOST_REASON))


def _arrival(value: Plain, start: int) -> int:
    return start + number(value, MOST_ARRIVAL - start, least=-start)


def _trouble(value: Plain) -> Trouble:
    trouble = word(value, MOST_REASON)
    if trouble not in Trouble.__members__.values():
        raise NotAField("a trouble that nobody here knows")
    return Trouble(trouble)
