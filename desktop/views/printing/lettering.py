"""Words on paper: never under 14 points, broken between words where it can be, in letters some font really has."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont

from desktop.views.theme import FAMILY

LEAST_PT: Final = 14
UNIT_MM: Final = 0.1
"""One unit of the painter: fonts have whole sizes, so paper is measured in tenths of a millimetre while drawing."""

_UNITS_A_PT: Final = 25.4 / 72 / UNIT_MM
_LEADING: Final = 1.17
_CAPITAL: Final = 0.67  # height of a capital letter, of the size
_FAMILIAR: Final = ("Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans")


@dataclass(frozen=True, slots=True)
class Lettering:
    """Words set in lines at one size. Lengths in millimetres."""

    lines: tuple[str, ...]
    font: QFont
    width_mm: float

    @property
    def line_mm(self) -> float:
        """From one line to the next."""
        return self.font.pixelSize() * UNIT_MM * _LEADING

    @property
    def height_mm(self) -> float:
        """What all lines take."""
        return self.line_mm * len(self.lines)

    def baseline_mm(self, number: int) -> float:
        """Where a line stands, from the top of them all; capitals lie in the middle of their line."""
        return self.line_mm * number + (self.line_mm + self.font.pixelSize() * UNIT_MM * _CAPITAL) / 2

    def line_width_mm(self, number: int) -> float:
        """The width of one line."""
        return measure_mm(self.lines[number], self.font)


@dataclass(frozen=True, slots=True)
class Room:
    """What words may take: width, how many lines, and the sizes to try in points, largest first."""

    width_mm: float
    sizes_pt: tuple[int, ...]
    lines: int = 2
    bold: bool = False


def set_words(text: str, room: Room) -> Lettering:
    """Words at the first size that fits; at the last size as many lines as they need, a long word broken by a hyphen."""
    text, family = _drawable(text, bold=room.bold)
    font = _font(family, room.sizes_pt[0], bold=room.bold)
    for size_pt in room.sizes_pt:
        font = _font(family, size_pt, bold=room.bold)
        lines = _broken(text.split(), font, room.width_mm)
        if len(lines) <= room.lines and max(map(_measure_in(font), lines), default=0) <= room.width_mm:
            return _set(lines, font)
    words = [part for word in text.split() for part in _parts(word, font, room.width_mm)]
    return _set(_broken(words, font, room.width_mm), font)


def shortened(words: Lettering, lines: int) -> Lettering:
    """The first lines only, the last with an ellipsis: for room that cannot grow, such as a slip's."""
    if len(words.lines) <= lines:
        return words
    last = words.lines[lines - 1]
    while last and measure_mm(f"{last}…", words.font) > words.width_mm:
        last = last[:-1].rstrip()
    return Lettering((*words.lines[: lines - 1], f"{last}…"), words.font, words.width_mm)


def readable(text: str) -> str:
    """A text in letters that a font of this PC has: marks go first, then letters nobody here can draw; never boxes."""
    return _drawable(text, bold=False)[0]


def measure_mm(text: str, font: QFont) -> float:
    """The width of one line."""
    return QFontMetricsF(font).horizontalAdvance(text) * UNIT_MM


def _set(lines: Sequence[str], font: QFont) -> Lettering:
    return Lettering(tuple(lines), font, max(map(_measure_in(font), lines), default=0))


def _measure_in(font: QFont):  # type: ignore[no-untyped-def]
    metrics = QFontMetricsF(font)
    return lambda line: metrics.horizontalAdvance(line) * UNIT_MM
