"""A thank-you slip leaves the drawer: to whom it went, so far as the centre knows them."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from desktop.services.seen import MemberSeen, SlipOut
from desktop.views.kit.fields import ChoiceField
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.parts.staff_form_page import FormPage
from desktop.views.parts.staff_lists import note
from desktop.views.visit import Visit

_FORM: Final = "staff_hand_out_form"


@dataclass(frozen=True, slots=True)
class StaffHandOutState:
    """filled: member, None for somebody who is no member."""

    slip: SlipOut
    members: tuple[MemberSeen, ...]
    filled: Filled


class StaffHandOut(FormPage):
    """Asks who gets it."""

    name: ClassVar[str] = "staff_hand_out"
    nav: ClassVar[str] = "to_slips"
    form: ClassVar[str] = _FORM

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffHandOutState:
        """Who is there."""
        filled = visit.chosen.pop(_FORM, None) or Filled({"member": None})
        return StaffHandOutState(visit.chosen["staff_slip"], tuple(services.people.members()), filled)

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Note it down."""
        slip: SlipOut = visit.chosen["staff_slip"]
        wrong = attempt(visit, _FORM, answers, lambda: services.slips.hand_out(slip.code, answers["member"]))
        if wrong is None:
            note(visit, "staff.hand_out.done")
        return wrong

    def fill(self, state: StaffHandOutState) -> None:
        """Show the field."""
        texts = self.texts
        self.ask(texts("staff.hand_out.title"), texts("staff.slip.code", code=state.slip.code))
        people: list[tuple[object, str]] = [(None, texts("staff.hand_out.somebody"))]
        people += [(member.id, member.name) for member in state.members]
        who = ChoiceField(texts("staff.hand_out.who"), self.look, people, value=state.filled["member"])
        self.show_form([[("member", who)]], state.filled)
