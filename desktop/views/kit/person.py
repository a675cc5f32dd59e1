"""Who is at the screen: my photo at the top left, and beside me who is here with me."""

from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.views.kit.art import Art, Face, Symbol
from desktop.views.kit.draw import draw, shape
from desktop.views.kit.lettering import Lines, Room, Written, draw_written, fit
from desktop.views.kit.press import Pressable
from desktop.views.texts import Texts
from desktop.views.theme import Look

_SPACE: Final = 14
MOST_PART: Final = 4  # of the screen's width, at most one part


@dataclass(frozen=True, slots=True)
class Person:
    """Who is at the screen. supporter: the name and picture of who is here with them."""

    name: str
    art: Art
    supporter: tuple[str, Art] | None = None


class PersonButton(Pressable):
    """My photo, with who is here beside me; names stand beside it where there is room."""

    def __init__(self, look: Look, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(texts("kit.me"), look, parent)
        self._texts = texts
        self._art: Art = Face(Symbol("om:1F464"))
        self._written: tuple[str, ...] = ()

    def show_person(self, person: Person) -> None:
        """Show a face, and the supporter's over it."""
        heard, names = self._texts("kit.me"), [person.name]
        self._art = Face(person.art)
        if person.supporter is not None:
            name, art = person.supporter
            heard = self._texts("kit.me_is_here", name=heard, supporter=name)
            names.append(self._texts("kit.is_here", name=name))
            self._art = Face(person.art, art)
        self.setAccessibleName(heard)
        self.setText(heard)
        self._written = tuple(words for words in names if self._has_room_for(words)) if self.look.shows_name else ()
        self.update()

    def width_for(self, most: int) -> int:
        """The width it wants, in pixels, no more than the most there is."""
        face = self._face_width()
        room = most - face - _SPACE
        if not self._written:
            return face
        return min(most, face + _SPACE + max(self._line(words, room).width for words in self._written) + 2)

    def written(self) -> list[Written]:
        """The words beside the face, as they stand."""
        face, step = self._face_width() + _SPACE, self.look.least_px * 1.3
        left = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else face
        top, wide = (self.height() - step * len(self._written)) / 2, self.width() - face
        return [
            Written(QRectF(left, top + n * step, wide, step), self._line(words, wide), leading=True)
            for n, words in enumerate(self._written)
        ]

    def _has_room_for(self, words: str) -> bool:
        """Whether words fit beside the face; long ones are only heard."""
        most = self.look.width // MOST_PART - self._face_width() - _SPACE
        return self._line(words, most).px >= self.look.least_px

    def _face_width(self) -> int:
        return ceil(self.look.target_px * shape(self._art))

    def _line(self, words: str, width: float) -> Lines:
        return fit(words, (self.look.least_px,), Room(width, 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the face, and the words beside it."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        face = self._face_width()
        draw(painter, QRectF(self.width() - face if right_to_left else 0, 0, face, self.height()), self._art, self.look)
        draw_written(painter, self.written(), self.look.theme.ink)
