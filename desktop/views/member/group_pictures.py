"""Something else, second page: the picture that shows best what it was. A worker gives it a name later."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.pictures import PictureFound
from desktop.services.seen import Pic
from desktop.views.kit.art import Symbol
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.beginning import begin_unlisted
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class GroupPicturesState:
    """label: the group's. pictures: up to twelve, each with what somebody did."""

    label: str
    pictures: tuple[PictureFound, ...]


class GroupPictures(Screen):
    """Asks for a picture of what it was."""

    name: ClassVar[str] = "group_pictures"

    chosen = Signal(object)  # PictureFound

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = TileGrid(look, texts)
        self._grid.pressed.connect(self.chosen)
        self.set_body(self._grid)

    @staticmethod
    def read(_services: Any, visit: Visit) -> GroupPicturesState:
        """The pictures of the group that was pressed."""
        group = visit.chosen["pictures"]
        return GroupPicturesState(group.label, group.pictures)

    @staticmethod
    def on_chosen(services: Any, visit: Visit, found: PictureFound) -> None:
        """Begin a contribution to something unlisted."""
        begin_unlisted(services, visit, Pic(found.id))

    def fill(self, state: GroupPicturesState) -> None:
        """Show the pictures of the group."""
        self.ask(state.label)
        self._grid.show_tiles([Tile(found, found.name, Symbol(found.id)) for found in state.pictures])
