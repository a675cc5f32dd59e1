"""Are you still here? Hides a member's screen after two quiet minutes; what they were making waits."""

from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.tile import Tile
from desktop.views.parts.cards import CARD_ANSWERS, asks_further, show_card
from desktop.views.parts.secret import ask_for_pictures
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Hidden, Visit


class StillHere(Choosing):
    """Asks whether the member is still there; somebody else can sign in meanwhile. Nothing of the member is shown."""

    name: ClassVar[str] = "still_here"
    answers = (*CARD_ANSWERS, "by_card")

    yes = Signal()
    yes_by_pictures = Signal()
    somebody_else = Signal()
    scanned = Signal(str)

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = self.choices()
        self.set_bar()

    @staticmethod
    def on_yes_by_pictures(services: Any, visit: Visit) -> str | None:
        """Anybody may say Yes: who it was presses their pictures, or shows their card, and goes on where they were."""
        person = visit.person
        visit.lay_by()
        if person is None:
            return None
        ask_for_pictures(visit, person)
        return "by_card" if asks_further(services, person) == "card" else None

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """Whoever's card it is goes on, or comes in; who was here may come back to what they left."""
        return show_card(services, visit, text)

    @staticmethod
    def on_somebody_else(_services: Any, visit: Visit) -> None:
        """Keep what was in the making for twenty minutes."""
        visit.lay_by()

    def fill(self, state: Hidden) -> None:
        """Ask."""
        self.sees_cards = state.sees_cards
        self.ask(self.texts("kit.still_here"))
        self._grid.show_tiles(
            [
                Tile("yes_by_pictures" if state.asks_for_pictures else "yes", self.texts("kit.yes"), Symbol("gh:tick")),
                Tile("somebody_else", self.texts("kit.somebody_else"), Symbol("om:1F465")),
            ]
        )
