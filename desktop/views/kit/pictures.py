"""Shipped drawings and photos as pixels: trimmed to what is drawn, so that each fills the room it is given."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QRegion
from PySide6.QtSvg import QSvgRenderer

import assets
from desktop.views.kit.art import Photo

_TRIAL_PX: Final = 144
_UNITS: Final = 72.0  # OpenMoji and our own drawings are 72 by 72
_MISSING: Final = "om:2753"


def _svg(picture: str, ink: str | None) -> bytes:
    try:
        return assets.picture_bytes(picture) if ink is None else assets.picture_lines(picture, ink)
    except assets.NoSuchPicture:  # a picture from a newer Goodhour: its words still say what it is
        return assets.picture_bytes(_MISSING) if ink is None else assets.picture_lines(_MISSING, ink)


@lru_cache(maxsize=512)
def _trimmed(picture: str, ink: str | None) -> tuple[QSvgRenderer, QRectF]:
    drawing = QSvgRenderer(QByteArray(_svg(picture, ink)))
    drawing.setViewBox(QRectF(0, 0, _UNITS, _UNITS))
    trial = _rendered(drawing, QSizeF(_TRIAL_PX, _TRIAL_PX))
    inked = QRegion(QPixmap.fromImage(trial).mask()).boundingRect()
    scale = _UNITS / _TRIAL_PX
    box = QRectF(inked.x() * scale, inked.y() * scale, inked.width() * scale, inked.height() * scale)
    if box.isEmpty():
        box = QRectF(0, 0, _UNITS, _UNITS)
    drawing.setViewBox(box)
    return drawing, box


def _rendered(drawing: QSvgRenderer, size: QSizeF) -> QImage:
    image = QImage(size.toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    return image


def shape(picture: str) -> float:
    """Width over height of what is drawn."""
    _, box = _trimmed(picture, None)
    return box.width() / box.height()


@lru_cache(maxsize=256)
def symbol(picture: str, size: tuple[int, int], ink: str | None, ratio: float) -> QPixmap:
    """A drawing at a size in pixels; with an ink, its line art alone. ratio: device pixels to a pixel."""
    drawing, _ = _trimmed(picture, ink)
    made = QPixmap.fromImage(_rendered(drawing, QSizeF(size[0] * ratio, size[1] * ratio)))
    made.setDevicePixelRatio(ratio)
    return made


@lru_cache(maxsize=128)
def photo(source: Photo, size: tuple[int, int], ratio: float) -> QPixmap:
    """A photo that covers a size in pixels, its middle kept; empty paper if the bytes are no picture."""
    width, height = int(size[0] * ratio), int(size[1] * ratio)
    image = QImage.fromData(source.jpeg).scaled(
        width,
        height,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    made = QPixmap.fromImage(image.copy((image.width() - width) // 2, (image.height() - height) // 2, width, height))
    made.setDevicePixelRatio(ratio)
    return made
