"""Groups at sign-in: the picture and the words each is known by."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import GroupSeen
from desktop.views.kit.art import picture
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.parts.staff_form import forget_forms
from desktop.views.parts.staff_lists import Column, Lines, Note, noted
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class StaffGroupsState:
    """groups: those that somebody is in."""

    groups: tuple[GroupSeen, ...]
    note: Note = field(default_factory=Note)


class StaffGroups(StaffPage):
    """Shows the groups."""

    name: ClassVar[str] = "staff_groups"
    nav: ClassVar[str] = "to_settings"

    open_group = Signal(object)  # GroupSeen
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        back = StaffButton(texts("staff.go_back"), look)
        back.clicked.connect(self.go_back)
        self._rows = Lines(look)
        self._rows.acted.connect(lambda _, value: self.open_group.emit(value))
        self._column = Column(look, [ButtonRow(look, [back]), self._rows])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffGroupsState:
        """The groups."""
        forget_forms(visit)
        return StaffGroupsState(tuple(services.people.groups()), noted(visit))

    @staticmethod
    def on_open_group(_services: Any, visit: Visit, group: GroupSeen) -> None:
        """Open one."""
        visit.chosen["staff_group"] = group

    def fill(self, state: StaffGroupsState) -> None:
        """Show a row for each."""
        self.ask(self.texts("staff.settings.groups"), state.note.before(self.texts("staff.groups.line"), self.texts))
        self._rows.show_rows([self._row(group) for group in state.groups])
        self._column.again()

    def _row(self, group: GroupSeen) -> Row:
        title = group.label or self.texts("staff.member.group_number", number=group.number)
        return Row(group, title, "", picture(group.pic), (Action("open_group", self.texts("staff.open")),))
