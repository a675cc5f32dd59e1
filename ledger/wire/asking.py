"""A request of an exchange: what one PC or door has for the central ledger, and how far it holds what is there.

One request carries everything one way, one reply (`answering`) everything back. Fields that are empty take no room.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ledger.domain.names import DEVICE_BYTES, DIGEST_BYTES, MOST_SEQ
from ledger.wire.batch import CENTRE_BYTES, MOST_BATCH_BYTES, Batch, Header
from ledger.wire.cbor import NotPlain, Plain, dump, load
from ledger.wire.keys import PUBLIC_KEY_BYTES, SIGNATURE_BYTES, is_signed, sign
from ledger.wire.sealing import digest

MARK = b"GHX1"
MOST_REQUEST_BYTES = 288 * 1024
"""A body beyond this is refused unread."""
ROOM_BYTES = 256 * 1024
"""Batches, notices and pieces of blobs fill a request or a reply up to here; the rest goes next time."""
MOST_PIECE_BYTES = 60_000
MOST_LISTED = 512

_FIXED = struct.Struct(f">4sB{DEVICE_BYTES}sIQ{SIGNATURE_BYTES}s")
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
    of the centre, and its own where it was found further on. batches: its own, in order. offered: batches of siblings as
    they were received, for a ledger that lacks them. returned: notices, for the same. issuers: keys of its slips, while
    the network's list lacks them. receipt: proof of what the ledger once held, when it asks.
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
    """The signed bytes of a request; seed: of the device's key."""
    is_founder = request.centre == request.device
    centre = b"" if is_founder else request.centre
    body = dump(_trimmed(_body(request)))
    counted = (MARK, 0 if is_founder else _HAS_CENTRE, request.device, request.epoch, request.counter)
    signature = sign(seed, _FIXED.pack(*counted, bytes(SIGNATURE_BYTES)) + centre + body)
    return _FIXED.pack(*counted, signature) + centre + body


def read_request(raw: bytes) -> Signed:
    """Take a request apart; nothing is proved yet but its form.

    Raises:
        BadRequest: it is none.
    """
    if not _FIXED.size < len(raw) <= MOST_REQUEST_BYTES:
        raise BadRequest(f"no request has {len(raw)} bytes")
    mark, flags, device, epoch, counter, signature = _FIXED.unpack_from(raw)
    if mark != MARK or flags not in (0, _HAS_CENTRE):
        raise BadRequest("no request of this version")
    start = _FIXED.size + (CENTRE_BYTES if flags else 0)
    centre = raw[_FIXED.size : start] if flags else device
    if len(centre) != CENTRE_BYTES or (flags and centre == device):
        raise BadRequest("written in another form than the one agreed")
    signed = raw[: _FIXED.size - SIGNATURE_BYTES] + bytes(SIGNATURE_BYTES) + raw[_FIXED.size :]
    try:
        body = load(raw[start:], MOST_REQUEST_BYTES)
    except NotPlain as error:
        raise BadRequest(str(error)) from error
    if not isinstance(body, list) or len(body) > len(_EMPTY) or (body and body[-1] in ([], 0, b"")):
        raise BadRequest("not the fields of a request")
    fields = [*body, *_EMPTY[len(body) :]]
    return Signed(_request((centre, device, epoch, counter), fields), signed, signature)


_EMPTY: tuple[Plain, ...] = (0, *([] for _ in range(9)), b"")


def _body(request: Request) -> list[Plain]:
    return [
        request.own,
        [[seen.epoch, int(seen.is_network), seen.seq] for seen in request.seen],
        [[*held] for held in request.siblings],
        [[*short] for short in request.batches],
        [*request.offered],
        [*request.returned],
        [[*piece] for piece in request.pieces],
        [[*want] for want in request.wants],
        [*request.issuers],
        [[join.public, join.signature, int(join.is_successor), int(join.takes_purse)] for join in request.joins],
        request.receipt,
    ]


def _trimmed(fields: list[Plain]) -> list[Plain]:
    while fields and fields[-1] in ([], 0, b""):
        fields.pop()
    return fields


def _request(head: tuple[bytes, bytes, int, int], fields: Sequence[Plain]) -> Request:
    own, seen, siblings, batches, offered, returned, pieces, wants, issuers, joins, receipt = fields
    if not isinstance(receipt, bytes) or len(receipt) > MOST_LISTED:
        raise BadRequest("not a receipt")
    return Request(
        *head,
        own=_number(own),
        seen=tuple(Seen(_number(e), _yes(n), _number(s)) for e, n, s in _rows(seen, 3)),
        siblings=tuple(Held(_bytes(feed, DEVICE_BYTES), _number(seq)) for feed, seq in _rows(siblings, 2)),
        batches=tuple(_short(row) for row in _rows(batches, 6)),
        offered=tuple(_some_bytes(raw, MOST_BATCH_BYTES) for raw in _list(offered)),
        returned=tuple(_some_bytes(raw, MOST_BATCH_BYTES) for raw in _list(returned)),
        pieces=tuple(read_piece(row) for row in _rows(pieces, 4)),
        wants=tuple(Want(_bytes(blob, DIGEST_BYTES), _number(offset)) for blob, offset in _rows(wants, 2)),
        issuers=tuple(_bytes(key, PUBLIC_KEY_BYTES) for key in _list(issuers)),
        joins=tuple(
            Joining(_bytes(public, PUBLIC_KEY_BYTES), _bytes(signature, SIGNATURE_BYTES), _yes(successor), _yes(purse))
            for public, signature, successor, purse in _rows(joins, 4)
        ),
        receipt=receipt,
    )


def read_piece(row: Sequence[Plain]) -> Piece:
    """A piece of a blob from plain values. Raises BadRequest: it is none."""
    blob, size, offset, part = row
    piece = Piece(_bytes(blob, DIGEST_BYTES), _number(size), _number(offset), _some_bytes(part, MOST_PIECE_BYTES))
    if piece.size == 0 or piece.offset + len(piece.part) > piece.size:
        raise BadRequest("a piece beyond its blob")
    return piece


def _short(row: Sequence[Plain]) -> Short:
    first, last, head, signature, open_bytes, sealed = row
    return Short(
        _number(first),
        _number(last),
        _bytes(head, DIGEST_BYTES),
        _bytes(signature, SIGNATURE_BYTES),
        _some_bytes(open_bytes, MOST_BATCH_BYTES),
        _some_bytes(sealed, MOST_BATCH_BYTES),
    )


def _list(value: Plain) -> list[Plain]:
    if not isinstance(value, list) or len(value) > MOST_LISTED:
        raise BadRequest(f"not a list of at most {MOST_LISTED}")
    return value


def _rows(value: Plain, length: int) -> list[list[Plain]]:
    rows = [row for row in _list(value) if isinstance(row, list) and len(row) == length]
    if len(rows) != len(_list(value)):
        raise BadRequest("a row with the wrong number of fields")
    return rows


def _number(value: Plain) -> int:
    if not isinstance(value, int) or not 0 <= value <= MOST_SEQ:
        raise BadRequest("not a number from 0 up")
    return value


def _yes(value: Plain) -> bool:
    if value not in (0, 1):
        raise BadRequest("neither yes nor no")
    return bool(value)


def _bytes(value: Plain, length: int) -> bytes:
    if not isinstance(value, bytes) or len(value) != length:
        raise BadRequest(f"not {length} bytes")
    return value


def _some_bytes(value: Plain, most: int) -> bytes:
    if not isinstance(value, bytes) or len(value) > most:
        raise BadRequest(f"not at most {most} bytes")
    return value
