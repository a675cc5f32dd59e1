"""The focus ring: it lies over everything, moves with the focus, and means focus and nothing else.

It is drawn once somebody uses keys or a switch, and goes when they touch again: to a finger it would only be one
more mark. Being one widget above the others, it needs no room inside them.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.views.theme import Look

BAND: Final = 5
_AROUND: Final = 24


class FocusRing(QWidget):
    """One ring for a whole screen; it follows the widget that last told it.

    A widget among close neighbours has a `ring_inset`: so many pixels of the ring lie over its own edge, not over them.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._whole = parent
        self._around: QWidget | None = None
        self.by_keys = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def go_to(self, widget: QWidget | None) -> None:
        """Lie around a widget, or nowhere."""
        if self._around is not None:
            self._around.removeEventFilter(self)
        self._around = widget
        if widget is not None:
            widget.installEventFilter(self)
            _scroll_to(widget)
        self._lie()

    def keys_used(self, *, yes: bool) -> None:
        """Show from now on, because keys are used, or hide, because somebody touches."""
        self.by_keys = yes
        self._lie()

    def _lie(self) -> None:
        around, whole = self._around, self._whole
        if around is None or not self.by_keys or not around.isVisibleTo(whole):
            self.hide()
            return
        halo = BAND * len(self._look.theme.ring) - int(getattr(around, "ring_inset", 0))
        corner = around.mapTo(whole, around.rect().topLeft())
        self.setGeometry(QRect(corner, around.size()).adjusted(-halo, -halo, halo, halo))
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widget when it moves, and let go when it leaves."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
            self._lie()
        elif event.type() in (QEvent.Type.Hide, QEvent.Type.ParentChange) and watched is self._around:
            self.go_to(None)
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bands from the outside in."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bands = self._look.theme.ring
        radius = float(getattr(self._around, "curve", self._look.radius))
        for number, colour in enumerate(bands):
            inset = BAND * (number + 0.5)
            painter.setPen(QPen(QColor(colour), BAND))
            rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            curve = radius + BAND * (len(bands) - number - 0.5)
            painter.drawRoundedRect(rect, curve, curve)


def _scroll_to(widget: QWidget) -> None:
    """Bring a widget into sight, if it lies on a page that scrolls; one page may lie in another."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, _AROUND, _AROUND)
        parent = parent.parentWidget()


class RingFollows(QObject):
    """Takes the ring to a field when it gets the focus: a field needs keys, so the ring shows."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the ring with the focus."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            ring = ring_over(watched)
            if ring is not None:
                ring.by_keys = True
                ring.go_to(watched)
        elif event.type() == QEvent.Type.FocusOut and isinstance(watched, QWidget):
            ring = ring_over(watched)
            if ring is not None:
                ring.go_to(None)
        return False


def ring_over(widget: QWidget) -> FocusRing | None:
    """The ring of the screen a widget is on, if it is on one."""
    parent = widget.parentWidget()
    while parent is not None:
        ring = parent.findChild(FocusRing, "", Qt.FindChildOption.FindDirectChildrenOnly)
        if ring is not None:
            return ring
        parent = parent.parentWidget()
    return None
