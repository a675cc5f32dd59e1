"""Coins and the jar: whole credits are coins, what is less than one is marks on the jar."""

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.views.kit.art import Coins, Jar
from desktop.views.theme import Look

ROW: Final = 5
_GAP: Final = 0.18  # of a coin
_JAR: Final = 0.72  # width over height
_BESIDE: Final = 0.5  # a coin beside the jar, of the jar's height


def coins_shape(art: Coins) -> float:
    """Width over height of the coins in rows of five."""
    columns, rows = _grid(art)
    return (columns + _GAP * (columns - 1)) / (rows + _GAP * (rows - 1))


def _grid(art: Coins) -> tuple[int, int]:
    count = max(1, art.whole + art.dashed)
    return min(count, ROW), ceil(count / ROW)


def coin_places(rect: QRectF, count: int) -> list[QRectF]:
    """Where each of some coins lies, in rows of five from the first row down."""
    columns, rows = _grid(Coins(count))
    side = min(rect.width() / (columns + _GAP * (columns - 1)), rect.height() / (rows + _GAP * (rows - 1)))
    step = side * (1 + _GAP)
    left = rect.center().x() - (columns * step - side * _GAP) / 2
    top = rect.center().y() - (rows * step - side * _GAP) / 2
    return [QRectF(left + n % ROW * step, top + n // ROW * step, side, side) for n in range(count)]


def draw_coins(painter: QPainter, rect: QRectF, art: Coins, look: Look) -> None:
    """Paint coins in rows of five, dashed ones last."""
    for number, place in enumerate(coin_places(rect, art.whole + art.dashed)):
        draw_coin(painter, place, look, dashed=number >= art.whole)


def draw_coin(painter: QPainter, rect: QRectF, look: Look, *, dashed: bool = False) -> None:
    """Paint one coin; dashed for one that is waiting."""
    theme = look.theme
    edge = max(2.0, rect.width() * 0.035)
    outer = rect.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
    pen = QPen(QColor(theme.ink), edge)
    painter.setBrush(QColor(theme.tile if dashed else theme.rim))
    if dashed:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.drawEllipse(outer)
    if dashed:
        return
    inset = rect.width() * (0.2 if theme.line_art else 0.1)
    inner = rect.adjusted(inset, inset, -inset, -inset)
    painter.setPen(pen if theme.line_art else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if theme.line_art else QColor(theme.fill))
    painter.drawEllipse(inner)


def jar_shape(art: Jar) -> float:
    """Width over height of the jar and the coins beside it."""
    return _JAR + (art.coins * _BESIDE * (1 + _GAP) if art.coins else 0)


def draw_jar(painter: QPainter, rect: QRectF, art: Jar, look: Look) -> None:
    """Paint the jar, filled as far as the minutes reach, with a mark at each step."""
    right_to_left = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    width = rect.height() * _JAR
    jar = QRectF(rect.right() - width if right_to_left else rect.left(), rect.top(), width, rect.height())
    pen = min(6.0, max(2.5, rect.height() * 0.022))
    body = _body(jar, pen)
    theme = look.theme
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.tile))
    painter.drawPath(body)
    _fill(painter, body, art, look)
    painter.setPen(QPen(QColor(theme.ink), pen))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(body)
    painter.setBrush(QColor(theme.tile))
    painter.drawRoundedRect(_lid(jar, pen), pen * 2, pen * 2)
    _marks(painter, _inside(jar, pen), art, look)
    _beside(painter, rect, jar, art, look)


def _lid(jar: QRectF, pen: float) -> QRectF:
    return QRectF(jar.left() + jar.width() * 0.22, jar.top() + pen / 2, jar.width() * 0.56, jar.height() * 0.12)


def _inside(jar: QRectF, pen: float) -> QRectF:
    """The part that is measured: a whole credit fills it."""
    top = jar.top() + jar.height() * 0.2
    return QRectF(jar.left() + pen / 2, top, jar.width() - pen, jar.bottom() - pen / 2 - top)


def _body(jar: QRectF, pen: float) -> QPainterPath:
    inside = _inside(jar, pen)
    neck = jar.top() + jar.height() * 0.12 + pen / 2
    shoulder, round_ = jar.width() * 0.2, jar.width() * 0.14
    path = QPainterPath(QPointF(inside.left() + shoulder, neck))
    path.lineTo(inside.right() - shoulder, neck)
    path.quadTo(inside.right(), neck + shoulder * 0.5, inside.right(), neck + shoulder * 1.5)
    path.lineTo(inside.right(), inside.bottom() - round_)
    path.quadTo(inside.right(), inside.bottom(), inside.right() - round_, inside.bottom())
    path.lineTo(inside.left() + round_, inside.bottom())
    path.quadTo(inside.left(), inside.bottom(), inside.left(), inside.bottom() - round_)
    path.lineTo(inside.left(), neck + shoulder * 1.5)
    path.quadTo(inside.left(), neck + shoulder * 0.5, inside.left() + shoulder, neck)
    path.closeSubpath()
    return path


def _fill(painter: QPainter, body: QPainterPath, art: Jar, look: Look) -> None:
    box = body.boundingRect()
    level = _level(box, min(1.0, art.minutes / art.credit_minutes))
    painter.save()
    painter.setClipPath(body)
    painter.fillRect(QRectF(box.left(), level, box.width(), box.bottom() - level), QColor(look.theme.fill))
    painter.restore()


def _level(box: QRectF, part: float) -> float:
    return box.bottom() - box.height() * 0.9 * part


def _marks(painter: QPainter, inside: QRectF, art: Jar, look: Look) -> None:
    box = inside.adjusted(0, -inside.height() * 0.07, 0, 0)
    width = min(5.0, max(2.0, inside.height() * 0.02))
    for minutes in range(art.step_minutes, art.credit_minutes, art.step_minutes):
        color = look.theme.on_fill if minutes < art.minutes else look.theme.ink
        painter.setPen(QPen(QColor(color), width))
        y = _level(box, minutes / art.credit_minutes)
        painter.drawLine(QPointF(box.left(), y), QPointF(box.left() + box.width() * 0.3, y))


def _beside(painter: QPainter, rect: QRectF, jar: QRectF, art: Jar, look: Look) -> None:
    side = rect.height() * _BESIDE
    right_to_left = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for number in range(art.coins):
        along = side * _GAP + number * side * (1 + _GAP)
        x = jar.left() - along - side if right_to_left else jar.right() + along
        draw_coin(painter, QRectF(x, rect.bottom() - side, side, side), look)
