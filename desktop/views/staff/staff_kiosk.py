"""How this PC is locked, when it closes for the night, and whether it has a keyboard on the screen."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from desktop.views.kit.fields import TextField, TickField
from desktop.views.parts.session_filled import Unread, minute_of
from desktop.views.parts.staff_form import Answers, Filled, attempt, refused
from desktop.views.parts.staff_form_page import FormPage
from desktop.views.parts.staff_lists import note
from desktop.views.parts.week_words import clock
from desktop.views.visit import Visit

_FORM: Final = "staff_kiosk_form"
_NAMES: Final = ("is_full_screen", "closes_at", "shuts_down", "has_screen_keys", "has_keys_by_alphabet")


@dataclass(frozen=True, slots=True)
class StaffKioskState:
    """filled: the fields of Settings of these names."""

    filled: Filled


class StaffKiosk(FormPage):
    """A form for this PC."""

    name: ClassVar[str] = "staff_kiosk"
    nav: ClassVar[str] = "to_settings"
    form: ClassVar[str] = _FORM

    @staticmethod
    def read(_services: Any, visit: Visit) -> StaffKioskState:
        """What was typed last, or what is set."""
        house: Any = visit.house
        now = Filled({name: getattr(house.settings, name) for name in _NAMES})
        return StaffKioskState(visit.chosen.pop(_FORM, None) or now)

    @staticmethod
    def on_save(_services: Any, visit: Visit, answers: Answers) -> str | None:
        """Set it; it holds from the next screen on."""
        house: Any = visit.house
        typed = answers["closes_at"]
        try:
            chosen = {**answers, "closes_at": clock(minute_of(typed)) if typed else ""}
        except Unread:
            return refused(visit, _FORM, answers, where="closes_at", words="staff.kiosk.bad_time")
        wrong = attempt(visit, _FORM, answers, lambda: house.use(replace(house.settings, **chosen)))
        if wrong is None:
            note(visit, "staff.pc.saved")
        return wrong

    def fill(self, state: StaffKioskState) -> None:
        """Show the fields."""
        texts, look, now = self.texts, self.look, state.filled
        self.ask(texts("staff.kiosk.title"), texts("staff.kiosk.line"))
        closes = TextField(texts("staff.kiosk.closes_at"), look, value=now["closes_at"], letters=r"[0-9:. ]{0,5}")
        closes.say(texts("staff.kiosk.closes_note"))
        full = TickField(texts("staff.kiosk.is_full_screen"), look, value=now["is_full_screen"])
        shuts = TickField(texts("staff.kiosk.shuts_down"), look, value=now["shuts_down"])
        keys = TickField(texts("staff.kiosk.has_screen_keys"), look, value=now["has_screen_keys"])
        by_alphabet = TickField(texts("staff.kiosk.has_keys_by_alphabet"), look, value=now["has_keys_by_alphabet"])
        rows: list[list[tuple[str, Any]]] = [
            [("is_full_screen", full)],
            [("closes_at", closes)],
            [("shuts_down", shuts)],
            [("has_screen_keys", keys)],
            [("has_keys_by_alphabet", by_alphabet)],
        ]
        self.show_form(rows, now)
