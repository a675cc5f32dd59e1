"""Where a slip's code is typed: by keys on the screen, by a real keyboard, or by a scanner that reads all of it."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.views.kit.keypad import CROCKFORD, Keypad
from desktop.views.kit.screen import Screen
from desktop.views.texts import Texts
from desktop.views.theme import Look

_LETTERS: Final = 14
_GROUPS: Final = (5, 10)
_LONGEST_CODE: Final = 20  # with gaps and hyphens; what is longer is no code, and judged as it came
_DONE: Final = "\r"


@dataclass(frozen=True, slots=True)
class CodeState:
    """Nothing: the code is typed."""


class CodeScreen(Screen):
    """Asks for the code under the picture. A concrete one checks what was `typed`."""

    for_workers = True

    typed = Signal(str)

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._keypad = slip_keys(look, texts)
        self._keypad.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._keypad.typed.connect(self.typed)
        self.set_body(self._keypad)

    @staticmethod
    def read(_services: Any, _visit: Any) -> CodeState:
        """Nothing to read."""
        return CodeState()

    def fill(self, _state: CodeState) -> None:
        """Show the keys."""
        self.ask(self.texts("slip.code"))
        self._keypad.clear()

    def hear_letter(self, letter: str) -> None:
        """Show a letter that a keyboard, or a scanner, typed."""
        self._keypad.type(letter)

    def hear(self, text: str) -> None:
        """The typing has ended: a code stands as the keys show it, anything longer is what a scanner read."""
        if len(text) > _LONGEST_CODE:
            self.typed.emit(text)
        else:
            self._keypad.press(_DONE)

    def take_focus(self) -> None:
        """Listen to the keyboard, with no key marked: Enter is Done."""
        self._keypad.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for Done."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keypad.press(_DONE)
        else:
            super().keyPressEvent(event)


def slip_keys(look: Look, texts: Texts) -> Keypad:
    """The 32 letters of a code, shown as it stands on the slip."""
    keypad = Keypad(look, texts, letters=CROCKFORD, most=_LETTERS)
    keypad.show_as(grouped)
    return keypad


def grouped(text: str) -> str:
    """A code as it stands on the slip: 5-5-4."""
    first, second = _GROUPS
    return "-".join(part for part in (text[:first], text[first:second], text[second:]) if part)
