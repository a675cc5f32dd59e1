"""What the week is made of and what hangs on it: activities, rooms, vehicles, closed days, the fire list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.parts.staff_form import forget_forms
from desktop.views.parts.staff_lists import Column, Lines, Note, noted
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_ROWS: Final = (
    ("activities", "gh:brushes"),
    ("rooms", "om:1F6AA"),
    ("vehicles", "om:1F690"),
    ("closed_days", "om:1F4C5"),
    ("fire_list", "om:1F525"),
    ("calendar", "om:1F4E4"),
    ("opinions", "gh:have-my-say"),
)


@dataclass(frozen=True, slots=True)
class StaffWeekListsState:
    """What was just done."""

    note: Note = field(default_factory=Note)


class StaffWeekLists(StaffPage):
    """Shows where each list is."""

    name: ClassVar[str] = "staff_week_lists"
    nav: ClassVar[str] = "to_week"

    activities = Signal()
    rooms = Signal()
    vehicles = Signal()
    closed_days = Signal()
    fire_list = Signal()
    calendar = Signal()
    opinions = Signal()
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._rows = Lines(look)
        self._rows.acted.connect(lambda key, _: getattr(self, key).emit())
        back = StaffButton(texts("staff.week.back"), look)
        back.clicked.connect(self.go_back)
        self._column = Column(look, [ButtonRow(look, [back]), self._rows])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(_services: Any, visit: Visit) -> StaffWeekListsState:
        """What was just done."""
        forget_forms(visit)
        return StaffWeekListsState(noted(visit))

    def fill(self, state: StaffWeekListsState) -> None:
        """Show a row for each."""
        texts = self.texts
        self.ask(texts("staff.lists.title"), state.note.before("", texts))
        self._rows.show_rows(
            [
                Row(
                    name,
                    texts(f"staff.lists.{name}"),
                    texts(f"staff.lists.{name}_line"),
                    Symbol(art),
                    (Action(name, texts("staff.open")),),
                )
                for name, art in _ROWS
            ]
        )
        self._column.again()
