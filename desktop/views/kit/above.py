"""What stays in sight above a keyboard: the field and its page, shorter now; what would lie under the keys waits."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.views.kit.ring import FocusRing

_LEAST_SIGHT: Final = 24  # around the field, where there is room


class Above(QObject):
    """Makes the page of a field end above a keyboard, from now until `end`."""

    def __init__(self, screen: QWidget, keyboard: QWidget, field: QWidget) -> None:
        super().__init__(keyboard)
        self._top = keyboard.y()
        self._field = field
        self._page = _child_around(screen, field)
        self._was = QRect(self._page.geometry())
        self._away = [
            part
            for part in screen.findChildren(QWidget)
            if part.parentWidget() is screen
            and part not in (keyboard, self._page)
            and not isinstance(part, FocusRing)
            and not part.isHidden()
            and part.geometry().bottom() >= self._top
        ]
        for part in self._away:
            part.hide()
        self._fit()
        self._page.installEventFilter(self)

    def show_field(self, field: QWidget) -> None:
        """Bring another field of the page into sight."""
        self._field = field
        area = _scroll_around(field)
        if area is not None:
            area.ensureWidgetVisible(field, _LEAST_SIGHT, _LEAST_SIGHT)

    def end(self) -> None:
        """Put everything back."""
        self._page.removeEventFilter(self)
        self._page.setGeometry(self._was)
        for part in self._away:
            part.show()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The screen laid its page out anew: end it above the keyboard again."""
        if event.type() == QEvent.Type.Resize and self._page.geometry().bottom() >= self._top:
            self._fit()
        return False

    def _fit(self) -> None:
        whole = self._page.geometry()
        if whole.bottom() >= self._top:
            self._was = QRect(whole)
            self._page.setGeometry(whole.x(), whole.y(), whole.width(), self._top - whole.y())
        self.show_field(self._field)


def _child_around(screen: QWidget, field: QWidget) -> QWidget:
    """The part of a screen that a field lies in."""
    part = field
    while (parent := part.parentWidget()) is not None and parent is not screen:
        part = parent
    return part


def _scroll_around(field: QWidget) -> QScrollArea | None:
    parent = field.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent
