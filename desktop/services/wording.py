"""Text as typed by people, made fit to keep: one line, no odd signs, a sensible length."""

from __future__ import annotations

import unicodedata
from typing import Final

from desktop.problems import BadInput

NAME_LETTERS: Final = 100
LABEL_LETTERS: Final = 60
WHY_LETTERS: Final = 2_000
_TURNS: Final = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Signs that turn the direction of everything after them; Arabic and Hebrew need none."""


def one_line(text: str, what: str, *, most: int = NAME_LETTERS) -> str:
    """A text as it is kept: one line, composed letters, no spaces around.

    Raises:
        BadInput: it is longer than `most`; what: how the message names it, such as "The name".
    """
    if text.isascii() and text.isprintable() and "  " not in text and len(text) <= most:
        return text.strip()  # nearly every text: nothing in it needs settling
    plain = "".join(" " if unicodedata.category(letter) in {"Cc", "Zl", "Zp"} else letter for letter in text)
    settled = unicodedata.normalize("NFC", " ".join(plain.translate(_TURNS).split()))
    if len(settled) > most:
        raise BadInput(f"{what} is longer than {most} letters. Make it shorter.")
    if any(unicodedata.category(letter) == "Cs" for letter in settled):
        raise BadInput(f"{what} has a sign that cannot be kept. Type it again.")
    return settled


def needed(text: str, what: str, *, most: int = NAME_LETTERS) -> str:
    """The same for a text that must say something.

    Raises:
        BadInput: it is empty, or too long.
    """
    if settled := one_line(text, what, most=most):
        return settled
    raise BadInput(f"{what} is missing. Type it in.")


def same(one: str, other: str) -> bool:
    """Whether people would call two names the same."""
    return key(one) == key(other)


def key(text: str) -> str:
    """What is compared when names are compared."""
    return unicodedata.normalize("NFKC", " ".join(text.split())).casefold()
