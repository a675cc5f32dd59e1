"""The screen of work that takes over a second: a still hourglass; Back stays."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.views.kit.art import Symbol
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.texts import Texts
from desktop.views.theme import Look


@dataclass(frozen=True, slots=True)
class OneMomentState:
    """Nothing varies."""


class OneMoment(Screen):
    """Asks for a moment; nothing turns or blinks."""

    name: ClassVar[str] = "one_moment"

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self.set_body(Panel(look, Symbol("gh:hourglass"), ""))
        self.set_bar(left=self.item("back"))

    def fill(self, _state: OneMomentState) -> None:
        """Say so."""
        self.ask(self.texts("kit.one_moment"))
