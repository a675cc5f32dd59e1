"""What everybody gave this week, in one big jar: shown while nobody is at the screen. Any touch brings sign-in back."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.views.kit.art import Jar
from desktop.views.parts.cards import CARD_ANSWERS, looks_for_cards, show_card
from desktop.views.parts.whole_screen import WholeScreen
from desktop.views.visit import Visit

_HOUR: Final = 60


@dataclass(frozen=True, slots=True)
class TogetherState:
    """minutes: what all members gave since Monday, as far as it counts. No name, and nothing to reach.

    sees_cards: somebody here has a card.
    """

    minutes: int = 0
    sees_cards: bool = False


class Together(WholeScreen):
    """Says how much was given. The touch that ends it does nothing else; nothing on it moves."""

    name: ClassVar[str] = "together"
    answers = CARD_ANSWERS
    ends_visit = True
    keeps_up: ClassVar[bool] = True

    touched = Signal()
    scanned = Signal(str)

    @staticmethod
    def read(services: Any, visit: Visit) -> TogetherState:
        """Add up this week."""
        return TogetherState(services.centre.minutes_this_week(), looks_for_cards(services, visit))

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """A card signs in without a touch."""
        return show_card(services, visit, text)

    def fill(self, state: TogetherState) -> None:
        """Show the jar. It is always as full: there is nothing to reach."""
        self.sees_cards = state.sees_cards
        hours = state.minutes // _HOUR
        self.say(self.texts.count("together.gave", hours) if hours else self.texts("together.welcome"), Jar(_HOUR))

    def pressed_anywhere(self) -> None:
        """Go back to signing in."""
        self.touched.emit()
