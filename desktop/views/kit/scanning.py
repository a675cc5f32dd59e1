"""A USB scanner types like a keyboard: its letters are caught wherever the focus is, and its Enter presses nothing."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

_LEAST: Final = 6  # letters; fewer are somebody leaning on the keys
_MOST: Final = 4096
_PAUSE_MS: Final = 1500  # a scanner never waits this long between letters
SECOND_ENDING_MS: Final = 600  # within which a slow scanner sends the second half of CR and LF
_ENDINGS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_ENDING_LETTERS: Final = ("\r", "\n", "\t")  # a line feed comes as Ctrl and J
_NO_LETTERS: Final = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class ScannerKeys(QObject):
    """Collects letters typed at a window, until an ending or a pause. hears: whether it does so now.

    It listens at the window itself: a key comes there first, before whatever has the focus could be pressed by it.
    scanned: the text, when it ends with CR, LF, both, or Tab. What is shorter than a code is noise, and its ending with
    it; Enter alone is left to the widgets. shows_letters: where somebody types a code by hand; there each letter is
    told by `letter`, and neither a pause nor too few of them make noise.
    """

    scanned = Signal(str)
    letter = Signal(str)

    def __init__(
        self, window: QWidget, hears: Callable[[], bool], shows_letters: Callable[[], bool] = lambda: False
    ) -> None:
        super().__init__(window)
        self._window = window
        self._hears = hears
        self._shows_letters = shows_letters
        self._letters = ""
        self._ended = QElapsedTimer()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.forget)

    def is_typing(self, event: QKeyEvent) -> bool:
        """Whether a key is the scanner's: letters have come before it, or it is half of an ending."""
        is_ending = event.key() in _ENDINGS or event.text() in _ENDING_LETTERS
        is_soon = self._ended.isValid() and self._ended.elapsed() < SECOND_ENDING_MS
        return bool(self._letters) or (is_ending and is_soon)

    def listen(self) -> None:
        """Hear what is typed from now on; once the window is there to be typed at. Half a slip goes on."""
        window: QWindow | None = self._window.window().windowHandle()
        if window is not None:
            window.installEventFilter(self)

    def forget(self) -> None:
        """Begin anew."""
        self._letters = ""
        self._pause.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take letters; take the ending only if it ends something."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or not self._hears():
            return False
        letter = event.text()
        if event.key() in _ENDINGS or letter in _ENDING_LETTERS:
            return self._end()
        no_letter = not letter or not letter.isprintable() or event.modifiers() & _NO_LETTERS
        if no_letter or (letter == " " and not self._letters):
            return False
        self._letters = (self._letters + letter)[:_MOST]
        if self._shows_letters():
            self.letter.emit(letter)
        else:
            self._pause.start()
        return True

    def _end(self) -> bool:
        text, is_by_hand = self._letters, self._shows_letters()
        self.forget()
        if not text:
            return self._is_second_half()
        self._ended.start()
        if is_by_hand or len(text) >= _LEAST:
            self.scanned.emit(text)
        return True

    def _is_second_half(self) -> bool:
        """Whether an ending follows another at once, as LF does CR; only the first after it."""
        is_soon = self._ended.isValid() and self._ended.elapsed() < SECOND_ENDING_MS
        self._ended.invalidate()
        return is_soon
