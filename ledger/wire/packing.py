"""Columns of whole numbers and stretches of bytes, packed small; reading never makes more than it was told to expect.

A column is split into planes: all lowest bytes, then all second bytes, and so on. Each plane is compressed by itself,
because the bytes of one plane are alike and those of two are not: docs/decisions/013 has the measurements.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from itertools import accumulate, pairwise

import zstandard

LEVEL = 19
MOST_BYTES = 1 << 19
MOST_PLANES = 9
_MORE = 128  # the top bit of a byte says that the number goes on
_NUMBER_MOST_BITS = 70


class NotPacked(ValueError):
    """Packed bytes that end too early, say they hold too much, or were not written here."""


class _Mode(IntEnum):
    """How a stretch of bytes is kept."""

    AS_IS = 0
    SAME = 1  # one byte, repeated
    SQUEEZED = 2


class Writer:
    """Collects packed values."""

    def __init__(self) -> None:
        self._parts = bytearray()

    def count(self, number: int) -> None:
        """A number from 0 up, short when it is small."""
        while number >= _MORE:
            self._parts.append(number % _MORE | _MORE)
            number >>= 7
        self._parts.append(number)

    def signed(self, number: int) -> None:
        """Any whole number, short when it is near zero."""
        self.count(_folded(number))

    def stretch(self, raw: bytes) -> None:
        """Bytes whose length the reader knows."""
        squeezed = _squeezer().compress(raw)
        if raw and raw == raw[:1] * len(raw):
            self._parts += bytes([_Mode.SAME, raw[0]])
        elif len(squeezed) + 2 < len(raw):
            self.count(_Mode.SQUEEZED)
            self.count(len(squeezed))
            self._parts += squeezed
        else:
            self.count(_Mode.AS_IS)
            self._parts += raw

    def numbers(self, values: Sequence[int]) -> None:
        """A column of whole numbers, as they are or as steps from one to the next, whichever is shorter."""
        least = min(values, default=0)
        steps = [_folded(after - before) for before, after in pairwise(values)]
        as_they_are = _column(least, [value - least for value in values])
        as_steps = _column(values[0] if values else 0, steps)
        is_steps = len(as_steps) < len(as_they_are)
        self.count(is_steps)
        self._parts += as_steps if is_steps else as_they_are

    def strings(self, values: Sequence[bytes]) -> None:
        """A column of byte strings."""
        self.numbers([len(value) for value in values])
        self.stretch(b"".join(values))

    def __bytes__(self) -> bytes:
        return bytes(self._parts)


def _column(base: int, values: Sequence[int]) -> bytes:
    writer = Writer()
    writer.signed(base)
    planes = (max(values, default=0).bit_length() + 7) // 8
    writer.count(planes)
    for plane in range(planes):
        writer.stretch(bytes(value >> 8 * plane & 255 for value in values))
    return bytes(writer)


class Reader:
    """Takes packed values out again, in the order they were put in.

    most_values: how many values, in all columns together, it is willing to make; bytes are bounded by `MOST_BYTES`.
    """

    def __init__(self, raw: bytes, *, most_values: int) -> None:
        self._raw = raw
        self._at = 0
        self._values_left = most_values
        self._bytes_left = MOST_BYTES

    def count(self) -> int:
        """A number from 0 up.

        Raises:
            NotPacked: as all reading here, when the bytes end or tell nonsense.
        """
        number = shift = 0
        while True:
            byte = self._take(1)[0]
            number |= byte % _MORE << shift
            if byte < _MORE:
                return number
            shift += 7
            if shift > _NUMBER_MOST_BITS:
                raise NotPacked("a number beyond all bounds")

    def signed(self) -> int:
        """Any whole number."""
        return _unfolded(self.count())

    def spend(self, *, values: int = 0, size: int = 0) -> None:
        """Say what is made of what was read, before or as it is made: a few bytes must not grow into many.

        size: in bytes. What one stretch holds and many places repeat counts each time.
        """
        self._values_left -= values
        self._bytes_left -= size
        if self._values_left < 0:
            raise NotPacked("more values than a batch may hold")
        if self._bytes_left < 0:
            raise NotPacked("more bytes than a batch may hold")

    def stretch(self, length: int) -> bytes:
        """Bytes of a known length."""
        self.spend(size=length)
        match self.count():
            case _Mode.AS_IS:
                return self._take(length)
            case _Mode.SAME:
                return self._take(1) * length
            case _Mode.SQUEEZED:
                return _unsqueezed(self._take(self.count()), length)
        raise NotPacked("an unknown way to keep bytes")

    def numbers(self, length: int) -> list[int]:
        """A column of so many whole numbers."""
        self.spend(values=length)
        if self.count():
            base, steps = self._column(max(0, length - 1))
            return list(accumulate(map(_unfolded, steps), initial=base))[:length]
        base, values = self._column(length)
        return [base + value for value in values]

    def strings(self, length: int) -> list[bytes]:
        """A column of so many byte strings."""
        lengths = self.numbers(length)
        if any(length < 0 for length in lengths):
            raise NotPacked("less than nothing")
        ends = [0, *accumulate(lengths)]
        joined = self.stretch(ends[-1])
        return [joined[start:end] for start, end in pairwise(ends)]

    def finish(self) -> None:
        """Nothing may follow."""
        if self._at != len(self._raw):
            raise NotPacked("more bytes than were announced")

    def _column(self, length: int) -> tuple[int, list[int]]:
        base = self.signed()
        planes = self.count()
        if planes > MOST_PLANES:
            raise NotPacked("numbers beyond all bounds")
        values = [0] * length
        for plane in range(planes):
            values = [value | byte << 8 * plane for value, byte in zip(values, self.stretch(length), strict=True)]
        return base, values

    def _take(self, length: int) -> bytes:
        taken = self._raw[self._at : self._at + length]
        if len(taken) != length:
            raise NotPacked("it ends too early")
        self._at += length
        return taken


def _folded(number: int) -> int:
    return number << 1 if number >= 0 else (-number << 1) - 1


def _unfolded(number: int) -> int:
    return -(number + 1 >> 1) if number & 1 else number >> 1


@cache
def _squeezer() -> zstandard.ZstdCompressor:
    # Lengths are known and digests signed, so a frame needs no magic, size or checksum.
    settings = zstandard.ZstdCompressionParameters.from_level(
        LEVEL,
        source_size=16_384,
        format=zstandard.FORMAT_ZSTD1_MAGICLESS,
        write_content_size=False,
        write_checksum=False,
        write_dict_id=False,
    )
    return zstandard.ZstdCompressor(compression_params=settings)


def _unsqueezed(raw: bytes, length: int) -> bytes:
    try:
        # A frame that states its size would be given that much memory before anything is checked: ours never do.
        frame = zstandard.get_frame_parameters(raw, format=zstandard.FORMAT_ZSTD1_MAGICLESS)
        if frame.content_size != zstandard.CONTENTSIZE_UNKNOWN or frame.window_size > MOST_BYTES:
            raise NotPacked("a frame that asks for more than it was given")
        squeezer = zstandard.ZstdDecompressor(format=zstandard.FORMAT_ZSTD1_MAGICLESS)
        plain = squeezer.decompress(raw, max_output_size=length)
    except zstandard.ZstdError as error:
        raise NotPacked(f"not readable: {error}") from error
    if len(plain) != length:
        raise NotPacked("shorter than it was said to be")
    return plain
