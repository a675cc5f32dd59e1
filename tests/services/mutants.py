"""Slips that nobody printed: tokens changed in every way that still reads as a token, and codes with a right check."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Final

from desktop.services.verdicts import Verdict
from ledger.domain import crockford
from ledger.wire.code import code_of
from ledger.wire.token import BODY_BYTES, PAD_BITS, PREFIX, TOKEN_BYTES, TOKEN_LETTERS
from tests.services.at_work import AtWork

_ORDER: Final = 2**252 + 27742317777372353535851937790883648493
"""Of the group Ed25519 signs in: added to a signature's second half, a careless reader takes it for another."""


def bytes_of(token: str) -> bytes:
    """Body and signature of a genuine token."""
    return (crockford.read(token.removeprefix(PREFIX)) >> PAD_BITS).to_bytes(TOKEN_BYTES, "big")


def text_of(raw: bytes) -> str:
    """A token of any bytes, written as it should be."""
    return PREFIX + crockford.write(int.from_bytes(raw, "big") << PAD_BITS, letters=TOKEN_LETTERS)


def tokens(genuine: list[str], count: int, chance: Random) -> Iterator[str]:
    """Tokens that differ from all genuine ones, and are whole: the right letters, length, version and spare bits."""
    raws = [bytes_of(token) for token in genuine]
    known = set(raws)
    ways = (_one_bit, _some_bits, _other_field, _other_signature, _same_signature_again, _any_bytes, _one_letter)
    made = 0
    while made < count:
        raw = ways[made % len(ways)](raws, chance)
        if raw not in known and raw[0] >> 4 == 1:
            made += 1
            yield text_of(raw)


def codes(genuine: list[int], count: int, chance: Random) -> Iterator[str]:
    """Codes with a right check, near the numbers of real slips and far from them."""
    for number in range(count):
        near = chance.choice(genuine) ^ (1 << chance.randrange(64))
        yield code_of(near if number % 2 else chance.getrandbits(64))


def taken(centre: AtWork, texts: Iterator[str]) -> list[tuple[str, Verdict]]:
    """Which of them a PC would take in."""
    check = centre.do.slips.check
    return [(text, verdict) for text in texts if (verdict := check(text)).is_good]


def _one_bit(raws: list[bytes], chance: Random) -> bytes:
    return _flipped(chance.choice(raws), chance.randrange(TOKEN_BYTES * 8))


def _some_bits(raws: list[bytes], chance: Random) -> bytes:
    raw = chance.choice(raws)
    for _ in range(chance.randint(2, 8)):
        raw = _flipped(raw, chance.randrange(TOKEN_BYTES * 8))
    return raw


def _one_letter(raws: list[bytes], chance: Random) -> bytes:
    """As a smudge or a wrong key changes it: five bits that lie together."""
    number = int.from_bytes(chance.choice(raws), "big")
    return (number ^ (chance.randint(1, 31) << chance.randrange(TOKEN_BYTES * 8 - 5))).to_bytes(TOKEN_BYTES, "big")


def _other_field(raws: list[bytes], chance: Random) -> bytes:
    """Worth more, newer, never over, for anywhere: what somebody would change who knew the format."""
    raw = bytearray(chance.choice(raws))
    first, length = chance.choice([(5, 8), (13, 2), (15, 2), (17, 2), (19, 4), (1, 4)])
    raw[first : first + length] = chance.randbytes(length)
    return bytes(raw)


def _other_signature(raws: list[bytes], chance: Random) -> bytes:
    one, other = chance.sample(raws, 2)
    return one[:BODY_BYTES] + other[BODY_BYTES:]


def _same_signature_again(raws: list[bytes], chance: Random) -> bytes:
    raw = chance.choice(raws)
    half = int.from_bytes(raw[-32:], "little") + _ORDER * chance.randint(1, 6)
    return raw[:-32] + (half % 2**256).to_bytes(32, "little")


def _any_bytes(raws: list[bytes], chance: Random) -> bytes:
    return chance.choice(raws)[:5] + chance.randbytes(TOKEN_BYTES - 5)


def _flipped(raw: bytes, bit: int) -> bytes:
    return (int.from_bytes(raw, "big") ^ (1 << bit)).to_bytes(TOKEN_BYTES, "big")
