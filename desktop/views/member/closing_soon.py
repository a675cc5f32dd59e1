"""Goodhour closes for the night in a moment. Any press keeps it open for half an hour."""

from dataclasses import dataclass
from typing import ClassVar, Final

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.parts.whole_screen import WholeScreen

_MOON: Final = Symbol("om:1F319")


@dataclass(frozen=True, slots=True)
class ClosingSoonState:
    """Nothing varies: nothing counts down."""


class ClosingSoon(WholeScreen):
    """Says so, calmly. It comes only when nobody is in the middle of anything."""

    name: ClassVar[str] = "closing_soon"

    stay = Signal()

    def fill(self, _state: object) -> None:
        """Say so."""
        self.say(self.texts("night.closing"), _MOON)

    def pressed_anywhere(self) -> None:
        """Not yet."""
        self.stay.emit()
