"""This PC: its colours, the size of its text, its language, and how large a millimetre is on its screen."""

from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Final

from desktop.settings import TEXT_PERCENTS, THEMES
from desktop.views.kit.fields import ChoiceField
from desktop.views.language_file import languages
from desktop.views.parts.language_told import LanguageSeen, language_seen, told_of
from desktop.views.parts.staff_card import CardField
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.parts.staff_form_page import FormPage
from desktop.views.parts.staff_lists import note
from desktop.views.texts import texts_in
from desktop.views.visit import Visit

_FORM: Final = "staff_pc_form"
_NAMES: Final = ("theme", "text_percent", "language", "px_per_mm")


@dataclass(frozen=True, slots=True)
class StaffPcState:
    """filled: the fields of Settings. languages: codes of the languages that have a file of words.

    language: how it stands with the language it is set to.
    """

    filled: Filled
    languages: tuple[str, ...] = ("en",)
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
        now = Filled({name: getattr(house.settings, name) for name in _NAMES})
        filled = visit.chosen.pop(_FORM, None) or now
        return StaffPcState(filled, languages(), language_seen(house.settings.language))

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
        themes = [(theme, texts(f"staff.theme.{theme}")) for theme in THEMES]
        sizes = [(size, texts("staff.pc.percent", percent=size)) for size in TEXT_PERCENTS]
        languages = [(code, texts_in(code)("language.name")) for code in state.languages]
        card = CardField(look, texts, value=now["px_per_mm"])
        card.grew.connect(self.again)
        rows: list[list[tuple[str, Any]]] = [
            [
                ("theme", ChoiceField(texts("staff.pc.theme"), look, themes, value=now["theme"])),
                ("text_percent", ChoiceField(texts("staff.pc.text"), look, sizes, value=now["text_percent"])),
            ],
            [("language", ChoiceField(texts("staff.pc.language"), look, languages, value=now["language"]))],
            [("px_per_mm", card)],
        ]
        self.show_form(rows, now)
