"""A call for a worker: a raised hand and a few words, as large as the screen, to be read across a room."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.views.kit.art import Art
from desktop.views.kit.draw import draw
from desktop.views.kit.lettering import Lines, Room, Written, draw_written, fit
from desktop.views.kit.press import Pressable
from desktop.views.theme import Look

_PAD: Final = 32
_ART: Final = 0.56  # of the height
_LARGEST_PX: Final = 140


class Calling(Pressable):
    """Everything is one thing to press. words: who would like help; art: a hand, and their face."""

    def __init__(self, words: str, art: Art, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(words, look, parent)
        self._words = words
        self._art = art

    def written(self) -> list[Written]:
        """The words, as large as they can be."""
        top = self.height() * _ART
        place = QRectF(_PAD, top, self.width() - 2 * _PAD, self.height() - top - self.look.foot - _PAD / 2)
        return [Written(place, self._lines(place))]

    def _lines(self, place: QRectF) -> Lines:
        sizes = range(_LARGEST_PX, self.look.least_px - 1, -2)
        return fit(self._words, sizes, Room(place.width(), 2, place.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hand and the words."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        inner = self.paint_ground(painter, self.look.tint("credits"))
        draw(painter, QRectF(inner.left(), _PAD, inner.width(), self.height() * _ART - _PAD), self._art, self.look)
        draw_written(painter, self.written(), self.look.theme.ink)
