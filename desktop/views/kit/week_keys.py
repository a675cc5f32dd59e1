"""The keys of a week's grid."""

from typing import Final

from PySide6.QtCore import Qt

_PLAIN: Final = Qt.KeyboardModifier.NoModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier

TURNS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
KEYS: Final = {
    (Qt.Key.Key_Return, _PLAIN): "open",
    (Qt.Key.Key_Enter, _PLAIN): "open",
    (Qt.Key.Key_Space, _PLAIN): "open",
    (Qt.Key.Key_N, _PLAIN): "add",
    (Qt.Key.Key_N, _SHIFT): "add",
    (Qt.Key.Key_Insert, _PLAIN): "add",
    (Qt.Key.Key_C, _CTRL): "copy",
    (Qt.Key.Key_X, _CTRL): "cut",
    (Qt.Key.Key_V, _CTRL): "paste",
    (Qt.Key.Key_Delete, _PLAIN): "call_off",
    (Qt.Key.Key_Backspace, _PLAIN): "call_off",
}
