"""Pictures, photos and faces for paper: drawings stay vectors, photos come at 300 dots an inch and no finer."""

from functools import lru_cache
from math import ceil
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtSvg import QSvgRenderer

import assets
from desktop.services.seen import Pic
from desktop.views.printing.letters import UNIT_MM
from desktop.views.theme import CALM_LIGHT

EDGE_MM: Final = 0.6

_TRIAL_PX: Final = 144
_UNITS: Final = 72.0  # OpenMoji and our own drawings are 72 by 72
_MISSING: Final = "om:2753"
_PHOTO_PX_PER_MM: Final = 300 / 25.4
_FACE_INSET: Final = 0.17


def draw_picture(painter: QPainter, rect: QRectF, pic: Pic) -> None:
    """Paint a drawing or a photo as large as the rectangle allows, in its middle. Units of the painter."""
    if pic.photo and _is_photo(pic.photo):
        square = _square(rect)
        edge = QPainterPath()
        edge.addRoundedRect(square, square.width() / 12, square.width() / 12)
        _photo(painter, square, pic.photo, edge)
        return
    _symbol(painter, rect, pic.id)


def draw_face(painter: QPainter, rect: QRectF, pic: Pic) -> None:
    """Paint a person in a circle."""
    circle, square = QPainterPath(), _square(rect)
    circle.addEllipse(square)
    if pic.photo and _is_photo(pic.photo):
        _photo(painter, square, pic.photo, circle)
        return
    painter.setPen(_pen())
    painter.setBrush(QColor(CALM_LIGHT.tile))
    painter.drawPath(circle)
    inset = square.width() * _FACE_INSET
    _symbol(painter, square.adjusted(inset, inset, -inset, -inset), pic.id)


def picture_shape(pic: Pic) -> float:
    """Width over height of what is drawn."""
    box = QRectF(0, 0, 1, 1) if pic.photo is not None else _inked(_known(pic.id))
    return box.width() / box.height()


def _pen() -> QPen:
    return QPen(QColor(CALM_LIGHT.ink), EDGE_MM / UNIT_MM)


def _square(rect: QRectF) -> QRectF:
    side = min(rect.width(), rect.height())
    return QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)


def _symbol(painter: QPainter, rect: QRectF, picture: str) -> None:
    known = _known(picture)
    box = _inked(known)
    scale = min(rect.width() / box.width(), rect.height() / box.height())
    width, height = box.width() * scale, box.height() * scale
    drawing = _drawing(known)
    drawing.setViewBox(box)
    drawing.render(painter, QRectF(rect.center().x() - width / 2, rect.center().y() - height / 2, width, height))


def _known(picture: str) -> str:
    """A picture from a newer Goodhour is a question mark here: its words still say what it is."""
    return picture if assets.has_picture(picture) else _MISSING


def _drawing(picture: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(assets.picture_bytes(picture)))


@lru_cache(maxsize=512)
def _inked(picture: str) -> QRectF:
    """The part of a drawing's square that has anything in it, so that it fills the room it is given."""
    trial = QImage(_TRIAL_PX, _TRIAL_PX, QImage.Format.Format_ARGB32_Premultiplied)
    trial.fill(Qt.GlobalColor.transparent)
    painter = QPainter(trial)
    drawing = _drawing(picture)
    drawing.setViewBox(QRectF(0, 0, _UNITS, _UNITS))
    drawing.render(painter, QRectF(0, 0, _TRIAL_PX, _TRIAL_PX))
    painter.end()
    left, top, right, bottom = _bounds(trial.convertToFormat(QImage.Format.Format_Alpha8))
    scale = _UNITS / _TRIAL_PX
    return QRectF(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale)


@lru_cache(maxsize=256)
def _middle(jpeg: bytes, most_px: int) -> QImage:
    """The square in the middle of a photo. Kept: a leader is on every sheet, and a PDF holds the same image once."""
    photo = QImage.fromData(jpeg)
    side = min(most_px, photo.width(), photo.height())
    covering = photo.scaled(
        side, side, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    return covering.copy((covering.width() - side) // 2, (covering.height() - side) // 2, side, side)


@lru_cache(maxsize=1024)
def _is_photo(jpeg: bytes) -> bool:
    return not QImage.fromData(jpeg).isNull()


def _bounds(mask: QImage) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of what is not transparent; everything, if nothing is."""
    stride, raw = mask.bytesPerLine(), bytes(mask.constBits())
    rows = [raw[y * stride : y * stride + mask.width()] for y in range(mask.height())]
    inked = [y for y, row in enumerate(rows) if any(row)]
    if not inked:
        return 0, 0, mask.width(), mask.height()
    left = min(len(rows[y]) - len(rows[y].lstrip(b"\0")) for y in inked)
    right = max(len(rows[y].rstrip(b"\0")) for y in inked)
    return left, inked[0], right, inked[-1] + 1


def _photo(painter: QPainter, rect: QRectF, jpeg: bytes, edge: QPainterPath) -> None:
    painter.save()
    painter.setClipPath(edge)
    painter.drawImage(rect, _middle(jpeg, ceil(rect.width() * UNIT_MM * _PHOTO_PX_PER_MM)))
    painter.restore()
    painter.setPen(_pen())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(edge)
