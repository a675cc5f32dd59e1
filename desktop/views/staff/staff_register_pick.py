"""Choosing for a register: who came too, what somebody does instead, or who has a job."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import PersonSeen
from desktop.services.week_seen import SessionSeen
from desktop.views.kit.art import Face, picture
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts.staff_lists import Column, called, tell
from desktop.views.parts.week_acts import SESSION
from desktop.views.parts.week_words import times
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit
from ledger.domain.week import Attendance


@dataclass(frozen=True, slots=True)
class StaffRegisterPickState:
    """kind: `add`, `swap` or `job`. name: of whom, or of the job. people, sessions: what there is to choose."""

    kind: str
    name: str = ""
    people: tuple[PersonSeen, ...] = ()
    sessions: tuple[SessionSeen, ...] = ()


class StaffRegisterPick(StaffPage):
    """Asks one question."""

    name: ClassVar[str] = "staff_register_pick"
    nav: ClassVar[str] = "to_week"

    picked = Signal(object)  # a person's id, an Occurrence, or None for nobody
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._column = Column(look, [])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffRegisterPickState:
        """What there is to choose from."""
        kind, about = visit.chosen["staff_pick"]
        register = services.attendance.register(visit.chosen[SESSION])
        there = {one.person.id for one in register.people}
        everybody = [services.people.person(member.id) for member in services.people.members()]
        if kind == "swap":
            name = next(one.person for one in register.people if one.person.id == about).spoken_name
            return StaffRegisterPickState(kind, name, sessions=_others(services, register.session))
        if kind == "job":
            label = next(label for job, label, _ in register.jobs if job == about)
            turn = services.attendance.next_for_job(about, visit.chosen[SESSION])
            people = sorted((one.person for one in register.people), key=lambda one: one.id != turn)
            return StaffRegisterPickState(kind, label, tuple(people))
        return StaffRegisterPickState(kind, people=tuple(one for one in everybody if one.id not in there))

    @staticmethod
    def on_picked(services: Any, visit: Visit, value: Any) -> None:
        """Do what was asked about."""
        kind, about = visit.chosen["staff_pick"]
        at, attendance, draft_id = visit.chosen[SESSION], services.attendance, services.sittings.new_draft()
        if kind == "swap":
            tell(visit, lambda: attendance.swap(about, at, value, draft_id=draft_id), "staff.register.swapped")
        elif kind == "job":
            tell(
                visit, lambda: attendance.give_job(about, at, value or None, draft_id=draft_id), "staff.register.marked"
            )
        else:
            tell(visit, lambda: attendance.mark(value, at, Attendance.CAME, draft_id=draft_id), "staff.register.marked")

    def fill(self, state: StaffRegisterPickState) -> None:
        """Show what there is to choose from."""
        texts = self.texts
        self.ask(texts(f"staff.register.ask_{state.kind}", name=state.name))
        buttons = [self._button(called(one, texts), one.id, Face(picture(one.pic))) for one in state.people]
        buttons += [
            self._button(f"{one.activity.label}, {times(one)}", one.at, picture(one.activity.pic))
            for one in state.sessions
        ]
        if state.kind == "job":
            buttons.append(self._button(texts("staff.nobody"), False, None))
        back = StaffButton(texts("staff.go_back"), self.look)
        back.clicked.connect(self.go_back)
        nobody = [] if buttons else [StaffWords(texts(f"staff.register.none_{state.kind}"), self.look)]
        self._column.put([*nobody, ButtonRow(self.look, buttons), ButtonRow(self.look, [back])])

    def _button(self, name: str, value: object, art: Any) -> StaffButton:
        button = StaffButton(name, self.look, art=art)
        button.clicked.connect(lambda _=False: self.picked.emit(value))
        return button


def _others(services: Any, session: SessionSeen) -> tuple[SessionSeen, ...]:
    """What else takes place that day."""
    week = services.week.week(session.day)
    return tuple(one for one in week.sessions if one.day == session.day and one.is_on and one.at != session.at)
