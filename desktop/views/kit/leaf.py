"""A leaf of a calendar: the number of a day, large enough to match with the one on the wall."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.views.kit.lettering import Room, draw_lines, fit
from desktop.views.theme import Look

LEAF: Final = 0.92  # width over height
_HEAD: Final = 0.24  # of the height


def draw_leaf(painter: QPainter, rect: QRectF, number: int, look: Look) -> None:
    """Paint the leaf of a day of the month."""
    theme = look.theme
    edge = min(5.0, max(2.5, rect.height() * 0.03))
    sheet = rect.adjusted(edge / 2, edge / 2 + rect.height() * 0.06, -edge / 2, -edge / 2)
    outline = QPainterPath()
    outline.addRoundedRect(sheet, rect.height() * 0.09, rect.height() * 0.09)
    head = QRectF(sheet.left(), sheet.top(), sheet.width(), rect.height() * _HEAD)
    painter.fillPath(outline, QColor(theme.tile))
    painter.save()
    painter.setClipPath(outline)
    painter.fillRect(head, QColor(theme.fill))
    painter.restore()
    painter.setPen(QPen(QColor(theme.ink), edge))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
    painter.drawLine(head.bottomLeft(), head.bottomRight())
    _rings(painter, head, edge, look)
    body = QRectF(head.left(), head.bottom(), head.width(), sheet.bottom() - head.bottom())
    sizes = range(int(body.height() * 0.82), 8, -1)
    draw_lines(painter, body, fit(str(number), sizes, Room(body.width() * 0.86, 1)), theme.ink)


def _rings(painter: QPainter, head: QRectF, edge: float, look: Look) -> None:
    pen = QPen(QColor(look.theme.ink), edge * 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for part in (0.28, 0.72):
        x = head.left() + head.width() * part
        painter.drawLine(QPointF(x, head.top() - head.height() * 0.2), QPointF(x, head.top() + head.height() * 0.35))
