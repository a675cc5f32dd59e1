"""Asks for the reason before something is put aside, put right, or made void; the reason is kept with it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from desktop.problems import BadInput
from desktop.services.seen import MovementSeen, NeedSeen, SlipOut, WaitingSeen
from desktop.services.slip_register import SheetSeen
from desktop.views.kit.fields import ChoiceField, TextField
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.parts.staff_form_page import FormPage
from desktop.views.parts.staff_lists import called, exact, note
from desktop.views.parts.ticked import tick_off
from desktop.views.visit import Visit

_FORM: Final = "staff_why_form"


@dataclass(frozen=True, slots=True)
class StaffWhyState:
    """kind: answer, put_aside, put_right, void, void_sheet. what: it. filled: why; scanned, has_paper: of slips."""

    kind: str
    what: Any
    filled: Filled


class StaffWhy(FormPage):
    """Asks why."""

    name: ClassVar[str] = "staff_why"
    form: ClassVar[str] = _FORM

    @staticmethod
    def read(_services: Any, visit: Visit) -> StaffWhyState:
        """What it is about, and what was typed last."""
        kind, what = visit.chosen["why"]
        usual = Filled({"why": "", "has_paper": False, "scanned": ""})
        return StaffWhyState(kind, what, visit.chosen.pop(_FORM, None) or usual)

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Do it, with the reason."""
        kind, what = visit.chosen["why"]
        job = _jobs(services, visit, what, answers)[kind]
        wrong = attempt(visit, _FORM, answers, job, blame={BadInput: "why"})
        if wrong is None:
            note(visit, f"staff.why.{kind}_done")
        return wrong

    def fill(self, state: StaffWhyState) -> None:
        """Show what it is about, and the field."""
        self.ask(self.texts(f"staff.why.{state.kind}"), self._told(state))
        label = self.texts("staff.why.tell" if state.kind == "answer" else "staff.why.why")
        why = TextField(label, self.look, value=state.filled["why"])
        why.say(self.texts(f"staff.why.{state.kind}_note"))
        rows: list[list[tuple[str, Any]]] = [[("why", why)]]
        if state.kind == "void":
            scan = TextField(self.texts("staff.why.scan"), self.look, value=state.filled.answers.get("scanned", ""))
            scan.say(self.texts("staff.why.scan_note"))
            rows.insert(0, [("scanned", scan)])
        elif state.kind == "void_sheet":
            choices = [(True, self.texts("staff.why.has_paper")), (False, self.texts("staff.why.no_paper"))]
            paper = ChoiceField(
                self.texts("staff.why.paper"), self.look, choices, value=state.filled.answers.get("has_paper")
            )
            rows.insert(0, [("has_paper", paper)])
        self.show_form(rows, state.filled)

    def save_words(self) -> str:
        """What will be done."""
        return self.texts("staff.why.do_it")

    def _told(self, state: StaffWhyState) -> str:
        texts, what = self.texts, state.what
        if isinstance(what, WaitingSeen):
            return f"{called(what.member, texts)}: {what.label or exact(what.minutes, texts)}"
        if isinstance(what, MovementSeen):
            return f"{texts(f'staff.{what.what}')}: {what.label}, {exact(abs(what.minutes), texts)}"
        if isinstance(what, SheetSeen):
            slips = texts.count("staff.out.slips", len(what.slips))
            return texts("staff.why.sheet", slips=slips, first=what.slips[0].code, last=what.slips[-1].code)
        if isinstance(what, NeedSeen):
            return f"{called(what.person, texts)}: {texts.listed(what.sessions)}"
        if isinstance(what, SlipOut):
            return texts("staff.slip.code", code=what.code)
        return ""


def _jobs(services: Any, visit: Visit, what: Any, answers: Answers) -> dict[str, Callable[[], object]]:
    why = answers["why"]
    return {
        "put_aside": lambda: services.waiting.decline(what.fact, why),
        "answer": lambda: tick_off(visit, what, services.saying.tell(what.about, why)),
        "put_right": lambda: services.credits.put_right(what.fact, why),
        "void_sheet": lambda: services.slip_register.void_sheet(what.id, why, has_paper=answers["has_paper"]),
        "void": lambda: services.slips.void(what.code, why, scanned=answers["scanned"]),
    }
