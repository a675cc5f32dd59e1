"""Shows one round: a press at a time, a ring goes from thing to thing, and the name of each stands at the top."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.views.kit.art import Symbol
from desktop.views.kit.draw import draw
from desktop.views.kit.lettering import Room, Written, draw_written, fit
from desktop.views.kit.ring import FocusRing
from desktop.views.kit.telling import heard_as, say
from desktop.views.theme import Look

_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Down)
_EDGE: Final = 8
_PAD: Final = 16


class Guide(QAbstractButton):
    """Lies over a whole screen, so that every press goes on to the next thing; after the last it is gone.

    things: what is named, in this order; each has an accessible name, which is what the guide itself is called then.
    """

    def __init__(self, look: Look, things: Sequence[QWidget], screen: QWidget) -> None:
        super().__init__(screen)
        self._look = look
        self._things = list(things)
        self._ring = FocusRing(look, screen)
        self._ring.keys_used(yes=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._next)
        self.setGeometry(screen.rect())
        self.show()
        self._next()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def written(self) -> list[Written]:
        """The name of the thing, as it stands at the top."""
        place = QRectF(self.name_place())
        words = place.adjusted(_PAD, 0, -_PAD - self._arrow().width(), 0)
        if self._look.right_to_left:
            words.translate(self._arrow().width(), 0)
        sizes = range(self._look.heading_px, self._look.least_px - 1, -2)
        return [Written(words, fit(self.accessibleName(), sizes, Room(words.width(), 2, words.height())))]

    def name_place(self) -> QRect:
        """Where the name stands: in the place of the question."""
        look = self._look
        side = look.margin + 2 * (look.target_px + look.gap)
        return QRect(side, _EDGE, self.width() - 2 * side, look.top_bar - 2 * _EDGE)

    def _arrow(self) -> QRectF:
        place = QRectF(self.name_place())
        side = place.height() * 0.5
        left = place.left() + _PAD if self._look.right_to_left else place.right() - side - _PAD
        return QRectF(left, place.center().y() - side / 2, side, side)

    def _next(self) -> None:
        if not self._things:
            self.hide()
            return
        thing = self._things.pop(0)
        self.setAccessibleName(thing.accessibleName())
        say(self, heard_as(thing))
        self._ring.go_to(thing)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter, Tab and the arrows as by Space; Escape ends it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in _KEYS:
            self._next()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Tab goes on like any other key, and not to what lies beneath."""
        return False

    def hideEvent(self, _event: QHideEvent) -> None:
        """Be gone, and leave the focus where a person would begin."""
        self._ring.go_to(None)
        self._ring.deleteLater()
        self.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name on a plate, with an arrow for what comes next."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        painter.setPen(QPen(QColor(theme.ink), self._look.outline))
        painter.setBrush(QColor(theme.tile))
        painter.drawRoundedRect(QRectF(self.name_place()), self._look.radius, self._look.radius)
        draw_written(painter, self.written(), theme.ink)
        arrow = "gh:arrow-left" if self._look.right_to_left else "gh:arrow-right"
        draw(painter, self._arrow(), Symbol(arrow), self._look)
