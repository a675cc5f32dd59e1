"""The register of slips that are out: what they come to by age and by value, on paper and as a list; a lost sheet."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.clock import local_time
from desktop.services.slip_register import Heap, RegisterSeen, SheetSeen
from desktop.views.kit.art import Symbol
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts import staff_files
from desktop.views.parts.offers import price_words
from desktop.views.parts.staff_lists import Column, Lines, Note, called, day_words, noted, tell
from desktop.views.printing.slip_lists import slip_list
from desktop.views.printing.week_words import time_words
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class StaffOutState:
    """seen: what is out, and what it comes to. sheets: of which something is out, newest first."""

    seen: RegisterSeen = field(default_factory=lambda: RegisterSeen(()))
    sheets: tuple[SheetSeen, ...] = ()
    credit_minutes: int = 60
    note: Note = field(default_factory=Note)


class StaffOut(StaffPage):
    """Shows what is out."""

    name: ClassVar[str] = "staff_out"
    nav: ClassVar[str] = "to_slips"

    print_it = Signal()
    save_list = Signal(object)  # a path
    void_sheet = Signal(object)  # SheetSeen
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._rows, self._sheets = Lines(look), Lines(look)
        self._sheets.acted.connect(lambda _, sheet: self.void_sheet.emit(sheet))
        heading = StaffWords(texts("staff.out.sheets"), look, bold=True)
        self._none = StaffWords("", look)
        self._column = Column(look, [self._buttons(), self._rows, heading, self._none, self._sheets])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffOutState:
        """The register as it is now."""
        register = services.slip_register
        return StaffOutState(
            register.seen(), tuple(register.sheets()), services.centre.rules.credit_minutes, noted(visit)
        )

    @staticmethod
    def on_print_it(services: Any, visit: Visit) -> None:
        """Print the register."""
        document = slip_list(services.slip_register.paper(), visit.printing.texts)
        tell(visit, lambda: visit.printing.printer.put_on_paper(document), "staff.sheet.printed")

    @staticmethod
    def on_save_list(services: Any, visit: Visit, path: Path) -> None:
        """Write it for a spreadsheet."""
        tell(visit, lambda: services.slip_register.write_csv(path), "staff.sheet.saved", file=path.name)

    @staticmethod
    def on_void_sheet(_services: Any, visit: Visit, sheet: SheetSeen) -> None:
        """Ask for the reason."""
        visit.chosen["why"] = ("void_sheet", sheet)

    def fill(self, state: StaffOutState) -> None:
        """Show the heaps, then the sheets."""
        texts = self.texts
        line = texts.count("staff.slips.line", len(state.seen.slips))
        self.ask(texts("staff.out.title"), state.note.before(line, texts))
        rows = []
        if state.seen.by_age:
            ages = [self._heap(texts(f"staff.out.age_{heap.key}"), heap, state) for heap in state.seen.by_age]
            values = [self._value(heap, state) for heap in state.seen.by_value]
            come_to = texts("staff.out.come_to", amount=price_words(state.seen.minutes, texts, state.credit_minutes))
            rows = [
                Row("age", texts("staff.out.by_age"), " · ".join(ages), Symbol("gh:clock-badge")),
                Row("value", come_to, " · ".join(values), Symbol("gh:slip")),
            ]
        if state.seen.waiting:
            rows.append(Row("waits", texts.count("staff.out.waiting", state.seen.waiting), "", Symbol("gh:hourglass")))
        self._rows.show_rows(rows)
        self._none.say("" if state.sheets else texts("staff.out.no_sheets"))
        self._sheets.show_rows([self._sheet(sheet, state) for sheet in state.sheets])
        self._column.again()

    def _heap(self, what: str, heap: Heap, state: StaffOutState) -> str:
        amount = price_words(heap.minutes, self.texts, state.credit_minutes)
        return f"{what}: {self.texts.count('staff.out.slips', heap.slips)}, {amount}"

    def _value(self, heap: Heap, state: StaffOutState) -> str:
        each = price_words(heap.key, self.texts, state.credit_minutes)
        return f"{each}: {self.texts.count('staff.out.slips', heap.slips)}"

    def _sheet(self, sheet: SheetSeen, state: StaffOutState) -> Row:
        texts, first = self.texts, sheet.slips[0]
        whose = texts("staff.slips.thanks") if first.member is None else called(first.member, texts)
        parts = [texts.count("staff.out.slips", len(sheet.slips)), whose]
        parts += [price_words(sheet.minutes, texts, state.credit_minutes), f"{first.code} …"]
        actions = (Action("void_sheet", texts("staff.out.void_sheet")),) if _is_any_out(sheet) else ()
        return Row(sheet, printed_words(sheet, texts), " · ".join(parts), Symbol("gh:slip"), actions)

    def _buttons(self) -> ButtonRow:
        made: list[StaffButton] = []
        for words, then in (
            ("staff.out.print_it", self.print_it.emit),
            ("staff.out.save_list", self._save),
            ("staff.go_back", self.go_back.emit),
        ):
            button = StaffButton(self.texts(words), self.look, strong=not made)
            button.clicked.connect(lambda _=False, do=then: do())
            made.append(button)
        return ButtonRow(self.look, made)

    def _save(self) -> None:
        title, kinds = self.texts("staff.out.save_list"), self.texts("staff.out.lists")
        path = staff_files.choose_save(self, title, self.texts("staff.out.file"), kinds)
        if path is not None:
            self.save_list.emit(path)


def printed_words(sheet: SheetSeen, texts: Texts) -> str:
    """When a sheet came out: "Tuesday 24 November 2026, 10:20"."""
    at: datetime = local_time(sheet.printed_ms)
    return f"{day_words(at.date(), texts)}, {time_words(at.hour * 60 + at.minute, texts)}"


def _is_any_out(sheet: SheetSeen) -> bool:
    return any(not slip.is_void_waiting for slip in sheet.slips)
