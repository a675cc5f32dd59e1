"""One task: what it is called, its picture, its usual length, what it was for, and whether it is kept."""

from dataclasses import dataclass
from typing import Any, ClassVar

from desktop.problems import BadInput, NotAStep
from desktop.services.drafts import TaskDraft
from desktop.services.seen import Pic
from desktop.views.kit.fields import NumberField, TextField, TickField
from desktop.views.parts.easy_field import EasyTextField
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.parts.staff_form_page import FormPage, begin_picture
from desktop.views.parts.staff_lists import note
from desktop.views.visit import Visit

_FORM = "staff_task_form"


@dataclass(frozen=True, slots=True)
class StaffTaskState:
    """filled: label, pic, usual_minutes, for_what, is_kept."""

    is_new: bool
    filled: Filled
    step_minutes: int = 15


class StaffTask(FormPage):
    """A form for one task."""

    name: ClassVar[str] = "staff_task"
    nav: ClassVar[str] = "to_tasks"
    form: ClassVar[str] = _FORM

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffTaskState:
        """What was typed last, or the task as it is."""
        task = visit.chosen.get("staff_task")
        filled = visit.chosen.pop(_FORM, None) or _filled(services, task)
        return StaffTaskState(task is None, filled, services.centre.rules.step_minutes)

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Write it."""
        task = visit.chosen.get("staff_task")
        draft = TaskDraft(
            answers["label"],
            task,
            answers["pic"],
            int(answers["usual_minutes"] or 0),
            answers["for_what"],
            answers["is_kept"],
            visit.chosen["staff_draft"] if task is None else "",
        )
        wrong = attempt(
            visit,
            _FORM,
            answers,
            lambda: services.tasks.write(draft),
            blame={NotAStep: "usual_minutes", BadInput: "label"},
        )
        if wrong is None:
            note(visit, "staff.saved", name=draft.label)
        return wrong

    @staticmethod
    def on_choose_picture(_services: Any, visit: Visit, answers: Answers) -> None:
        """Go and find a picture."""
        begin_picture(visit, _FORM, answers, answers["label"])

    def fill(self, state: StaffTaskState) -> None:
        """Show the fields."""
        texts, look, now = self.texts, self.look, state.filled
        self.ask(now["label"] or texts("staff.task.new" if state.is_new else "staff.task.unnamed"))
        note = texts("staff.task.label_note")
        label = EasyTextField(texts("staff.task.label"), look, texts, value=now["label"], note=note)
        usual = NumberField(texts("staff.task.usual"), look, value=int(now["usual_minutes"] or 0) or None)
        usual.say(texts("staff.task.usual_note", step=state.step_minutes))
        rows: list[list[tuple[str, Any]]] = [
            [("label", label), ("usual_minutes", usual)],
            [("for_what", TextField(texts("staff.task.for_what"), look, value=now["for_what"]))],
            [("pic", self.picture_field(now["pic"])), ("is_kept", self._kept(now["is_kept"]))],
        ]
        self.show_form(rows, now)

    def _kept(self, is_kept: bool) -> TickField:  # noqa: FBT001 - what stands in the form
        return TickField(self.texts("staff.task.kept"), self.look, value=is_kept)


def _filled(services: Any, task: Any) -> Filled:
    if task is None:
        return Filled({"label": "", "pic": Pic("gh:question"), "usual_minutes": "", "for_what": "", "is_kept": True})
    seen = services.tasks.task(task)
    usual = str(seen.usual_minutes or "")
    return Filled(
        {
            "label": seen.label,
            "pic": seen.pic,
            "usual_minutes": usual,
            "for_what": seen.for_what,
            "is_kept": seen.is_kept,
        }
    )
