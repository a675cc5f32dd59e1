"""Stop a key? What it means, before it is done: it cannot be taken back."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from desktop.services.signing_keys import KeySeen
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.parts.staff_form_page import FormPage
from desktop.views.parts.staff_lists import note
from desktop.views.visit import Visit

_FORM: Final = "staff_stop_key_form"


@dataclass(frozen=True, slots=True)
class StaffStopKeyState:
    """key: the one. is_joined: the network's coordinator must be told too. filled: nothing is asked."""

    key: KeySeen
    is_joined: bool
    filled: Filled


class StaffStopKey(FormPage):
    """Says what it means, and asks."""

    name: ClassVar[str] = "staff_stop_key"
    nav: ClassVar[str] = "to_settings"
    form: ClassVar[str] = _FORM

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffStopKeyState:
        """The key as it is now."""
        key: KeySeen = visit.chosen["staff_key"]
        filled = visit.chosen.pop(_FORM, None) or Filled({})
        return StaffStopKeyState(key, services.signing_keys.seen().is_joined, filled)

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Stop it."""
        key: KeySeen = visit.chosen["staff_key"]
        wrong = attempt(visit, _FORM, answers, lambda: services.signing_keys.stop(key.issuer))
        if wrong is None:
            note(visit, "staff.keys.stop_done")
        return wrong

    def fill(self, state: StaffStopKeyState) -> None:
        """Show what it means."""
        texts = self.texts
        lines = [texts("staff.keys.stop_line"), *([texts("staff.keys.tell")] if state.is_joined else [])]
        self.ask(texts("staff.keys.stop_title", name=state.key.id), " ".join(lines))
        self.show_form([], state.filled)

    def save_words(self) -> str:
        """What will be done."""
        return self.texts("staff.keys.stop")
