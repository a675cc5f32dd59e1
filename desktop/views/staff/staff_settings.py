"""Settings: the centre's rules, the PIN, this PC, and what keeps the records safe."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.parts import staff_files
from desktop.views.parts.pressing import begin_trying
from desktop.views.parts.staff_form import forget_forms
from desktop.views.parts.staff_lists import Column, Lines, Note, note, noted, tell
from desktop.views.printing.jobs import write_pdf
from desktop.views.printing.recovery_sheet import recovery_sheet
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_ROWS: Final = (
    ("rules", "om:1F4CF", ("rules",)),
    ("groups", "gh:group-sun", ("groups",)),
    ("pin", "gh:staff-lock", ("new_pin",)),
    ("pc", "om:1F5A5", ("pc",)),
    ("pictures", "om:1F5BC", ("pictures",)),
    ("pressing", "om:1F446", ("pressing",)),
    ("kiosk", "om:1F319", ("kiosk", "leave_app")),
    ("network", "om:1F310", ("network",)),
    ("keys", "gh:slip", ("keys",)),
    ("sheet", "om:1F511", ("print_sheet", "save_sheet")),
    ("backup", "gh:stick", ("back_up",)),
    ("verify", "gh:search", ("verify",)),
)
_PC_ONLY: Final = ("pc", "pressing", "kiosk", "backup")
_FILES: Final = ("save_sheet", "back_up")


@dataclass(frozen=True, slots=True)
class StaffSettingsState:
    """has_pc: there is a PC to set and a folder to back up, as there is outside tests."""

    today: date
    has_pc: bool = True
    note: Note = field(default_factory=Note)


class StaffSettings(StaffPage):
    """Shows what can be set, and what can be done for safety."""

    name: ClassVar[str] = "staff_settings"
    nav: ClassVar[str] = "to_settings"

    rules = Signal()
    groups = Signal()
    new_pin = Signal()
    pc = Signal()
    pressing = Signal()
    network = Signal()
    keys = Signal()
    kiosk = Signal()
    pictures = Signal()
    leave_app = Signal()  # the window hears it
    print_sheet = Signal()
    save_sheet = Signal(object)  # a path
    back_up = Signal(object)  # a path
    verify = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._today: date | None = None
        self._rows = Lines(look)
        self._rows.acted.connect(lambda key, _: self._act(key))
        self._column = Column(look, [self._rows])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffSettingsState:
        """What was just done."""
        forget_forms(visit)
        return StaffSettingsState(services.centre.today(), visit.house is not None, noted(visit))

    @staticmethod
    def on_pressing(_services: Any, visit: Visit) -> None:
        """Try out how this PC is pressed by whoever chose nothing of their own."""
        house: Any = visit.house
        begin_trying(visit, house.settings)

    @staticmethod
    def on_print_sheet(services: Any, visit: Visit) -> None:
        """Print the recovery sheet: the same words each time."""
        paper = services.centre.recovery_paper()
        tell(visit, lambda: visit.printing.print_recovery_sheet(paper), "staff.settings.printed")

    @staticmethod
    def on_save_sheet(services: Any, visit: Visit, path: Path) -> None:
        """Write it into a file."""
        document = recovery_sheet(services.centre.recovery_paper(), visit.printing.texts)
        tell(visit, lambda: write_pdf(document, path), "staff.settings.saved", file=path.name)

    @staticmethod
    def on_back_up(_services: Any, visit: Visit, path: Path) -> None:
        """Write everything into one file; only the recovery sheet opens it."""
        house: Any = visit.house
        tell(visit, lambda: house.back_up(path), "staff.settings.backed_up", file=path.name)

    @staticmethod
    def on_verify(services: Any, visit: Visit) -> None:
        """Check all records."""
        found = services.centre.verify()
        if found.ok:
            note(visit, "staff.settings.all_well", count=str(found.facts))
        else:
            visit.chosen["staff_note"] = Note(words=" ".join(found.problems))

    def fill(self, state: StaffSettingsState) -> None:
        """Show a row for each."""
        self._today = state.today
        self.ask(self.texts("staff.settings.title"), state.note.before("", self.texts))
        self._rows.show_rows([self._row(*row) for row in _ROWS if state.has_pc or row[0] not in _PC_ONLY])
        self._column.again()

    def _row(self, name: str, picture: str, outcomes: tuple[str, ...]) -> Row:
        texts = self.texts
        actions = tuple(Action(one, texts(f"staff.settings.do_{one}")) for one in outcomes)
        return Row(
            name, texts(f"staff.settings.{name}"), texts(f"staff.settings.{name}_line"), Symbol(picture), actions
        )

    def _act(self, outcome: str) -> None:
        if outcome not in _FILES:
            getattr(self, outcome).emit()
            return
        title, kinds = self.texts(f"staff.settings.do_{outcome}"), "staff.pdf"
        name = self.texts("staff.settings.sheet_file")
        if outcome == "back_up":
            kinds, name = "staff.settings.backups", self.texts("staff.settings.backup_file", day=str(self._today))
        path = staff_files.choose_save(self, title, name, self.texts(kinds))
        if path is not None:
            getattr(self, outcome).emit(path)
