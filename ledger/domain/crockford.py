"""Crockford's base32: numbers as letters that people can read aloud, with no I, L, O or U."""

from __future__ import annotations

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LETTER_BITS = 5
_ALIKE = str.maketrans("OIL", "011")


class NotLetters(ValueError):
    """Something stands there that is no letter of this alphabet."""


def write(number: int, *, letters: int) -> str:
    """A number below 32**letters as exactly so many upper-case letters."""
    shifts = range(LETTER_BITS * (letters - 1), -1, -LETTER_BITS)
    return "".join(LETTERS[number >> shift & 31] for shift in shifts)


def read(text: str) -> int:
    """The number that letters stand for.

    Raises:
        NotLetters: it is not written in `LETTERS`.
    """
    number = 0
    for letter in text:
        value = LETTERS.find(letter)
        if value < 0:
            raise NotLetters(f"no such letter: {letter!r}")
        number = number << LETTER_BITS | value
    return number


def settle(text: str) -> str:
    """What a person or a scanner typed, as it would be printed: capitals, no gaps or hyphens, 0 for O, 1 for I and L.

    Raises:
        NotLetters: it holds letters of another script, some of which look like ours.
    """
    if not text.isascii():
        raise NotLetters("letters of another script")
    return "".join(text.split()).replace("-", "").upper().translate(_ALIKE)
