"""Thank someone, second question: how many coins?"""

from dataclasses import dataclass, replace
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Coins
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

MOST_COINS = 10


@dataclass(frozen=True, slots=True)
class ThankHowManyState:
    """coins: how many can be given, at least 1."""

    coins: int


class ThankHowMany(Screen):
    """Asks how many coins to give."""

    name: ClassVar[str] = "thank_how_many"

    chosen = Signal(object)  # coins

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = TileGrid(look, texts)
        self._grid.pressed.connect(self.chosen)
        self.set_body(self._grid)

    @staticmethod
    def read(services: Any, visit: Visit) -> ThankHowManyState:
        """What I have, up to what fits two pages."""
        return ThankHowManyState(min(MOST_COINS, services.credits.of(visit.sitting.member).coins))

    @staticmethod
    def on_chosen(services: Any, visit: Visit, coins: int) -> None:
        """Note how many."""
        visit.gift = replace(visit.gift, minutes=coins * services.centre.rules.credit_minutes)

    def fill(self, state: ThankHowManyState) -> None:
        """Show the amounts as coins."""
        self.ask(self.texts("thank.how_many"))
        self._grid.show_tiles(
            [
                Tile(coins, self.texts.count("kit.coins", coins), Coins(coins), area="thank")
                for coins in range(1, state.coins + 1)
            ]
        )
