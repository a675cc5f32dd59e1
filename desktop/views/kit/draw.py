"""Paints art: the one place where pictures, coins, jars and clocks become ink."""

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.views.kit import coins as coin_shapes
from desktop.views.kit import pictures
from desktop.views.kit.art import (
    Art,
    Badged,
    ClockFace,
    ClockTime,
    Coins,
    ColourSample,
    DayLeaf,
    Face,
    Jar,
    LetterSample,
    Photo,
    Side,
    Symbol,
)
from desktop.views.kit.clocks import draw_length, draw_time, length_shape
from desktop.views.kit.leaf import LEAF, draw_leaf
from desktop.views.kit.samples import SCREEN_SHAPE, draw_colours, draw_letter
from desktop.views.theme import Look

_PLATE_PAD = 0.08
_SIDE_GAP = 0.18
_BADGE = 0.46


def shape(art: Art) -> float:
    """Width over height that suits a piece of art."""
    match art:
        case Symbol(id_):
            return pictures.shape(id_)
        case ClockFace(minutes):
            return length_shape(minutes)
        case Jar():
            return coin_shapes.jar_shape(art)
        case Coins():
            return coin_shapes.coins_shape(art)
        case Side(arts):
            return sum(shape(a) for a in arts) + _SIDE_GAP * max(0, len(arts) - 1)
        case Face(_, badge):
            return 1.0 if badge is None else 1.0 + _BADGE * 0.6
        case Badged(inner, _):
            return shape(inner)
        case DayLeaf() | ColourSample():
            return LEAF if isinstance(art, DayLeaf) else SCREEN_SHAPE
        case Photo() | ClockTime() | LetterSample():
            return 1.0


def fitted(art: Art, rect: QRectF) -> QRectF:
    """The largest rectangle of the art's own shape in the middle of another."""
    wide = shape(art)
    width = min(rect.width(), rect.height() * wide)
    height = width / wide
    return QRectF(rect.center().x() - width / 2, rect.center().y() - height / 2, width, height)


def draw(painter: QPainter, rect: QRectF, art: Art, look: Look) -> None:
    """Paint a piece of art as large as the rectangle allows, in its middle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    _draw(painter, rect, art, look)
    painter.restore()


def _draw(painter: QPainter, rect: QRectF, art: Art, look: Look) -> None:
    match art:
        case Symbol():
            _symbol(painter, rect, art, look)
        case Photo():
            _photo(painter, fitted(art, rect), art, look)
        case Face():
            _face(painter, fitted(art, rect), art, look)
        case ClockFace() | ClockTime() | DayLeaf() | ColourSample() | LetterSample():
            _figure(painter, fitted(art, rect), art, look)
        case Jar():
            coin_shapes.draw_jar(painter, fitted(art, rect), art, look)
        case Coins():
            coin_shapes.draw_coins(painter, fitted(art, rect), art, look)
        case Side(arts):
            _side(painter, fitted(art, rect), arts, look)
        case Badged(inner, badge):
            _badged(painter, fitted(art, rect), (inner, badge), look)


def _figure(
    painter: QPainter, rect: QRectF, art: ClockFace | ClockTime | DayLeaf | ColourSample | LetterSample, look: Look
) -> None:
    match art:
        case ClockFace(minutes):
            draw_length(painter, rect, minutes, look)
        case ClockTime(hour, minute):
            draw_time(painter, rect, (hour, minute), look)
        case DayLeaf(number):
            draw_leaf(painter, rect, number, look)
        case ColourSample(theme):
            draw_colours(painter, rect, theme, look)
        case LetterSample(percent):
            draw_letter(painter, rect, percent, look)


def _symbol(painter: QPainter, rect: QRectF, art: Symbol, look: Look) -> None:
    ink = look.theme.ink if look.theme.line_art else None
    if look.theme.plate is None:
        _pixels(painter, fitted(art, rect), art, ink)
        return
    side = min(rect.width(), rect.height())
    plate = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.theme.plate))
    painter.drawRoundedRect(plate, 14, 14)
    pad = side * _PLATE_PAD
    _pixels(painter, fitted(art, plate.adjusted(pad, pad, -pad, -pad)), art, ink)


def _pixels(painter: QPainter, rect: QRectF, art: Symbol, ink: str | None) -> None:
    size = (max(1, round(rect.width())), max(1, round(rect.height())))
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(QPointF(round(rect.x()), round(rect.y())), pictures.symbol(art.id, size, ink, ratio))


def _photo(painter: QPainter, rect: QRectF, art: Photo, look: Look) -> None:
    edge = QPainterPath()
    edge.addRoundedRect(rect, 14, 14)
    _clipped_photo(painter, rect, art, edge, look)


def _clipped_photo(painter: QPainter, rect: QRectF, art: Photo, edge: QPainterPath, look: Look) -> None:
    painter.save()
    painter.setClipPath(edge)
    size = (ceil(rect.width()), ceil(rect.height()))
    painter.drawPixmap(rect.topLeft(), pictures.photo(art, size, painter.device().devicePixelRatio()))
    painter.restore()
    painter.setPen(QPen(QColor(look.theme.ink), look.outline))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(edge)


def _face(painter: QPainter, rect: QRectF, art: Face, look: Look) -> None:
    side = rect.height()
    right_to_left = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    mine = QRectF(rect.right() - side if right_to_left else rect.left(), rect.top(), side, side)
    _round(painter, mine.adjusted(2, 2, -2, -2), art.art, look)
    if art.badge is not None:
        small = side * _BADGE * 1.25
        x = rect.left() if right_to_left else rect.right() - small
        _round(painter, QRectF(x, rect.bottom() - small, small, small).adjusted(2, 2, -2, -2), art.badge, look)


def _round(painter: QPainter, rect: QRectF, art: Art, look: Look) -> None:
    circle = QPainterPath()
    circle.addEllipse(rect)
    if isinstance(art, Photo):
        _clipped_photo(painter, rect, art, circle, look)
        return
    theme = look.theme
    edge = theme.ink if theme.plate is None else theme.paper
    painter.setPen(QPen(QColor(edge), look.outline))
    painter.setBrush(QColor(theme.plate or theme.tile))
    painter.drawPath(circle)
    if not isinstance(art, Symbol):
        draw(painter, rect, art, look)
        return
    inset = rect.width() * 0.17
    inner = rect.adjusted(inset, inset, -inset, -inset)
    _pixels(painter, fitted(art, inner), art, theme.ink if theme.line_art else None)


_TURNED: Final[dict[Art, Art]] = {
    Symbol("gh:arrow-right"): Symbol("gh:arrow-left"),
    Symbol("gh:arrow-left"): Symbol("gh:arrow-right"),
}
"""What points from one picture to the next, where reading goes the other way."""


def _side(painter: QPainter, rect: QRectF, arts: tuple[Art, ...], look: Look) -> None:
    right_to_left = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    x = rect.left()
    for art in (_TURNED.get(one, one) for one in reversed(arts)) if right_to_left else arts:
        width = rect.height() * shape(art)
        draw(painter, QRectF(x, rect.top(), width, rect.height()), art, look)
        x += width + rect.height() * _SIDE_GAP


def _badged(painter: QPainter, rect: QRectF, arts: tuple[Art, Art], look: Look) -> None:
    draw(painter, rect, arts[0], look)
    is_on_plate = isinstance(arts[0], Symbol) and look.theme.plate is not None
    if is_on_plate:
        side = min(rect.width(), rect.height())  # the ground of the picture below is a square
        rect = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
    small = min(rect.width(), rect.height()) * _BADGE
    right_to_left = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    x = rect.left() if right_to_left else rect.right() - small
    corner = QRectF(x, rect.bottom() - small, small, small)
    if isinstance(arts[1], Symbol) and (is_on_plate or look.theme.plate is None):
        _pixels(painter, fitted(arts[1], corner), arts[1], look.theme.ink if look.theme.line_art else None)
    else:
        draw(painter, corner, arts[1], look)
