"""What can be pressed: one base for tiles, bar buttons and keys, with its name, its keys and its focus."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.views.kit.ring import ring_over
from desktop.views.kit.telling import tell_pressed
from desktop.views.theme import Look

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TURN = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class Pressable(QAbstractButton):
    """A thing to press. The name is what a person hears; it is never empty.

    is_chosen: told to screen readers as a checked state; pressing never changes it by itself.
    """

    def __init__(self, name: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if not name.strip():
            msg = "a thing to press needs a name"
            raise ValueError(msg)
        self.look = look
        self.setAccessibleName(name)
        self.setText(name.replace("&", "&&"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: tell_pressed(self))

    def mark_chosen(self, *, chosen: bool) -> None:
        """Say that this is the one chosen at present."""
        self.setCheckable(chosen)
        self.setChecked(chosen)

    @property
    def curve(self) -> float:
        """The radius of its corners, in pixels: the ring follows it."""
        return self.look.radius

    def paint_ground(self, painter: QPainter, ground: str) -> QRectF:
        """Paint outline, foot and ground; answers with the rectangle that is left for content."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, whole = self.look, QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.theme.ink))
        painter.drawRoundedRect(whole, look.radius, look.radius)
        foot = look.outline if self.isDown() else look.foot
        inner = whole.adjusted(look.outline, look.outline, -look.outline, -foot)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(inner, look.radius - look.outline, look.radius - look.outline)
        return whole.adjusted(look.outline, look.outline, -look.outline, -look.foot)

    def nextCheckState(self) -> None:
        """Leave the chosen state to the screen."""

    def sizeHint(self) -> QSize:
        """The least a finger needs."""
        return QSize(self.look.target_px, self.look.target_px)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the ring."""
        super().focusInEvent(event)
        ring = ring_over(self)
        if ring is not None:
            ring.go_to(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give the ring up, unless only the window went to the back."""
        super().focusOutEvent(event)
        ring = ring_over(self)
        if ring is not None and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            ring.go_to(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hide the ring: this person touches."""
        ring = ring_over(self)
        if ring is not None:
            ring.keys_used(yes=False)
        super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Show the ring at any key, Tab too, which never comes to keyPressEvent."""
        if event.type() == QEvent.Type.KeyPress:
            ring = ring_over(self)
            if ring is not None:
                ring.keys_used(yes=True)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter as by Space, and walk by the arrow keys."""
        if event.key() in _KEYS:
            if not event.isAutoRepeat():
                self.click()
        elif event.key() in _TURN:
            self._walk(_TURN[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each kind paints itself."""
        raise NotImplementedError

    def _walk(self, turn: QPoint) -> None:
        """Move the focus to the nearest thing to press in a direction, over the whole screen."""
        here = self.mapTo(self.window(), self.rect().center())
        best: tuple[int, Pressable] | None = None
        for other in self.window().findChildren(Pressable):
            if other is self or not other.isVisible() or not other.isEnabled():
                continue
            way = other.mapTo(self.window(), other.rect().center()) - here
            along = way.x() * turn.x() + way.y() * turn.y()
            aside = abs(way.x() * turn.y()) + abs(way.y() * turn.x())
            if along > 0 and aside <= along and (best is None or along + 2 * aside < best[0]):
                best = (along + 2 * aside, other)
        if best is not None:
            best[1].setFocus(Qt.FocusReason.TabFocusReason)
