"""Names of facts and of the devices that wrote them."""

from __future__ import annotations

from typing import NamedTuple

DEVICE_BYTES = 16
DIGEST_BYTES = 32
MOST_SEQ = 2**48 - 1

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford base32: no i, l, o, u
_DEVICE_LETTERS = 26  # 128 bits in steps of 5, the last step padded with two zero bits

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
        number = int.from_bytes(self.device, "big") << 2
        letters = (_LETTERS[number >> shift & 31] for shift in range(5 * (_DEVICE_LETTERS - 1), -1, -5))
        return f"{''.join(letters)}-{self.seq}"

    @classmethod
    def from_text(cls, text: str) -> FactId:
        """Read what `text` wrote, in either case.

        Raises:
            ValueError: the text is no fact's name.
        """
        letters, _, place = text.strip().lower().partition("-")
        if len(letters) != _DEVICE_LETTERS or not (place.isascii() and place.isdigit()) or place.startswith("0"):
            raise ValueError(f"not a name of a fact: {text!r}")
        number = 0
        for letter in letters:
            number = number << 5 | _LETTERS.find(letter)
            if letter not in _LETTERS:
                raise ValueError(f"not a name of a fact: {text!r}")
        if number & 3 or int(place) > MOST_SEQ:
            raise ValueError(f"not a name of a fact: {text!r}")
        return cls((number >> 2).to_bytes(DEVICE_BYTES, "big"), int(place))
