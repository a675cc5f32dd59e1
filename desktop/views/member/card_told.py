"""A card that lets nobody in here, or a slip shown where people sign in: what it is, what next. Nobody did wrong."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.parts.cards import CARD_ANSWERS, before_card, fill_with_worker, show_card, told_of_card
from desktop.views.visit import Visit

_ART: Final = {"card": "gh:card-unknown", "slip": "gh:slip"}


@dataclass(frozen=True, slots=True)
class CardToldState:
    """what: "card" for one that is stopped, of elsewhere or none at all; "slip" for a slip."""

    what: str = "card"


class CardTold(Screen):
    """Says it kindly; the next card can be shown at once."""

    name: ClassVar[str] = "card_told"
    answers = (*CARD_ANSWERS, "secret", "card", "faces")
    is_verdict: ClassVar[bool] = True
    sees_cards = True

    worker = Signal()
    staff = Signal()
    scanned = Signal(str)

    @staticmethod
    def read(_services: Any, visit: Visit) -> CardToldState:
        """What was shown."""
        return CardToldState(told_of_card(visit))

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """Another card."""
        return show_card(services, visit, text)

    @staticmethod
    def on_back(services: Any, visit: Visit) -> str | None:
        """Back to who are you; somebody whose face was pressed goes on with that."""
        return before_card(services, visit)

    def fill(self, state: CardToldState) -> None:
        """Show it."""
        self.ask(self.texts(f"card.{state.what}"))
        fill_with_worker(self, Panel(self.look, Symbol(_ART[state.what]), self.texts(f"card.{state.what}_next")))

    def sound(self, _state: CardToldState) -> str:
        """As for a slip that cannot be used."""
        return "no"
