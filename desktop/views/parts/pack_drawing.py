"""Draws an SVG as dots: what comes into a pack is a picture and nothing else."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop.services.pack_pictures import SIDE_PX


def png_of(svg: bytes) -> bytes:
    """The drawing as a PNG, as large as fits a square of `SIDE_PX`; empty bytes if it cannot be drawn."""
    drawing = QSvgRenderer(QByteArray(svg))
    size = drawing.viewBoxF().size()
    if not drawing.isValid() or size.isEmpty():
        return b""
    fitted = size.scaled(SIDE_PX, SIDE_PX, Qt.AspectRatioMode.KeepAspectRatio).toSize().expandedTo(QSize(1, 1))
    image = QImage(fitted, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(image.rect()))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())
