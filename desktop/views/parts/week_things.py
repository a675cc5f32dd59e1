"""Pages that list what the week is made of: activities, rooms, vehicles; each line opens its form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.rows import Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.parts.staff_lists import Column, Lines, Note
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


class ThingsPage(StaffPage):
    """A list with Add above it. words: where its words are; chosen: the name its form looks for what to open."""

    nav: ClassVar[str] = "to_week"
    words: ClassVar[str] = ""
    chosen: ClassVar[str] = ""

    add = Signal()
    open_thing = Signal(object)  # its id
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._rows = Lines(look)
        self._rows.acted.connect(lambda _key, value: self.open_thing.emit(value))
        add = StaffButton(texts(f"{self.words}.add"), look, strong=True)
        add.clicked.connect(self.add)
        back = StaffButton(texts("staff.week.back"), look)
        back.clicked.connect(self.go_back)
        self._column = Column(look, [ButtonRow(look, [add, back]), self._rows])
        self.set_body(self._column, scrolls=True)

    @classmethod
    def begin(cls, services: Any, visit: Visit) -> None:
        """Begin a new one."""
        visit.chosen[cls.chosen] = None
        visit.chosen["staff_draft"] = services.sittings.new_draft()

    def show_things(self, rows: Sequence[Row], note: Note) -> None:
        """Show a line for each."""
        line = self.texts.count(f"{self.words}.line", len(rows))
        self.ask(self.texts(f"{self.words}.title"), note.before(line, self.texts))
        self._rows.show_rows(rows)
        self._column.again()
