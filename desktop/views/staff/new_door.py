"""A venue's door begins on this PC: the address and the code of the coordinator."""

from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts import joining
from desktop.views.parts.joining import LineSeen
from desktop.views.parts.staff_first import FirstPage
from desktop.views.parts.staff_form import Answers, Filled
from desktop.views.visit import Instead, Visit

_FORM: Final = "new_door_form"
_JOINED: Final = "new_door_joined"


@dataclass(frozen=True, slots=True)
class NewDoorState:
    """filled: address, code. line: what is under way."""

    filled: Filled
    line: LineSeen = field(default_factory=LineSeen)


class NewDoor(FirstPage):
    """Asks for both, and waits for the network."""

    name: ClassVar[str] = "new_door"
    answers = ("wrong", "made")
    follows_line: ClassVar[bool] = True

    join = Signal(object)  # the answers by field
    stop = Signal()

    @staticmethod
    def read(_services: Any, visit: Visit) -> "NewDoorState | Instead":
        """What was typed last; or on, once the door is made."""
        line = visit.house.line if visit.house is not None else None
        if line is not None and not line.now.is_busy and line.now.joined > visit.chosen.get(_JOINED, line.now.joined):
            visit.chosen.pop(_FORM, None)
            return Instead("made")
        return NewDoorState(visit.chosen.get(_FORM) or joining.empty(), joining.line_of(visit))

    @staticmethod
    def on_join(_services: Any, visit: Visit, answers: Answers) -> str | None:
        """Ask the network, on its own thread; the door is made when it says yes."""
        wrong = joining.trouble(visit, _FORM, answers)
        house = visit.house
        if wrong is None and house is not None and house.line is not None:
            visit.chosen[_JOINED] = house.line.now.joined
            house.line.join(answers["address"], answers["code"], house.folder)
        return wrong

    @staticmethod
    def on_stop(_services: Any, visit: Visit) -> None:
        """Let it be for now."""
        if visit.house is not None and visit.house.line is not None:
            visit.house.line.cancel()

    def fill(self, state: NewDoorState) -> None:
        """Show the fields, or that it is under way."""
        self.ask(self.texts("first.door"))
        if state.line.what:
            words = StaffWords(state.line.words(self.texts), self.look, bold=True)
            self._start = None
            self.show_parts([words, self.row_of(("staff.network.stop", self.stop.emit))])
            return
        filled = state.filled
        if state.line.wrong and not filled.wrong:
            filled = Filled(filled.answers, state.line.wrong)
        self._form = self.form_of(joining.fields(self.look, self.texts, filled), filled, self._save)
        self.show_parts([self.words("first.door_line"), self._form, self.row_of(("first.door_join", self._save))])

    def _save(self) -> None:
        self.join.emit(self._form.answers())
