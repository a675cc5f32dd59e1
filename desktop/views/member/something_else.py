"""Something else, first page: likely things that are on no list, then all kinds of things, and Not here."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

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

_NOT_HERE: Final = "not here"
_KINDS: Final = "kinds"


@dataclass(frozen=True, slots=True)
class SomethingElseState:
    """pictures: likely ones, each with what somebody did; the first few are shown."""

    pictures: tuple[PictureFound, ...]


class SomethingElse(Screen):
    """Asks for a picture of what it was; a worker gives it a name later."""

    name: ClassVar[str] = "something_else"

    chosen = Signal(object)  # PictureFound
    kinds = Signal()
    not_here = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        pinned = Tile(_NOT_HERE, texts("helped.not_here"), Symbol("om:1F937-1F3FD"))
        self._grid = TileGrid(look, texts, pinned=pinned)
        self._grid.pressed.connect(self._pressed)
        self.set_body(self._grid)

    @staticmethod
    def read(services: Any, _visit: Visit) -> SomethingElseState:
        """One picture of each kind, of something that is no task of the centre."""
        tasks = {task.label for task in services.tasks.all()}
        kinds = [[found for found in group.pictures if found.name not in tasks] for group in services.pictures.groups()]
        return SomethingElseState(tuple(kind[0] for kind in kinds if kind))

    @staticmethod
    def on_chosen(services: Any, visit: Visit, found: PictureFound) -> None:
        """Begin a contribution to something unlisted."""
        begin_unlisted(services, visit, Pic(found.id))

    def fill(self, state: SomethingElseState) -> None:
        """Show what one page holds."""
        self.ask(self.texts("helped.what_kind"))
        room = self.look.tiles_a_page - 2
        tiles = [Tile(found, found.name, Symbol(found.id)) for found in state.pictures[:room]]
        self._grid.show_tiles([*tiles, Tile(_KINDS, self.texts("helped.other_things"), Symbol("gh:more-things"))])

    def _pressed(self, value: object) -> None:
        if value == _NOT_HERE:
            self.not_here.emit()
        elif value == _KINDS:
            self.kinds.emit()
        else:
            self.chosen.emit(value)
