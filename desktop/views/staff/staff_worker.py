"""One worker or supporter: names, picture, whether they drive, whether they are still here."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from desktop.problems import BadInput, NotFound
from desktop.services.drafts import WorkerDraft
from desktop.services.seen import Pic, WorkerSeen
from desktop.views.kit.fields import TextField, TickField
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.parts.staff_form_page import FormPage, begin_picture
from desktop.views.parts.staff_lists import note
from desktop.views.visit import Visit

_FORM: Final = "staff_worker_form"


@dataclass(frozen=True, slots=True)
class StaffWorkerState:
    """filled: name, known_as, pic, is_driver, is_kept."""

    is_new: bool
    filled: Filled


class StaffWorker(FormPage):
    """A form for one worker."""

    name: ClassVar[str] = "staff_worker"
    nav: ClassVar[str] = "to_people"
    form: ClassVar[str] = _FORM

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffWorkerState:
        """What was typed last, or the worker as they are."""
        worker = visit.chosen.get("staff_worker")
        filled = visit.chosen.pop(_FORM, None)
        return StaffWorkerState(worker is None, filled or _filled(_seen(services, worker)))

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Write who they are."""
        worker = visit.chosen.get("staff_worker")
        draft = WorkerDraft(
            **answers, worker=worker, draft_id="" if worker is not None else visit.chosen["staff_draft"]
        )
        wrong = attempt(visit, _FORM, answers, lambda: services.people.write_worker(draft), blame={BadInput: "name"})
        if wrong is None:
            note(visit, "staff.saved", name=draft.name)
            visit.chosen["staff_people_kind"] = True
        return wrong

    @staticmethod
    def on_choose_picture(_services: Any, visit: Visit, answers: Answers) -> None:
        """Go and find a picture."""
        begin_picture(visit, _FORM, answers, "")

    def fill(self, state: StaffWorkerState) -> None:
        """Show the fields."""
        texts, look, now = self.texts, self.look, state.filled
        self.ask(now["name"] or texts("staff.worker.new" if state.is_new else "staff.worker.unnamed"))
        rows: list[list[tuple[str, Any]]] = [
            [
                ("name", TextField(texts("staff.member.name"), look, value=now["name"])),
                ("known_as", TextField(texts("staff.member.known_as"), look, value=now["known_as"])),
            ],
            [("pic", self.picture_field(now["pic"]))],
            [
                ("is_driver", TickField(texts("staff.worker.drives"), look, value=now["is_driver"])),
                ("is_kept", TickField(texts("staff.worker.kept"), look, value=now["is_kept"])),
            ],
        ]
        self.show_form(rows, now)


def _seen(services: Any, worker: Any) -> WorkerSeen | None:
    if worker is None:
        return None
    found = next((one for one in services.people.workers() if one.id == worker), None)
    if not isinstance(found, WorkerSeen):
        raise NotFound("This worker is not on the list any more.")
    return found


def _filled(seen: WorkerSeen | None) -> Filled:
    worker: Any = seen or WorkerDraft("", pic=Pic("gh:person-staff-badge"))
    return Filled({name: getattr(worker, name) for name in ("name", "known_as", "pic", "is_driver", "is_kept")})
