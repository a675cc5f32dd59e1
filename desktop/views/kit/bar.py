"""What stands at the edges of every screen: the buttons of the bottom bar, the round ones at the top, the question."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from desktop.views.kit.art import Art
from desktop.views.kit.draw import draw, shape
from desktop.views.kit.lettering import Lines, Room, draw_lines, fit
from desktop.views.kit.panel import Words
from desktop.views.kit.press import Pressable
from desktop.views.theme import Look

_PAD: Final = 20
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
        found = fit(self.item.name, self._sizes(), Room(most - self._beside(), 2, self._inside()))
        wanted = max(self.look.target_px * 2, found.width + self._beside())
        return min(most, wanted)

    def lines(self) -> Lines:
        """The words as they are broken now."""
        return fit(self.item.name, self._sizes(), Room(self.width() - self._beside(), 2, self._inside()))

    def _sizes(self) -> tuple[int, ...]:
        return tuple(range(self.look.bar_px, self.look.least_px - 1, -2))

    def _inside(self) -> int:
        return self._height() - 2 * self.look.outline

    def _height(self) -> int:
        return self.look.bottom_bar - 2 * self.look.bar_gap

    def _picture(self) -> int:
        return int(self._height() * 0.56)

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
        lines = self.lines()
        side = self._picture() if self.item.art is not None else 0
        total = lines.width + (side + _SPACE if side else 0)
        left = (self.width() - total) / 2
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        art_left = left + lines.width + _SPACE if rtl else left
        text_left = left if rtl or not side else left + side + _SPACE
        if self.item.art is not None:
            draw(painter, QRectF(art_left, (self.height() - side) / 2, side, side), self.item.art, look)
        draw_lines(painter, QRectF(text_left, 0, lines.width, self.height()), lines, look.theme.ink)


class RoundButton(Pressable):
    """A round button of the top bar, a picture alone; its name is heard, not read."""

    def __init__(self, name: str, art: Art, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(name, look, parent)
        self._art = art

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


class PersonButton(Pressable):
    """My photo at the top left, with who is here beside me; the words stand beside it where there is room."""

    def __init__(self, art: Art, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("-", look, parent)
        self.art = art
        self.words: tuple[str, ...] = ()

    def show_person(self, name: str, art: Art, words: tuple[str, ...]) -> None:
        """Show a face; name is what is heard, words what is written beside it."""
        self.setAccessibleName(name)
        self.setText(name.replace("&", "&&"))
        self.art, self.words = art, words
        self.update()

    def width_for(self, most: int) -> int:
        """The width it wants, in pixels."""
        face = self._face_width()
        if not self.words:
            return face
        return min(most, face + 14 + max(self._line(words, most - face - 14).width for words in self.words) + 2)

    def _face_width(self) -> int:
        return int(self.look.target_px * shape(self.art) + 0.99)

    def _line(self, words: str, width: float) -> Lines:
        return fit(words, (self.look.least_px,), Room(width, 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the face, and the words beside it."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        face = self._face_width()
        draw(painter, QRectF(self.width() - face if rtl else 0, 0, face, self.height()), self.art, self.look)
        room = QRectF(0 if rtl else face + 14, 0, self.width() - face - 14, self.height())
        step = self.look.least_px * 1.3
        top = room.center().y() - step * len(self.words) / 2
        for number, words in enumerate(self.words):
            place = QRectF(room.left(), top + number * step, room.width(), step)
            draw_lines(painter, place, self._line(words, room.width()), self.look.theme.ink, leading=True)


class Heading(Words):
    """The question or statement of a screen; screen readers hear a heading."""

    def sizes(self) -> tuple[int, ...]:
        """From heading size down to tile size, then smaller rather than cut."""
        return tuple(range(self.look.heading_px, self.look.least_px - 1, -2))

    def lines(self) -> Lines:
        """One line if it fits at tile size or more, otherwise two."""
        one = fit(self.text(), (self.look.heading_px, self.look.tile_px), Room(self.width(), 1, self.height()))
        if one.px >= self.look.tile_px:
            return one
        return fit(self.text(), self.sizes(), Room(self.width(), 2, self.height()))


class _HeadingRole(QAccessibleWidget):
    """Gives a heading its role; Qt has no widget that carries it."""

    def __init__(self, heading: Heading) -> None:
        super().__init__(heading, QAccessible.Role.Heading, heading.accessibleName())


_KEPT: list[_HeadingRole] = []


def _accessible(kind: str, thing: QObject | None) -> QAccessibleInterface | None:
    if kind == "Heading" and isinstance(thing, Heading):
        made = _HeadingRole(thing)
        _KEPT.append(made)
        return made
    return None


def install_heading_role() -> None:
    """Tell Qt how screen readers hear headings; once, after the application exists."""
    QAccessible.installFactory(_accessible)
