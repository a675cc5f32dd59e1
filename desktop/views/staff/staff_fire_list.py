"""The fire list: everybody who may be in the house today. Nobody is left out because nobody tapped."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.week_seen import FireListSeen, InHouseSeen
from desktop.views.kit.art import Face, picture
from desktop.views.kit.fields import TextField
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.parts.mark_list import MarkList, MarkRow
from desktop.views.parts.staff_lists import Column, Note, called, noted, tell
from desktop.views.printing.fire_lists import fire_list
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit
from ledger.domain.coming import Presence
from ledger.domain.names import FactId

MARKS: Final = {"here": Presence.HERE, "not_here": Presence.LEFT, "not_known": Presence.NOT_KNOWN}
_SHOWN: Final = {
    Presence.HERE: "here",
    Presence.LEFT: "not_here",
    Presence.NOT_COMING: "not_here",
    Presence.NOT_KNOWN: "not_known",
}


@dataclass(frozen=True, slots=True)
class StaffFireListState:
    """The list, and what was just done."""

    fire: FireListSeen
    note: Note = field(default_factory=Note)


class StaffFireList(StaffPage):
    """Shows everybody."""

    name: ClassVar[str] = "staff_fire_list"
    nav: ClassVar[str] = "to_week"
    keeps_up: ClassVar[bool] = True

    mark = Signal(object)  # (person, Presence)
    visitor = Signal(object)  # a name
    print_it = Signal()
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._rows = MarkList(look)
        self._rows.acted.connect(lambda key, person: self.mark.emit((person, MARKS[key])))
        self._visitor = TextField(texts("staff.fire.visitor_name"), look)
        self._visitor.entered.connect(self._come_in)
        print_it = StaffButton(texts("staff.fire.print_it"), look, strong=True)
        print_it.clicked.connect(self.print_it)
        come_in, back = StaffButton(texts("staff.fire.come_in"), look), StaffButton(texts("staff.go_back"), look)
        come_in.clicked.connect(lambda _=False: self._come_in())
        back.clicked.connect(self.go_back)
        somebody = StaffButton(texts("staff.fire.somebody"), look)
        somebody.clicked.connect(lambda _=False: self._visitor.focus())
        tools = ButtonRow(look, [print_it, somebody, back])
        self._column = Column(look, [tools, self._rows, self._visitor, ButtonRow(look, [come_in])])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffFireListState:
        """Everybody of today."""
        return StaffFireListState(services.attendance.fire_list(services.centre.today()), noted(visit))

    @staticmethod
    def on_mark(services: Any, visit: Visit, who: tuple[FactId, Presence]) -> None:
        """Note where somebody is."""
        today = services.centre.today()
        tell(visit, lambda: services.attendance.presence(who[0], today, who[1]), "staff.register.marked")

    @staticmethod
    def on_visitor(services: Any, visit: Visit, name: str) -> None:
        """Somebody came to visit."""
        today = services.centre.today()
        tell(visit, lambda: services.attendance.visitor(name, today), "staff.fire.is_in", name=name)

    @staticmethod
    def on_print_it(services: Any, visit: Visit) -> None:
        """Print it at once."""
        paper = services.week_papers.fire_list(services.centre.today())
        sheet = fire_list(paper, visit.printing.texts)
        tell(visit, lambda: visit.printing.printer.put_on_paper(sheet), "staff.fire.printed")

    def fill(self, state: StaffFireListState) -> None:
        """Show a row for each."""
        texts = self.texts
        counts = Counter(_SHOWN[one.presence] for one in state.fire.people)
        line = texts("staff.fire.line", **{name: counts[name] for name in MARKS})
        self.ask(texts("staff.fire.title", day=texts.day(state.fire.day)), state.note.before(line, texts))
        self._rows.show_marks([self._row(one) for one in state.fire.people])
        if not state.note.words:
            self._visitor.set_value("")
        self._column.again()

    def take_focus(self) -> None:
        """Stay where we are: marking one must not move the page."""
        if self.focusWidget() not in self.focus_order():
            super().take_focus()

    def _row(self, one: InHouseSeen) -> MarkRow:
        texts = self.texts
        marks = tuple((key, texts(f"staff.fire.{key}")) for key in MARKS)
        detail = " · ".join(filter(None, (texts(f"staff.fire.{one.who}"), one.expected)))
        face = Face(picture(one.person.pic))
        return MarkRow(one.person.id, called(one.person, texts), detail, face, marks, _SHOWN[one.presence])

    def _come_in(self) -> None:
        if self._visitor.value():
            self.visitor.emit(self._visitor.value())
