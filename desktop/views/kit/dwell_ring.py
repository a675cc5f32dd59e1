"""The ring that fills while a pointer rests, or a finger is held: what is under it is pressed when it is full."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.views.theme import Look

SIDE: Final = 88
_WIDE: Final = 12
_EDGE: Final = 3
_TURN: Final = 360 * 16  # Qt counts angles in sixteenths of a degree
_TOP: Final = 90 * 16


class DwellRing(QWidget):
    """Lies around the pointer; it takes no press and no focus. part: how much of it is full, 0 to 1."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.part = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.resize(SIDE, SIDE)
        self.hide()

    def fill_at(self, place: QPoint, part: float, look: Look) -> None:
        """Be so full, around a place of the window."""
        self._look, self.part = look, part
        self.move(place - QPoint(SIDE // 2, SIDE // 2))
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a track, and over it the part that is full."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        theme = self._look.theme
        inset = _WIDE / 2 + _EDGE
        place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        full = theme.ink if theme.line_art else theme.fill
        for colour, width, part in (
            (theme.ink, _WIDE + 2 * _EDGE, 1.0),
            (theme.paper, _WIDE, 1.0),
            (full, _WIDE, self.part),
        ):
            painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(place, _TOP, -int(part * _TURN))
