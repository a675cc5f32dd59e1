"""Panels: pictures and words that nobody can press, so they have no foot; and words by themselves."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.views.kit.art import Art, Symbol
from desktop.views.kit.draw import draw, shape
from desktop.views.kit.lettering import Lines, Room, Written, draw_written, fit
from desktop.views.theme import Look

_PAD = 24
_CLOSE_PAD = 10
_LEAST_ART = 28
_SPACE = 16
MOST_LINES = 4
_MOST_SMALL_LINES = 6
_WIDEST_BESIDE = 0.36
_MOST_ART = 0.44  # of the screen's height: larger is loud


class Words(QLabel):
    """A few words, at the largest size that fits; a screen reader hears the same words."""

    def __init__(self, words: str, look: Look, parent: QWidget | None = None, *, bold: bool = True) -> None:
        super().__init__(words, parent)
        self.look = look
        self._most_lines = MOST_LINES if bold else _MOST_SMALL_LINES
        self._bold = bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def say(self, words: str) -> None:
        """Change the words."""
        self.setText(words)
        self.setAccessibleName(words)
        self.update()

    def sizes(self) -> tuple[int, ...]:
        """The text heights to try, largest first."""
        return tuple(range(self.look.tile_px, self.look.least_px - 1, -2))

    def lines(self) -> Lines:
        """The words as they are broken now."""
        room = Room(self.width(), self._most_lines, self.height())
        return in_more_lines(self.text(), self.sizes(), room, bold=self._bold)

    def written(self) -> list[Written]:
        """The words as they stand."""
        return [Written(QRectF(self.rect()), self.lines())] if self.text() else []

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        draw_written(painter, self.written(), self.look.theme.ink)


class Panel(QWidget):
    """A picture with words under it: a bold sentence, and perhaps a smaller second one.

    area: tints it. The words are what a screen reader hears.
    """

    def __init__(self, look: Look, art: Art | None, words: str, *, more: str = "", area: str | None = None) -> None:
        super().__init__()
        self._look = look
        self._art = art
        self._area = area
        self._art_room = 0
        self._words = Words(words, look, self)
        self._more = Words(more, look, self, bold=False)
        self._more.setVisible(bool(more))

    def change(self, art: Art | None, words: str, *, more: str = "") -> None:
        """Show another picture and other words."""
        self._art = art
        self._words.say(words)
        self._more.say(more)
        self._more.setVisible(bool(more))
        self._lay()
        self.update()

    def _lay(self) -> None:
        box = self._box()
        beside = self._beside(box.width(), box.height())
        if beside:
            left = box.left() if self._look.right_to_left else box.left() + beside + _SPACE
            box = QRect(left, box.top(), box.width() - beside - _SPACE, box.height())
        second = self._second(box.width())
        first = self._first(box.width(), box.height() - second).height if self._words.text() else 0
        text = first + second
        self._art_room = 0 if beside else self._art_height(box.width(), box.height() - text)
        top = box.center().y() + (self._art_room - text) // 2
        self._words.setGeometry(box.left(), top, box.width(), first)
        self._more.setGeometry(box.left(), top + first + _SPACE, box.width(), max(0, second - _SPACE))

    def _box(self) -> QRect:
        """The room inside; nearer to the edges where words would be too small."""
        box = self.rect().adjusted(_PAD, _PAD, -_PAD, -_PAD)
        if self._first(box.width(), box.height() - self._second(box.width())).px >= self._look.least_px:
            return box
        return self.rect().adjusted(_CLOSE_PAD, _CLOSE_PAD, -_CLOSE_PAD, -_CLOSE_PAD)

    def _first(self, width: int, height: int) -> Lines:
        return in_more_lines(self._words.text(), self._words.sizes(), Room(width, MOST_LINES, max(1, height)))

    def _second(self, width: int) -> int:
        """The height that the second sentence takes in a width, with the space above it."""
        if not self._more.text():
            return 0
        room = Room(width, _MOST_SMALL_LINES)
        return fit(self._more.text(), (self._look.least_px,), room, bold=False).height + _SPACE

    def _beside(self, width: int, height: int) -> int:
        """The width of the picture where there is no height for it above the words: it stands beside them. Else 0."""
        if self._art is None or not self._words.text():
            return 0
        words = fit(self._words.text(), (self._look.tile_px,), Room(width, MOST_LINES)).height
        if height - words >= self._look.least_picture + _SPACE:
            return 0
        return round(min(height * shape(self._art), width * _WIDEST_BESIDE))

    def _art_height(self, width: int, height: int) -> int:
        """The height the picture takes in this room, with the space under it: words stand close to their picture.

        0 where it would be a speck.
        """
        if self._art is None:
            return 0
        space = _SPACE if self._words.text() else 0
        wide = shape(self._art)
        if self._look.theme.plate is not None and isinstance(self._art, Symbol):
            wide = min(1.0, wide)  # a plate is square
        found = min(height, round(min(_MOST_ART * self._look.height, width / wide)) + space)
        return found if found - space >= _LEAST_ART else 0

    def art_place(self) -> QRectF:
        """Where the picture lies."""
        box = QRectF(self._box())
        beside = self._beside(int(box.width()), int(box.height()))
        if beside:
            left = box.right() - beside if self._look.right_to_left else box.left()
            return QRectF(left, box.top(), beside, box.height())
        space = _SPACE if self._words.text() else 0
        return QRectF(box.left(), self._words.y() - self._art_room, box.width(), self._art_room - space)

    def resizeEvent(self, _event: object) -> None:
        """Lay picture and words out anew."""
        self._lay()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint outline, ground and picture: no foot."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        paint_panel(painter, QRectF(self.rect()), self._look, self._area)
        place = self.art_place()
        if self._art is not None and place.height() > 0:
            draw(painter, place, self._art, self._look)


def in_more_lines(text: str, sizes: Sequence[int], room: Room, *, bold: bool = True) -> Lines:
    """Words as `fit` breaks them; in more lines than a room should have before they are smaller than the least size."""
    found = fit(text, sizes, room, bold=bold)
    if found.px >= sizes[-1]:
        return found
    more = fit(text, sizes[-1:], replace(room, lines=_MOST_SMALL_LINES), bold=bold)
    return max(found, more, key=lambda lines: lines.px)


def paint_panel(painter: QPainter, rect: QRectF, look: Look, area: str | None = None) -> None:
    """Paint the ground and outline of something that cannot be pressed."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = look.outline / 2
    painter.setPen(QPen(QColor(look.theme.ink), look.outline))
    painter.setBrush(QColor(look.tint(area)))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), look.radius, look.radius)
    band = look.band(area)
    if band is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(band))
        right_to_left = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = rect.right() - look.outline - 12 if right_to_left else rect.left() + look.outline
        painter.drawRect(QRectF(left, rect.top() + look.radius, 12, rect.height() - 2 * look.radius))
