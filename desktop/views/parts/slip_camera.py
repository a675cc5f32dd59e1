"""The camera where slips are checked: it reads the slips held before it, and tells when there is nothing to see."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.views.parts.camera import has_camera
from desktop.views.theme import Look

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

_REST_MS: Final = 40  # between two looks: the screen is painted meanwhile
_CALM_MS: Final = 200  # the same where it looks all day, for a card that is held there for a moment
_GONE_MS: Final = 1500  # a slip unseen for so long was taken away: held there again it is told again
_BLIND_MS: Final = 5000  # a camera that shows nothing for so long is no camera
_OTHERS: Final = 5  # at each so many looks without a slip, for other codes
_WIDE: Final = 1280
_FRAME: Final = 0.62  # of what is seen: where a slip is best held


class SlipCamera(QObject):
    """found: the text of a slip, each once while it is held there. seen: what it sees now. changed: `is_live` did.

    is_live: whether there is a camera that shows something, as far as anybody knows. It is missing, busy, unplugged or
    not allowed otherwise, and looked for again while it is wanted.
    """

    found = Signal(str)
    seen = Signal(QImage)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QVideoSink  # noqa: PLC0415 - see has_camera

        self.is_live = True
        self._is_wanted = self._is_calm = False
        self._held: dict[str, QElapsedTimer] = {}
        self._twice = ""
        self._looks = 0
        self._told = 0
        self._next = QImage()
        self._camera = QCamera(self)
        self.sink = QVideoSink(self)
        self._session = QMediaCaptureSession(self)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self.sink)
        self.sink.videoFrameChanged.connect(self._take_in)
        self._camera.errorOccurred.connect(lambda _error, _words: self._lose())
        self._look = self._timer(_REST_MS, self._look_for_slips)
        self._blind = self._timer(_BLIND_MS, self._lose)

    def want(self, *, yes: bool, is_calm: bool = False) -> None:
        """Look from now on, or no more: its light must not burn when nobody checks slips.

        is_calm: look a few times a second only. What was held there last counts again once it was taken away: a card
        that hangs round a neck must not sign in whoever has just finished.
        """
        self._look.setInterval(_CALM_MS if is_calm else _REST_MS)
        self._is_calm = is_calm
        if yes == self._is_wanted:
            return
        self._is_wanted = yes
        if yes and not is_calm:
            self._held.clear()
        for since in self._held.values():
            since.restart()
        if yes:
            self._camera.start()
            self._blind.start()
        else:
            self._blind.stop()
            self._camera.stop()

    def _take_in(self, frame: QVideoFrame) -> None:
        if self._is_calm and self._look.isActive():  # nobody looks on, and the next frame does as well
            return
        image = frame.toImage() if self._is_wanted else QImage()
        if image.isNull():
            return
        self._blind.start()
        self._say(is_live=True)
        is_resting, told = self._look.isActive(), self._told
        self._next = image
        if not is_resting:
            self._look_for_slips()
        if self._told == told:  # else the answer is painted next, and not this
            self.seen.emit(image)

    def _look_for_slips(self) -> None:
        from desktop.services.scanning import read_frame  # noqa: PLC0415 - a tenth of a second a start must not pay

        image, self._next = self._next, QImage()
        if image.isNull():
            return
        if image.width() > _WIDE:
            image = image.scaledToWidth(_WIDE)
        self._looks += 1
        texts = read_frame(*_grey(image), is_any=not self._is_calm and self._looks % _OTHERS == 0)
        self._look.start()
        self._tell(texts)

    def _tell(self, texts: list[str]) -> None:
        for text, since in list(self._held.items()):
            if text not in texts and since.elapsed() > _GONE_MS:
                del self._held[text]
        for text in texts:
            if text in self._held:
                self._held[text].restart()
                continue
            # A slip is signed. What is none may be a misreading: it counts when it was read twice.
            if not text.upper().startswith("TC1") and self._twice != text:
                self._twice = text
                continue
            self._held[text] = QElapsedTimer()
            self._held[text].start()
            self._told += 1
            self.found.emit(text)

    def _lose(self) -> None:
        """There is nothing to see: say so, and look again, in case it is plugged in or let go."""
        self._say(is_live=False)
        if self._is_wanted:
            self._blind.start()
            if has_camera():
                self._camera.stop()
                self._camera.start()

    def _say(self, *, is_live: bool) -> None:
        if is_live != self.is_live:
            self.is_live = is_live
            self.changed.emit()

    def _timer(self, wait_ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait_ms)
        timer.timeout.connect(then)
        return timer


class SlipView(QWidget):
    """What the camera sees, mirrored as in a looking-glass, and the corners of a frame to hold a slip in."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._seen = QImage()
        self.setAccessibleName(name)

    def show_seen(self, image: QImage) -> None:
        """Show what is seen now."""
        if self.isVisible():
            self._seen = image
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it, with an edge, and the frame over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look
        edge = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(look.theme.ink), look.outline))
        painter.setBrush(QColor(look.theme.tile))
        painter.drawRoundedRect(edge, look.radius, look.radius)
        room = edge.adjusted(12, 12, -12, -12)
        if not self._seen.isNull():
            shown = self._seen.scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(shown.rect())
            place.moveCenter(room.center())
            painter.drawImage(place, shown.flipped(Qt.Orientation.Horizontal))
            room = place
        self._paint_frame(painter, room)

    def _paint_frame(self, painter: QPainter, room: QRectF) -> None:
        side = min(room.width(), room.height()) * _FRAME
        frame = QRectF(0, 0, side, side)
        frame.moveCenter(room.center())
        arm = side / 4
        theme = self._look.theme
        for colour, wide in ((theme.ink, 16), (theme.fill, 8)):  # seen on light and on dark alike
            pen = QPen(QColor(colour), wide)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            for x, to_x in ((frame.left(), arm), (frame.right(), -arm)):
                for y, to_y in ((frame.top(), arm), (frame.bottom(), -arm)):
                    painter.drawPolyline(_corner(x, y, to_x, to_y))


def _corner(x: float, y: float, to_x: float, to_y: float) -> list[QPointF]:
    return [QPointF(x + to_x, y), QPointF(x, y), QPointF(x, y + to_y)]


def _grey(image: QImage) -> tuple[bytes, tuple[int, int]]:
    """A byte for each dot, row by row, and the width and height."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    wide, line = grey.width(), grey.bytesPerLine()
    raw = bytes(grey.constBits())
    if line == wide:
        return raw, (wide, grey.height())
    rows = (raw[start : start + wide] for start in range(0, line * grey.height(), line))
    return b"".join(rows), (wide, grey.height())
