"""Words set for paper: never under 14 points, broken between words where that is possible, never cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

from desktop.views.printing.letters import UNIT_MM, drawable, paper_font, size_units

LEAST_PT: Final = 14

LEADING: Final = 1.17
TIGHT: Final = 1.05
_CAPITAL: Final = 0.67  # height of a capital letter, of the size
_MOST_KNOWN: Final = 4096


@dataclass(frozen=True, slots=True)
class Lettering:
    """Words set in lines at one size. Lengths in millimetres; widths_mm: one for each line."""

    lines: tuple[str, ...]
    widths_mm: tuple[float, ...]
    family: str
    size_pt: int
    bold: bool = False
    leading: float = LEADING

    @property
    def font(self) -> QFont:
        """The font to draw with, for the thread that asks."""
        return paper_font(self.family, self.size_pt, bold=self.bold)

    @property
    def size_mm(self) -> float:
        """The size of the letters."""
        return size_units(self.size_pt) * UNIT_MM

    @property
    def line_mm(self) -> float:
        """From one line to the next."""
        return self.size_mm * self.leading

    @property
    def height_mm(self) -> float:
        """What all lines take."""
        return self.line_mm * len(self.lines)

    @property
    def width_mm(self) -> float:
        """The width of the widest line."""
        return max(self.widths_mm, default=0.0)

    def baseline_mm(self, number: int) -> float:
        """Where a line stands, from the top of them all; capitals lie in the middle of their line."""
        return self.line_mm * number + (self.line_mm + self.size_mm * _CAPITAL) / 2


@dataclass(frozen=True, slots=True)
class Room:
    """What words may take: width, sizes to try in points (largest first), how many lines, and from line to line."""

    width_mm: float
    sizes_pt: tuple[int, ...] = (LEAST_PT,)
    lines: int = 2
    bold: bool = False
    leading: float = LEADING


@lru_cache(maxsize=4096)
def set_words(text: str, room: Room) -> Lettering:
    """Words at the first size that fits; at the last size they take the lines they need, and long words a hyphen."""
    text, family = drawable(text)
    for size_pt in room.sizes_pt:
        measure = _Measure(family, size_pt, room)
        lines = _broken(text, measure, room.width_mm)
        if lines is not None and len(lines) <= room.lines:
            return measure.lettering(lines)
    measure = _Measure(family, room.sizes_pt[-1], room)
    split = " ".join(part for word in text.split() for part in _parts(word, measure, room.width_mm))
    return measure.lettering(_broken(split, measure, room.width_mm) or ())


def shortened(words: Lettering, lines: int, width_mm: float) -> Lettering:
    """The first lines alone, ending in an ellipsis: for room that cannot grow, such as a slip's."""
    if len(words.lines) <= lines:
        return words
    room = Room(width_mm, bold=words.bold, leading=words.leading)
    measure, last = _Measure(words.family, words.size_pt, room), words.lines[lines - 1]
    while last and measure.mm(f"{last}…") > width_mm:
        last = last[:-1].rstrip()
    return measure.lettering((*words.lines[: lines - 1], f"{last}…"))


@lru_cache(maxsize=64)
def _widths(_family: str, _size_pt: int, _bold: bool) -> dict[str, float]:  # noqa: FBT001  a key
    """The widths of lines measured in one font: the same words are tried in many rooms."""
    return {}


class _Measure:
    """Measures lines in one font."""

    def __init__(self, family: str, size_pt: int, room: Room) -> None:
        self._family, self._size_pt, self._room = family, size_pt, room
        self._known = _widths(family, size_pt, room.bold)
        self._metrics: QFontMetricsF | None = None

    def mm(self, line: str) -> float:
        """The width of a line."""
        width = self._known.get(line)
        if width is None:
            if self._metrics is None:
                self._metrics = QFontMetricsF(paper_font(self._family, self._size_pt, bold=self._room.bold))
            width = self._metrics.horizontalAdvance(line) * UNIT_MM
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[line] = width
        return width

    def lettering(self, lines: tuple[str, ...]) -> Lettering:
        """Lines set in this font."""
        widths = tuple(map(self.mm, lines))
        return Lettering(lines, widths, self._family, self._size_pt, self._room.bold, self._room.leading)


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
        fits = max((n for n in range(1, len(word)) if measure.mm(_hyphened(word[:n])) <= width_mm), default=1)
        yield _hyphened(word[:fits])
        word = word[fits:]
    yield word


def _hyphened(part: str) -> str:
    """A part of a word with the hyphen it ends in, which may be the word's own."""
    return part if part.endswith("-") else part + "-"
