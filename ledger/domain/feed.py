"""Feeds: one device's facts in order, bound together by a chain of digests."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from ledger.domain.names import DIGEST_BYTES, FactId
from ledger.domain.postings import Fact


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact with its name and the circumstances that every fact has.

    at_ms: wall-clock milliseconds since 1970, for showing only; order is the feed's.
    by: the worker who did it at the staff side, if any. assisted_by: the supporter at the screen, if any.
    """

    name: FactId
    at_ms: int
    fact: Fact
    by: FactId | None = None
    assisted_by: FactId | None = None


def first_head(device: bytes) -> bytes:
    """The head of a feed that has no fact yet: bound to the device, so that feeds never share a chain."""
    return blake2b(b"GHF1" + device, digest_size=DIGEST_BYTES).digest()


def next_head(head: bytes, fact_bytes: bytes) -> bytes:
    """The head after one more fact: BLAKE2b-256 of the previous head and the fact's canonical bytes."""
    return blake2b(head + fact_bytes, digest_size=DIGEST_BYTES).digest()
