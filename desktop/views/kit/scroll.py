"""A page that may be higher than its place: it scrolls, by the bar, the wheel, and wherever the focus goes."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.views.kit.fields import scroll_style
from desktop.views.theme import Look


class _Area(QScrollArea):
    """Shows or hides its bar at once: Qt does so a turn later, and until then a bar that nobody needs cuts the page."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is another room for the page."""
        super().resizeEvent(event)
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        """The page has had its room by now."""
        super().showEvent(event)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page may have another height."""
        is_taken = super().eventFilter(watched, event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._settle()
        return is_taken

    def _settle(self) -> None:
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)


def scrolled(look: Look, inside: QWidget | None = None, parent: QWidget | None = None) -> QScrollArea:
    """A place for a widget that may be higher; as wide as the place."""
    area = _Area(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent }" + scroll_style(look))
    area.verticalScrollBar().setSingleStep(look.staff_target)
    if inside is not None:
        area.setWidget(inside)
    return area
