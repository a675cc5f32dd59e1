"""Words on a page: broken between words only, at the largest size that fits, never cut."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from desktop.views.theme import font

LEADING: Final = 1.2
_PIECE: Final = re.compile(r"\S*?\w-(?=\w)|\S+\s*")  # a line may end behind a space, or a hyphen inside a word
_LAST_RESORT: Final = 0.55  # of the smallest size asked for: small words are bad, cut words are worse


def lines_height(lines: int, px: int, leading: float = LEADING) -> int:
    """The height that so many lines take at a text height, both in pixels."""
    return ceil(lines * px * leading)


@dataclass(frozen=True, slots=True)
class Lines:
    """Words broken into lines at one size."""

    lines: tuple[str, ...]
    px: int
    bold: bool = True
    leading: float = LEADING

    @property
    def height(self) -> int:
        """The height all lines take, in pixels."""
        return lines_height(len(self.lines), self.px, self.leading)

    @property
    def width(self) -> int:
        """The width of the longest line, in pixels."""
        return ceil(max((measure(line, self.px, bold=self.bold) for line in self.lines), default=0))


@lru_cache(maxsize=64)
def _metrics(px: int, *, bold: bool) -> QFontMetricsF:
    return QFontMetricsF(font(px, bold=bold))


def measure(text: str, px: int, *, bold: bool = True) -> float:
    """The width of one line of text, in pixels."""
    return _metrics(px, bold=bold).horizontalAdvance(text)


@dataclass(frozen=True, slots=True)
class Written:
    """Words as they stand on a widget: where, how broken, and from which edge. Tests look at these."""

    place: QRectF
    lines: Lines
    leading: bool = False

    @property
    def ink(self) -> QRectF:
        """The part of the place that words in its middle cover."""
        box = QRectF(0, 0, self.lines.width, self.lines.height)
        box.moveCenter(self.place.center())
        return box


@dataclass(frozen=True, slots=True)
class Room:
    """The room some words have: width in pixels, lines, and height in pixels (0: as many lines as need).

    leading: the height of a line, in text heights.
    """

    width: float
    lines: int = 2
    height: float = 0
    leading: float = LEADING

    def holds(self, found: Lines) -> bool:
        """Whether broken words stay inside."""
        return (
            len(found.lines) <= self.lines
            and found.width <= self.width
            and (not self.height or found.height <= self.height)
        )


@lru_cache(maxsize=2048)
def _fit(text: str, sizes: tuple[int, ...], room: Room, bold: bool) -> Lines:  # noqa: FBT001 - a cache key
    for px in sizes:
        found = _broken_in(room, text, px, bold=bold)
        if room.holds(found):
            return found
    least = sizes[-1]
    for px in range(least - 1, int(least * _LAST_RESORT), -1):
        found = _broken_in(room, text, px, bold=bold)
        if room.holds(found):
            return found
    return _broken_in(room, text, int(least * _LAST_RESORT), bold=bold)


def _broken_in(room: Room, text: str, px: int, *, bold: bool) -> Lines:
    return replace(broken(text, px, room.width, bold=bold), leading=room.leading)


def fit(text: str, sizes: Sequence[int], room: Room, *, bold: bool = True) -> Lines:
    """Words at the first of these sizes (pixels, largest first) that the room holds; smaller still if none does."""
    return _fit(text, tuple(sizes), room, bold)


def broken(text: str, px: int, width: float, *, bold: bool = True) -> Lines:
    """Words broken into as few lines as a width allows, the lines as even as they can be."""
    lines: list[str] = []
    for part in text.split("\n"):
        lines += _paragraph(_pieces(part), px, width, bold=bold)
    return Lines(tuple(lines) or ("",), px, bold)


def _paragraph(pieces: list[str], px: int, width: float, *, bold: bool) -> list[str]:
    lines = _filled(pieces, px, width, bold=bold)
    if len(lines) == 2:  # noqa: PLR2004 - two lines are the usual case and the one where unevenness shows
        return _even(pieces, px, bold=bold)
    return lines


def _filled(pieces: list[str], px: int, width: float, *, bold: bool) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        if lines and measure(_joined([lines[-1], piece]), px, bold=bold) <= width:
            lines[-1] += piece
        else:
            lines.append(piece)
    return [line.rstrip() for line in lines]


def _even(pieces: list[str], px: int, *, bold: bool) -> list[str]:
    breaks = [(_joined(pieces[:n]), _joined(pieces[n:])) for n in range(1, len(pieces))]
    return list(min(breaks, key=lambda pair: max(measure(line, px, bold=bold) for line in pair)))


def _pieces(text: str) -> list[str]:
    """What a line may end behind: words with the space that follows, and parts of words with their hyphen."""
    return _PIECE.findall(" ".join(text.split()))


def _joined(pieces: Sequence[str]) -> str:
    return "".join(pieces).rstrip()


def draw_written(painter: QPainter, written: Iterable[Written], colour: str) -> None:
    """Paint words where they stand."""
    for words in written:
        draw_lines(painter, words.place, words.lines, colour, leading=words.leading)


def draw_lines(painter: QPainter, rect: QRectF, lines: Lines, colour: str, *, leading: bool = False) -> None:
    """Paint words in the middle of a rectangle's height; centred, or from its leading edge."""
    painter.setFont(font(lines.px, bold=lines.bold))
    painter.setPen(QColor(colour))
    step = lines.px * lines.leading
    top = rect.center().y() - step * len(lines.lines) / 2
    right_to_left = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for number, line in enumerate(lines.lines):
        room = rect.width() - measure(line, lines.px, bold=lines.bold)
        shift = (room if right_to_left else 0) if leading else room / 2
        baseline = top + step * number + (step + lines.px * 0.7) / 2
        draw_line(painter, QPointF(rect.left() + shift, baseline), line)


def draw_line(painter: QPainter, begins: QPointF, line: str) -> None:
    """Paint one line with the painter's font, from where it begins on its baseline. All words come through here."""
    painter.drawText(begins, line)


def longest_word(text: str, px: int, *, bold: bool = True) -> float:
    """The width of the widest word, in pixels: less room than this would have to break it."""
    return max((measure(piece.rstrip(), px, bold=bold) for piece in _pieces(text)), default=0.0)
