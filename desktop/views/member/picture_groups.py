"""Something else, all of it: what kind of thing was it?"""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.pictures import PictureGroup
from desktop.views.kit.art import Symbol
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class PictureGroupsState:
    """groups: the kinds of things people do, with their pictures."""

    groups: tuple[PictureGroup, ...]


class PictureGroups(Screen):
    """Asks for the kind of help that is on no list."""

    name: ClassVar[str] = "picture_groups"

    group = Signal(object)  # PictureGroup

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = TileGrid(look, texts)
        self._grid.pressed.connect(self.group)
        self.set_body(self._grid)

    @staticmethod
    def read(services: Any, _visit: Visit) -> PictureGroupsState:
        """The groups of the built-in pictures."""
        return PictureGroupsState(tuple(services.pictures.groups()))

    @staticmethod
    def on_group(_services: Any, visit: Visit, group: PictureGroup) -> None:
        """Remember the group."""
        visit.chosen["pictures"] = group

    def fill(self, state: PictureGroupsState) -> None:
        """Show each group by its picture."""
        self.ask(self.texts("helped.what_kind"))
        self._grid.show_tiles([Tile(group, group.label, Symbol(group.picture)) for group in state.groups])
