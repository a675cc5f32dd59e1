"""The scan frame: it lies over everything, around a row or one thing of it, and nothing beneath it dims or moves."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.views.theme import Look

_BAND: Final = 8
_TWO_COLOURS: Final = (6, 4, 6)  # as wide as two bands
_PLATE: Final = 6  # of white around one thing: tiles keep some air beyond it
_WHITE: Final = "#FFFFFF"
_PAUSE: Final = 48  # the mark of a pause


class ScanFrame(QWidget):
    """Ink, then coin, around what is lit; one thing has a plate of white as well. It takes no press and no focus."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._whole = parent
        self._is_one = self._is_paused = False
        self._curve = float(look.radius)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def lie_around(self, things: Sequence[QWidget], *, is_one: bool, is_paused: bool = False) -> None:
        """Lie around things of a screen: a whole row, or one; it shows when the scan is paused."""
        whole, rect = self._whole, QRect()
        for thing in things:
            rect = rect.united(QRect(thing.mapTo(whole, thing.rect().topLeft()), thing.size()))
        self._is_one, self._is_paused = is_one, is_paused
        self._curve = float(getattr(things[0], "curve", self._look.radius)) if is_one else float(self._look.radius)
        halo = sum(wide for _, wide in self.bands)
        self.setGeometry(rect.adjusted(-halo, -halo, halo, halo))
        self.update()
        self.raise_()
        self.show()

    def draw_with(self, look: Look) -> None:
        """Be drawn as the screens are now."""
        self._look = look
        self.hide()

    @property
    def bands(self) -> tuple[tuple[str, int], ...]:
        """Colours and widths in pixels, from the outside in."""
        theme = self._look.theme
        row: tuple[tuple[str, int], ...] = ((theme.ink, _BAND), (theme.fill, _BAND))
        if theme.line_art:
            row = tuple(zip((theme.ink, theme.paper, theme.ink), _TWO_COLOURS, strict=True))
        return (*row, (theme.paper if theme.line_art else _WHITE, _PLATE)) if self._is_one else row

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bands from the outside in, and the mark of a pause at the corner."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        halo, inset = sum(wide for _, wide in self.bands), 0
        for colour, wide in self.bands:
            band = self._outline(halo, inset).subtracted(self._outline(halo, inset + wide))
            painter.fillPath(band, QColor(colour))
            inset += wide
        if self._is_paused:
            self._paint_pause(painter, halo)

    def _outline(self, halo: int, inset: int) -> QPainterPath:
        path, curve = QPainterPath(), self._curve + halo - inset
        path.addRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), curve, curve)
        return path

    def _paint_pause(self, painter: QPainter, inset: int) -> None:
        theme = self._look.theme
        place = QRectF(inset + _PAUSE / 4, inset + _PAUSE / 4, _PAUSE, _PAUSE)
        if self._look.right_to_left:
            place.moveRight(self.width() - inset - _PAUSE / 4)
        painter.setBrush(QColor(theme.ink))
        painter.drawRoundedRect(place, _PAUSE / 4, _PAUSE / 4)
        painter.setBrush(QColor(theme.paper))
        for left in (0.28, 0.57):
            painter.drawRect(QRectF(place.left() + left * _PAUSE, place.top() + _PAUSE / 4, _PAUSE * 0.15, _PAUSE / 2))
