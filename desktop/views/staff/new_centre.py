"""A new centre: its name, and the staff PIN twice."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.problems import BadInput
from desktop.services.wording import needed
from desktop.views.kit.fields import TextField
from desktop.views.parts.staff_first import FirstPage
from desktop.views.parts.staff_form import Answers, Filled, attempt, refused
from desktop.views.visit import Visit

_FORM: Final = "new_centre_form"


@dataclass(frozen=True, slots=True)
class NewCentreState:
    """filled: name, pin, again."""

    filled: Filled


class NewCentre(FirstPage):
    """Asks for the name and the PIN."""

    name: ClassVar[str] = "new_centre"
    answers = ("wrong",)

    save = Signal(object)  # the answers by field

    @staticmethod
    def read(_services: Any, visit: Visit) -> NewCentreState:
        """What was typed last."""
        return NewCentreState(visit.chosen.pop(_FORM, None) or Filled(dict.fromkeys(("name", "pin", "again"), "")))

    @staticmethod
    def on_save(_services: Any, visit: Visit, answers: Answers) -> str | None:
        """Begin it."""
        try:
            needed(answers["name"], "The centre's name")
        except BadInput as problem:
            return refused(visit, _FORM, answers, where="name", words=str(problem))
        if answers["pin"] != answers["again"]:
            return refused(visit, _FORM, answers, where="again", words="first.pin_not_same")
        house: Any = visit.house
        return attempt(
            visit, _FORM, answers, lambda: house.begin(answers["name"], answers["pin"]), blame={BadInput: "pin"}
        )

    def fill(self, state: NewCentreState) -> None:
        """Show the fields."""
        self.ask(self.texts("first.new_centre"))
        look, now = self.look, state.filled
        rows: list[list[tuple[str, Any]]] = [
            [("name", TextField(self.texts("first.name"), look, value=now["name"]))],
            [("pin", self._pin("pin", now["pin"])), ("again", self._pin("again", now["again"]))],
        ]
        self._form = self.form_of(rows, now, self._save)
        pin = self.words("first.pin_line")
        self.show_parts([self._form, pin, self.row_of(("first.next", self._save))])

    def _pin(self, words: str, value: str) -> TextField:
        return TextField(self.texts(f"first.{words}"), self.look, value=value, secret=True, letters=r"[0-9]{0,12}")

    def _save(self) -> None:
        self.save.emit(self._form.answers())
