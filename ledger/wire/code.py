"""The code printed under a slip's QR, for when no camera works: the slip's number and a check against mistyping.

The check is a sum over the field of 64 elements in which each of the 14 letters has its own weight. So one wrong
letter always shows, and so do any two letters that changed places: docs/decisions/012.
"""

from __future__ import annotations

from ledger.domain import crockford

NUMBER_BITS = 64
CHECK_BITS = 6
CODE_LETTERS = 14
MOST_TYPED = 60

_FIELD = 1 << CHECK_BITS
_POLYNOMIAL = 0b1000011  # x^6 + x + 1: x runs through all 63 elements, so no two weights are the same
_ORDER = _FIELD - 1


class NotACode(ValueError):
    """This is no code of a slip: letters are missing, wrong or swapped."""


def code_of(number: int) -> str:
    """The code of a 64-bit slip number: 14 letters written 5-5-4.

    Raises:
        ValueError: the number has more than 64 bits.
    """
    if not 0 <= number < 1 << NUMBER_BITS:
        raise ValueError(f"not a slip's number: {number}")
    letters = crockford.write(_with_check(number), letters=CODE_LETTERS)
    return f"{letters[:5]}-{letters[5:10]}-{letters[10:]}"


def number_of(text: str) -> int:
    """The slip's number from a typed code; capitals, gaps and hyphens do not matter, nor O for 0, I or L for 1.

    Raises:
        NotACode: it is not whole, or a letter is wrong.
    """
    if len(text) > MOST_TYPED:
        raise NotACode("longer than any code")
    try:
        letters = crockford.settle(text)
        if len(letters) != CODE_LETTERS:
            raise NotACode(f"a code has {CODE_LETTERS} letters, this has {len(letters)}")
        word = crockford.read(letters)
    except crockford.NotLetters as error:
        raise NotACode(str(error)) from error
    if _weighed(word):
        raise NotACode("a letter is wrong")
    return word >> CHECK_BITS


def _with_check(number: int) -> int:
    # The two letters that hold the check weigh x^12 and x^13: divided by x^12, the low bit of the first and the five
    # of the second are the six bits of one element, which must cancel the rest.
    rest = _weighed(number << CHECK_BITS)
    for _ in range(_ORDER - (CODE_LETTERS - 2)):
        rest = _times_x(rest)
    check = (rest & 1) << crockford.LETTER_BITS | rest >> 1
    return number << CHECK_BITS | check


def _weighed(word: int) -> int:
    """The sum of letter i (counted from 0 at the left) times x^i; zero for a sound code."""
    total = 0
    for _ in range(CODE_LETTERS):
        total = _times_x(total) ^ word & 31
        word >>= crockford.LETTER_BITS
    return total


def _times_x(element: int) -> int:
    doubled = element << 1
    return doubled ^ _POLYNOMIAL if doubled >= _FIELD else doubled
