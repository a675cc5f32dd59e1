"""A USB scanner types like a keyboard: its letters are caught wherever the focus is, and its Enter presses nothing."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

_LEAST: Final = 6  # letters; fewer are somebody leaning on the keys
_MOST: Final = 4096
_PAUSE_MS: Final = 1500  # a scanner never waits this long between letters
_ENDINGS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class ScannerKeys(QObject):
    """Collects letters typed at a window, until an ending or a pause. hears: whether it does so now.

    It listens at the window itself: a key comes there first, before whatever has the focus could be pressed by it.
    scanned: the text, when it ends with Enter or Tab. What is shorter than a code is noise, and its ending with it;
    Enter alone is left to the widgets.
    """

    scanned = Signal(str)

    def __init__(self, window: QWidget, hears: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._hears = hears
        self._letters = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.forget)

    def listen(self) -> None:
        """Hear what is typed from now on; once the window is there to be typed at."""
        window: QWindow | None = self._window.window().windowHandle()
        if window is not None:
            window.installEventFilter(self)
        self.forget()

    def forget(self) -> None:
        """Begin anew."""
        self._letters = ""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take letters; take the ending only if it ends something."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or not self._hears():
            return False
        if event.key() in _ENDINGS:
            return self._end()
        letter = event.text()
        if not letter.isprintable() or not letter or (letter == " " and not self._letters):
            return False
        self._letters = (self._letters + letter)[:_MOST]
        self._pause.start()
        return True

    def _end(self) -> bool:
        text = self._letters
        self.forget()
        if len(text) >= _LEAST:
            self.scanned.emit(text)
        return bool(text)
