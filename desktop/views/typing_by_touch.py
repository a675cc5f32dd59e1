"""Whoever has no keys types by touch: a keyboard comes up under the field they touch, and goes with Done.

It comes only when a field is touched, or walked to by keys: a page that opens with the cursor in a field opens whole.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputDevice, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop.settings import Settings
from desktop.views.kit.above import Above
from desktop.views.kit.frame import Frame
from desktop.views.kit.keyboard import Keyboard
from desktop.views.window import Window

_WALKING: Final = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class TypingByTouch(QObject):
    """Brings the keyboard where it is wanted. settings: how this PC is set, now.

    It is wanted where the PC is set so, or where the last thing that touched it was a finger.
    """

    def __init__(self, app: QApplication, window: Window, settings: Callable[[], Settings]) -> None:
        super().__init__(window)
        self._app, self._window, self._settings = app, window, settings
        self._is_touched = self._is_walked = False
        self._keyboard: Keyboard | None = None
        self._above: Above | None = None
        app.installEventFilter(self)
        app.focusChanged.connect(self._moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See what people press with, and whether it is a field."""
        if event.type() == QEvent.Type.TouchBegin:
            self._is_touched = True
        elif isinstance(event, QMouseEvent):
            self._pressed(watched, event)
        elif isinstance(event, QKeyEvent) and event.spontaneous():
            self._is_touched, self._is_walked = False, event.key() in _WALKING
        return False

    def bring(self, field: QWidget) -> None:
        """Show the keyboard for a field."""
        screen = self._window.screen_now
        if screen is None or not screen.isAncestorOf(field):
            return
        if self._keyboard is not None and self._keyboard.parentWidget() is not screen:
            self.take_away()
        if self._keyboard is None:
            self._keyboard = self._made(screen)
            self._above = Above(screen, self._keyboard, field)
        elif self._above is not None:
            self._above.show_field(field)
        self._keyboard.type_into(field)

    def take_away(self) -> None:
        """Put the keyboard away."""
        keyboard, self._keyboard = self._keyboard, None
        above, self._above = self._above, None
        if keyboard is None or above is None:
            return
        above.end()
        keyboard.hide()
        keyboard.setParent(None)
        keyboard.deleteLater()

    def _made(self, screen: Frame) -> Keyboard:
        keyboard = Keyboard(screen.look, screen.texts, screen, by_alphabet=self._settings().has_keys_by_alphabet)
        keyboard.done.connect(self.take_away)
        keyboard.destroyed.connect(self._forget)
        keyboard.show()
        return keyboard

    def _forget(self, gone: QObject) -> None:
        """Its screen is gone, and it with it."""
        if gone is self._keyboard:
            self._keyboard = self._above = None

    @property
    def _is_wanted(self) -> bool:
        return self._is_touched or self._settings().has_screen_keys

    def _pressed(self, watched: QObject, event: QMouseEvent) -> None:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._is_touched = event.device().type() == QInputDevice.DeviceType.TouchScreen
            field = _field(watched)
            if field is not None and self._is_wanted:
                self.bring(field)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            QTimer.singleShot(0, self, self._look_again)

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        field = _field(now)
        if field is not None and self._is_wanted and (self._is_walked or self._keyboard is not None):
            self.bring(field)
        elif QApplication.mouseButtons() == Qt.MouseButton.NoButton:  # else nothing moves away under the finger
            QTimer.singleShot(0, self, self._look_again)

    def _look_again(self) -> None:
        """Where the focus has gone elsewhere, nobody types any more."""
        keyboard, now = self._keyboard, QApplication.focusWidget()
        if keyboard is not None and (now is None or not (_field(now) or keyboard.isAncestorOf(now))):
            self.take_away()


def _field(thing: QObject | None) -> QWidget | None:
    """The field of text that a thing is, or is a part of."""
    parent: QObject | None = thing.parent() if thing is not None else None
    for one in (thing, parent):
        if isinstance(one, QLineEdit | QPlainTextEdit) and not one.isReadOnly():
            return one
    return None
