"""Batches: a stretch of one device's feed, signed, with a part that the central ledger may read and one it cannot."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ledger.domain.accounts import SEQ_BYTES
from ledger.domain.feed import Entry, next_head
from ledger.domain.names import DEVICE_BYTES, DIGEST_BYTES, MOST_SEQ, FactId, device_name
from ledger.domain.network import LEDGER_ONLY, LEDGER_ONLY_KINDS
from ledger.domain.subjects import Unknown
from ledger.wire.cbor import Plain
from ledger.wire.codec import NotAFact, decode, decode_value, plain_value
from ledger.wire.columns import pack_facts, unpack_with_values
from ledger.wire.keys import SIGNATURE_BYTES, is_signed, public_key, sign
from ledger.wire.open_part import NotOpen, OpenPart, open_part_of, read_open, write_open
from ledger.wire.packing import NotPacked
from ledger.wire.sealing import CannotUnseal, digest, seal, unseal

MARK = b"GHB1"
CENTRE_BYTES = 16
MOST_FACTS = 500
MOST_FACT_BYTES_TOGETHER = 64 * 1024
MOST_BATCH_BYTES = 192 * 1024
"""Below the 256 kB of one request, so that every batch can travel."""

_HEADER = struct.Struct(f">4s{CENTRE_BYTES}s{DEVICE_BYTES}s{SEQ_BYTES}s{SEQ_BYTES}s" + 4 * f"{DIGEST_BYTES}s")
_OPEN_LENGTH = struct.Struct(">I")
_FIXED_BYTES = _HEADER.size + SIGNATURE_BYTES + _OPEN_LENGTH.size


class Refusal(StrEnum):
    """Why a batch is rejected whole."""

    MALFORMED = "malformed"
    FOREIGN = "foreign"  # of another centre or device
    NOT_SIGNED = "not_signed"
    CHANGED = "changed"  # a part is not the one that was signed
    NOT_NEXT = "not_next"  # it does not follow what is held
    WRONG_SUMS = "wrong_sums"
    NOT_OURS = "not_ours"  # sealed with another centre key
    CONTRADICTS = "contradicts"  # its open part or its head are not those of its facts


class BadBatch(ValueError):
    """A batch of which nothing may be used; reason: one of `Refusal`."""

    def __init__(self, reason: Refusal, message: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Header:
    """What is signed: whose facts, which, between which heads of the chain, and the digests of both parts.

    first, last: places in the feed, both included. previous, head: the feed's head before first and after last, so
    that a pack follows the same facts as the small batches it replaces.
    """

    centre: bytes
    device: bytes
    first: int
    last: int
    previous: bytes
    open_digest: bytes
    sealed_digest: bytes
    head: bytes

    def __bytes__(self) -> bytes:
        return _HEADER.pack(
            MARK,
            self.centre,
            self.device,
            self.first.to_bytes(SEQ_BYTES, "big"),
            self.last.to_bytes(SEQ_BYTES, "big"),
            self.previous,
            self.open_digest,
            self.sealed_digest,
            self.head,
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as it travels and is kept: `bytes(batch)`."""

    header: Header
    signature: bytes = field(repr=False)
    open_bytes: bytes = field(repr=False)
    sealed: bytes = field(repr=False)

    def __bytes__(self) -> bytes:
        length = _OPEN_LENGTH.pack(len(self.open_bytes))
        return bytes(self.header) + self.signature + length + self.open_bytes + self.sealed


@dataclass(frozen=True, slots=True)
class Place:
    """Where a batch goes on: the next place in a device's feed, and the head before it."""

    centre: bytes
    device: bytes
    first: int
    previous: bytes

    def after(self, header: Header) -> Place:
        """Where the batch after this one goes on."""
        return Place(self.centre, self.device, header.last + 1, header.head)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A fact of a good batch that this version cannot read: its bytes are kept, it posts nothing, staff see an item."""

    name: FactId
    raw: bytes
    why: str


def cut(facts: Sequence[bytes], *, place: Place, centre_key: bytes, seed: bytes) -> Batch:
    """The next batch of a feed: as many of these facts as fit, at least one; cut once, then kept as bytes.

    The same serves for a pack, which starts further back and replaces the small batches it covers.

    facts: canonical bytes, from `place.first` on. seed: of the device's signing key.

    Raises:
        ValueError: there is no fact, one of them cannot be read here or only the ledger writes it, or the seed is
            another device's.
    """
    if not facts or device_name(public_key(seed)) != place.device:
        raise ValueError("a batch has facts, and its own device signs it")
    if not 0 < place.first <= MOST_SEQ - len(facts) or len(place.centre) != CENTRE_BYTES:
        raise ValueError("no feed goes on here")
    taken = facts[: how_many_fit(facts, MOST_FACT_BYTES_TOGETHER)]
    names = [FactId(place.device, seq) for seq in range(place.first, place.first + len(taken))]
    values = [plain_value(raw) for raw in taken]
    entries = [decode_value(*each) for each in zip(names, taken, values, strict=True)]
    if any(type(entry.fact) in LEDGER_ONLY for entry in entries):
        raise ValueError("a fact that only the central ledger writes")
    open_bytes, sealed = write_open(open_part_of(entries)), seal(centre_key, pack_facts(taken, values))
    header = Header(
        centre=place.centre,
        device=place.device,
        first=place.first,
        last=names[-1].seq,
        previous=place.previous,
        open_digest=digest(open_bytes),
        sealed_digest=digest(sealed),
        head=head_after(place.previous, taken),
    )
    return Batch(header, sign(seed, bytes(header)), open_bytes, sealed)


def read(raw: bytes) -> Batch:
    """Take a batch apart; nothing is proved yet but its form.

    Raises:
        BadBatch: it is no batch.
    """
    if not _FIXED_BYTES < len(raw) <= MOST_BATCH_BYTES:
        raise BadBatch(Refusal.MALFORMED, f"no batch has {len(raw)} bytes")
    mark, centre, device, first, last, *digests = _HEADER.unpack_from(raw)
    header = Header(centre, device, int.from_bytes(first, "big"), int.from_bytes(last, "big"), *digests)
    if mark != MARK or not 0 < header.first <= header.last < header.first + MOST_FACTS:
        raise BadBatch(Refusal.MALFORMED, "no batch of this version, or of too many facts")
    (open_length,) = _OPEN_LENGTH.unpack_from(raw, _FIXED_BYTES - _OPEN_LENGTH.size)
    if _FIXED_BYTES + open_length > len(raw):
        raise BadBatch(Refusal.MALFORMED, "it ends too early")
    parts = raw[_FIXED_BYTES:]
    signature = raw[_HEADER.size : _HEADER.size + SIGNATURE_BYTES]
    return Batch(header, signature, parts[:open_length], parts[open_length:])


def check(batch: Batch, *, place: Place, public: bytes) -> OpenPart:
    """Prove that a batch is its device's next, whole and unchanged: all that the central ledger can prove.

    place: where this device's feed goes on, as held here. public: the device's key.

    Raises:
        BadBatch: with the reason; nothing of it may be used.
    """
    header = batch.header
    if (header.centre, header.device) != (place.centre, place.device) or device_name(public) != header.device:
        raise BadBatch(Refusal.FOREIGN, "of another centre or device")
    if not is_signed(bytes(header), batch.signature, public=public):
        raise BadBatch(Refusal.NOT_SIGNED, "its device did not sign this")
    if (digest(batch.open_bytes), digest(batch.sealed)) != (header.open_digest, header.sealed_digest):
        raise BadBatch(Refusal.CHANGED, "a part is not the one that was signed")
    if (header.first, header.previous) != (place.first, place.previous):
        raise BadBatch(Refusal.NOT_NEXT, f"it starts at {header.first}, and {place.first} comes next")
    return open_part_in(batch)


def open_facts(batch: Batch, *, centre_key: bytes) -> list[Entry | Unreadable]:
    """The facts of a checked batch, for a PC of the same centre; proves the chain and that the open part is theirs.

    Raises:
        BadBatch: another key sealed it, or its parts contradict one another; nothing of it may be used.
    """
    unsealed, header = _unsealed(batch, centre_key), batch.header
    raws = [raw for raw, _ in unsealed]
    if len(raws) != header.last - header.first + 1 or head_after(header.previous, raws) != header.head:
        raise BadBatch(Refusal.CONTRADICTS, "the facts do not lead to the head that was signed")
    names = (FactId(header.device, seq) for seq in range(header.first, header.last + 1))
    facts = [_entry(name, *each) for name, each in zip(names, unsealed, strict=True)]
    if any(isinstance(fact, Entry) and type(fact.fact) in LEDGER_ONLY for fact in facts):
        raise BadBatch(Refusal.CONTRADICTS, "a fact that only the central ledger writes")
    entries = [fact for fact in facts if isinstance(fact, Entry) and not _may_move_unseen(fact)]
    # What cannot be read here may well stand in the open part: then nothing can be compared, and the sums are trusted.
    if len(entries) == len(facts) and open_part_of(entries) != open_part_in(batch):
        raise BadBatch(Refusal.CONTRADICTS, "the open part is not that of the facts")
    return facts


def replaces(pack: Header, small: Header) -> bool:
    """Whether a pack takes the place of a smaller batch of the same feed."""
    same_feed = (pack.centre, pack.device) == (small.centre, small.device)
    return same_feed and pack != small and pack.first <= small.first and small.last <= pack.last


def how_many_fit(facts: Sequence[bytes], most_bytes: int) -> int:
    """How many facts go into one piece: at least one, at most 500, and not many long ones."""
    size = 0
    for number, fact in enumerate(facts[:MOST_FACTS]):
        size += len(fact)
        if number and size > most_bytes:
            return number
    return min(len(facts), MOST_FACTS)


def head_after(head: bytes, facts: Sequence[bytes]) -> bytes:
    """Where the chain is after these facts."""
    for fact in facts:
        head = next_head(head, fact)
    return head


def open_part_in(batch: Batch) -> OpenPart:
    """What a batch shows.

    Raises:
        BadBatch: its sums or its open facts cannot be.
    """
    try:
        part = read_open(batch.open_bytes)
    except NotOpen as error:
        raise BadBatch(Refusal.WRONG_SUMS, str(error)) from error
    if not all(batch.header.first <= fact.seq <= batch.header.last for fact in part.facts):
        raise BadBatch(Refusal.WRONG_SUMS, "open facts that are not in the batch")
    if any(fact.kind in LEDGER_ONLY_KINDS for fact in part.facts):
        raise BadBatch(Refusal.CONTRADICTS, "a fact that only the central ledger writes")
    return part


def _unsealed(batch: Batch, centre_key: bytes) -> list[tuple[bytes, Plain]]:
    try:
        return unpack_with_values(unseal(centre_key, batch.sealed))
    except CannotUnseal as error:
        raise BadBatch(Refusal.NOT_OURS, str(error)) from error
    except NotPacked as error:
        raise BadBatch(Refusal.MALFORMED, str(error)) from error


def _entry(name: FactId, raw: bytes, value: Plain) -> Entry | Unreadable:
    try:
        return decode(name, raw) if value is raw else decode_value(name, raw, value)
    except NotAFact as error:
        return Unreadable(name, raw, str(error))


def _may_move_unseen(entry: Entry) -> bool:
    return isinstance(entry.fact, Unknown) and entry.fact.is_moving
