"""Quiet time: after some minutes without a touch it asks; twenty minutes later it signs out and drops the draft."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.settings import Settings
from desktop.views.window import Window

ASK_MS: Final = 2 * 60_000
DROP_MS: Final = 20 * 60_000
REST_MS: Final = 5 * 60_000
SIGN_IN: Final = ("who_group", "who_face")
_TOUCHES: Final = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel}
)


class Quiet(QObject):
    """Watches for touches. ask: nobody has touched anything for two minutes. drop: nor for twenty more.

    rest: nobody has for five minutes: where nobody is signed in, the screen may rest.
    """

    ask = Signal()
    drop = Signal()
    rest = Signal()

    def __init__(
        self, app: QApplication, *, ask_ms: int = ASK_MS, drop_ms: int = DROP_MS, rest_ms: int = REST_MS
    ) -> None:
        super().__init__(app)
        self._ask_ms, self._least_ms = ask_ms, 0
        self._asking = self._timer(ask_ms, self._ask)
        self._dropping = self._timer(drop_ms, self.drop.emit)
        self._resting = self._timer(rest_ms, self.rest.emit)
        app.installEventFilter(self)
        self._asking.start()
        self._resting.start()

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
            self.begin_anew()
        return False

    def begin_anew(self) -> None:
        """Somebody is here: they touched something, or held a slip or a card to the camera."""
        self._dropping.stop()
        self._asking.start()
        self._resting.start()

    def _ask(self) -> None:
        self.ask.emit()
        self._dropping.start()

    def _timer(self, wait_ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait_ms)
        timer.timeout.connect(then)
        return timer


def rest(window: Window) -> None:
    """Show what everybody gave this week, where people sign in and nobody has."""
    arrival, shown = window.arrival, window.screen_now
    is_open = arrival is not None and arrival.name in SIGN_IN and arrival.person is None
    if is_open and shown is not None and shown.name in SIGN_IN and not window.is_busy:
        window.go("together")
