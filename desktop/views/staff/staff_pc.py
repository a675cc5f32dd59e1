"""This PC: how it looks and sounds to who chose nothing, and how large a millimetre is on its screen."""

from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Final

from desktop.settings import THEMES
from desktop.views.language_file import languages
from desktop.views.parts.language_told import LanguageSeen, language_seen, told_of
from desktop.views.parts.like_fields import Heard, LikeFields, heard_here
from desktop.views.parts.staff_card import CardField
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.parts.staff_form_page import FormPage
from desktop.views.parts.staff_lists import note
from desktop.views.parts.switch_keys import switch_fields
from desktop.views.visit import Visit

_FORM: Final = "staff_pc_form"
FIELDS: Final = (
    "theme",
    "text_percent",
    "language",
    "hand",
    "idle_minutes",
    "speech",
    "voice",
    "speed_percent",
    "volume_percent",
    "has_sounds",
    "first_switch",
    "second_switch",
    "px_per_mm",
)
SWITCHES: Final = ("first_switch", "second_switch")


@dataclass(frozen=True, slots=True)
class StaffPcState:
    """filled: the fields of Settings. heard: the languages that have a file of words, and this PC's voices.

    language: how it stands with the language it is set to.
    """

    filled: Filled
    heard: Heard = field(default_factory=Heard)
    language: LanguageSeen = field(default_factory=LanguageSeen)


class StaffPc(FormPage):
    """A form for this PC."""

    name: ClassVar[str] = "staff_pc"
    nav: ClassVar[str] = "to_settings"
    form: ClassVar[str] = _FORM

    @staticmethod
    def read(_services: Any, visit: Visit) -> StaffPcState:
        """What was chosen last, or what is set."""
        house: Any = visit.house
        now = Filled({name: getattr(house.settings, name) for name in FIELDS})
        filled = visit.chosen.pop(_FORM, None) or now
        return StaffPcState(filled, heard_here(house, languages()), language_seen(house.settings.language))

    @staticmethod
    def on_save(_services: Any, visit: Visit, answers: Answers) -> str | None:
        """Set it; the next screen is drawn so."""
        house: Any = visit.house
        wrong = attempt(visit, _FORM, answers, lambda: house.use(replace(house.settings, **answers)))
        if wrong is None:
            note(visit, "staff.pc.saved")
        return wrong

    def fill(self, state: StaffPcState) -> None:
        """Show the fields."""
        texts, look, now = self.texts, self.look, state.filled
        self.ask(texts("staff.settings.pc"), told_of(state.language, texts))
        card = CardField(look, texts, value=now["px_per_mm"])
        card.grew.connect(self.again)
        fields = LikeFields(look, texts, now, state.heard, is_here=True)
        switches = switch_fields(now["first_switch"], now["second_switch"], look, texts)
        for field_ in switches:
            field_.changed.connect(self.again)
        rows: list[list[tuple[str, Any]]] = [
            [("theme", fields.colours("theme", THEMES)), ("text_percent", fields.text_size("text_percent"))],
            [("language", fields.language()), ("hand", fields.hand())],
            *fields.speech_rows(),
            [("has_sounds", fields.sounds("has_sounds")), ("idle_minutes", fields.idle())],
            list(zip(SWITCHES, switches, strict=True)),
            [("px_per_mm", card)],
        ]
        self.show_form(rows, now)
