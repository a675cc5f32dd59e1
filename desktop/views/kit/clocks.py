"""Clocks: a length of time as filled faces, a time of day as hands."""

from math import ceil, cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.views.theme import Look

_HOUR: Final = 60
_GAP: Final = 0.08
_SECTOR: Final = 360 * 16  # Qt counts angles in sixteenths of a degree
_QUARTERS: Final = 3
_TOO_SMALL_FOR_TICKS: Final = 48


def length_shape(minutes: int) -> float:
    """Width over height of the clocks a length of time takes."""
    columns, rows = _grid(minutes)
    return (columns + _GAP * (columns - 1)) / (rows + _GAP * (rows - 1))


def _grid(minutes: int) -> tuple[int, int]:
    count = max(1, ceil(minutes / _HOUR))
    columns = count if count <= 2 else 2 if count <= 4 else 3  # noqa: PLR2004 - two in a row, then squares
    return columns, ceil(count / columns)


def draw_length(painter: QPainter, rect: QRectF, minutes: int, look: Look) -> None:
    """Paint a whole clock for each hour, and a part for the rest."""
    columns, _ = _grid(minutes)
    side = rect.width() / (columns + _GAP * (columns - 1))
    for number in range(max(1, ceil(minutes / _HOUR))):
        x = rect.left() + number % columns * side * (1 + _GAP)
        y = rect.top() + number // columns * side * (1 + _GAP)
        _filled(painter, QRectF(x, y, side, side), min(_HOUR, minutes - number * _HOUR), look)


def _filled(painter: QPainter, rect: QRectF, minutes: int, look: Look) -> None:
    edge = _face(painter, rect, look)
    inset = edge * 3
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.theme.fill))
    whole = rect.adjusted(inset, inset, -inset, -inset)
    painter.drawPie(whole, 90 * 16, -round(_SECTOR * minutes / _HOUR))
    _ticks(painter, rect, edge, look, covered=minutes)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.theme.on_fill if minutes == _HOUR else look.theme.ink))
    painter.drawEllipse(rect.center(), edge * 1.1, edge * 1.1)


def draw_time(painter: QPainter, rect: QRectF, time: tuple[int, int], look: Look) -> None:
    """Paint the hands of a time of day: hour and minute."""
    edge = _face(painter, rect, look)
    if rect.width() > _TOO_SMALL_FOR_TICKS:
        _ticks(painter, rect, edge, look, covered=0)
    hour, minute = time
    _hand(painter, rect, look, ((hour % 12 + minute / _HOUR) / 12, 0.5, edge * 1.5))
    _hand(painter, rect, look, (minute / _HOUR, 0.78, edge))


def _face(painter: QPainter, rect: QRectF, look: Look) -> float:
    edge = min(5.0, max(2.5, rect.width() * 0.03))
    painter.setPen(QPen(QColor(look.theme.ink), edge))
    painter.setBrush(QColor(look.theme.tile))
    painter.drawEllipse(rect.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2))
    return edge


def _ticks(painter: QPainter, rect: QRectF, edge: float, look: Look, *, covered: int) -> None:
    for hour in range(12):
        long = hour % _QUARTERS == 0
        color = look.theme.on_fill if 0 < hour * 5 < covered else look.theme.ink
        pen = QPen(QColor(color), edge if long else edge * 0.6)
        painter.setPen(pen)
        painter.drawLine(_at(rect, hour / 12, 0.86), _at(rect, hour / 12, 0.66 if long else 0.74))


def _hand(painter: QPainter, rect: QRectF, look: Look, hand: tuple[float, float, float]) -> None:
    turn, length, width = hand
    pen = QPen(QColor(look.theme.ink), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(rect.center(), _at(rect, turn, length))


def _at(rect: QRectF, turn: float, radius: float) -> QPointF:
    angle = 2 * pi * turn - pi / 2
    reach = rect.width() / 2 * radius
    return QPointF(rect.center().x() + cos(angle) * reach, rect.center().y() + sin(angle) * reach)
