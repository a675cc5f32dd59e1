"""Show my card: asked after my face, where that is not enough, and when I come back to a hidden screen.

Who agreed to neither name nor picture comes here from My card, which stands for them among the faces.
"""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.parts.cards import CARD_ANSWERS, fill_with_worker, show_card
from desktop.views.parts.secret import back_to_faces
from desktop.views.visit import Instead, Visit


@dataclass(frozen=True, slots=True)
class ShowCardState:
    """Nothing: the question is always the same."""


class ShowCard(Screen):
    """Waits for the card; a worker can let in who has left it at home."""

    name: ClassVar[str] = "show_card"
    answers = (*CARD_ANSWERS, "is_in", "to_groups")
    sees_cards = True

    worker = Signal()
    staff = Signal()
    scanned = Signal(str)

    @staticmethod
    def read(_services: Any, visit: Visit) -> ShowCardState | Instead:
        """Who is in already, and went back to here, goes on."""
        return ShowCardState() if visit.person is None else Instead("is_in")

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """The card lets in whose it is."""
        return show_card(services, visit, text)

    @staticmethod
    def on_back(_services: Any, visit: Visit) -> str | None:
        """Back to the faces, or to the groups if nobody pressed one."""
        return back_to_faces(visit)

    def fill(self, _state: ShowCardState) -> None:
        """Ask for it."""
        self.ask(self.texts("card.show"))
        fill_with_worker(self, Panel(self.look, Symbol("gh:card"), self.texts("card.hold_it")))
