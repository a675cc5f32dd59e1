"""Recording time for a member who does not do it themselves; a worker's own entry counts at once."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from desktop.problems import BadInput, KnownProblem, NotAStep
from desktop.services.drafts import HelpedDraft
from desktop.services.seen import MemberSeen, TaskSeen
from desktop.views.kit.fields import ChoiceField, NumberField
from desktop.views.parts.staff_form import Answers, Filled, attempt, refused
from desktop.views.parts.staff_form_page import FormPage
from desktop.views.parts.staff_lists import note
from desktop.views.visit import Visit

_FORM: Final = "staff_record_form"


@dataclass(frozen=True, slots=True)
class StaffRecordState:
    """who: the member's name. others: who may have done it too."""

    who: str
    tasks: tuple[TaskSeen, ...]
    others: tuple[MemberSeen, ...]
    filled: Filled
    step_minutes: int = 15


class StaffRecord(FormPage):
    """A form for one contribution."""

    name: ClassVar[str] = "staff_record"
    nav: ClassVar[str] = "to_people"
    form: ClassVar[str] = _FORM

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffRecordState:
        """Tasks, people, and what was typed last."""
        member = visit.chosen["staff_member"]
        tasks = tuple(task for task in services.tasks.all() if task.label)
        others = tuple(one for one in services.people.members() if one.id != member)
        filled = visit.chosen.pop(_FORM, None) or Filled({"task": None, "minutes": "", "with_member": None})
        step = services.centre.rules.step_minutes
        return StaffRecordState(services.people.member(member).name, tasks, others, filled, step)

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Record it."""
        if not answers["minutes"]:
            return refused(visit, _FORM, answers, where="minutes", words="staff.record.needs_minutes")
        if answers["task"] is None:
            return refused(visit, _FORM, answers, where="task", words="staff.record.needs_task")
        beside = () if answers["with_member"] is None else (answers["with_member"],)
        draft = HelpedDraft(visit.chosen["staff_draft"], answers["task"], int(answers["minutes"]), with_members=beside)
        member = visit.chosen["staff_member"]
        blame: dict[type[KnownProblem], str] = {NotAStep: "minutes", BadInput: "with_member"}
        wrong = attempt(visit, _FORM, answers, lambda: services.contributions.record(draft, member), blame=blame)
        if wrong is None:
            note(visit, "staff.record.done")
        return wrong

    def fill(self, state: StaffRecordState) -> None:
        """Show the fields."""
        texts, look, now = self.texts, self.look, state.filled
        self.ask(texts("staff.record.title", name=state.who), texts("staff.record.line"))
        tasks: list[tuple[object, str]] = [(None, texts("staff.record.choose_task"))]
        tasks += [(task.id, task.label) for task in state.tasks]
        others: list[tuple[object, str]] = [(None, texts("staff.record.alone"))]
        others += [(one.id, one.name) for one in state.others]
        minutes = NumberField(texts("staff.record.minutes"), look, value=int(now["minutes"] or 0) or None)
        minutes.say(texts("staff.record.minutes_note", step=state.step_minutes))
        rows: list[list[tuple[str, Any]]] = [
            [("task", ChoiceField(texts("staff.record.task"), look, tasks, value=now["task"])), ("minutes", minutes)],
            [("with_member", ChoiceField(texts("staff.record.with"), look, others, value=now["with_member"]))],
        ]
        self.show_form(rows, now)
