"""Fields of staff screens: what is asked above, what may be wrong below, in easy words."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QRegularExpression, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegularExpressionValidator, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListView, QPlainTextEdit, QWidget

from desktop.views.kit.art import Symbol
from desktop.views.kit.draw import draw
from desktop.views.kit.lettering import Lines, Written, broken, draw_written
from desktop.views.kit.ring import RingFollows
from desktop.views.kit.staff_words import StaffWords
from desktop.views.theme import Look, font

_SPACE: Final = 12  # room for the focus ring, which lies around the place to answer
_BOX: Final = 40
_MOST_LETTERS: Final = 200


class Field(QWidget):
    """A label, a place to answer, and a line for what may be wrong. changed: somebody altered the answer."""

    changed = Signal()

    def __init__(self, label: str, look: Look, inner: QWidget, *, inner_height: int = 0) -> None:
        super().__init__()
        if not label.strip():
            msg = "a field needs a label"
            raise ValueError(msg)
        self.look = look
        self._label = StaffWords(label, look, self, bold=True)
        self._note = StaffWords("", look, self)
        self._inner = inner
        self._inner_height = inner_height or look.staff_target
        inner.setParent(self)
        inner.setAccessibleName(label)
        inner.setFont(font(look.staff_px, bold=False))
        inner.setStyleSheet(style(look))
        RingFollows(inner)
        self.setMinimumHeight(self.height_for(600))

    def say(self, note: str) -> None:
        """Write a line under the field: what may be wrong, or a hint; "" takes it away."""
        self._note.say(note)
        self._inner.setAccessibleDescription(note)
        self._place()

    def height_for(self, width: int) -> int:
        """The height it takes in a width, in pixels."""
        label = self._label.height_for(width)
        note = self._note.height_for(width)
        return label + _SPACE + self._inner_height + (note + _SPACE if note else 0)

    def focus(self) -> None:
        """Put the cursor here."""
        self._inner.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        label = self._label.height_for(self.width())
        note = self._note.height_for(self.width())
        self._label.setGeometry(0, 0, self.width(), label)
        self._inner.setGeometry(0, label + _SPACE, self.width(), self._inner_height)
        self._note.setGeometry(0, label + 2 * _SPACE + self._inner_height, self.width(), note)
        self.setMinimumHeight(self.height_for(self.width()))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place everything anew."""
        self._place()


class TextField(Field):
    """A line of text. secret: shown as dots. letters: what may be typed, as a regular expression."""

    entered = Signal()  # Enter was pressed

    def __init__(self, label: str, look: Look, *, value: str = "", secret: bool = False, letters: str = "") -> None:
        self._line = QLineEdit(value)
        super().__init__(label, look, self._line)
        self._line.setMaxLength(_MOST_LETTERS)
        if secret:
            self._line.setEchoMode(QLineEdit.EchoMode.Password)
        if letters:
            self._line.setValidator(QRegularExpressionValidator(QRegularExpression(letters), self._line))
        self._line.textEdited.connect(lambda _: self.changed.emit())
        self._line.returnPressed.connect(self.entered)

    def value(self) -> str:
        """What was typed, without spaces at its ends."""
        return self._line.text().strip()

    def set_value(self, value: str) -> None:
        """Put a text in."""
        self._line.setText(value)


class NumberField(TextField):
    """A whole number, or nothing."""

    def __init__(self, label: str, look: Look, *, value: int | None = None) -> None:
        super().__init__(label, look, value="" if value is None else str(value), letters=r"[0-9]{0,6}")

    def number(self) -> int | None:
        """The number, None while there is none."""
        return int(self.value()) if self.value() else None


class LongField(Field):
    """Several lines of text."""

    def __init__(self, label: str, look: Look, *, value: str = "", lines: int = 3) -> None:
        self._text = QPlainTextEdit(value)
        super().__init__(label, look, self._text, inner_height=round(look.staff_px * 1.5 * lines) + 24)
        self._text.setTabChangesFocus(True)
        self._text.textChanged.connect(self.changed)

    def value(self) -> str:
        """What was typed."""
        return self._text.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Put a text in."""
        self._text.setPlainText(value)


class ChoiceField(Field):
    """One of several. choices: value and words."""

    def __init__(self, label: str, look: Look, choices: Sequence[tuple[object, str]], *, value: object = None) -> None:
        self._box = _Box(look)
        super().__init__(label, look, self._box)
        self._values = [choice for choice, _ in choices]
        self._box.addItems([words for _, words in choices])
        self.set_value(value)
        self._box.activated.connect(lambda _: self.changed.emit())

    def value(self) -> Any:
        """The value that is chosen, None while there is no choice."""
        return self._values[self._box.currentIndex()] if self._values else None

    def set_value(self, value: object) -> None:
        """Choose a value; the first if it is not among them."""
        self._box.setCurrentIndex(self._values.index(value) if value in self._values else 0)


class TickField(QCheckBox):
    """Yes or no: a box to tick with its words beside it."""

    def __init__(self, label: str, look: Look, *, value: bool = False) -> None:
        super().__init__(label)
        self.look = look
        self.setAccessibleName(label)
        self.setChecked(value)
        self.setMinimumHeight(look.staff_target)
        RingFollows(self)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def height_for(self, width: int) -> int:
        """The height it takes in a width, in pixels."""
        return max(self.look.staff_target, self._lines(width).height + 2 * _SPACE)

    def written(self) -> list[Written]:
        """The words as they stand."""
        box = _BOX + 3 * _SPACE
        left = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else box
        return [Written(QRectF(left, 0, self.width() - box, self.height()), self._lines(self.width()), leading=True)]

    def _lines(self, width: int) -> Lines:
        return broken(self.text(), self.look.staff_px, width - _BOX - 3 * _SPACE, bold=False)

    def hitButton(self, pos: QPoint) -> bool:
        """The words tick the box as well."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, its tick and the words."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - _BOX - 2 if right_to_left else 2
        box = QRectF(left, (self.height() - _BOX) / 2, _BOX, _BOX)
        theme = self.look.theme
        painter.setPen(QPen(QColor(theme.ink), 2))
        painter.setBrush(QColor(theme.plate or theme.tile))
        painter.drawRoundedRect(box, 8, 8)
        if self.isChecked():
            draw(painter, box.adjusted(5, 5, -5, -5), Symbol("gh:tick"), self.look)
        draw_written(painter, self.written(), theme.ink)


class _Box(QComboBox):
    """A list that opens, with an arrow that says so."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setView(QListView())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: who scrolls past a closed list must not choose another thing unseen."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow over what Qt paints."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.theme.ink), 4))
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x, y = (30 if right_to_left else self.width() - 30), self.height() / 2
        painter.drawPolyline([QPointF(x - 9, y - 5), QPointF(x, y + 5), QPointF(x + 9, y - 5)])


def style(look: Look) -> str:
    """How Qt paints the fields, lists and boxes we do not paint ourselves."""
    theme, px = look.theme, look.staff_px
    return f"""
        QLineEdit, QPlainTextEdit, QComboBox {{
            background: {theme.tile}; color: {theme.ink}; border: 2px solid {theme.ink}; border-radius: 12px;
            padding: 4px 14px; selection-background-color: {theme.ink}; selection-color: {theme.paper};
            font-size: {px}px;
        }}
        QComboBox::drop-down {{ border: 0; width: {2 * px}px }}
        QComboBox QAbstractItemView {{
            background: {theme.tile}; color: {theme.ink}; border: 2px solid {theme.ink}; outline: 0;
            selection-background-color: {theme.ink}; selection-color: {theme.paper}; font-size: {px}px;
        }}
        QComboBox QAbstractItemView::item {{ min-height: {look.staff_target}px; padding-left: 14px }}
        {scroll_style(look)}
    """


def scroll_style(look: Look) -> str:
    """How a scroll bar looks: broad enough for a finger, quiet otherwise."""
    theme = look.theme
    return f"""
        QScrollBar:vertical {{ background: transparent; width: 18px; margin: 0 }}
        QScrollBar::handle:vertical {{
            background: {theme.ink}; border-radius: 6px; min-height: 64px; margin: 2px 3px;
        }}
        QScrollBar:horizontal {{ background: transparent; height: 18px; margin: 0 }}
        QScrollBar::handle:horizontal {{
            background: {theme.ink}; border-radius: 6px; min-width: 64px; margin: 3px 2px;
        }}
        QAbstractScrollArea::corner {{ background: transparent; border: 0 }}
        QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
            background: transparent; border: 0; height: 0; width: 0;
        }}
    """
