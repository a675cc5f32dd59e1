"""Slips that have been made, as they will come out: print them, or keep them as a PDF file."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.papers import SlipPaper
from desktop.views.kit.rows import Stack
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.parts import staff_files
from desktop.views.parts.sheets import SheetPreview
from desktop.views.parts.staff_lists import Note, noted, tell
from desktop.views.printing.jobs import preview, write_pdf
from desktop.views.printing.paper import Document
from desktop.views.printing.slip_lists import slip_list
from desktop.views.printing.slips import slip_sheets
from desktop.views.visit import Visit

_SHARPER: Final = 2
_MOST_HIGH: Final = 900


@dataclass(frozen=True, slots=True)
class StaffSheetState:
    """papers: the slips, eight to a sheet."""

    papers: tuple[SlipPaper, ...]
    note: Note = field(default_factory=Note)


class StaffSheet(StaffPage):
    """Shows the sheets."""

    name: ClassVar[str] = "staff_sheet"
    nav: ClassVar[str] = "to_slips"

    print_it = Signal()
    save_pdf = Signal(object)  # a path
    register = Signal()
    done = Signal()

    @staticmethod
    def read(_services: Any, visit: Visit) -> StaffSheetState:
        """The slips that were made."""
        return StaffSheetState(tuple(visit.chosen["staff_papers"]), noted(visit))

    @staticmethod
    def on_print_it(_services: Any, visit: Visit) -> None:
        """Send them to the printer."""
        tell(visit, lambda: visit.printing.print_slips(visit.chosen["staff_papers"]), "staff.sheet.printed")

    @staticmethod
    def on_save_pdf(_services: Any, visit: Visit, path: Path) -> None:
        """Write them into a file."""
        sheets = slip_sheets(visit.chosen["staff_papers"], visit.printing.texts)
        tell(visit, lambda: write_pdf(sheets, path), "staff.sheet.saved", file=path.name)

    @staticmethod
    def on_register(services: Any, visit: Visit) -> None:
        """Print the list that goes with them: each code, and where to write whom it went to."""
        codes = {paper.code for paper in visit.chosen["staff_papers"]}
        document = slip_list(services.slip_register.paper(codes), visit.printing.texts)
        tell(visit, lambda: visit.printing.printer.put_on_paper(document), "staff.sheet.register_printed")

    def fill(self, state: StaffSheetState) -> None:
        """Show the first sheet, and what can be done."""
        sheets = slip_sheets(state.papers, self.texts)
        line = self.texts.count("staff.sheet.sheets", len(sheets.pages))
        self.ask(self.texts.count("staff.sheet.title", len(state.papers)), state.note.before(line, self.texts))
        buttons = [
            self._button("print_it", self.print_it.emit, strong=True),
            self._button("save_pdf", self._save),
            *([self._button("register", self.register.emit)] if len(state.papers) > 1 else []),
            self._button("done", self.done.emit),
        ]
        self.set_body(Stack(self.look, [ButtonRow(self.look, buttons), self._picture(sheets)]), scrolls=True)

    def _picture(self, sheets: Document) -> QWidget:
        high = min(_MOST_HIGH, round(self.height() * 1.1))
        page = SheetPreview(self.look, preview(sheets, high * _SHARPER), self.texts("staff.sheet.preview"))
        page.setMinimumHeight(high)
        return page

    def _button(self, words: str, then: Any, *, strong: bool = False) -> StaffButton:
        button = StaffButton(self.texts(f"staff.sheet.{words}"), self.look, strong=strong)
        button.clicked.connect(lambda _=False: then())
        return button

    def _save(self) -> None:
        title, kinds = self.texts("staff.sheet.save_pdf"), self.texts("staff.pdf")
        path = staff_files.choose_save(self, title, "slips.pdf", kinds)
        if path is not None:
            self.save_pdf.emit(path)
