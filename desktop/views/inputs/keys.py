"""What switches press: keys of a keyboard and buttons of a mouse, each by a short name that settings can hold."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputDevice, QKeyEvent, QMouseEvent

ANY: Final = "any"
_ENTER: Final = "enter"
_MOUSE: Final = "mouse-"
_ALONE: Final = frozenset({"shift", "control", "alt", "meta", "altgr", "capslock", "numlock"})
_DOWN: Final = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_UP: Final = (QEvent.Type.KeyRelease, QEvent.Type.MouseButtonRelease)


def name_of(event: QEvent) -> str:
    """Such as "space", "enter", "f5", "a" or "mouse-right"; "" for what no switch presses, a touch among them."""
    if isinstance(event, QKeyEvent):
        try:
            name = Qt.Key(event.key()).name.removeprefix("Key_").lower()
        except ValueError:
            return ""
        return _ENTER if name == "return" else name
    if isinstance(event, QMouseEvent) and event.type() in (*_DOWN, *_UP):
        if event.device().type() == QInputDevice.DeviceType.TouchScreen:
            return ""
        return _MOUSE + str(event.button().name).removesuffix("Button").lower()
    return ""


def is_down(event: QEvent) -> bool:
    """Whether something comes down; what repeats by itself does not."""
    return event.type() in _DOWN and not is_repeat(event)


def is_up(event: QEvent) -> bool:
    """Whether something is let go."""
    return event.type() in _UP and not is_repeat(event)


def is_repeat(event: QEvent) -> bool:
    """Whether a keyboard says again what is held."""
    return isinstance(event, QKeyEvent) and event.isAutoRepeat()


def is_mouse(name: str) -> bool:
    """Whether this is a button of a mouse."""
    return name.startswith(_MOUSE)


def belongs(name: str, names: str) -> bool:
    """Whether a key or button is one of these. names: with spaces between; "any" is every key, and no mouse."""
    if not name:
        return False
    is_any = ANY in names.split() and not is_mouse(name) and name not in _ALONE
    return is_any or name in names.split()
