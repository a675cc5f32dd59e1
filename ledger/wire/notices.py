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
from ledger.domain.bounds import MOST_EPOCH
from ledger.domain.feed import Entry
from ledger.domain.names import DEVICE_BYTES, DIGEST_BYTES, MOST_SEQ, FactId
from ledger.domain.network import LEDGER_ONLY
from ledger.domain.subjects import Unknown
from ledger.wire.batch import MOST_FACTS, head_after, how_many_fit
from ledger.wire.codec import NotAFact, decode
from ledger.wire.columns import pack_facts, unpack_facts
from ledger.wire.keys import SIGNATURE_BYTES, is_signed, public_key, sign
from ledger.wire.packing import NotPacked

MARK = b"GHN1"
MOST_NOTICE_BYTES = 64 * 1024
MOST_FACT_BYTES_TOGETHER = 40 * 1024

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
    """Sign the next facts of a feed, as many as fit, 1 to 500; the others go into the notice after it.

    after: the header of the notice before, or a header with last 0 and the feed's first head (`feed.first_head`).

    Raises:
        ValueError: there is no fact, one of them is none that the ledger writes, or no feed goes on there.
    """
    if not facts or len(after.centre) != DEVICE_BYTES:
        raise ValueError("a notice has facts, and goes to somebody")
    if not (0 < after.epoch <= MOST_EPOCH and 0 <= after.last < MOST_SEQ - len(facts)):
        raise ValueError("no feed of the ledger goes on here")
    taken = facts[: how_many_fit(facts, MOST_FACT_BYTES_TOGETHER)]
    head, first = head_after(after.head, taken), after.last + 1
    header = NoticeHeader(after.centre, after.epoch, first, after.last + len(taken), after.head, head)
    packed = pack_facts(taken)
    notice = Notice(header, sign(seed, bytes(header) + packed), packed)
    entries(read_notice(bytes(notice), ledger_public=public_key(seed))[1])
    return notice


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
    if mark != MARK or not 0 < epoch <= MOST_EPOCH or not 0 < header.first <= header.last < header.first + MOST_FACTS:
        raise BadNotice("no notice of this version")
    if not is_signed(bytes(header) + packed, signature, public=ledger_public):
        raise BadNotice("this ledger did not sign it")
    try:
        facts = unpack_facts(packed)
    except NotPacked as error:
        raise BadNotice(str(error)) from error
    if len(facts) != header.last - header.first + 1 or head_after(previous, facts) != head:
        raise BadNotice("its facts do not lead to the head that was signed")
    feed = ledger_feed(ledger_public, centre=centre, epoch=epoch)
    return Notice(header, signature, packed), [(FactId(feed, header.first + at), raw) for at, raw in enumerate(facts)]


def entries(facts: Sequence[tuple[FactId, bytes]]) -> list[Entry]:
    """The facts of a notice, read.

    Raises:
        BadNotice: a fact the ledger would never write.
    """
    try:
        read = [decode(name, raw) for name, raw in facts]
    except NotAFact as error:
        raise BadNotice(str(error)) from error
    if not all(isinstance(entry.fact, Unknown) or type(entry.fact) in LEDGER_ONLY for entry in read):
        raise BadNotice("a fact the ledger would never write")
    return read
