"""Pictures to choose from, in rows that wrap: each a button with its name under it."""

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.services.pictures import PictureFound
from desktop.views.kit.art import Photo, Symbol
from desktop.views.kit.draw import draw
from desktop.views.kit.lettering import Lines, Written, broken, draw_written
from desktop.views.kit.press import Pressable
from desktop.views.theme import Look

_ART: Final = 72
_PAD: Final = 10
_GAP: Final = 14
_WIDE: Final = 150
_LINES: Final = 2
_STAR: Final = 32


class PictureButton(Pressable):
    """One picture with its name."""

    def __init__(self, found: PictureFound, look: Look, parent: QWidget, *, liked: str = "") -> None:
        """liked: what a screen reader hears of one the centre likes; it wears a star."""
        super().__init__(found.name or found.id, look, parent)
        self.found = found
        self._is_liked = bool(liked)
        self.setAccessibleDescription(liked)

    @property
    def curve(self) -> float:
        """The radius of its corners."""
        return 12.0

    def sizeHint(self) -> QSize:
        """Room for the picture and two lines of words."""
        px = self.look.staff_px
        return QSize(_WIDE * px // 18, _ART + 3 * _PAD + round(_LINES * px * 1.3))

    def written(self) -> list[Written]:
        """The name as it stands."""
        top = _ART + 2 * _PAD
        place = QRectF(4, top, self.width() - 8, self.height() - top - 4)
        return [Written(place, self._lines())]

    def _lines(self) -> Lines:
        """The name, or as much of it as two lines hold; a screen reader hears all of it."""
        words = self.accessibleName().split()
        found = self._broken(" ".join(words))
        while len(words) > 1 and (len(found.lines) > _LINES or found.width > self.width() - 8):
            words.pop()
            found = self._broken(" ".join(words) + "…")
        return found

    def _broken(self, text: str) -> Lines:
        return broken(text, self.look.staff_px, self.width() - 8, bold=False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint outline, picture and name."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.look.theme.ink), 4 if self.isDown() else 2))
        painter.setBrush(QColor(self.look.theme.tile))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self.curve, self.curve)
        place = QRectF((self.width() - _ART) / 2, _PAD, _ART, _ART)
        photo = self.found.photo
        draw(painter, place, Symbol(self.found.id) if photo is None else Photo(photo), self.look)
        if self._is_liked:
            draw(painter, QRectF(self.width() - _STAR - 4, 4, _STAR, _STAR), Symbol("om:2B50"), self.look)
        draw_written(painter, self.written(), self.look.theme.ink)


class PictureChoice(QWidget):
    """Pictures in rows. picked: the id of the one that was pressed."""

    picked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._buttons: list[PictureButton] = []

    def show_pictures(self, found: Sequence[PictureFound], *, liked: Collection[str] = (), words: str = "") -> None:
        """Show these; liked: ids of those the centre likes, and the words for it."""
        for button in self._buttons:
            button.hide()
            button.setParent(None)
            button.deleteLater()
        self._buttons = [PictureButton(one, self._look, self, liked=words if one.id in liked else "") for one in found]
        for button in self._buttons:
            button.clicked.connect(lambda _=False, one=button.found: self.picked.emit(one.id))
            button.show()
        self.setMinimumHeight(self.lay(self.width()))

    def lay(self, width: int) -> int:
        """Place everything in a width; answers with the height it takes, in pixels."""
        if not self._buttons:
            return 1
        size = self._buttons[0].sizeHint()
        across = max(1, (width + _GAP) // (size.width() + _GAP))
        wide = (width - _GAP * (across - 1)) // across
        for number, button in enumerate(self._buttons):
            row, column = divmod(number, across)
            left = column * (wide + _GAP)
            if self._look.right_to_left:
                left = width - left - wide
            button.setGeometry(left, row * (size.height() + _GAP), wide, size.height())
        return -(-len(self._buttons) // across) * (size.height() + _GAP)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place everything anew."""
        self.lay(self.width())
