"""Keys to press for a PIN or a slip's code, with what has been typed above them; a real keyboard works as well.

It is for workers: its keys are as large as the screen allows, and never under the target of staff screens.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.views.kit.art import Symbol
from desktop.views.kit.draw import draw
from desktop.views.kit.lettering import Room, Written, draw_written, fit
from desktop.views.kit.press import Pressable
from desktop.views.texts import Texts
from desktop.views.theme import Look

DIGITS: Final = "1234567890"
CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U
_MEANT: Final = {"O": "0", "I": "1", "L": "1"}
_RUB_OUT: Final = "\b"
_DONE: Final = "\r"
_PICTURES: Final = {_RUB_OUT: "gh:arrow-left", _DONE: "gh:tick"}
_GAP: Final = 12
_PLATE: Final = 70
_WIDE: Final = 1200
_DOT: Final = "●"


class Key(Pressable):
    """One key: a letter, or a picture."""

    def __init__(self, name: str, letter: str, look: Look, parent: QWidget) -> None:
        super().__init__(name, look, parent)
        self.letter = letter

    def written(self) -> list[Written]:
        """The letter as it stands; nothing on a key with a picture."""
        if self.letter in _PICTURES:
            return []
        room = Room(self.width() - 12, 1, self.height() - self.look.foot - self.look.outline)
        letter = fit(self.letter, range(self.look.tile_px, 18, -2), room)
        return [Written(QRectF(self.rect()).adjusted(0, 0, 0, -self.look.foot), letter)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the key."""
        painter = QPainter(self)
        inner = self.paint_ground(painter, self.look.theme.tile)
        draw_written(painter, self.written(), self.look.theme.ink)
        if self.letter in _PICTURES:
            inset = inner.height() * 0.18
            art = Symbol(_PICTURES[self.letter])
            draw(painter, inner.adjusted(inset, inset, -inset, -inset), art, self.look)


class Typed(QLabel):
    """What has been typed; a PIN as dots."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setTextFormat(Qt.TextFormat.PlainText)

    def written(self) -> list[Written]:
        """The letters as they stand."""
        lines = fit(self.text(), range(self._look.heading_px, 12, -2), Room(self.width() - 32, 1))
        return [Written(QRectF(self.rect()), lines)] if self.text() else []

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the letters on a plate."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        painter.setPen(QPen(QColor(theme.ink), self._look.outline))
        painter.setBrush(QColor(theme.tile))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 14, 14)
        draw_written(painter, self.written(), theme.ink)


class Keypad(QWidget):
    """Digits for a PIN, or the 32 letters of a slip's code.

    typed: the letters when Done is pressed. changed: the letters after each key. hidden: shown as dots.
    most: how many letters there can be. grouped: how they are shown, such as 5-5-4.
    """

    typed = Signal(str)
    changed = Signal(str)

    def __init__(
        self, look: Look, texts: Texts, *, letters: str = DIGITS, most: int = 12, hidden: bool = False
    ) -> None:
        super().__init__()
        self._look, self._texts, self._most, self._hidden = look, texts, most, hidden
        self._letters = letters
        self._show: Callable[[str], str] = str
        self._text = ""
        self._typed = Typed(look, self)
        keys = [*letters[:9], _RUB_OUT, *letters[9:], _DONE] if letters == DIGITS else [*letters, _RUB_OUT, _DONE]
        self._keys = [self._key(letter) for letter in keys]
        self._tell()

    def text(self) -> str:
        """What has been typed so far."""
        return self._text

    def clear(self) -> None:
        """Begin anew."""
        self._text = ""
        self._tell()

    def show_as(self, show: Callable[[str], str]) -> None:
        """Show the letters in another form, such as in groups."""
        self._show = show
        self._tell()

    def press(self, letter: str) -> None:
        """Type a letter, rub one out, or be done."""
        if letter == _DONE:
            if self._text:
                self.typed.emit(self._text)
            return
        self._text = self._text[:-1] if letter == _RUB_OUT else (self._text + letter)[: self._most]
        self._tell()
        self.changed.emit(self._text)

    def type(self, letter: str) -> bool:
        """Take what a real keyboard types, O for 0, I and L for 1; whether it is one of the letters here."""
        meant = letter.upper()
        if self._letters == CROCKFORD:
            meant = _MEANT.get(meant, meant)
        if not meant or meant not in self._letters:
            return False
        self.press(meant)
        return True

    def _key(self, letter: str) -> Key:
        name = {_RUB_OUT: self._texts("kit.delete"), _DONE: self._texts("kit.done")}.get(letter, letter)
        key = Key(name, letter, self._look, self)
        key.clicked.connect(lambda _=False: self.press(letter))
        key.show()
        return key

    def _tell(self) -> None:
        shown = _DOT * len(self._text) if self._hidden else self._show(self._text)
        self._typed.setText(shown)
        count = self._texts.count("kit.letters", len(self._text))
        self._typed.setAccessibleName(count if self._hidden else shown or count)

    def _columns(self) -> int:
        """As a telephone has them, if a finger's height allows it; the letters of a code as wide as they need."""
        least = self._look.staff_target
        if self._letters == DIGITS:
            return 3 if 4 * (least + _GAP) + _PLATE <= self.height() else 6
        return 9 if self.width() > _WIDE else 7

    def _place(self) -> None:
        columns = self._columns()
        rows = -(-len(self._keys) // columns)
        high = min(2 * self._look.target_px, (self.height() - _PLATE - rows * _GAP) // rows)
        wide = min((self.width() - _GAP * (columns - 1)) // columns, max(2 * self._look.target_px, high))
        left = (self.width() - columns * wide - (columns - 1) * _GAP) // 2
        self._typed.setGeometry(left, 0, columns * wide + (columns - 1) * _GAP, _PLATE)
        for number, key in enumerate(self._keys):
            row, column = divmod(number, columns)
            key.setGeometry(QRect(left + column * (wide + _GAP), _PLATE + _GAP + row * (high + _GAP), wide, high))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place the keys anew."""
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what a real keyboard types."""
        if event.key() == Qt.Key.Key_Backspace:
            self.press(_RUB_OUT)
        elif not self.type(event.text()):
            super().keyPressEvent(event)
