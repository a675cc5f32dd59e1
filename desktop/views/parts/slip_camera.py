"""The camera at a venue's door: shows what it sees, and reads the slips held before it."""

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QShowEvent

from desktop.views.parts.camera import Viewfinder
from desktop.views.theme import Look

_LOOK_MS: Final = 300
_WIDE: Final = 960


class SlipFinder(Viewfinder):
    """found: the text of a slip, each once while it is held there."""

    found = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self._last = ""
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self._look_for_slip)

    def _look_for_slip(self) -> None:
        from desktop.services.scanning import read_frame  # noqa: PLC0415 - a tenth of a second a start must not pay

        seen = self.seen()
        if seen.isNull():
            return
        if seen.width() > _WIDE:
            seen = seen.scaledToWidth(_WIDE)
        text = next(iter(read_frame(*_grey(seen))), "")
        if text and text != self._last:
            self._last = text
            self.found.emit(text)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look."""
        self._last = ""
        self._looking.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        self._looking.stop()
        super().hideEvent(event)


def _grey(image: QImage) -> tuple[bytes, tuple[int, int]]:
    """A byte for each dot, row by row, and the width and height."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    wide, line = grey.width(), grey.bytesPerLine()
    raw = bytes(grey.constBits())
    rows = (raw[start : start + wide] for start in range(0, line * grey.height(), line))
    return b"".join(rows), (wide, grey.height())
