"""Notices: stretches of the central ledger's own feeds, signed; what every PC keeps and can give back word for word.

The ledger has one feed for each centre and one that all follow (`NETWORK`), in every epoch anew. The facts in it are
no secret to the centre: rulings, keys, venues, devices.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from ledger.domain.accounts import SEQ_BYTES
from ledger.domain.feed import Entry, next_head
from ledger.domain.names import DEVICE_BYTES, DIGEST_BYTES, FactId
from ledger.wire.batch import MOST_FACTS
from ledger.wire.codec import NotAFact, decode
from ledger.wire.columns import pack_facts, unpack_facts
from ledger.wire.keys import SIGNATURE_BYTES, is_signed, sign
from ledger.wire.packing import NotPacked

MARK = b"GHN1"
MOST_NOTICE_BYTES = 64 * 1024

_HEADER = struct.Struct(f">4s{DEVICE_BYTES}sI{SEQ_BYTES}s{SEQ_BYTES}s{DIGEST_BYTES}s{DIGEST_BYTES}s")


class BadNotice(ValueError):
    """Bytes that are no notice of this ledger, or not the next of its feed; nothing of them is used."""


@dataclass(frozen=True, slots=True)
class NoticeHeader:
    """What is signed. centre: whose feed, `NETWORK` for all. epoch: from 1. first, last: places, both included.

    previous, head: of the feed's chain before first and after last.
    """

    centre: bytes
    epoch: int
    first: int
    last: int
    previous: bytes
    head: bytes

    def __bytes__(self) -> bytes:
        first, last = (place.to_bytes(SEQ_BYTES, "big") for place in (self.first, self.last))
        return _HEADER.pack(MARK, self.centre, self.epoch, first, last, self.previous, self.head)


@dataclass(frozen=True, slots=True)
class Notice:
    """A stretch of one feed of the ledger, as it travels and is kept: `bytes(notice)`."""

    header: NoticeHeader
    signature: bytes = field(repr=False)
    packed: bytes = field(repr=False)

    def __bytes__(self) -> bytes:
        return bytes(self.header) + self.signature + self.packed


def ledger_feed(ledger_public: bytes, *, centre: bytes, epoch: int) -> bytes:
    """The 16-byte name of one of the ledger's feeds, which stands where a device does in names of facts."""
    return blake2b(b"GHL1" + ledger_public + centre + epoch.to_bytes(4, "big"), digest_size=DEVICE_BYTES).digest()


def cut_notice(facts: Sequence[bytes], *, after: NoticeHeader, seed: bytes) -> Notice:
    """Sign some facts, 1 to 500, that follow what `after` ends with.

    after: the header of the notice before, or a header with last 0 and the feed's first head (`feed.first_head`).
    """
    if not 0 < len(facts) <= MOST_FACTS:
        raise ValueError("a notice has 1 to 500 facts")
    head = after.head
    for fact in facts:
        head = next_head(head, fact)
    first = after.last + 1
    header = NoticeHeader(after.centre, after.epoch, first, first + len(facts) - 1, after.head, head)
    packed = pack_facts(facts)
    return Notice(header, sign(seed, bytes(header) + packed), packed)


def read_notice(raw: bytes, *, ledger_public: bytes) -> tuple[Notice, list[tuple[FactId, bytes]]]:
    """A notice of this ledger and its facts as bytes with their names; its chain is proved from `previous` to `head`.

    Whether it follows what is held is for the caller to compare: `header.first`, `header.previous`.

    Raises:
        BadNotice: it is anything else.
    """
    if not _HEADER.size + SIGNATURE_BYTES < len(raw) <= MOST_NOTICE_BYTES:
        raise BadNotice(f"no notice has {len(raw)} bytes")
    mark, centre, epoch, first, last, previous, head = _HEADER.unpack_from(raw)
    header = NoticeHeader(centre, epoch, int.from_bytes(first, "big"), int.from_bytes(last, "big"), previous, head)
    signature, packed = raw[_HEADER.size : _HEADER.size + SIGNATURE_BYTES], raw[_HEADER.size + SIGNATURE_BYTES :]
    if mark != MARK or epoch == 0 or not 0 < header.first <= header.last < header.first + MOST_FACTS:
        raise BadNotice("no notice of this version")
    if not is_signed(bytes(header) + packed, signature, public=ledger_public):
        raise BadNotice("this ledger did not sign it")
    try:
        facts = unpack_facts(packed)
    except NotPacked as error:
        raise BadNotice(str(error)) from error
    reached = previous
    for fact in facts:
        reached = next_head(reached, fact)
    if len(facts) != header.last - header.first + 1 or reached != head:
        raise BadNotice("its facts do not lead to the head that was signed")
    feed = ledger_feed(ledger_public, centre=centre, epoch=epoch)
    return Notice(header, signature, packed), [(FactId(feed, header.first + at), raw) for at, raw in enumerate(facts)]


def entries(facts: Sequence[tuple[FactId, bytes]]) -> list[Entry]:
    """The facts of a notice, read. Raises BadNotice: a fact the ledger would never write."""
    try:
        return [decode(name, raw) for name, raw in facts]
    except NotAFact as error:
        raise BadNotice(str(error)) from error
