"""Words set for paper: never under 14 points, broken between words where that is possible, never cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

from desktop.views.printing.letters import UNIT_MM, drawable, paper_font

LEAST_PT: Final = 14

LEADING: Final = 1.17
TIGHT: Final = 1.05
_CAPITAL: Final = 0.67  # height of a capital letter, of the size


@dataclass(frozen=True, slots=True)
class Lettering:
    """Words set in lines at one size. Lengths in millimetres."""

    lines: tuple[str, ...]
    font: QFont
    leading: float = LEADING

    @property
    def line_mm(self) -> float:
        """From one line to the next."""
        return self.font.pixelSize() * UNIT_MM * self.leading

    @property
    def height_mm(self) -> float:
        """What all lines take."""
        return self.line_mm * len(self.lines)

    @property
    def width_mm(self) -> float:
        """The width of the widest line."""
        return max((self.line_width_mm(number) for number in range(len(self.lines))), default=0.0)

    def line_width_mm(self, number: int) -> float:
        """The width of one line."""
        return _Measure(self.font).mm(self.lines[number])

    def baseline_mm(self, number: int) -> float:
        """Where a line stands, from the top of them all; capitals lie in the middle of their line."""
        return self.line_mm * number + (self.line_mm + self.font.pixelSize() * UNIT_MM * _CAPITAL) / 2


@dataclass(frozen=True, slots=True)
class Room:
    """What words may take: width, sizes to try in points (largest first), how many lines, and from line to line."""

    width_mm: float
    sizes_pt: tuple[int, ...] = (LEAST_PT,)
    lines: int = 2
    bold: bool = False
    leading: float = LEADING


def set_words(text: str, room: Room) -> Lettering:
    """Words at the first size that fits; at the last size they take the lines they need, and long words a hyphen."""
    text, family = drawable(text)
    if not text:
        return Lettering((), paper_font(family, room.sizes_pt[-1], bold=room.bold), room.leading)
    for size_pt in room.sizes_pt:
        font = paper_font(family, size_pt, bold=room.bold)
        lines = _broken(text, _Measure(font), room.width_mm)
        if lines is not None and len(lines) <= room.lines:
            return Lettering(lines, font, room.leading)
    measure = _Measure(paper_font(family, room.sizes_pt[-1], bold=room.bold))
    split = " ".join(part for word in text.split() for part in _parts(word, measure, room.width_mm))
    return Lettering(_broken(split, measure, room.width_mm) or (), measure.font, room.leading)


def shortened(words: Lettering, lines: int, width_mm: float) -> Lettering:
    """The first lines alone, ending in an ellipsis: for room that cannot grow, such as a slip's."""
    if len(words.lines) <= lines:
        return words
    measure, last = _Measure(words.font), words.lines[lines - 1]
    while last and measure.mm(f"{last}…") > width_mm:
        last = last[:-1].rstrip()
    return Lettering((*words.lines[: lines - 1], f"{last}…"), words.font, words.leading)


class _Measure:
    """Measures lines in one font."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)

    def mm(self, line: str) -> float:
        """The width of a line."""
        return self._metrics.horizontalAdvance(line) * UNIT_MM


def _broken(text: str, measure: _Measure, width_mm: float) -> tuple[str, ...] | None:
    """Lines as even as they can be while being few; None if a word alone is too wide. A line break stays one."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        words = paragraph.split()
        if any(measure.mm(word) > width_mm for word in words):
            return None
        lines += _evened(words, measure, width_mm)
    return tuple(lines)


def _evened(words: Sequence[str], measure: _Measure, width_mm: float) -> list[str]:
    """The narrowest setting that takes no more lines than the full width does."""
    lines = _filled(words, measure, width_mm)
    narrow, wide = width_mm / 2, width_mm
    while len(lines) > 1 and wide - narrow > 1:
        middle = (narrow + wide) / 2
        found = _filled(words, measure, middle)
        fits = len(found) == len(lines) and all(measure.mm(line) <= middle for line in found)
        narrow, wide = (narrow, middle) if fits else (middle, wide)
    return _filled(words, measure, wide)


def _filled(words: Sequence[str], measure: _Measure, width_mm: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure.mm(longer) <= width_mm:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _parts(word: str, measure: _Measure, width_mm: float) -> Iterator[str]:
    """A word too wide for its line, in pieces that end in a hyphen."""
    while measure.mm(word) > width_mm and len(word) > 1:
        fits = max((n for n in range(1, len(word)) if measure.mm(word[:n] + "-") <= width_mm), default=1)
        yield word[:fits] + "-"
        word = word[fits:]
    yield word
