"""How one member likes things to look and sound: what they chose themselves stands here, and can be set for them."""

from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Final

from desktop.problems import BadInput
from desktop.views.language_file import languages
from desktop.views.parts.like_fields import Heard, LikeFields, heard_here
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.parts.staff_form_page import FormPage
from desktop.views.parts.staff_lists import note
from desktop.views.visit import Visit
from ledger.domain.access import Colours

_FORM: Final = "staff_like_form"
FIELDS: Final = (
    "colours",
    "text_size",
    "hand",
    "language",
    "idle_minutes",
    "speech",
    "voice",
    "speed_percent",
    "volume_percent",
    "sounds",
)


@dataclass(frozen=True, slots=True)
class StaffLikeState:
    """name: whose. filled: fields of `AccessWritten`. heard: the voices and languages of this PC."""

    name: str
    filled: Filled
    heard: Heard = field(default_factory=Heard)


class StaffLike(FormPage):
    """A form for one member."""

    name: ClassVar[str] = "staff_like"
    nav: ClassVar[str] = "to_people"
    form: ClassVar[str] = _FORM

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffLikeState:
        """What was chosen last, or how it is."""
        member = visit.chosen["staff_member"]
        own = services.access.of(member)
        filled = visit.chosen.pop(_FORM, None) or Filled({name: getattr(own, name) for name in FIELDS})
        return StaffLikeState(services.people.member(member).name, filled, heard_here(visit.house, languages()))

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Write it; what is set about pressing stays."""
        member = visit.chosen["staff_member"]
        own = replace(services.access.of(member), **answers)
        wrong = attempt(visit, _FORM, answers, lambda: services.access.write(own), blame={BadInput: "voice"})
        if wrong is None:
            note(visit, "staff.saved", name=services.people.member(member).name)
        return wrong

    def fill(self, state: StaffLikeState) -> None:
        """Show the fields."""
        texts, now = self.texts, state.filled
        self.ask(texts("staff.like.title", name=state.name), texts("staff.like.line"))
        fields = LikeFields(self.look, texts, now, state.heard)
        rows: list[list[tuple[str, Any]]] = [
            [("colours", fields.colours("colours", tuple(Colours)[1:])), ("text_size", fields.text_size("text_size"))],
            [("hand", fields.hand()), ("language", fields.language())],
            *fields.speech_rows(),
            [("sounds", fields.sounds("sounds")), ("idle_minutes", fields.idle())],
        ]
        self.show_form(rows, now)
