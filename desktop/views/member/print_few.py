"""A few slips to take along: how many? As many as the centre lets me print in a day; the rest stays here."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Coins
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.printing.jobs import PrinterTrouble
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class PrintFewState:
    """most: how many slips, at least 1; one credit each."""

    most: int


class PrintFew(Screen):
    """Asks how many slips to print."""

    name: ClassVar[str] = "print_few"

    chosen = Signal(object)  # how many

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = TileGrid(look, texts)
        self._grid.pressed.connect(self.chosen)
        self.set_body(self._grid)

    @staticmethod
    def read(services: Any, visit: Visit) -> PrintFewState:
        """How many I may print today."""
        return PrintFewState(max(1, services.few_slips.seen(visit.sitting.member).most))

    @staticmethod
    def on_chosen(services: Any, visit: Visit, count: int) -> None:
        """Make them and print them; if nothing comes out, they are in my credits again."""
        slips = services.few_slips.print(visit.sitting, count, visit.chosen["few_draft"])
        visit.chosen["few_slips"] = slips
        try:
            visit.printing.print_slips(slips)
        except PrinterTrouble:
            services.few_slips.take_back(visit.sitting, slips, was_printed=False)
            raise

    def fill(self, state: PrintFewState) -> None:
        """Show the numbers as coins."""
        self.ask(self.texts("few.how_many"))
        self._grid.show_tiles(
            [Tile(count, self.texts.count("few.slips", count), Coins(count)) for count in range(1, state.most + 1)]
        )
