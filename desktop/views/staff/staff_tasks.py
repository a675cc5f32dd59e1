"""Tasks: everything people help with here, to name, change, or take off the list."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import TaskSeen
from desktop.views.kit.art import picture
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.parts.staff_form import forget_forms
from desktop.views.parts.staff_lists import Column, Lines, Note, exact, noted
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class StaffTasksState:
    """tasks: those still to be named first."""

    tasks: tuple[TaskSeen, ...]
    note: Note = field(default_factory=Note)


class StaffTasks(StaffPage):
    """Shows the tasks."""

    name: ClassVar[str] = "staff_tasks"
    nav: ClassVar[str] = "to_tasks"

    add = Signal()
    open_task = Signal(object)  # its id
    choose_first = Signal()  # from those that come with Goodhour, while there are none

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._rows = Lines(look)
        self._rows.acted.connect(lambda _, value: self.open_task.emit(value))
        add = StaffButton(texts("staff.tasks.add"), look, strong=True)
        add.clicked.connect(self.add)
        self._first = StaffButton(texts("staff.tasks.choose_first"), look)
        self._first.clicked.connect(self.choose_first)
        self._column = Column(look, [ButtonRow(look, [add, self._first]), self._rows])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffTasksState:
        """Every task that is kept."""
        forget_forms(visit)
        return StaffTasksState(tuple(sorted(services.tasks.all(), key=lambda task: bool(task.label))), noted(visit))

    @staticmethod
    def on_add(services: Any, visit: Visit) -> None:
        """Begin a new one."""
        visit.chosen["staff_task"] = None
        visit.chosen["staff_draft"] = services.sittings.new_draft()

    @staticmethod
    def on_open_task(_services: Any, visit: Visit, task: Any) -> None:
        """Open one."""
        visit.chosen["staff_task"] = task

    def fill(self, state: StaffTasksState) -> None:
        """Show a row for each."""
        line = self.texts.count("staff.tasks.line", len(state.tasks))
        self.ask(self.texts("staff.tasks.title"), state.note.before(line, self.texts))
        self._first.setVisible(not state.tasks)
        self._rows.show_rows([self._row(task) for task in state.tasks])
        self._column.again()

    def _row(self, task: TaskSeen) -> Row:
        usual = exact(task.usual_minutes, self.texts) if task.usual_minutes else ""
        detail = " · ".join(part for part in (usual, task.for_what) if part)
        words = "staff.open" if task.label else "staff.today.name_it"
        action = Action("open_task", self.texts(words), strong=not task.label)
        return Row(task.id, task.label or self.texts("staff.unnamed"), detail, picture(task.pic), (action,))
