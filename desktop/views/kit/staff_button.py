"""Buttons of staff screens: denser than tiles, equally plain."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.views.kit.art import Art
from desktop.views.kit.draw import draw
from desktop.views.kit.lettering import Lines, Room, Written, draw_written, fit
from desktop.views.kit.press import Pressable
from desktop.views.theme import Look

_PAD: Final = 18
_SPACE: Final = 12
_EDGE: Final = 2
_CURVE: Final = 12


class StaffButton(Pressable):
    """A word or two to press. strong: filled with ink, for the one usual thing and for where we are."""

    def __init__(self, name: str, look: Look, *, art: Art | None = None, strong: bool = False) -> None:
        super().__init__(name, look)
        self._name = name
        self._art = art
        self.strong = strong
        self.leading = False

    @property
    def curve(self) -> float:
        """The radius of its corners."""
        return _CURVE

    def rename(self, name: str) -> None:
        """Give it other words."""
        self._name = name
        self.setAccessibleName(name)
        self.setText(name.replace("&", "&&"))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words on one line."""
        words = fit(self._name, (self.look.staff_px,), Room(10_000, 1)).width
        return QSize(max(self.look.staff_target, words + 2 * _PAD + self._art_width() + 2), self.look.staff_target)

    def height_for(self, width: int) -> int:
        """The height it takes in a width, in pixels: more than a finger needs only where large words take two lines."""
        return max(self.look.staff_target, self._words_in(width).height + 2 * _EDGE)

    def fits(self, width: int) -> bool:
        """Whether its words stand in a width at their own size."""
        return self._words_in(width).px == self.look.staff_px

    def _words_in(self, width: int) -> Lines:
        return fit(self._name, (self.look.staff_px,), Room(width - self._art_width() - 2 * _SPACE, 2))

    def lines(self) -> Lines:
        """The words as they are broken now."""
        room = Room(self.width() - self._art_width() - 2 * _SPACE, 2, self.height() - 2 * _EDGE)
        return fit(self._name, (self.look.staff_px,), room)

    def written(self) -> list[Written]:
        """The words as they stand."""
        lines, art = self.lines(), self._art_width()
        place = QRectF(self._left(lines) + art, 0, lines.width, self.height())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveLeft(self.width() - place.right())
        return [Written(place, lines, leading=self.leading)]

    def _left(self, lines: Lines) -> float:
        return _PAD if self.leading else (self.width() - lines.width - self._art_width()) / 2

    def _art_width(self) -> int:
        return 30 + _SPACE if self._art is not None else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint outline, picture and words."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.look.theme
        faint = not self.isEnabled()
        ground, ink = (theme.ink, theme.paper) if self.strong and not faint else (theme.tile, theme.ink)
        pen = QPen(QColor(theme.ink), _EDGE * (2 if self.isDown() else 1))
        if faint:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _CURVE, _CURVE)
        if self._art is not None:
            left = self._left(self.lines())
            right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._paint_art(painter, self.width() - left - 30 if right_to_left else left, ground)
        draw_written(painter, self.written(), ink)

    def _paint_art(self, painter: QPainter, left: float, ground: str) -> None:
        """A coloured picture needs a light ground under it."""
        place = QRectF(left, (self.height() - 30) / 2, 30, 30)
        if ground == self.look.theme.ink and self._art is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.look.theme.paper))
            painter.drawRoundedRect(place.adjusted(-4, -4, 4, 4), 8, 8)
        if self._art is not None:
            draw(painter, place, self._art, self.look)


class ButtonRow(QWidget):
    """Buttons in a row, wrapping to the next where the width ends; as high as they need."""

    def __init__(self, look: Look, buttons: list[StaffButton]) -> None:
        super().__init__()
        self._look = look
        self._buttons = buttons
        for button in buttons:
            button.setParent(self)
        self.setMinimumHeight(look.staff_target)

    def height_for(self, width: int) -> int:
        """The height the buttons take in a width, in pixels; lays them out."""
        x = y = 0
        high = target = self._look.staff_target
        for button in self._buttons:
            if button.isHidden() and button.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                continue
            wide = min(width, button.sizeHint().width())
            if x and x + wide > width:
                x, y, high = 0, y + high + _SPACE, target
            high = max(high, button.height_for(wide))
            left = width - x - wide if self._look.right_to_left else x
            button.setGeometry(left, y, wide, button.height_for(wide))
            x += wide + _SPACE
        return y + high

    def resizeEvent(self, _event: object) -> None:
        """Lay the buttons out anew."""
        self.setMinimumHeight(self.height_for(self.width()))
