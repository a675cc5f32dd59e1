"""Letters to touch where text is asked and nobody has keys: those of the language, figures, and a few signs.

Its keys never take the focus from the field by a touch; by Tab and by a switch they are reached like anything else.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.views.kit.art import Symbol
from desktop.views.kit.draw import draw
from desktop.views.kit.lettering import Room, Written, draw_written, fit
from desktop.views.kit.press import Pressable
from desktop.views.texts import Texts
from desktop.views.theme import Look

_FIGURES: Final = "1234567890-'.,"
_SPACE: Final = " "
_CAPITAL: Final = "\x0f"  # never typed: it makes the next letter a large one
_RUB_OUT: Final = "\b"
_DONE: Final = "\r"
_NAMES: Final = {
    "-": "staff.typing.hyphen",
    "'": "staff.typing.apostrophe",
    ".": "staff.typing.full_stop",
    ",": "staff.typing.comma",
    ":": "staff.typing.colon",
    "/": "staff.typing.slash",
    _SPACE: "staff.typing.space",
    _CAPITAL: "staff.typing.capital",
    _RUB_OUT: "kit.delete",
    _DONE: "kit.done",
}
_ART: Final = {_RUB_OUT: "gh:arrow-left", _DONE: "gh:tick"}
_ON_WORDS: Final = (_SPACE, _CAPITAL)
_LAST_ROW: Final = (
    (_CAPITAL, 4),
    (_SPACE, 3),
    (":", 1),
    ("/", 1),
    (_RUB_OUT, 2),
    (_DONE, 2),
)  # each with its share of the width
_GAP: Final = 8
_EDGE: Final = 12
_ROW_END: Final = "/"


class LetterKey(Pressable):
    """One key. share: of the width of its row."""

    def __init__(self, name: str, letter: str, look: Look, parent: QWidget, *, share: int = 1) -> None:
        super().__init__(name, look, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.letter = self._small = letter
        self.share = share

    def turn(self, *, large: bool) -> None:
        """Be a large letter or a small one; a sign stays as it is, and a letter that has no large one."""
        if self._small.isalpha():
            upper = self._small.upper()
            self.letter = upper if large and len(upper) == 1 else self._small
            self.setAccessibleName(self.letter)
            self.setText(self.letter)
            self.update()

    def written(self) -> list[Written]:
        """What stands on it; nothing on a key with a picture."""
        if self.letter in _ART:
            return []
        words = self.accessibleName() if self.letter in _ON_WORDS else self.letter
        room = Room(self.width() - 12, 1, self.height() - self.look.foot - self.look.outline)
        most = self.look.staff_px if self.letter in _ON_WORDS else self.look.tile_px
        lines = fit(words, range(most, min(most, self.look.staff_px) - 1, -2), room)
        return [Written(QRectF(self.rect()).adjusted(0, 0, 0, -self.look.foot), lines)]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the ring around the field: that is where the letter goes."""
        QAbstractButton.mousePressEvent(self, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the key."""
        painter = QPainter(self)
        theme = self.look.theme
        ground, ink = (theme.ink, theme.paper) if self.isChecked() else (theme.tile, theme.ink)
        inner = self.paint_ground(painter, ground)
        draw_written(painter, self.written(), ink)
        if self.letter in _ART:
            inset = inner.height() * 0.18
            draw(painter, inner.adjusted(inset, inset, -inset, -inset), Symbol(_mirrored_art(self)), self.look)


class Keyboard(QWidget):
    """Rows of keys over the foot of a screen. done: nobody needs it any more.

    by_alphabet: letters from A to Z as a list has them; otherwise as the keys of a PC lie in this language.
    """

    done = Signal()

    def __init__(self, look: Look, texts: Texts, parent: QWidget, *, by_alphabet: bool = True) -> None:
        super().__init__(parent)
        self._look, self._texts = look, texts
        self._least = look.staff_target
        self._by_alphabet = by_alphabet
        self._field: QWidget | None = None
        self._is_large = False
        self._keys: list[list[LetterKey]] = []
        self.setLayoutDirection(parent.layoutDirection())
        self._make(parent.width())
        high = self.needed
        self.setGeometry(0, parent.height() - high, parent.width(), high)
        self._place()

    @property
    def needed(self) -> int:
        """The height it takes, in pixels."""
        return len(self._keys) * (self._least + _GAP) - _GAP + 2 * _EDGE

    @property
    def rows(self) -> list[list[QWidget]]:
        """The keys as they are read and scanned, row by row."""
        return [list(row) for row in self._keys]

    def type_into(self, field: QWidget) -> None:
        """Type into this field from now on."""
        self._field = field

    def press(self, letter: str) -> None:
        """Type a letter, rub one out, make the next one large, or be done."""
        if letter == _DONE:
            self.done.emit()
            return
        if letter == _CAPITAL:
            self._turn(large=not self._is_large)
            return
        if self._field is not None:
            key = Qt.Key.Key_Backspace if letter == _RUB_OUT else Qt.Key.Key_unknown
            text = "" if letter == _RUB_OUT else letter
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self._field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
        if letter.isalpha() and self._is_large:
            self._turn(large=False)

    def _turn(self, *, large: bool) -> None:
        self._is_large = large
        for key in (key for row in self._keys for key in row):
            key.turn(large=large)
            if key.letter == _CAPITAL:
                key.mark_chosen(chosen=large)

    def _make(self, width: int) -> None:
        columns = max(1, (width - 2 * _EDGE + _GAP) // (self._least + _GAP))
        texts = self._texts
        rows = [*parted(_FIGURES, columns), *letters_in(texts, columns, by_alphabet=self._by_alphabet)]
        self._keys = [[self._key(letter) for letter in row] for row in rows]
        self._keys.append([self._key(letter, share) for letter, share in _LAST_ROW])

    def _key(self, letter: str, share: int = 1) -> LetterKey:
        name = self._texts(_NAMES[letter]) if letter in _NAMES else letter
        key = LetterKey(name, letter, self._look, self, share=share)
        key.clicked.connect(lambda _=False: self.press(key.letter))
        return key

    def _place(self) -> None:
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        top = _EDGE
        for row in self._keys:
            room = self.width() - 2 * _EDGE - _GAP * (len(row) - 1)
            shares, passed = sum(key.share for key in row), 0
            for number, key in enumerate(row):
                left = _EDGE + number * _GAP + room * passed // shares
                passed += key.share
                wide = _EDGE + number * _GAP + room * passed // shares - left
                place = QRect(self.width() - left - wide if from_right else left, top, wide, self._least)
                key.setGeometry(place)
            top += self._least + _GAP

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place the keys anew."""
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper, and a line above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.paper))
        painter.fillRect(0, 0, self.width(), self._look.outline, QColor(self._look.theme.ink))


def letters_in(texts: Texts, columns: int, *, by_alphabet: bool) -> list[Sequence[str]]:
    """The letters of a language in rows of so many at most, as its file of words has them."""
    if by_alphabet:
        return parted(texts("language.letters").split(), columns)
    rows = texts("language.keys").split(_ROW_END)
    return [part for row in rows for part in parted(row.split(), columns)]


def parted(letters: Sequence[str], most: int) -> list[Sequence[str]]:
    """Letters in as few rows as can be, each about as long as the others."""
    count = -(-len(letters) // most)
    return [letters[len(letters) * n // count : len(letters) * (n + 1) // count] for n in range(count)]


def keyboard_on(screen: QWidget) -> Keyboard | None:
    """The keyboard that lies over a screen, None while there is none."""
    found = screen.findChild(Keyboard, "", Qt.FindChildOption.FindDirectChildrenOnly)
    return found if found is not None and not found.isHidden() else None


def within_reach(screen: QWidget, order: list[QWidget]) -> list[QWidget]:
    """What the focus walks while a keyboard lies over a screen: what it leaves free, then its keys."""
    keyboard = keyboard_on(screen)
    if keyboard is None:
        return order
    free = [widget for widget in order if widget.isVisibleTo(screen)]
    return [*free, *(key for row in keyboard.rows for key in row)]


def _mirrored_art(key: LetterKey) -> str:
    is_from_right = key.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return "gh:arrow-right" if is_from_right and key.letter == _RUB_OUT else _ART[key.letter]
