"""The staff door: a keypad for the PIN, and how long to wait after too many wrong ones."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.services.staff_door import TooManyTries, WrongPin
from desktop.views.kit.art import Symbol
from desktop.views.kit.keypad import Keypad
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_MOST: Final = 12
_MINUTE_S: Final = 60
_TRIED: Final = "pin_tried"


@dataclass(frozen=True, slots=True)
class StaffPinState:
    """tries_left: None before a wrong PIN. wait_s: seconds until the next try counts, 0 for none."""

    is_practice: bool = False
    tries_left: int | None = None
    wait_s: int = 0


class StaffPin(Screen):
    """Asks for the PIN."""

    name: ClassVar[str] = "staff_pin"
    answers = ("wrong",)
    for_workers: ClassVar[bool] = True
    is_scanned: ClassVar[bool] = False

    typed = Signal(str)

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._panel = Panel(look, Symbol("gh:staff-lock"), texts("staff.pin.type"))
        self._keypad = Keypad(look, texts, hidden=True, most=_MOST)
        self._keypad.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._keypad.typed.connect(self.typed)
        self.set_body(Columns(look, [self._panel, self._keypad], [2, 3]))
        self.set_bar(left=self.item("back"))
        self.allow_help(yes=False)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffPinState:
        """What came of the last try."""
        tried = visit.chosen.pop(_TRIED, None)
        return StaffPinState(
            services.centre.is_practice,
            tried.tries_left if isinstance(tried, WrongPin) else None,
            tried.wait_s if isinstance(tried, TooManyTries) else 0,
        )

    @staticmethod
    def on_typed(services: Any, visit: Visit, pin: str) -> str | None:
        """Try the door."""
        try:
            services.staff_door.open(pin)
        except (WrongPin, TooManyTries) as problem:
            visit.chosen[_TRIED] = problem
            return "wrong"
        return None

    def fill(self, state: StaffPinState) -> None:
        """Show the keys, and what came of the last try."""
        self.ask(self.texts("staff.pin.title"))
        more = self.texts("staff.pin.practice") if state.is_practice else ""
        self._panel.change(Symbol("gh:staff-lock"), self._words(state), more=more)
        self._keypad.clear()

    def take_focus(self) -> None:
        """Listen to the keyboard, with no key marked: Enter is Done."""
        self._keypad.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, state: StaffPinState) -> str:
        if state.wait_s > _MINUTE_S:
            return self.texts.count("staff.pin.wait_min", -(-state.wait_s // _MINUTE_S))
        if state.wait_s:
            return self.texts.count("staff.pin.wait_s", state.wait_s)
        if state.tries_left is not None:
            return self.texts.count("staff.pin.wrong", state.tries_left)
        return self.texts("staff.pin.type")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for Done."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keypad.press("\r")
        else:
            super().keyPressEvent(event)
