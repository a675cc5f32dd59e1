"""Lists of staff screens: a picture, a line or two, and what can be done, row by row; and forms of fields."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.views.kit.art import Art
from desktop.views.kit.draw import draw
from desktop.views.kit.staff_button import StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.theme import Look

_PAD: Final = 14
_GAP: Final = 14
_ART: Final = 56
_EDGE: Final = 2


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do with a row. key: what the list answers. strong: the usual thing."""

    key: str
    name: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list. value: what the list answers when an action is pressed."""

    value: object
    title: str
    detail: str = ""
    art: Art | None = None
    actions: tuple[Action, ...] = ()


class RowPanel(QWidget):
    """One row: it cannot be pressed itself, its buttons can."""

    acted = Signal(str, object)

    def __init__(self, row: Row, look: Look) -> None:
        super().__init__()
        self._row = row
        self._look = look
        self._title = StaffWords(row.title, look, self, bold=True)
        self._detail = StaffWords(row.detail, look, self)
        self._buttons = [self._button(action) for action in row.actions]

    def _button(self, action: Action) -> StaffButton:
        button = StaffButton(action.name, self._look, strong=action.strong)
        button.setAccessibleDescription(self._row.title)
        button.setParent(self)
        button.clicked.connect(lambda _=False: self.acted.emit(action.key, self._row.value))
        return button

    def lay(self, width: int) -> int:
        """Place everything in a width; answers with the height it takes, in pixels."""
        rtl = self._look.right_to_left
        art = _ART + _PAD if self._row.art is not None else 0
        buttons = sum(button.sizeHint().width() + 12 for button in self._buttons)
        below = buttons > width // 2
        words = width - 2 * _PAD - art - (0 if below else buttons)
        title, detail = self._title.height_for(words), self._detail.height_for(words)
        text = title + detail + (4 if detail else 0)
        upper = max(text, _ART if art else 0, 0 if below else self._look.staff_target)
        height = upper + 2 * _PAD + (self._look.staff_target + _GAP if below else 0)
        left = width - _PAD - art - words if rtl else _PAD + art
        top = _PAD + (upper - text) // 2
        self._title.setGeometry(left, top, words, title)
        self._detail.setGeometry(left, top + title + 4, words, detail)
        self._place_buttons(width, height if below else upper + 2 * _PAD, below=below)
        return height

    def _place_buttons(self, width: int, height: int, *, below: bool) -> None:
        target = self._look.staff_target
        top = height - _PAD - target if below else (height - target) // 2
        x = width - _PAD
        for button in reversed(self._buttons):
            wide = button.sizeHint().width()
            x -= wide
            button.setGeometry(width - x - wide if self._look.right_to_left else x, top, wide, target)
            x -= 12

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint outline and picture."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.theme.ink), _EDGE))
        painter.setBrush(QColor(self._look.theme.tile))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 16, 16)
        if self._row.art is not None:
            left = self.width() - _PAD - _ART if self._look.right_to_left else _PAD
            middle = self._title.y() + (self._title.height() + self._detail.height()) // 2
            draw(painter, QRectF(left, middle - _ART / 2, _ART, _ART), self._row.art, self._look)


class Stack(QWidget):
    """Widgets below one another, each as high as its `lay(width)`, `height_for(width)` or minimum says."""

    def __init__(self, look: Look, parts: Sequence[QWidget] = (), *, gap: int = _GAP) -> None:
        super().__init__()
        self._look = look
        self._gap = gap
        self._parts: list[QWidget] = []
        self.put(parts)

    def put(self, parts: Sequence[QWidget]) -> None:
        """Show other widgets."""
        for part in self._parts:
            if part not in parts:
                part.hide()
                part.setParent(None)
                part.deleteLater()
        self._parts = list(parts)
        for part in parts:
            part.setParent(self)
            part.show()
        self._lay()

    def _lay(self) -> None:
        top, inset = 6, 12
        width = max(200, self.width() - 2 * inset)
        for part in self._parts:
            if part.isHidden():
                continue
            height = _height(part, width)
            part.setGeometry(inset, top, width, height)
            top += height + self._gap
        self.setMinimumHeight(top + 6)

    def sizeHint(self) -> QSize:
        """As high as everything in it."""
        return QSize(600, self.minimumHeight())

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay everything out anew."""
        self._lay()


def _height(part: Any, width: int) -> int:
    if hasattr(part, "lay"):
        return int(part.lay(width))
    if hasattr(part, "height_for"):
        return int(part.height_for(width))
    return int(max(part.minimumHeight(), part.sizeHint().height()))


class RowList(Stack):
    """Rows below one another. acted: the key of an action, and the row's value."""

    acted = Signal(str, object)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        panels = [RowPanel(row, self._look) for row in rows]
        for panel in panels:
            panel.acted.connect(self.acted)
            panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        self.put(panels)
