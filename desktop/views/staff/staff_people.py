"""People: members and workers, found by name, each to be opened; and new ones."""

from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.seen import MemberSeen, WorkerSeen
from desktop.views.kit.art import picture
from desktop.views.kit.fields import TextField
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts.staff_form import forget_forms
from desktop.views.parts.staff_lists import Column, Lines, Note, noted
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_MOST: Final = 60
_KIND: Final = "staff_people_kind"


@dataclass(frozen=True, slots=True)
class StaffPeopleState:
    """groups: the words of each sign-in group by its number. shows_workers: which of the two lists is asked for."""

    members: tuple[MemberSeen, ...] = ()
    workers: tuple[WorkerSeen, ...] = ()
    groups: dict[int, str] = field(default_factory=dict)
    shows_workers: bool = False
    note: Note = field(default_factory=Note)


class StaffPeople(StaffPage):
    """Shows the people."""

    name: ClassVar[str] = "staff_people"
    nav: ClassVar[str] = "to_people"

    open_member = Signal(object)  # its id
    open_worker = Signal(object)  # its id
    add_member = Signal()
    add_worker = Signal()
    members = Signal()
    workers = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._state = StaffPeopleState()
        self._find = TextField(texts("staff.find"), look)
        self._find.changed.connect(self._show)
        self._rows = Lines(look)
        self._rows.acted.connect(lambda key, value: getattr(self, key).emit(value))
        self._left_out = StaffWords("", look)
        self._column: Column | None = None

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffPeopleState:
        """Everybody."""
        forget_forms(visit)
        people = services.people
        return StaffPeopleState(
            tuple(people.members()),
            tuple(people.workers()),
            {group.number: group.label for group in people.groups()},
            visit.chosen.get(_KIND, False),
            noted(visit),
        )

    @staticmethod
    def on_open_member(_services: Any, visit: Visit, member: Any) -> None:
        """Open a member."""
        visit.chosen["staff_member"] = member

    @staticmethod
    def on_open_worker(_services: Any, visit: Visit, worker: Any) -> None:
        """Open a worker."""
        visit.chosen["staff_worker"] = worker

    @staticmethod
    def on_add_member(services: Any, visit: Visit) -> None:
        """Begin a new member."""
        visit.chosen["staff_member"] = None
        visit.chosen["staff_draft"] = services.sittings.new_draft()

    @staticmethod
    def on_add_worker(services: Any, visit: Visit) -> None:
        """Begin a new worker."""
        visit.chosen["staff_worker"] = None
        visit.chosen["staff_draft"] = services.sittings.new_draft()

    @staticmethod
    def on_members(_services: Any, visit: Visit) -> None:
        """Show members."""
        visit.chosen[_KIND] = False

    @staticmethod
    def on_workers(_services: Any, visit: Visit) -> None:
        """Show workers."""
        visit.chosen[_KIND] = True

    def fill(self, state: StaffPeopleState) -> None:
        """Show one of the two lists."""
        if state.shows_workers != self._state.shows_workers:
            self._find.set_value("")
        self._state = state
        count = len(state.workers if state.shows_workers else state.members)
        line = self.texts.count("staff.people.workers" if state.shows_workers else "staff.people.members", count)
        self.ask(self.texts("staff.people.title"), state.note.before(line, self.texts))
        column = Column(self.look, [self._buttons(state), self._find, self._rows, self._left_out])
        self._column = column
        self.set_body(column, scrolls=True)
        self._show()

    def _buttons(self, state: StaffPeopleState) -> ButtonRow:
        wanted = (
            ("add_worker" if state.shows_workers else "add_member", True),
            ("members" if state.shows_workers else "workers", False),
        )
        buttons = []
        for outcome, strong in wanted:
            button = StaffButton(self.texts(f"staff.people.to_{outcome}"), self.look, strong=strong)
            button.clicked.connect(getattr(self, outcome))
            buttons.append(button)
        return ButtonRow(self.look, buttons)

    def _show(self) -> None:
        state, wanted = self._state, self._find.value().casefold()
        everybody: tuple[Any, ...] = state.workers if state.shows_workers else state.members
        found = [one for one in everybody if wanted in f"{one.name} {one.known_as}".casefold()]
        make = self._worker_row if state.shows_workers else self._member_row
        self._rows.show_rows([make(one) for one in found[:_MOST]])
        more = len(found) - _MOST
        words = self.texts.count("staff.people.left_out", more) if more > 0 else ""
        self._left_out.say(words if found else self.texts("staff.nothing_found"))
        if self._column is not None:
            self._column.again()

    def _member_row(self, member: MemberSeen) -> Row:
        texts, state = self.texts, self._state
        parts = [state.groups.get(member.group) or texts("staff.member.group_number", number=member.group)]
        if member.known_as:
            parts.insert(0, texts("staff.people.known_as", name=member.known_as))
        if member.is_paused:
            parts.append(texts("staff.people.paused"))
        action = Action("open_member", texts("staff.open"))
        return Row(member.id, member.name, " · ".join(parts), picture(member.pic), (action,))

    def _worker_row(self, worker: WorkerSeen) -> Row:
        texts = self.texts
        parts = [texts("staff.people.known_as", name=worker.known_as)] if worker.known_as else []
        parts += [texts("staff.people.drives")] if worker.is_driver else []
        action = Action("open_worker", texts("staff.open" if worker.name else "staff.today.name_it"))
        title = worker.name or texts("staff.unnamed")
        return Row(worker.id, title, " · ".join(parts), picture(worker.pic), (action,))
