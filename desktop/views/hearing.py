"""Slips that come faster than they are answered: each waits its turn, none is lost, and each verdict is seen."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.views.kit.frame import Frame
from desktop.views.kit.scanning import ScannerKeys

_LOOK_MS: Final = 40
_MOST: Final = 40  # a tin is emptied one by one; more than this is a scanner gone mad
SEEN_MS: Final = 700
"""How long a verdict is seen at least before the next slip takes its place."""


class Hearing(QObject):
    """Hands what scanner and camera read to the screen shown, when it is ready for it.

    shown: the screen now. is_ready: whether that screen is painted and no press is being worked on. answer: takes the
    screen and the text. seen_ms: how long a screen that `is_verdict` stands at least; 0 for a hand that needs no eyes.
    """

    def __init__(
        self,
        wall: QWidget,
        shown: Callable[[], Frame | None],
        is_ready: Callable[[], bool],
        answer: Callable[[Frame, str], None],
    ) -> None:
        super().__init__(wall)
        self.seen_ms = SEEN_MS
        self._shown, self._is_ready, self._answer = shown, is_ready, answer
        self._waiting: list[str] = []
        self._last = ""
        self._seen = QElapsedTimer()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._go_on)
        self._keys = ScannerKeys(wall, self._hears, self._shows_letters)
        self._keys.scanned.connect(self.hear)
        self._keys.letter.connect(self._letter)

    def listen(self) -> None:
        """Another screen is shown: hear what is typed at it."""
        self._seen.start()
        self._keys.listen()

    def is_scanner_typing(self, event: QKeyEvent) -> bool:
        """Whether a key is the scanner's, which is in the middle of a text."""
        return self._keys.is_typing(event)

    @property
    def is_waiting(self) -> bool:
        """Whether a slip was read that is still to be answered."""
        return bool(self._waiting)

    def hear(self, text: str) -> None:
        """A slip was read; it is answered at once, or as soon as those before it are."""
        is_again = self._is_held() and text == (self._waiting[-1] if self._waiting else self._last)
        if not is_again and len(self._waiting) < _MOST:  # a scanner that reads twice means one slip
            self._waiting.append(text)
        self._go_on()

    def _go_on(self) -> None:
        screen = self._shown()
        if self._waiting and screen is not None and self._is_ready() and not self._is_held():
            self._last = self._waiting.pop(0)
            self._answer(screen, self._last)
        if self._waiting:
            self._look.start()
        else:
            self._look.stop()

    def _is_held(self) -> bool:
        """Whether the screen shown is a verdict that has not been seen long enough."""
        screen = self._shown()
        return screen is not None and screen.is_verdict and self._seen.elapsed() < self.seen_ms

    def _hears(self) -> bool:
        # On every member screen: where no slip is asked for, a scanner's Enter must press nothing. Workers type.
        screen = self._shown()
        return screen is not None and (not screen.for_workers or self._shows_letters())

    def _shows_letters(self) -> bool:
        return hasattr(self._shown(), "hear_letter")

    def _letter(self, letter: str) -> None:
        hear_letter = getattr(self._shown(), "hear_letter", None)
        if hear_letter is not None:
            hear_letter(letter)
