"""One member: names, picture, group, what they agreed to, who looks out for them; and what staff do for them."""

from dataclasses import dataclass, field
from functools import partial
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.problems import BadInput
from desktop.services.drafts import MemberDraft
from desktop.services.seen import CreditsSeen, MemberSeen, Pic, WorkerSeen
from desktop.views.kit.fields import ChoiceField, TextField, TickField
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.parts.pressing import begin_for
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.parts.staff_form_page import FormPage, begin_picture
from desktop.views.parts.staff_lists import Note, exact, note, noted
from desktop.views.texts import Texts
from desktop.views.visit import Visit

_FORM: Final = "staff_member_form"
_GROUPS: Final = 6
_ACTIONS: Final = ("movements", "record", "print_slips", "travel", "like", "pressing", "sign_in")


@dataclass(frozen=True, slots=True)
class StaffMemberState:
    """member: None for somebody new. groups: number and words of each. credits_now: what the member has."""

    member: MemberSeen | None
    filled: Filled
    groups: tuple[tuple[int, str], ...] = ()
    workers: tuple[WorkerSeen, ...] = ()
    credits_now: CreditsSeen | None = None
    note: Note = field(default_factory=Note)


class StaffMember(FormPage):
    """A form for one member."""

    name: ClassVar[str] = "staff_member"
    nav: ClassVar[str] = "to_people"
    form: ClassVar[str] = _FORM

    movements = Signal(object)
    record = Signal(object)
    print_slips = Signal(object)
    travel = Signal(object)
    like = Signal(object)
    pressing = Signal(object)
    sign_in = Signal(object)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffMemberState:
        """What was typed last, or the member as they are."""
        member = visit.chosen.get("staff_member")
        seen = services.people.member(member) if member is not None else None
        labels = {group.number: group.label for group in services.people.groups()}
        groups = tuple((number, labels.get(number, "")) for number in _numbers(seen, labels))
        workers = tuple(worker for worker in services.people.workers() if worker.name)
        credits_now = services.credits.of(member) if member is not None else None
        filled = visit.chosen.pop(_FORM, None) or _filled(seen)
        return StaffMemberState(seen, filled, groups, workers, credits_now, noted(visit))

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Write who they are."""
        member = visit.chosen.get("staff_member")
        draft = MemberDraft(
            **answers, member=member, draft_id="" if member is not None else visit.chosen["staff_draft"]
        )
        wrong = attempt(visit, _FORM, answers, lambda: services.people.write_member(draft), blame={BadInput: "name"})
        if wrong is None:
            note(visit, "staff.saved", name=draft.name)
        return wrong

    @staticmethod
    def on_choose_picture(_services: Any, visit: Visit, answers: Answers) -> None:
        """Go and find a picture."""
        begin_picture(visit, _FORM, answers, "")

    @staticmethod
    def on_record(services: Any, visit: Visit, answers: Answers) -> None:
        """Keep what was typed, and record time for them."""
        StaffMember.keep(visit, answers)
        visit.chosen["staff_draft"] = services.sittings.new_draft()

    @staticmethod
    def _keep_typed(_services: Any, visit: Visit, answers: Answers) -> None:
        """Keep what was typed, and see something else about them."""
        StaffMember.keep(visit, answers)

    on_movements = on_travel = on_like = on_sign_in = _keep_typed

    @staticmethod
    def on_pressing(services: Any, visit: Visit, answers: Answers) -> None:
        """Keep what was typed, and try out how they press."""
        StaffMember.keep(visit, answers)
        begin_for(services, visit, visit.chosen["staff_member"])

    @staticmethod
    def on_print_slips(services: Any, visit: Visit, answers: Answers) -> None:
        """Keep what was typed, and print slips from their credits."""
        StaffMember.keep(visit, answers)
        visit.chosen["staff_draft"] = services.sittings.new_draft()
        visit.chosen["staff_slips_for"] = visit.chosen["staff_member"]

    def fill(self, state: StaffMemberState) -> None:
        """Show the fields, and what can be done for them."""
        texts, look, now = self.texts, self.look, state.filled
        self.ask(now["name"] or texts("staff.member.new"), self._told(state))
        known = TextField(texts("staff.member.known_as"), look, value=now["known_as"])
        known.say(texts("staff.member.known_as_note"))
        rows: list[list[tuple[str, Any]]] = [
            [("name", TextField(texts("staff.member.name"), look, value=now["name"])), ("known_as", known)],
            [("pic", self.picture_field(now["pic"])), ("group", self._group(state))],
            [("named_worker", self._named_worker(state)), ("is_paused", self._tick("paused", now["is_paused"]))],
            [
                ("shows_name", self._tick("shows_name", now["shows_name"])),
                ("shows_picture", self._tick("shows_picture", now["shows_picture"])),
            ],
        ]
        self.show_form(rows, now, above=[self._actions()] if state.member is not None else ())

    def _told(self, state: StaffMemberState) -> str:
        has = state.credits_now
        if has is None:
            return ""
        line = self.texts("staff.member.has", length=_amount(has.available_minutes, self.texts))
        if has.waiting_minutes:
            line += " " + self.texts("staff.member.waits", length=_amount(has.waiting_minutes, self.texts))
        return state.note.before(line, self.texts)

    def _actions(self) -> ButtonRow:
        buttons = []
        for outcome in _ACTIONS:
            button = StaffButton(self.texts(f"staff.member.to_{outcome}"), self.look)
            button.clicked.connect(partial(self._leave, outcome))
            buttons.append(button)
        return ButtonRow(self.look, buttons)

    def _leave(self, outcome: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signature
        getattr(self, outcome).emit(self.typed())

    def _group(self, state: StaffMemberState) -> ChoiceField:
        texts = self.texts
        named = [(number, label or texts("staff.member.group_number", number=number)) for number, label in state.groups]
        choices: list[tuple[object, str]] = [(None, texts("staff.member.any_group"))] if state.member is None else []
        return ChoiceField(texts("staff.member.group"), self.look, [*choices, *named], value=state.filled["group"])

    def _named_worker(self, state: StaffMemberState) -> ChoiceField:
        choices = [(None, self.texts("staff.nobody")), *((worker.id, worker.name) for worker in state.workers)]
        label = self.texts("staff.member.named_worker")
        return ChoiceField(label, self.look, choices, value=state.filled["named_worker"])

    def _tick(self, words: str, value: bool) -> TickField:  # noqa: FBT001 - what stands in the form
        return TickField(self.texts(f"staff.member.{words}"), self.look, value=value)


def _amount(minutes: int, texts: Texts) -> str:
    return exact(minutes, texts) if minutes else texts("staff.member.nothing")


def _numbers(member: MemberSeen | None, labels: dict[int, str]) -> list[int]:
    own = {member.group} if member is not None else set()
    return sorted({*range(1, _GROUPS + 1), *labels, *own})


def _filled(seen: MemberSeen | None) -> Filled:
    member: Any = seen or MemberDraft("", pic=Pic("gh:person-brown-hair"))
    names = ("name", "known_as", "pic", "group", "named_worker", "is_paused", "shows_name", "shows_picture")
    return Filled({name: getattr(member, name) for name in names})
