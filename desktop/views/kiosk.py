"""The member side fills the screen and offers no way round it: what the system would put over it is sent away."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.views.doorkeeper import Doorkeeper
from desktop.views.house import House
from desktop.views.window import Window

_SENT_AWAY: Final = frozenset({QEvent.Type.ContextMenu, QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})
_OF_THE_WINDOW: Final = frozenset({QEvent.Type.WindowStateChange, QEvent.Type.WindowDeactivate})
_LOCKS_KEYS: Final = frozenset({"xcb"})
"""Where a window may take every key for itself, Alt+Tab too. Elsewhere the system has its own way: decision 156."""
LEAVE: Final = ("staff_settings", "leave_app")


class Kiosk(QObject):
    """Keeps the window over the whole screen, as this PC is set. in_window: for once it stays a window.

    A practice centre is never locked: anybody may close it.
    """

    def __init__(self, app: QApplication, window: Window, house: House, *, keeper: Doorkeeper, in_window: bool) -> None:
        super().__init__(window)
        self._window, self._house, self._keeper = window, house, keeper
        self._in_window = in_window
        self._locks_keys = QGuiApplication.platformName() in _LOCKS_KEYS
        window.shown.connect(lambda _: self.follow())
        window.gallery.left.connect(self._left)
        app.installEventFilter(self)

    @property
    def is_full(self) -> bool:
        """Whether the window is to fill the screen."""
        return self._house.settings.is_full_screen and not self._house.is_practice and not self._in_window

    @property
    def is_locked(self) -> bool:
        """Whether whoever is at the screen may not leave it."""
        return self.is_full and not self._keeper.may_leave()

    def follow(self) -> None:
        """Be as the settings and the screen that is shown ask."""
        shown = self._window.screen_now
        if shown is None:
            return
        is_full = bool(self._window.windowState() & Qt.WindowState.WindowFullScreen)
        if self.is_locked and not is_full:
            self._window.showFullScreen()
        elif is_full and not self.is_full and not self._in_window:
            self._window.showNormal()
        if self._locks_keys:
            self._window.windowHandle().setKeyboardGrabEnabled(self.is_locked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send away what leads out; come back when something was put over the window, or it was made small."""
        if event.type() in _SENT_AWAY:
            return not self._is_for_staff()
        if event.type() in _OF_THE_WINDOW and watched is self._window and self.is_locked:
            QTimer.singleShot(0, self, self._come_back)
        return False

    def _is_for_staff(self) -> bool:
        shown = self._window.screen_now
        return shown is not None and shown.name.startswith("staff_")

    def _come_back(self) -> None:
        window = self._window
        if not self.is_locked or not window.isVisible():
            return
        if not window.windowState() & Qt.WindowState.WindowFullScreen or window.isMinimized():
            window.showFullScreen()
        if QApplication.activeWindow() is None:
            window.raise_()
            window.activateWindow()

    def _left(self, name: str, outcome: str, _value: object) -> None:
        if (name, outcome) == LEAVE:
            self._window.close()
