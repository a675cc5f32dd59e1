"""Quiet time: after some minutes without a touch it asks; twenty minutes later it signs out and drops the draft."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.settings import Settings

ASK_MS: Final = 2 * 60_000
DROP_MS: Final = 20 * 60_000
_TOUCHES: Final = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel}
)


class Quiet(QObject):
    """Watches for touches. ask: nobody has touched anything for two minutes. drop: nor for twenty more."""

    ask = Signal()
    drop = Signal()

    def __init__(self, app: QApplication, *, ask_ms: int = ASK_MS, drop_ms: int = DROP_MS) -> None:
        super().__init__(app)
        self._ask_ms, self._least_ms = ask_ms, 0
        self._asking = self._timer(ask_ms, self._ask)
        self._dropping = self._timer(drop_ms, self.drop.emit)
        app.installEventFilter(self)
        self._asking.start()

    def follow(self, settings: Settings) -> None:
        """Wait as long as whoever sits here needs."""
        self._ask_ms = settings.idle_minutes * 60_000
        self._wait()

    def wait_at_least(self, wait_ms: int) -> None:
        """Ask no earlier than this after the last touch, as a slow scan needs; 0: as usual."""
        self._least_ms = wait_ms
        self._wait()

    def _wait(self) -> None:
        wait_ms = max(self._ask_ms, self._least_ms)
        if wait_ms != self._asking.interval():
            self._asking.setInterval(wait_ms)  # begins anew, if it is waiting

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin to count anew at each touch."""
        if event.type() in _TOUCHES:
            self._dropping.stop()
            self._asking.start()
        return False

    def _ask(self) -> None:
        self.ask.emit()
        self._dropping.start()

    def _timer(self, wait_ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait_ms)
        timer.timeout.connect(then)
        return timer
