"""Names of facts and of the devices that wrote them."""

from __future__ import annotations

from hashlib import blake2b
from typing import NamedTuple

from ledger.domain import crockford

DEVICE_BYTES = 16
DIGEST_BYTES = 32
MOST_SEQ = 2**48 - 1

_DEVICE_LETTERS = 26
_PAD_BITS = _DEVICE_LETTERS * crockford.LETTER_BITS - DEVICE_BYTES * 8
_MOST_DIGITS = len(str(MOST_SEQ))

NO_DIGEST = b""
"""Stands where a fact has no blob: an absent name, photo or text."""


class FactId(NamedTuple):
    """The name of a fact, and of whatever person or thing that fact introduced.

    device: 16 bytes, BLAKE2b-128 of the writing device's public key.
    seq: the fact's place in that device's feed, counted from 1.
    """

    device: bytes
    seq: int

    @property
    def text(self) -> str:
        """As printed by `list` and typed back: 26 Crockford letters, a hyphen, the place in the feed."""
        number = int.from_bytes(self.device, "big") << _PAD_BITS
        return f"{crockford.write(number, letters=_DEVICE_LETTERS).lower()}-{self.seq}"

    @classmethod
    def from_text(cls, text: str) -> FactId:
        """Read what `text` wrote, in either case.

        Raises:
            ValueError: the text is no fact's name.
        """
        letters, _, place = text.strip().partition("-")
        if not (place.isascii() and place.isdigit()) or place.startswith("0") or len(place) > _MOST_DIGITS:
            raise ValueError(f"not a name of a fact: {text!r}")
        try:
            settled = crockford.settle(letters)
            number = crockford.read(settled)
        except crockford.NotLetters as error:
            raise ValueError(f"not a name of a fact: {text!r}") from error
        if len(settled) != _DEVICE_LETTERS or number & (1 << _PAD_BITS) - 1 or int(place) > MOST_SEQ:
            raise ValueError(f"not a name of a fact: {text!r}")
        return cls((number >> _PAD_BITS).to_bytes(DEVICE_BYTES, "big"), int(place))


def device_name(public_key: bytes) -> bytes:
    """The 16-byte name of a device: BLAKE2b-128 of its Ed25519 public key."""
    return blake2b(public_key, digest_size=DEVICE_BYTES).digest()
