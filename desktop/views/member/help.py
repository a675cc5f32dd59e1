"""Help: show me what is here, or get a worker."""

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
    """Nothing: help is always the same."""


class Help(Choosing):
    """Offers help."""

    name: ClassVar[str] = "help"

    show_me = Signal()
    worker = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = self.choices()
        self.allow_help(yes=False)

    @staticmethod
    def read(_services: Any, _visit: Visit) -> HelpState:
        """Nothing to read."""
        return HelpState()

    def fill(self, _state: HelpState) -> None:
        """Show the ways to help."""
        self.ask(self.texts("help.help"))
        self._grid.show_tiles(
            [
                Tile("show_me", self.texts("help.show_me"), Symbol("gh:search")),
                Tile("worker", self.texts("problem.worker"), Symbol(ICONS["help"])),
            ]
        )
