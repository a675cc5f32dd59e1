"""The recovery sheet of a new centre: print it, put it away, and only then go on."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.papers import RecoverySheetPaper
from desktop.views.kit.fields import TickField
from desktop.views.kit.scroll import scrolled
from desktop.views.kit.stack import Columns
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts import staff_files
from desktop.views.parts.sheets import SheetPreview
from desktop.views.parts.staff_first import FirstPage
from desktop.views.parts.staff_lists import Column, Note, noted, tell
from desktop.views.printing.jobs import preview, write_pdf
from desktop.views.printing.recovery_sheet import recovery_sheet
from desktop.views.visit import Visit

_SHARPER: Final = 2


@dataclass(frozen=True, slots=True)
class FirstSheetState:
    """paper: the sheet, with the five words if this PC asks for them."""

    paper: RecoverySheetPaper
    note: Note = field(default_factory=Note)


class FirstSheet(FirstPage):
    """Shows the sheet."""

    name: ClassVar[str] = "first_sheet"
    answers = ("brought_back", "door")

    print_it = Signal()
    save_pdf = Signal(object)  # a path
    put_away = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> FirstSheetState:
        """The sheet of the centre."""
        return FirstSheetState(services.centre.recovery_paper(), noted(visit))

    @staticmethod
    def on_print_it(services: Any, visit: Visit) -> None:
        """Print it."""
        paper = services.centre.recovery_paper()
        tell(visit, lambda: visit.printing.print_recovery_sheet(paper), "staff.settings.printed")

    @staticmethod
    def on_save_pdf(services: Any, visit: Visit, path: Path) -> None:
        """Write it into a file."""
        document = recovery_sheet(services.centre.recovery_paper(), visit.printing.texts)
        tell(visit, lambda: write_pdf(document, path), "staff.settings.saved", file=path.name)

    @staticmethod
    def on_put_away(_services: Any, visit: Visit) -> str | None:
        """Show it no more at the start. A centre that was brought back has its tasks and people already."""
        house: Any = visit.house
        house.put_sheet_away()
        brought_back = visit.chosen.pop("brought_back", False)
        if house.is_door:
            return "door"
        return "brought_back" if brought_back else None

    def fill(self, state: FirstSheetState) -> None:
        """Show the sheet, what to do with it, and Next once that is done."""
        self.set_bar()
        self.ask(self.texts("first.sheet"))
        page = preview(recovery_sheet(state.paper, self.texts), self.height() * _SHARPER)
        sheet = SheetPreview(self.look, page, self.texts("first.sheet_preview"))
        self._tick = TickField(self.texts("first.put_away"), self.look)
        self._note = StaffWords(state.note.before("", self.texts), self.look, bold=True)
        parts: list[QWidget] = [self.words("first.sheet_line")]
        if state.paper.passphrase:
            parts += [self.words("first.passphrase"), StaffWords(state.paper.passphrase, self.look, bold=True)]
        parts += [
            self.row_of(("staff.sheet.print_it", self.print_it.emit), ("staff.sheet.save_pdf", self._save)),
            self._note,
            self._tick,
            self.row_of(("first.next", self._next)),
        ]
        self._column = Column(self.look, parts, gap=18)
        self.set_body(Columns(self.look, [sheet, scrolled(self.look, self._column)], [2, 3]))

    def _next(self) -> None:
        if self._tick.value():
            self.put_away.emit()
            return
        self._note.say(self.texts("first.put_away_first"))
        self._column.again()
        self._tick.setFocus()

    def _save(self) -> None:
        title, name = self.texts("staff.sheet.save_pdf"), self.texts("staff.settings.sheet_file")
        path = staff_files.choose_save(self, title, name, self.texts("staff.pdf"))
        if path is not None:
            self.save_pdf.emit(path)
