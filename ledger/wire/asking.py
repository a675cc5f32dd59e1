"""A request of an exchange: what one PC or door has for the central ledger, and how far it holds what is there.

One request carries everything one way, one reply (`answering`) everything back. Fields that are empty take no room.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ledger.domain.bounds import MOST_EPOCH
from ledger.domain.names import DEVICE_BYTES, DIGEST_BYTES, MOST_SEQ
from ledger.wire.batch import CENTRE_BYTES, MOST_BATCH_BYTES, MOST_FACTS, Batch, Header
from ledger.wire.cbor import NotPlain, Plain, dump, load
from ledger.wire.fields import NotAField, at_most, exactly, filled, listed, number, rows, trimmed, yes
from ledger.wire.keys import PUBLIC_KEY_BYTES, SIGNATURE_BYTES, is_signed, sign
from ledger.wire.sealing import digest

MARK = b"GHX1"
MOST_REQUEST_BYTES = 288 * 1024
"""A body beyond this is refused unread."""
ROOM_BYTES = 256 * 1024
"""Batches, notices and pieces of blobs fill a request or a reply up to here; the rest goes next time."""
MOST_PIECE_BYTES = 60_000
MOST_RECEIPT_BYTES = 512
MOST_COUNTER = 2**53 - 1
HEAD_MARK_BYTES = 16
"""How much of a feed's head a message repeats: enough to see that both sides hold the same."""

_HEAD_BYTES = len(MARK) + 1 + DEVICE_BYTES
_FIXED_BYTES = _HEAD_BYTES + SIGNATURE_BYTES
_HAS_CENTRE = 1


class BadRequest(ValueError):
    """Bytes that are no request, or that its device did not sign; nothing of them is used."""


class Short(NamedTuple):
    """A batch without what its receiver knows: centre, device, the head before it and the digests."""

    first: int
    last: int
    head: bytes
    signature: bytes
    open_bytes: bytes
    sealed: bytes


class Seen(NamedTuple):
    """How far one of the ledger's own feeds is held; is_network: the feed that all follow, not the centre's."""

    epoch: int
    is_network: bool
    seq: int


class Held(NamedTuple):
    """How far any feed is held."""

    feed: bytes
    seq: int


class Mark(NamedTuple):
    """The first 16 bytes of a feed's head, at the place to which the receiver said it holds the feed."""

    feed: bytes
    head: bytes


class Piece(NamedTuple):
    """A part of a sealed blob; size: of the whole. An empty part asks how much of the blob is held."""

    blob: bytes
    size: int
    offset: int
    part: bytes


class Want(NamedTuple):
    """A blob that is not here yet; offset: how much of it is."""

    blob: bytes
    offset: int


class Joining(NamedTuple):
    """Another device of this centre that the sender vouches for (`joining.vouch`).

    takes_purse: it goes on in the sender's place.
    """

    public: bytes
    signature: bytes
    is_successor: bool
    takes_purse: bool


@dataclass(frozen=True, slots=True)
class Request:
    """What one device sends.

    centre: 16 bytes, its founder's name. epoch: the ledger's, as last heard. counter: higher in each request.
    own: its own feed as it believes the ledger to hold it. seen: the ledger's feeds. siblings: feeds of other devices
    of the centre, and its own where it was found further on. batches: its own, in order. offered: batches of siblings
    as they were received, for a ledger that lacks them. returned: notices, for the same. issuers: keys of its slips,
    while the network's list lacks them. receipt: proof of what the ledger once held, when it asks. forks: heads of
    batches of a second version (`answering.Reply.forks`) of which nothing is left to say again. marks: of feeds that
    the ledger said it lacks, at the place where it does: what is offered of them follows what it holds.
    """

    centre: bytes
    device: bytes
    epoch: int
    counter: int
    own: int = 0
    seen: tuple[Seen, ...] = ()
    siblings: tuple[Held, ...] = ()
    batches: tuple[Short, ...] = field(default=(), repr=False)
    offered: tuple[bytes, ...] = field(default=(), repr=False)
    returned: tuple[bytes, ...] = field(default=(), repr=False)
    pieces: tuple[Piece, ...] = field(default=(), repr=False)
    wants: tuple[Want, ...] = ()
    issuers: tuple[bytes, ...] = ()
    joins: tuple[Joining, ...] = ()
    receipt: bytes = b""
    forks: tuple[bytes, ...] = ()
    marks: tuple[Mark, ...] = ()


class Signed(NamedTuple):
    """A request as it came; whoever knows the device's key proves it with `is_signed_by`."""

    request: Request
    signed: bytes
    signature: bytes

    def is_signed_by(self, public: bytes) -> bool:
        """Whether the device with this public key sent it."""
        return is_signed(self.signed, self.signature, public=public)


def shorten(batch: Batch) -> Short:
    """A batch as its own device sends it."""
    header = batch.header
    return Short(header.first, header.last, header.head, batch.signature, batch.open_bytes, batch.sealed)


def lengthen(short: Short, *, centre: bytes, device: bytes, previous: bytes) -> Batch:
    """The whole batch again; previous: the head before it. A wrong one shows in `batch.check` as not signed."""
    digests = (digest(short.open_bytes), digest(short.sealed))
    header = Header(centre, device, short.first, short.last, previous, *digests, short.head)
    return Batch(header, short.signature, short.open_bytes, short.sealed)


def write_request(request: Request, seed: bytes) -> bytes:
    """The signed bytes of a request; seed: of the device's key.

    Raises:
        ValueError: a field is out of bounds, or it is too long together; it must not be sent.
    """
    is_founder = request.centre == request.device
    head = MARK + bytes([0 if is_founder else _HAS_CENTRE]) + request.device
    rest = (b"" if is_founder else request.centre) + dump(trimmed(_body(request)))
    raw = head + sign(seed, head + rest) + rest
    if read_request(raw).request != request:
        raise ValueError("a request that reads as another")
    return raw


def read_request(raw: bytes) -> Signed:
    """Take a request apart; nothing is proved yet but its form.

    Raises:
        BadRequest: it is none.
    """
    if not _FIXED_BYTES < len(raw) <= MOST_REQUEST_BYTES:
        raise BadRequest(f"no request has {len(raw)} bytes")
    head, signature, rest = raw[:_HEAD_BYTES], raw[_HEAD_BYTES:_FIXED_BYTES], raw[_FIXED_BYTES:]
    device, has_centre = head[-DEVICE_BYTES:], head[len(MARK)]
    if not head.startswith(MARK) or has_centre not in (0, _HAS_CENTRE):
        raise BadRequest("no request of this version")
    centre, body = (rest[:CENTRE_BYTES], rest[CENTRE_BYTES:]) if has_centre else (device, rest)
    if has_centre and centre == device:
        raise BadRequest("written in another form than the one agreed")
    try:
        request = _request(centre, device, filled(load(body, MOST_REQUEST_BYTES), _EMPTY))
    except (NotPlain, NotAField) as error:
        raise BadRequest(str(error)) from error
    return Signed(request, head + rest, signature)


def _body(request: Request) -> list[Plain]:
    return [
        request.epoch,
        request.counter,
        request.own,
        [[seen.epoch, int(seen.is_network), seen.seq] for seen in request.seen],
        [[*held] for held in request.siblings],
        [_short_out(short) for short in request.batches],
        [*request.offered],
        [*request.returned],
        [[*piece] for piece in request.pieces],
        [[*want] for want in request.wants],
        [*request.issuers],
        [[join.public, join.signature, int(join.is_successor), int(join.takes_purse)] for join in request.joins],
        request.receipt,
        [*request.forks],
        [[*mark] for mark in request.marks],
    ]


_EMPTY: tuple[Plain, ...] = (0, 0, 0, *([] for _ in range(9)), b"", [], [])


def _request(centre: bytes, device: bytes, fields: list[Plain]) -> Request:
    epoch, counter, own, seen, siblings, batches, offered, returned, *rest = fields
    pieces, wants, issuers, joins, receipt, forks, marks = rest
    return Request(
        centre,
        device,
        number(epoch, MOST_EPOCH, least=1),
        number(counter, MOST_COUNTER),
        own=number(own),
        seen=tuple(_seen(row) for row in rows(seen, 3)),
        siblings=tuple(held(row, DEVICE_BYTES) for row in rows(siblings, 2)),
        batches=tuple(_short(row) for row in rows(batches, 6)),
        offered=tuple(at_most(raw, MOST_BATCH_BYTES) for raw in listed(offered)),
        returned=tuple(at_most(raw, MOST_BATCH_BYTES) for raw in listed(returned)),
        pieces=tuple(piece(row) for row in rows(pieces, 4)),
        wants=tuple(Want(exactly(blob, DIGEST_BYTES), number(offset)) for blob, offset in rows(wants, 2)),
        issuers=tuple(exactly(key, PUBLIC_KEY_BYTES) for key in listed(issuers)),
        joins=tuple(_joining(row) for row in rows(joins, 4)),
        receipt=at_most(receipt, MOST_RECEIPT_BYTES),
        forks=tuple(exactly(head, DIGEST_BYTES) for head in listed(forks)),
        marks=tuple(Mark(exactly(feed, DEVICE_BYTES), exactly(head, HEAD_MARK_BYTES)) for feed, head in rows(marks, 2)),
    )


def held(row: list[Plain], length: int) -> Held:
    """How far something is held whose name has so many bytes; replies have it too."""
    return Held(exactly(row[0], length), number(row[1]))


def piece(row: list[Plain]) -> Piece:
    """A piece of a blob; replies have it too."""
    blob, size, offset, part = row
    read = Piece(exactly(blob, DIGEST_BYTES), number(size, least=1), number(offset), at_most(part, MOST_PIECE_BYTES))
    if read.offset + len(read.part) > read.size:
        raise NotAField("a piece beyond its blob")
    return read


def _seen(row: list[Plain]) -> Seen:
    epoch, is_network, seq = row
    return Seen(number(epoch, MOST_EPOCH, least=1), yes(is_network), number(seq))


def _joining(row: list[Plain]) -> Joining:
    public, signature, is_successor, takes_purse = row
    return Joining(
        exactly(public, PUBLIC_KEY_BYTES), exactly(signature, SIGNATURE_BYTES), yes(is_successor), yes(takes_purse)
    )


def _short_out(short: Short) -> list[Plain]:
    return [short.first, short.last - short.first, *short[2:]]


def _short(row: list[Plain]) -> Short:
    first, more, head, signature, open_bytes, sealed = row
    start = number(first, least=1)
    return Short(
        start,
        start + number(more, min(MOST_FACTS - 1, MOST_SEQ - start)),
        exactly(head, DIGEST_BYTES),
        exactly(signature, SIGNATURE_BYTES),
        at_most(open_bytes, MOST_BATCH_BYTES),
        at_most(sealed, MOST_BATCH_BYTES),
    )
