"""The headings of a week's grid: days across the top, rooms down the edge; they stay while the grid scrolls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.views.kit.art import Art
from desktop.views.kit.draw import draw
from desktop.views.kit.lettering import Lines, Written, broken, draw_written, longest_word, measure
from desktop.views.theme import Look

_PAD: Final = 6
_ART: Final = 26
_SHORT: Final = 9  # letters


@dataclass(frozen=True, slots=True)
class GridHead:
    """A day or a room: its name, and a second line, such as the date, or why it is closed."""

    name: str
    under: str = ""
    arts: tuple[Art, ...] = ()
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Where a heading stands along its strip, in pixels."""

    start: int
    length: int


class GridStrip(QWidget):
    """Headings along one edge; is_across: days along the top, otherwise rooms from top to bottom."""

    def __init__(self, look: Look, parent: QWidget, *, is_across: bool) -> None:
        super().__init__(parent)
        self._look = look
        self._is_across = is_across
        self._heads: tuple[GridHead, ...] = ()
        self._spans: tuple[Span, ...] = ()

    def show_heads(self, heads: tuple[GridHead, ...]) -> None:
        """Show these."""
        self._heads = heads
        self.update()

    def place(self, spans: tuple[Span, ...]) -> None:
        """Stand here now; what does not lie wholly in the strip is left out."""
        self._spans = spans
        self.update()

    def least_width(self) -> int:
        """The width the longest word needs, in pixels."""
        px = self._look.staff_px
        words = [longest_word(head.name, px) for head in self._heads]
        words += [self._least_under(head.under) for head in self._heads]
        return int(max(words, default=0)) + 2 * _PAD + 2

    def _least_under(self, under: str) -> float:
        """A few short words beside a room stay on one line."""
        px = self._look.staff_px
        if not self._is_across and len(under) <= _SHORT:
            return measure(under, px, bold=False)
        return longest_word(under, px, bold=False)

    def height_for(self, number: int, width: int) -> int:
        """The height one heading takes in a width, in pixels."""
        words = sum(lines.height for lines in self._lines(self._heads[number], width))
        return words + 2 * _PAD + (_ART + _PAD if self._heads[number].arts else 0)

    def written(self) -> list[Written]:
        """The words as they stand."""
        found = []
        for head, rect in self._shown():
            top = rect.top() + _PAD + (_ART + _PAD if head.arts else 0)
            for lines in self._lines(head, int(rect.width())):
                place = QRectF(rect.left() + _PAD, top, rect.width() - 2 * _PAD, lines.height)
                found.append(Written(place, lines, leading=True))
                top += lines.height
        return found

    def _shown(self) -> list[tuple[GridHead, QRectF]]:
        """What lies wholly in the strip; a room's words stay in sight as long as some of its row is."""
        found = []
        for number, (head, span) in enumerate(zip(self._heads, self._spans, strict=False)):
            if self._is_across:
                if span.start >= -1 and span.start + span.length <= self.width() + 1:
                    found.append((head, QRectF(span.start, 0, span.length, self.height())))
                continue
            high = self.height_for(number, self.width())
            start = min(max(span.start, 0), span.start + span.length - high)
            if start >= 0 and start + high <= self.height():
                found.append((head, QRectF(0, start, self.width(), high)))
        return found

    def _lines(self, head: GridHead, width: int) -> list[Lines]:
        px, wide = self._look.staff_px, width - 2 * _PAD
        found = [broken(head.name, px, wide)]
        return [*found, broken(head.under, px, wide, bold=False)] if head.under else found

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pictures and words."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for head, rect in self._shown():
            for number, art in enumerate(head.arts):
                x = _PAD + number * (_ART + _PAD)
                left = rect.right() - x - _ART if right_to_left else rect.left() + x
                draw(painter, QRectF(left, rect.top() + _PAD, _ART, _ART), art, self._look)
        draw_written(painter, self.written(), self._look.theme.ink)
