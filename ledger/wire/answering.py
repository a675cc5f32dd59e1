"""The reply of an exchange: what the central ledger holds now, and what it has for this PC or door.

The ledger signs every reply over the digest of the request. Its first part, the positions, makes a receipt of its own:
with it a PC proves to a restored ledger what that once held.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum, unique
from typing import NamedTuple

from ledger.domain.names import DEVICE_BYTES, DIGEST_BYTES
from ledger.wire.asking import (
    MOST_LISTED,
    MOST_REQUEST_BYTES,
    BadRequest,
    Held,
    Piece,
    read_piece,
)
from ledger.wire.cbor import NotPlain, Plain, dump, load
from ledger.wire.keys import SIGNATURE_BYTES, is_signed, sign
from ledger.wire.sealing import digest

MARK = b"GHY1"
HEAD_MARK_BYTES = 16
"""How much of a feed's head a reply repeats: enough to see that both sides hold the same."""
MOST_REPLY_BYTES = MOST_REQUEST_BYTES


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

    epoch: from 1. now_ms: the ledger's clock. head: the first 16 bytes of the feed's head at `seq`.
    """

    epoch: int
    now_ms: int
    seq: int
    head: bytes
    centre_feed: int
    network_feed: int


@dataclass(frozen=True, slots=True)
class Reply:
    """What the ledger answers.

    accepted, refused: what became of each batch of the request. batches: of siblings. notices: stretches of the
    ledger's own feeds. kept: how many bytes of blobs in the request's pieces are held now. pieces: of blobs that were wanted.
    lacks: feeds of which the PC holds more than the ledger, as far as the ledger holds them: it may return and offer
    the rest. has_more: ask again at once. counter: the highest of this device, with REPEATED_COUNTER.
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
    """The signed bytes of a reply to the bytes of a request; seed: of the ledger."""
    at = reply.positions
    positions = dump([at.epoch, at.now_ms, at.seq, at.head[:HEAD_MARK_BYTES], at.centre_feed, at.network_feed])
    rest = _rest(reply)
    packed_rest = dump(rest) if rest else b""
    signature = sign(seed, _signed(centre, device, digest(asked), digest(packed_rest)) + positions)
    return (
        MARK + signature + dump([positions]) + packed_rest if not rest else MARK + signature + dump([positions, rest])
    )


def read_reply(
    raw: bytes, *, asked: bytes, centre: bytes, device: bytes, ledger_public: bytes
) -> tuple[Reply, Receipt]:
    """A reply of this ledger to the bytes of this device's request, and the receipt that is in it.

    Raises:
        BadReply: it is anything else.
    """
    if not len(MARK) + SIGNATURE_BYTES < len(raw) <= MOST_REPLY_BYTES or not raw.startswith(MARK):
        raise BadReply("not a reply of a central ledger")
    signature, body = raw[len(MARK) : len(MARK) + SIGNATURE_BYTES], raw[len(MARK) + SIGNATURE_BYTES :]
    try:
        parts = load(body, MOST_REPLY_BYTES)
    except NotPlain as error:
        raise BadReply(str(error)) from error
    match parts:
        case [bytes(positions)]:
            rest: list[Plain] = []
        case [bytes(positions), list(rest)] if rest:
            pass
        case _:
            raise BadReply("not the parts of a reply")
    receipt = Receipt(signature, digest(asked), digest(dump(rest) if rest else b""), positions)
    if not _is_of(receipt, centre=centre, device=device, ledger_public=ledger_public):
        raise BadReply("this ledger did not sign it, or not for this request")
    return _reply(_positions(positions), rest), receipt


def read_receipt(raw: bytes, *, centre: bytes, device: bytes, ledger_public: bytes) -> Positions:
    """What the ledger once signed to this device.

    Raises:
        BadReply: it did not.
    """
    try:
        value = load(raw, MOST_LISTED)
    except NotPlain as error:
        raise BadReply(str(error)) from error
    match value:
        case [bytes(signature), bytes(request), bytes(rest), bytes(positions)]:
            receipt = Receipt(signature, request, rest, positions)
            if _is_of(receipt, centre=centre, device=device, ledger_public=ledger_public):
                return _positions(positions)
    raise BadReply("no receipt of this ledger for this device")


def _is_of(receipt: Receipt, *, centre: bytes, device: bytes, ledger_public: bytes) -> bool:
    signed = _signed(centre, device, receipt.request, receipt.rest) + receipt.positions
    return is_signed(signed, receipt.signature, public=ledger_public)


def _signed(centre: bytes, device: bytes, request: bytes, rest: bytes) -> bytes:
    return MARK + centre + device + request + rest


def _rest(reply: Reply) -> list[Plain]:
    fields: list[Plain] = [
        [[*one] for one in reply.accepted],
        [[one.device, one.first, one.reason] for one in reply.refused],
        [[*one] for one in reply.batches],
        [*reply.notices],
        [[*one] for one in reply.kept],
        [[*one] for one in reply.pieces],
        [[*one] for one in reply.lacks],
        int(reply.has_more),
        str(reply.trouble),
        reply.counter,
    ]
    while fields and fields[-1] in ([], 0, ""):
        fields.pop()
    return fields


_EMPTY: tuple[Plain, ...] = ([], [], [], [], [], [], [], 0, "", 0)


def _positions(raw: bytes) -> Positions:
    try:
        value = load(raw, MOST_LISTED)
    except NotPlain as error:
        raise BadReply(str(error)) from error
    match value:
        case [int(epoch), int(now_ms), int(seq), bytes(head), int(centre_feed), int(network_feed)]:
            if min(epoch - 1, now_ms, seq, centre_feed, network_feed) >= 0 and len(head) == HEAD_MARK_BYTES:
                return Positions(epoch, now_ms, seq, head, centre_feed, network_feed)
    raise BadReply("not the positions of a reply")


def _reply(positions: Positions, rest: list[Plain]) -> Reply:
    if len(rest) > len(_EMPTY):
        raise BadReply("more fields than a reply has")
    fields = [*rest, *_EMPTY[len(rest) :]]
    match fields:
        case [
            list(accepted),
            list(refused),
            list(batches),
            list(notices),
            list(kept),
            list(pieces),
            list(lacks),
            0 | 1 as more,
            str(trouble),
            int(counter),
        ] if trouble in Trouble.__members__.values() and counter >= 0:
            try:
                taken = tuple(
                    read_piece(row) for row in pieces if isinstance(row, list) and len(row) == len(Piece._fields)
                )
            except BadRequest as error:
                raise BadReply(str(error)) from error
            reply = Reply(
                positions,
                tuple(Accepted(*one) for one in map(_accepted, accepted)),
                tuple(Refused(*one) for one in map(_refused, refused)),
                tuple(Sent(*one) for one in map(_sent, batches)),
                tuple(one for one in notices if isinstance(one, bytes)),
                tuple(Held(*one) for one in (_held(row, DIGEST_BYTES) for row in kept)),
                taken,
                tuple(Held(*one) for one in (_held(row, DEVICE_BYTES) for row in lacks)),
                has_more=bool(more),
                trouble=Trouble(trouble),
                counter=counter,
            )
            if (len(reply.notices), len(taken)) == (len(notices), len(pieces)):
                return reply
    raise BadReply("not the fields of a reply")


def _accepted(row: Plain) -> tuple[bytes, int, int]:
    match row:
        case [bytes(device), int(first), int(arrival)] if len(device) in (0, DEVICE_BYTES) and min(first, arrival) >= 0:
            return device, first, arrival
    raise BadReply("not a batch that is held")


def _refused(row: Plain) -> tuple[bytes, int, str]:
    match row:
        case [bytes(device), int(first), str(reason)]:
            return device, first, reason
    raise BadReply("not a batch that was refused")


def _sent(row: Plain) -> tuple[int, bytes]:
    match row:
        case [int(arrival), bytes(raw)] if arrival >= 0:
            return arrival, raw
    raise BadReply("not a batch of another device")


def _held(row: Plain, length: int) -> tuple[bytes, int]:
    match row:
        case [bytes(name), int(seq)] if len(name) == length and seq >= 0:
            return name, seq
    raise BadReply("not a place in a feed")
