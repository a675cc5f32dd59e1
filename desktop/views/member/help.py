"""Help: say it again, show me what is here, or get a worker."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.screen import ICONS
from desktop.views.kit.tile import Tile
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class HelpState:
    """can_speak: whether anything would be heard."""

    can_speak: bool = False


class Help(Choosing):
    """Offers help."""

    name: ClassVar[str] = "help"

    say_again = Signal()
    show_me = Signal()
    worker = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = self.choices()
        self.allow_help(yes=False)

    @staticmethod
    def read(_services: Any, visit: Visit) -> HelpState:
        """Whether there is a voice."""
        return HelpState(visit.house is not None and visit.house.can_speak)

    def fill(self, state: HelpState) -> None:
        """Show the ways to help."""
        self.ask(self.texts("help.help"))
        tiles = [
            Tile("show_me", self.texts("help.show_me"), Symbol("gh:search")),
            Tile("worker", self.texts("problem.worker"), Symbol(ICONS["help"])),
        ]
        if state.can_speak:
            tiles.insert(0, Tile("say_again", self.texts("help.say_again"), Symbol(ICONS["speak"])))
        self._grid.show_tiles(tiles)
