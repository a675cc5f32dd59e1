"""Changing the staff PIN: the old one, and the new one twice."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from desktop.problems import BadInput
from desktop.services.staff_door import TooManyTries, WrongPin
from desktop.views.kit.fields import TextField
from desktop.views.parts.staff_form import Answers, Filled, attempt, refused
from desktop.views.parts.staff_form_page import FormPage
from desktop.views.parts.staff_lists import note
from desktop.views.visit import Visit

_FORM: Final = "staff_new_pin_form"
_FIELDS: Final = ("old", "new", "again")


@dataclass(frozen=True, slots=True)
class StaffNewPinState:
    """filled: old, new, again."""

    filled: Filled


class StaffNewPin(FormPage):
    """A form for the PIN."""

    name: ClassVar[str] = "staff_new_pin"
    nav: ClassVar[str] = "to_settings"
    form: ClassVar[str] = _FORM

    @staticmethod
    def read(_services: Any, visit: Visit) -> StaffNewPinState:
        """What was typed last."""
        return StaffNewPinState(visit.chosen.pop(_FORM, None) or Filled(dict.fromkeys(_FIELDS, "")))

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Set it."""
        if answers["new"] != answers["again"]:
            return refused(visit, _FORM, answers, where="again", words="staff.new_pin.not_same")
        wrong = attempt(
            visit,
            _FORM,
            answers,
            lambda: services.staff_door.change(answers["old"], answers["new"]),
            blame={WrongPin: "old", TooManyTries: "old", BadInput: "new"},
        )
        if wrong is None:
            note(visit, "staff.new_pin.saved")
        return wrong

    def fill(self, state: StaffNewPinState) -> None:
        """Show the fields."""
        self.ask(self.texts("staff.settings.pin"), self.texts("staff.new_pin.line"))
        fields = [(name, self._pin(name, state.filled[name])) for name in _FIELDS]
        self.show_form([fields[:1], fields[1:]], state.filled)

    def _pin(self, name: str, value: str) -> TextField:
        label = self.texts(f"staff.new_pin.{name}")
        return TextField(label, self.look, value=value, secret=True, letters=r"[0-9]{0,12}")
