"""The keys a slip's code is typed with."""

from typing import Final

from desktop.views.kit.keypad import CROCKFORD, Keypad
from desktop.views.texts import Texts
from desktop.views.theme import Look

_LETTERS: Final = 14
_GROUPS: Final = (5, 10)


def slip_keys(look: Look, texts: Texts) -> Keypad:
    """The 32 letters of a code, shown as it stands on the slip."""
    keypad = Keypad(look, texts, letters=CROCKFORD, most=_LETTERS)
    keypad.show_as(grouped)
    return keypad


def grouped(text: str) -> str:
    """A code as it stands on the slip: 5-5-4."""
    first, second = _GROUPS
    return "-".join(part for part in (text[:first], text[first:second], text[second:]) if part)
