"""Which font can really draw a text: ours, else one of this PC's, else the text without its rarest letters."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from math import ceil
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from desktop.views.theme import FAMILY

UNIT_MM: Final = 0.1
"""One unit of the painter: fonts come in whole sizes, so paper is measured in tenths of a millimetre while drawing."""

_UNITS_A_PT: Final = 25.4 / 72 / UNIT_MM
_FAMILIAR: Final = ("Segoe UI", "Nirmala UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans")


def paper_font(family: str, size_pt: int, *, bold: bool) -> QFont:
    """A font for paper, never smaller than asked for; made anew each time, as it belongs to one thread."""
    font = QFont(family)
    font.setPixelSize(size_units(size_pt))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning(True)
    return font


def size_units(size_pt: int) -> int:
    """A size in points as whole units of the painter, never less."""
    return ceil(size_pt * _UNITS_A_PT)


def drawable(text: str) -> tuple[str, str]:
    """A text that some font here can draw without boxes, and that font's family.

    A whole name stays in one font, so that scripts written from the right keep their order. Where no font has all its
    letters, marks go first (ễ becomes ê); letters that still have no font are left out, and a picture speaks for them.
    """
    text = "".join(c for c in unicodedata.normalize("NFC", text) if c == "\n" or not _is_hidden(c))
    for family in _families():
        if _covers_all(family, text):
            return text, family
    plain = "".join(_plain(letter) for letter in text)
    return " ".join(plain.split()), FAMILY


def _families() -> Iterator[str]:
    yield FAMILY
    installed = QFontDatabase.families()
    yield from (family for family in _FAMILIAR if family in installed)
    yield from (family for family in installed if family not in _FAMILIAR and QFontDatabase.isScalable(family))


@lru_cache(maxsize=4096)
def _covers_all(family: str, text: str) -> bool:
    return all(_covers(family, letter) for letter in set(text) if not letter.isspace())


@lru_cache(maxsize=4096)
def _covers(family: str, letter: str) -> bool:
    return QRawFont.fromFont(QFont(family)).supportsCharacter(ord(letter))


def _plain(letter: str) -> str:
    if letter.isspace():
        return " "
    if _covers(FAMILY, letter):
        return letter
    parts = unicodedata.normalize("NFKD", letter)
    fewer = (unicodedata.normalize("NFC", parts[:count]) for count in range(len(parts), 0, -1))
    return next((some for some in fewer if _covers_all(FAMILY, some)), "")


def _is_hidden(letter: str) -> bool:
    """Controls, marks of direction and half characters: they have no shape, or spoil the line."""
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn"}
