"""The PC's camera: whether there is one, what it sees, and one still picture of it."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QImage, QImageWriter, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.views.theme import Look

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

_QUALITY = 90
_log = logging.getLogger(__name__)


def has_camera() -> bool:
    """Whether a picture can be taken here; the multimedia library is loaded only where there may be a camera."""
    if sys.platform.startswith("linux") and not any(Path("/dev").glob("video*")):
        return False
    try:
        from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - half a second that a start must not pay
    except ImportError:  # a system library it needs is not on this PC: as good as no camera
        _log.warning("no camera: the multimedia library cannot be loaded", exc_info=True)
        return False
    return bool(QMediaDevices.videoInputs())


class Viewfinder(QWidget):
    """Shows what the camera sees while it is on screen.

    trouble: the camera is gone, busy or not allowed; the words are the system's own, for the log.
    """

    trouble = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QVideoSink  # noqa: PLC0415 - as above

        self._look = look
        self._seen = QImage()
        self.setAccessibleName(name)
        self._camera = QCamera(self)
        self.sink = QVideoSink(self)
        self._session = QMediaCaptureSession(self)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self.sink)
        self.sink.videoFrameChanged.connect(self._take_in)
        self._camera.errorOccurred.connect(lambda _error, words: self.trouble.emit(words))

    @property
    def sees(self) -> bool:
        """Whether anything has come from the camera yet."""
        return not self._seen.isNull()

    def seen(self) -> QImage:
        """What it sees now; null if it sees nothing yet."""
        return self._seen

    def still(self) -> bytes:
        """What it sees now, as a JPEG; empty if it sees nothing yet."""
        if self._seen.isNull():
            return b""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, QByteArray(b"JPEG"))
        writer.setQuality(_QUALITY)
        writer.write(self._seen)
        return bytes(buffer.data().data())

    def _take_in(self, frame: QVideoFrame) -> None:
        image = frame.toImage()
        if not image.isNull():
            self._seen = image
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is seen, mirrored as in a looking-glass, with an edge."""
        painter = QPainter(self)
        theme = self._look.theme
        edge = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(theme.ink), self._look.outline))
        painter.setBrush(QColor(theme.tile))
        painter.drawRoundedRect(edge, self._look.radius, self._look.radius)
        if self._seen.isNull():
            return
        room = edge.adjusted(12, 12, -12, -12)
        shown = self._seen.scaled(
            room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        ).flipped(Qt.Orientation.Horizontal)
        place = QRectF(shown.rect())
        place.moveCenter(room.center())
        painter.drawImage(place, shown)

    def showEvent(self, event: QShowEvent) -> None:
        """Switch the camera on."""
        self._camera.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Switch it off: its light must not burn when nobody looks."""
        self._camera.stop()
        super().hideEvent(event)
