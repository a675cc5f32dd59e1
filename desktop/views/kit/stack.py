"""Puts widgets side by side or one above the other, by shares, with the same gap everywhere."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.views.theme import Look


class Shares(QWidget):
    """Widgets that share a rectangle. shares: how much of it each gets, in any unit."""

    across = True

    def __init__(self, look: Look, parts: Sequence[QWidget], shares: Sequence[float] = ()) -> None:
        super().__init__()
        self._look = look
        self._parts = tuple(parts)
        self._shares = tuple(shares) or (1.0,) * len(self._parts)
        for part in self._parts:
            part.setParent(self)
            part.show()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Hand out the room."""
        gap = self._look.gap
        whole = (self.width() if self.across else self.height()) - gap * (len(self._parts) - 1)
        at = 0.0
        for part, share in zip(self._parts, self._shares, strict=True):
            length = whole * share / sum(self._shares)
            start, end = round(at), round(at + length)
            rect = (
                QRect(start, 0, end - start, self.height())
                if self.across
                else QRect(0, start, self.width(), end - start)
            )
            if self.across and self._look.right_to_left:
                rect.moveLeft(self.width() - rect.right() - 1)
            part.setGeometry(rect)
            at += length + gap

    def _strip(self, start: int, end: int) -> QRect:
        if not self.across:
            return QRect(0, start, self.width(), end - start)
        left = self.width() - end if self._look.right_to_left else start
        return QRect(left, 0, end - start, self.height())


class Columns(Shares):
    """Widgets side by side, the first at the leading edge."""


class Rows(Shares):
    """Widgets one above the other."""

    across = False
