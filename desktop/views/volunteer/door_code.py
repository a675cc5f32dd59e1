"""Typing the code of a slip at a venue's door."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.screen import Screen
from desktop.views.parts.doors import check_slip
from desktop.views.parts.slip_keys import slip_keys
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class DoorCodeState:
    """Nothing: the code is typed."""


class DoorCode(Screen):
    """Asks for the code under the picture."""

    name: ClassVar[str] = "door_code"
    answers = ("not_good",)
    for_workers: ClassVar[bool] = True

    typed = Signal(str)

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._keypad = slip_keys(look, texts)
        self._keypad.typed.connect(self.typed)
        self.set_body(self._keypad)
        self.set_bar(left=self.item("back"))
        self.allow_help(yes=False)

    @staticmethod
    def read(_services: Any, _visit: Visit) -> DoorCodeState:
        """Nothing to read."""
        return DoorCodeState()

    @staticmethod
    def on_typed(services: Any, visit: Visit, text: str) -> str | None:
        """Check the code."""
        return check_slip(services, visit, text)

    def fill(self, _state: DoorCodeState) -> None:
        """Show the keys."""
        self.ask(self.texts("slip.code"))
        self._keypad.clear()
