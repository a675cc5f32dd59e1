"""Making slips: for whom, how many, and what each is good for."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from desktop.problems import BadInput, KnownProblem, NotAStep, NotEnough
from desktop.services.papers import SlipPaper
from desktop.services.seen import MemberSeen
from desktop.views.kit.fields import ChoiceField, NumberField
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.parts.staff_form_page import FormPage
from desktop.views.visit import Visit

_FORM: Final = "staff_print_form"
_SHEET: Final = 8
_BLAME: Final[dict[type[KnownProblem], str]] = {BadInput: "count", NotEnough: "count", NotAStep: "coins"}


@dataclass(frozen=True, slots=True)
class StaffPrintState:
    """filled: member (None for thank-you slips), count, coins."""

    members: tuple[MemberSeen, ...]
    filled: Filled


class StaffPrint(FormPage):
    """A form for a batch of slips."""

    name: ClassVar[str] = "staff_print"
    nav: ClassVar[str] = "to_slips"
    form: ClassVar[str] = _FORM

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffPrintState:
        """Who is there, and what was typed last."""
        member = visit.chosen.get("staff_slips_for")
        first = {"member": member, "count": str(1 if member is not None else _SHEET), "coins": "1"}
        return StaffPrintState(tuple(services.people.members()), visit.chosen.pop(_FORM, None) or Filled(first))

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Make them."""
        return attempt(visit, _FORM, answers, lambda: _make(services, visit, answers), blame=_BLAME)

    def fill(self, state: StaffPrintState) -> None:
        """Show the fields."""
        texts, look, now = self.texts, self.look, state.filled
        self.ask(texts("staff.print.title"), texts("staff.print.line"))
        choices: list[tuple[object, str]] = [(None, texts("staff.print.thanks"))]
        choices += [(member.id, member.name) for member in state.members]
        count = NumberField(texts("staff.print.count"), look, value=int(now["count"] or 0))
        count.say(texts("staff.print.count_note"))
        coins = NumberField(texts("staff.print.coins"), look, value=int(now["coins"] or 0))
        rows: list[list[tuple[str, Any]]] = [
            [("member", ChoiceField(texts("staff.print.member"), look, choices, value=now["member"]))],
            [("count", count), ("coins", coins)],
        ]
        self.show_form(rows, now)

    def save_words(self) -> str:
        """What will be done."""
        return self.texts("staff.print.make")


def _make(services: Any, visit: Visit, answers: Answers) -> None:
    count = int(answers["count"] or 0)
    minutes = int(answers["coins"] or 0) * services.centre.rules.credit_minutes
    services.centre.check_batch(count)
    draft_id = visit.chosen["staff_draft"]
    papers: list[SlipPaper]
    if answers["member"] is None:
        papers = services.slips.print_thanks(count, minutes, draft_id=draft_id)
    else:
        papers = services.slips.print_for_member(answers["member"], count, minutes, draft_id=draft_id)
    visit.chosen["staff_papers"] = papers
