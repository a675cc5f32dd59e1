"""Pressing three secret pictures of twelve: the page both who signs in and who chooses them sees, and what it keeps."""

from typing import Any, ClassVar, Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel

from desktop.services.secret_pictures import PRESSES, Three
from desktop.services.seen import PersonSeen
from desktop.views.kit.art import Symbol
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Rows
from desktop.views.kit.tile import Tile
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import SIGNING_IN, Visit

ARTS: Final = {
    "train": "om:1F682",
    "lemon": "om:1F34B",
    "cheese": "om:1F9C0",
    "horse": "om:1F40E",
    "drum": "om:1F941",
    "ladder": "om:1FA9C",
    "hat": "om:1F3A9",
    "ship": "om:1F6A2",
    "socks": "om:1F9E6",
    "mountain": "om:26F0",
    "basket": "om:1F9FA",
    "light": "om:1F4A1",
}
"""How each picture is drawn, in the places they always have."""

_PRESSED: Final = "secret_pressed"
_PAGES: Final = (12, 6, 4, 3, 2, 1)  # twelve on one page, or pages that are all alike
_SHARES: Final = (11.0, 89.0)
_DOT: Final = 0.56  # of the height of their strip
_LARGEST_DOT: Final = 44.0


class Dots(QLabel):
    """A dot for each picture to press, filled once it is pressed: how many, and never which."""

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__()
        self._look, self._texts, self._filled = look, texts, 0

    def show_count(self, filled: int) -> None:
        """Fill so many."""
        self._filled = filled
        self.setAccessibleName(self._texts("secret.pressed", count=str(filled)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots, in the direction of reading."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, outline = QColor(self._look.theme.ink), self._look.outline
        size = min(self.height() * _DOT, _LARGEST_DOT)
        middle = QRectF(self.rect()).center()
        painter.setPen(QPen(ink, outline))
        for number in range(PRESSES):
            place = PRESSES - 1 - number if self._look.right_to_left else number
            at = QPointF(middle.x() + (place - (PRESSES - 1) / 2) * 2 * size, middle.y())
            painter.setBrush(ink if number < self._filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, (size - outline) / 2, (size - outline) / 2)


class SecretScreen(Screen):
    """Twelve pictures, always in the same places, and how many of three are pressed. What is pressed is never said."""

    is_secret: ClassVar[bool] = True
    answers: ClassVar[tuple[str, ...]] = ("more", "rubbed_out")

    pressed = Signal(object)  # the word of a picture

    def show_pictures(self, question: str, pressed: int) -> None:
        """Ask for one more picture."""
        self.ask(question)
        most = next(count for count in _PAGES if count <= self.look.faces_a_page)
        dots, grid = Dots(self.look, self.texts), TileGrid(self.look, self.texts, faces=True, most=most)
        dots.show_count(pressed)
        grid.pressed.connect(self.pressed)
        self.set_body(Rows(self.look, [dots, grid], _SHARES))
        grid.show_tiles([Tile(word, self.texts(f"secret.picture.{word}"), Symbol(art)) for word, art in ARTS.items()])


def pressed_now(visit: Visit) -> int:
    """How many are pressed."""
    return len(visit.chosen.get(_PRESSED, ()))


def press_one(visit: Visit, word: str) -> Three | None:
    """Press one more; all three once they are pressed, and none are then. The same again is the same press."""
    before: Three = visit.chosen.get(_PRESSED, ())
    now = before if word in before else (*before, word)
    if len(now) < PRESSES:
        visit.chosen[_PRESSED] = now
        return None
    begin(visit)
    return now


def rub_out(visit: Visit) -> bool:
    """Take the last press back; whether there was one."""
    before: Three = visit.chosen.get(_PRESSED, ())
    visit.chosen[_PRESSED] = before[:-1]
    return bool(before)


def begin(visit: Visit) -> None:
    """Let none be pressed."""
    visit.chosen.pop(_PRESSED, None)


def forget_face(visit: Visit) -> None:
    """Let nobody be asked for anything any more."""
    begin(visit)
    visit.chosen.pop(SIGNING_IN, None)


def back_to_faces(visit: Visit) -> str | None:
    """Whoever's face was pressed goes; "to_groups" if nobody pressed one, but came back to a hidden screen."""
    forget_face(visit)
    return None if visit.group else "to_groups"


def ask_for_pictures(visit: Visit, person: PersonSeen) -> None:
    """Let somebody press their pictures before they are signed in."""
    begin(visit)
    visit.chosen[SIGNING_IN] = person


def let_in(services: Any, visit: Visit, person: PersonSeen) -> str | None:
    """Sign in; "resumed" for somebody who goes on where they left in the middle."""
    visit.sign_in(person, services.sittings.begin(person.id))
    return "resumed" if visit.take_up() else None
