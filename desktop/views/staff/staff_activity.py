"""One activity: what it is called, its picture, its kind, and for a project the jobs that go round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from desktop.problems import BadInput
from desktop.services.activities import NoPicture
from desktop.services.drafts_week import ActivityDraft
from desktop.services.seen import Pic
from desktop.views.kit.fields import ChoiceField, LongField, TickField
from desktop.views.parts.easy_field import EasyTextField
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.parts.staff_form_page import FormPage, begin_picture
from desktop.views.parts.staff_lists import note
from desktop.views.visit import Visit
from ledger.domain.names import FactId
from ledger.domain.week import Sort

_FORM: Final = "staff_activity_form"
_NEW_LABEL: Final = "staff_activity_label"
_FROM: Final = "staff_activity_from"
_NO_PICTURE: Final = Pic("gh:question")


@dataclass(frozen=True, slots=True)
class StaffActivityState:
    """filled: label, pic, sort, jobs (one a line), is_kept."""

    is_new: bool
    filled: Filled


class StaffActivity(FormPage):
    """A form for one activity."""

    name: ClassVar[str] = "staff_activity"
    nav: ClassVar[str] = "to_week"
    form: ClassVar[str] = _FORM
    answers = ("wrong", "to_the_week")

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffActivityState:
        """What was typed last, or the activity as it is."""
        activity = visit.chosen.get("staff_activity")
        filled = visit.chosen.pop(_FORM, None) or _filled(services, activity, visit.chosen.pop(_NEW_LABEL, ""))
        return StaffActivityState(activity is None, filled)

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Write it, and its jobs; somebody who came from the week goes back there."""
        activity = visit.chosen.get("staff_activity")
        draft = ActivityDraft(
            answers["label"],
            activity,
            None if answers["pic"] == _NO_PICTURE else answers["pic"],
            answers["sort"],
            answers["is_kept"],
            visit.chosen["staff_draft"] if activity is None else "",
        )

        def write() -> None:
            made = services.activities.write(draft)
            _write_jobs(services, activity or made.first, answers["jobs"].splitlines())

        wrong = attempt(visit, _FORM, answers, write, blame={BadInput: "label", NoPicture: "pic"})
        if wrong is not None:
            return wrong
        note(visit, "staff.saved", name=draft.label)
        return "to_the_week" if visit.chosen.pop(_FROM, None) else None

    @staticmethod
    def on_cancel(_services: Any, visit: Visit) -> str | None:
        """Go back to where it was begun."""
        return "to_the_week" if visit.chosen.pop(_FROM, None) else None

    @staticmethod
    def on_choose_picture(_services: Any, visit: Visit, answers: Answers) -> None:
        """Go and find a picture."""
        begin_picture(visit, _FORM, answers, answers["label"])

    def fill(self, state: StaffActivityState) -> None:
        """Show the fields."""
        texts, look, now = self.texts, self.look, state.filled
        self.ask(now["label"] or texts("staff.activity.new"))
        sorts = [(sort, texts(f"staff.sort.{sort.name.lower()}")) for sort in Sort]
        jobs = LongField(texts("staff.activity.jobs"), look, value=now["jobs"], lines=4)
        jobs.say(texts("staff.activity.jobs_note"))
        rows: list[list[tuple[str, Any]]] = [
            [
                ("label", EasyTextField(texts("staff.activity.label"), look, texts, value=now["label"])),
                ("sort", ChoiceField(texts("staff.activity.sort"), look, sorts, value=now["sort"])),
            ],
            [("pic", self.picture_field(now["pic"])), ("jobs", jobs)],
            [("is_kept", TickField(texts("staff.activity.kept"), look, value=now["is_kept"]))],
        ]
        self.show_form(rows, now)


def _write_jobs(services: Any, activity: FactId, wanted: list[str]) -> None:
    """Add the jobs that are new, and let go of those that are no longer there."""
    labels = list(dict.fromkeys(label.strip() for label in wanted if label.strip()))
    there = {label: job for job, label in services.attendance.jobs(activity)}
    for label in labels:
        if label not in there:
            services.attendance.write_job(activity, label, draft_id=services.sittings.new_draft())
    for label, job in there.items():
        if label not in labels:
            services.attendance.write_job(activity, label, job=job, is_kept=False)


def _filled(services: Any, activity: Any, label: str) -> Filled:
    if activity is None:
        return Filled({"label": label, "pic": _NO_PICTURE, "sort": Sort.ACTIVITY, "jobs": "", "is_kept": True})
    seen = services.activities.one(activity)
    jobs = "\n".join(label for _, label in services.attendance.jobs(activity))
    return Filled({"label": seen.label, "pic": seen.pic, "sort": seen.sort, "jobs": jobs, "is_kept": seen.is_kept})
