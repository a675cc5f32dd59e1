"""The buttons at the edges of every member screen: those of the bottom bar, and the round ones at the top."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.views.kit.art import Art
from desktop.views.kit.draw import draw
from desktop.views.kit.lettering import Lines, Room, Written, draw_written, fit
from desktop.views.kit.press import Pressable
from desktop.views.theme import Look

_PAD: Final = 12
_MOST_PICTURE: Final = 54
_SPACE: Final = 12


@dataclass(frozen=True, slots=True)
class BarItem:
    """One thing on the bottom bar. signal: the name of the screen's signal that a press emits."""

    name: str
    art: Art | None
    signal: str


class BarButton(Pressable):
    """A button of the bottom bar: a small picture and a word or two beside it."""

    def __init__(self, item: BarItem, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(item.name, look, parent)
        self.item = item

    def width_for(self, most: int) -> int:
        """The width it wants, in pixels, no more than the most there is."""
        return min(most, max(self.look.target_px * 2, self.least_width(most)))

    def least_width(self, most: int) -> int:
        """The width it can do with, in pixels, no more than the most there is."""
        wanted = self._fit(most).width + self._beside()
        return min(most, max(self.look.target_px, wanted))

    def has_room(self, width: int) -> bool:
        """Whether its words are large enough in a width in pixels."""
        return self._fit(width).px >= self.look.least_px

    def written(self) -> list[Written]:
        """The words as they stand."""
        lines = self._lines()
        return [Written(QRectF(self._lefts(lines)[1], 0, lines.width, self.height()), lines)]

    def _lefts(self, lines: Lines) -> tuple[float, float]:
        """Where the picture and the words begin, so that both together stand in the middle."""
        picture = self._picture() + _SPACE if self.item.art is not None else 0
        left = (self.width() - lines.width - picture) / 2
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return left + lines.width + _SPACE, left
        return left, left + picture

    def _lines(self) -> Lines:
        return self._fit(self.width())

    def _fit(self, width: int) -> Lines:
        return fit(self.item.name, self._sizes(), Room(width - self._beside(), 2, self._inside()))

    def _sizes(self) -> tuple[int, ...]:
        return tuple(range(self.look.bar_px, self.look.least_px - 1, -2))

    def _inside(self) -> int:
        return self._height()

    def _height(self) -> int:
        return self.look.bottom_bar - 2 * self.look.bar_gap

    def _picture(self) -> int:
        return min(_MOST_PICTURE, int(self._height() * 0.56))

    def _beside(self) -> int:
        return 2 * _PAD + (self._picture() + _SPACE if self.item.art is not None else 0) + 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint outline, picture and words."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, half = self.look, self.look.outline / 2
        painter.setPen(QPen(QColor(look.theme.ink), look.outline * (2 if self.isDown() else 1)))
        painter.setBrush(QColor(look.theme.tile))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), look.radius, look.radius)
        if self.item.art is not None:
            side = self._picture()
            place = QRectF(self._lefts(self._lines())[0], (self.height() - side) / 2, side, side)
            draw(painter, place, self.item.art, look)
        draw_written(painter, self.written(), look.theme.ink)


class RoundButton(Pressable):
    """A round button of the top bar, a picture alone; its name is heard, not read."""

    def __init__(self, name: str, art: Art, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(name, look, parent)
        self._art = art

    @property
    def curve(self) -> float:
        """It is a circle."""
        return self.height() / 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the circle and its picture."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self.look.outline / 2
        painter.setPen(QPen(QColor(self.look.theme.ink), self.look.outline * (2 if self.isDown() else 1)))
        painter.setBrush(QColor(self.look.theme.plate or self.look.theme.tile))
        painter.drawEllipse(QRectF(self.rect()).adjusted(half, half, -half, -half))
        inset = self.width() * 0.23
        draw(painter, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self._art, self.look)
