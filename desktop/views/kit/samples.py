"""Pictures of how things look: a screen in the colours of a theme, and a letter of a size, which is a picture here."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.views.theme import THEMES, Look, font

SCREEN_SHAPE: Final = 0.85
_TRIAL_PX: Final = 100
_LETTER: Final = "a"


def draw_colours(painter: QPainter, rect: QRectF, theme_name: str, look: Look) -> None:
    """A small screen in a theme's colours: paper, two tiles with a line of words each, and a coin."""
    theme = THEMES[theme_name]
    edge = max(3.0, rect.height() * 0.03)
    outline = QColor(look.theme.ink)
    painter.setPen(QPen(outline, edge))
    painter.setBrush(QColor(theme.paper))
    painter.drawRoundedRect(rect.adjusted(edge, edge, -edge, -edge), 14, 14)
    inner = rect.adjusted(rect.width() * 0.12, rect.height() * 0.12, -rect.width() * 0.12, -rect.height() * 0.12)
    gap = inner.height() * 0.1
    high = (inner.height() - gap) / 2
    for number in range(2):
        tile = QRectF(inner.left(), inner.top() + number * (high + gap), inner.width(), high)
        painter.setPen(QPen(QColor(theme.ink), edge * 0.8))
        painter.setBrush(QColor(theme.tile))
        painter.drawRoundedRect(tile, 10, 10)
        coin = QRectF(tile.left() + high * 0.22, tile.top() + high * 0.22, high * 0.56, high * 0.56)
        painter.setPen(QPen(QColor(theme.ink), max(2.0, high * 0.05)))
        painter.setBrush(QColor(theme.fill))
        painter.drawEllipse(coin)
        left = coin.right() + high * 0.2
        line = QRectF(left, tile.center().y() - edge, tile.right() - high * 0.22 - left, 2 * edge)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.ink))
        painter.drawRoundedRect(line, edge, edge)


def draw_letter(painter: QPainter, rect: QRectF, percent: int, look: Look) -> None:
    """A letter as large beside the others as words of that size are; 200 fills the room."""
    path = QPainterPath()
    path.addText(QPointF(0, 0), font(_TRIAL_PX), _LETTER)
    box = path.boundingRect()
    scale = rect.height() * percent / 200 / box.height()
    painter.save()
    painter.translate(rect.center().x() - box.center().x() * scale, rect.bottom() - box.bottom() * scale)
    painter.scale(scale, scale)
    painter.fillPath(path, QColor(look.theme.ink))
    painter.restore()
