"""The register of a session: one tap says who came; swaps, places that came free, jobs and credits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services import week_on_paper
from desktop.services.week_seen import AttendeeSeen, RegisterSeen
from desktop.views.kit.art import Face, picture
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts.mark_list import MarkList, MarkRow
from desktop.views.parts.staff_lists import Column, Lines, Note, called, noted, tell
from desktop.views.parts.week_acts import SESSION
from desktop.views.parts.week_words import room_name, times
from desktop.views.printing.register_sheets import register_sheet
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit
from ledger.domain.names import FactId
from ledger.domain.week import Attendance, Choice

MARKS: Final = {"came": Attendance.CAME, "came_later": Attendance.CAME_LATER, "not_today": Attendance.NOT_TODAY}


@dataclass(frozen=True, slots=True)
class StaffRegisterState:
    """The register, and what was just done."""

    register: RegisterSeen
    note: Note = field(default_factory=Note)


class StaffRegister(StaffPage):
    """Shows who is going, who waits, who came."""

    name: ClassVar[str] = "staff_register"
    nav: ClassVar[str] = "to_week"
    keeps_up: ClassVar[bool] = True

    mark = Signal(object)  # (member, Attendance)
    swap = Signal(object)  # member
    give_place = Signal(object)  # member
    choose_job = Signal(object)  # a job's id
    add_somebody = Signal()
    credit = Signal()
    print_it = Signal()
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._rows, self._jobs = MarkList(look), Lines(look)
        self._rows.acted.connect(self._acted)
        self._jobs.acted.connect(lambda _key, value: self.choose_job.emit(value))
        self._buttons = {name: self._button(name) for name in ("add_somebody", "credit", "print_it", "go_back")}
        self._jobs_title = StaffWords("", look, bold=True)
        tools = ButtonRow(look, list(self._buttons.values()))
        self._column = Column(look, [tools, self._rows, self._jobs_title, self._jobs])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffRegisterState:
        """The register of the session that was chosen."""
        return StaffRegisterState(services.attendance.register(visit.chosen[SESSION]), noted(visit))

    @staticmethod
    def on_mark(services: Any, visit: Visit, who: tuple[FactId, Attendance]) -> None:
        """Note who came."""
        member, attendance = who
        draft_id = services.sittings.new_draft()
        tell(
            visit,
            lambda: services.attendance.mark(member, visit.chosen[SESSION], attendance, draft_id=draft_id),
            "staff.register.marked",
        )

    @staticmethod
    def on_give_place(services: Any, visit: Visit, member: FactId) -> None:
        """Somebody who waited has a place now."""
        tell(visit, lambda: services.choices.give_place(member, visit.chosen[SESSION]), "staff.register.place_given")

    @staticmethod
    def on_credit(services: Any, visit: Visit) -> None:
        """Give the credits this session earns to everybody who came."""
        draft_id = services.sittings.new_draft()
        tell(
            visit,
            lambda: services.attendance.give_credits(visit.chosen[SESSION], draft_id=draft_id),
            "staff.register.credited",
        )

    @staticmethod
    def on_print_it(services: Any, visit: Visit) -> None:
        """Print it, as it stands."""
        paper = week_on_paper.register(services.attendance.register(visit.chosen[SESSION]))
        sheet = register_sheet(paper, visit.printing.texts)
        tell(visit, lambda: visit.printing.printer.put_on_paper(sheet), "staff.register.printed")

    @staticmethod
    def on_swap(_services: Any, visit: Visit, member: FactId) -> None:
        """Ask what for."""
        visit.chosen["staff_pick"] = ("swap", member)

    @staticmethod
    def on_add_somebody(_services: Any, visit: Visit) -> None:
        """Ask who."""
        visit.chosen["staff_pick"] = ("add", None)

    @staticmethod
    def on_choose_job(_services: Any, visit: Visit, job: FactId) -> None:
        """Ask who has it this time."""
        visit.chosen["staff_pick"] = ("job", job)

    def fill(self, state: StaffRegisterState) -> None:
        """Show a row for each person and each job."""
        texts, session = self.texts, state.register.session
        parts = [f"{texts.day(session.day)}, {times(session)}"]
        if state.note == Note():
            parts += [room_name(session.room, texts)] if session.room is not None else []
            parts += [texts("staff.week.places_told", going=session.going, places=session.places)]
        self.ask(session.activity.label, state.note.before(" · ".join(parts) + ".", texts))
        self._buttons["credit"].setVisible(session.task is not None)
        self._rows.show_marks(_rows_of(state.register, texts))
        self._show_jobs(state.register)
        self._column.again()

    def take_focus(self) -> None:
        """Stay where we are: marking one must not move the page."""
        if self.focusWidget() not in self.focus_order():
            super().take_focus()

    def _show_jobs(self, register: RegisterSeen) -> None:
        names = {one.person.id: called(one.person, self.texts) for one in register.people}
        self._jobs_title.say(self.texts("staff.register.jobs") if register.jobs else "")
        choose = Action("choose_job", self.texts("staff.register.choose_job"))
        self._jobs.show_rows(
            [
                Row(job, label, names.get(member, "") if member else self.texts("staff.nobody"), None, (choose,))
                for job, label, member in register.jobs
            ]
        )

    def _button(self, name: str) -> StaffButton:
        button = StaffButton(self.texts(f"staff.register.{name}"), self.look)
        button.clicked.connect(lambda _=False: getattr(self, name).emit())
        return button

    def _acted(self, key: str, member: object) -> None:
        if key in MARKS:
            self.mark.emit((member, MARKS[key]))
        else:
            getattr(self, key).emit(member)


def _rows_of(register: RegisterSeen, texts: Texts) -> list[MarkRow]:
    marks = tuple((key, texts(f"staff.register.{key}")) for key in MARKS)
    waits = [one for one in register.people if one.choice == Choice.LISTED]
    return [
        MarkRow(
            one.person.id,
            called(one.person, texts),
            _detail(one, waits, texts),
            Face(picture(one.person.pic)),
            marks,
            next((key for key, attendance in MARKS.items() if attendance == one.attendance), ""),
            _others(one, register, texts),
        )
        for one in register.people
    ]


def _detail(one: AttendeeSeen, waits: list[AttendeeSeen], texts: Texts) -> str:
    if one in waits:
        return texts("staff.register.waits", number=waits.index(one) + 1)
    words = texts("staff.register.going" if one.choice == Choice.GOING else "staff.register.not_chosen")
    return f"{words} · {one.job}" if one.job else words


def _others(one: AttendeeSeen, register: RegisterSeen, texts: Texts) -> tuple[tuple[str, str], ...]:
    if one.choice == Choice.LISTED:
        return () if register.session.is_full else (("give_place", texts("staff.register.give_place")),)
    return (("swap", texts("staff.register.swap")),) if one.choice == Choice.GOING else ()
