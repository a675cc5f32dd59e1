"""Bytes with one bit changed."""

from __future__ import annotations

from collections.abc import Iterator


def flipped(raw: bytes, bit: int) -> bytes:
    """The same bytes with one bit the other way round; bit 0 is the last."""
    return (int.from_bytes(raw, "big") ^ 1 << bit).to_bytes(len(raw), "big")


def all_flips(raw: bytes, *, every: int = 1) -> Iterator[bytes]:
    """Each of the bytes there are with one bit changed, or every so many of them."""
    return (flipped(raw, bit) for bit in range(0, 8 * len(raw), every))
