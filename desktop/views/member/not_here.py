"""Something else, not here: a picture that says roughly what it was. A worker gives it a name later."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.seen import Pic
from desktop.views.kit.art import Symbol
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.beginning import begin_unlisted
from desktop.views.parts.camera import has_camera
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_PHOTO: Final = "photo"
PICTURES: Final = (
    ("kind", "gh:heart"),
    ("carried", "om:1F4E6"),
    ("mended", "om:1F6E0"),
    ("listened", "om:1F442-1F3FD"),
    ("computer", "om:1F4BB"),
    ("new", "gh:question"),
)


@dataclass(frozen=True, slots=True)
class NotHereState:
    """pictures: (name in the words, picture id), rough ones that fit most things."""

    pictures: tuple[tuple[str, str], ...] = PICTURES


class NotHere(Screen):
    """Asks for a picture that comes near."""

    name: ClassVar[str] = "not_here"

    chosen = Signal(object)  # picture id
    take_photo = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        photo = Tile(_PHOTO, texts("not_here.photo"), Symbol("gh:camera")) if has_camera() else None
        self._grid = TileGrid(look, texts, pinned=photo)
        self._grid.pressed.connect(self._pressed)
        self.set_body(self._grid)

    @staticmethod
    def read(_services: Any, _visit: Visit) -> NotHereState:
        """Always the same pictures in the same places."""
        return NotHereState()

    @staticmethod
    def on_chosen(services: Any, visit: Visit, picture_id: str) -> None:
        """Begin a contribution to something unlisted."""
        begin_unlisted(services, visit, Pic(picture_id))

    def fill(self, state: NotHereState) -> None:
        """Show the pictures."""
        self.ask(self.texts("not_here.what"))
        self._grid.show_tiles(
            [Tile(picture, self.texts(f"not_here.{name}"), Symbol(picture)) for name, picture in state.pictures]
        )

    def _pressed(self, value: object) -> None:
        if value == _PHOTO:
            self.take_photo.emit()
        else:
            self.chosen.emit(value)
