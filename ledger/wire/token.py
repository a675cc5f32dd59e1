"""The signed text in a slip's QR: anyone can check it with a list of keys and no network."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from ledger.domain import crockford
from ledger.domain.bounds import MOST_DAY, MOST_SLIP_MINUTES
from ledger.domain.slips import Slip
from ledger.wire.keys import SIGNATURE_BYTES, is_signed, key_id4, public_key, sign

PREFIX = "TC1"
VERSION = 1
BODY_BYTES = 24
TOKEN_BYTES = BODY_BYTES + SIGNATURE_BYTES
TOKEN_LETTERS = 141
PAD_BITS = TOKEN_LETTERS * crockford.LETTER_BITS - TOKEN_BYTES * 8
MOST_TYPED = 400
MOST_FLAGS = 15

_BODY = struct.Struct(">B4sQHHHIB")


class NotASlip(ValueError):
    """This text is no slip of ours; nothing is said about who made it."""


@dataclass(frozen=True, slots=True)
class ReadToken:
    """What a token says, not yet checked: look up the keys whose id starts with `key_id`, and try `is_signed_by`."""

    slip: Slip
    key_id: bytes
    body: bytes
    signature: bytes

    def is_signed_by(self, public: bytes) -> bool:
        """Whether the holder of this 32-byte public key made the slip."""
        return self.key_id == key_id4(public) and is_signed(_signed(self.body), self.signature, public=public)


def encode_slip(slip: Slip, seed: bytes) -> str:
    """The token of a slip, 144 letters that fit a QR's alphanumeric mode; seed: 32 bytes of the issuer's key.

    Raises:
        NotASlip: a value does not fit the body.
    """
    body = _body(slip, key_id4(public_key(seed)))
    return _text(body, sign(seed, _signed(body)))


def read_token(text: str) -> ReadToken:
    """Read a token as scanned or typed; capitals, gaps and hyphens do not matter, nor O for 0, I or L for 1.

    Raises:
        NotASlip: it is anything else than a whole token.
    """
    body, signature = _bytes(text)
    first, key_id, number, minutes, issued, expires, venue, last = _BODY.unpack(body)
    if first >> 4 != VERSION or last != 0 or minutes == 0:
        raise NotASlip("a slip of another kind")
    slip = Slip(number, minutes, issued, expires_day=expires, venue=venue, flags=first & MOST_FLAGS)
    return ReadToken(slip, key_id, body, signature)


def is_signed_by(token: ReadToken, public: bytes) -> bool:
    """Whether the holder of this 32-byte public key made the slip."""
    return token.is_signed_by(public)


def _signed(body: bytes) -> bytes:
    return PREFIX.encode() + body


def _body(slip: Slip, key_id: bytes) -> bytes:
    days = (slip.issued_day, slip.expires_day)
    if not 1 <= slip.minutes <= MOST_SLIP_MINUTES or not all(0 <= day <= MOST_DAY for day in days):
        raise NotASlip("no slip can carry these minutes or days")
    if not 0 <= slip.flags <= MOST_FLAGS:
        raise NotASlip("no slip can carry these flags")
    first = VERSION << 4 | slip.flags
    try:
        return _BODY.pack(first, key_id, slip.number, slip.minutes, *days, slip.venue, 0)
    except struct.error as error:
        raise NotASlip(f"no slip can carry this: {error}") from error


def _text(body: bytes, signature: bytes) -> str:
    number = int.from_bytes(body + signature, "big") << PAD_BITS
    return PREFIX + crockford.write(number, letters=TOKEN_LETTERS)


def _bytes(text: str) -> tuple[bytes, bytes]:
    if len(text) > MOST_TYPED:
        raise NotASlip("longer than any slip")
    try:
        letters = crockford.settle(text)
        if not letters.startswith(PREFIX) or len(letters) != len(PREFIX) + TOKEN_LETTERS:
            raise NotASlip("not the beginning or the length of a slip")
        number = crockford.read(letters.removeprefix(PREFIX))
    except crockford.NotLetters as error:
        raise NotASlip(str(error)) from error
    if number & (1 << PAD_BITS) - 1:
        raise NotASlip("not as a slip is written")
    raw = (number >> PAD_BITS).to_bytes(TOKEN_BYTES, "big")
    return raw[:BODY_BYTES], raw[BODY_BYTES:]
