"""What does not fit in the week: one calm line each, with what to do; pressing one shows it in the grid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.views.kit.art import Symbol
from desktop.views.kit.draw import draw
from desktop.views.kit.lettering import Lines, Written, broken, draw_written
from desktop.views.kit.press import Pressable
from desktop.views.parts.staff_lists import Column
from desktop.views.theme import Look

_PAD: Final = 10
_ART: Final = 28
_CURVE: Final = 12
_SIGN: Final = Symbol("om:26A0")


class LineButton(Pressable):
    """A sentence or two to press, as high as it needs."""

    def __init__(self, words: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(words, look, parent)
        self._words = words

    @property
    def curve(self) -> float:
        """The radius of its corners."""
        return _CURVE

    def height_for(self, width: int) -> int:
        """The height it takes in a width, in pixels."""
        return max(self.look.staff_target, self._lines(width).height + 2 * _PAD)

    def sizeHint(self) -> QSize:
        """As high as a finger needs at least."""
        return QSize(self.look.staff_target, self.look.staff_target)

    def written(self) -> list[Written]:
        """The words as they stand."""
        beside = _ART + 2 * _PAD
        left = _PAD if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else beside
        place = QRectF(left, 0, self.width() - beside - _PAD, self.height())
        return [Written(place, self._lines(self.width()), leading=True)]

    def _lines(self, width: int) -> Lines:
        return broken(self._words, self.look.staff_px, width - _ART - 3 * _PAD, bold=False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint outline, sign and words."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.look.theme.ink), 4 if self.isDown() else 2))
        painter.setBrush(QColor(self.look.theme.tile))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _CURVE, _CURVE)
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - _PAD - _ART if right_to_left else _PAD
        draw(painter, QRectF(left, (self.height() - _ART) / 2, _ART, _ART), _SIGN, self.look)
        draw_written(painter, self.written(), self.look.theme.ink)


class ClashList(Column):
    """The lines. shown: the place of the one that was pressed."""

    shown = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=8)
        self._words: tuple[str, ...] | None = None

    def show_clashes(self, words: Sequence[str]) -> None:
        """Show these; nothing at all where everything fits."""
        if tuple(words) == self._words:
            return
        self._words = tuple(words)
        buttons = []
        for number, line in enumerate(words):
            button = LineButton(line, self._look)
            button.clicked.connect(lambda _=False, number=number: self.shown.emit(number))
            buttons.append(button)
        self.put(buttons)
        self.again()
