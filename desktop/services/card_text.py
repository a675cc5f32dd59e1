"""What stands in the QR of a card that signs a member in: told from everything else, and read."""

from __future__ import annotations

from typing import Final

from ledger.domain import crockford

PREFIX: Final = "GH1"
"""What every card begins with, so that a slip, a bus pass and a poster are told from one."""

LETTERS: Final = 26
"""130 bits; with the prefix as many letters as the second smallest symbol holds."""


def is_card(text: str) -> bool:
    """Whether a text that was scanned stands on a card, of whomever and from wherever."""
    return letters_of(text) != ""


def letters_of(text: str) -> str:
    """The letters of a card as they were printed, "" for what is none."""
    begun, rest = text.strip()[: len(PREFIX)].upper(), text.strip()[len(PREFIX) :]
    try:
        letters = crockford.settle(rest) if begun == PREFIX else ""
        crockford.read(letters)
    except crockford.NotLetters:
        return ""
    return letters if len(letters) == LETTERS else ""
