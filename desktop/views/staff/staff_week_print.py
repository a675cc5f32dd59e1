"""Printing the week: which sheets, how they will come out, to the printer or into a PDF file; and how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.problems import KnownProblem
from desktop.views.kit.fields import ChoiceField, TickField
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts import staff_files
from desktop.views.parts.staff_lists import Note, note, noted, warn
from desktop.views.parts.week_acts import monday_of
from desktop.views.parts.week_print_body import PrintBody
from desktop.views.parts.week_words import week_title
from desktop.views.printing.jobs import preview, write_pdf
from desktop.views.printing.paper import Document
from desktop.views.printing.progress import Progress, WentAway, followed, print_each
from desktop.views.printing.week_sheets import KINDS, OF_A_DAY, OF_A_MEMBER, WITH_WALL, SheetsAsked, documents_of
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit
from ledger.domain.names import FactId

_ASKED: Final = "staff_sheets_asked"
_PROGRESS: Final = "staff_sheets_progress"
_FIRST: Final = "staff_sheets_first"
_POLL_MS: Final = 150
_A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class StaffWeekPrintState:
    """documents: what is asked for. members: whose week there is. first: how many went to the printer before it left.

    progress: of the job that is begun next; any thread may look at it, and stop it.
    """

    asked: SheetsAsked
    today: date
    documents: tuple[Document, ...] = ()
    members: tuple[tuple[FactId, str], ...] = ()
    first: int = 0
    note: Note = field(default_factory=Note)
    progress: Progress = field(default_factory=Progress)


class StaffWeekPrint(StaffPage):
    """Shows the sheets, and puts them on paper."""

    name: ClassVar[str] = "staff_week_print"
    nav: ClassVar[str] = "to_week"
    tells_how_far: ClassVar[bool] = True

    choose = Signal(object)  # SheetsAsked
    print_it = Signal()
    save_pdf = Signal(object)  # a path
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._whole = PrintBody(look, texts, preview)
        self._state: StaffWeekPrintState | None = None
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._tell)
        self.set_body(self._whole)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffWeekPrintState:
        """The sheets that are asked for."""
        today, monday = services.centre.today(), monday_of(services, visit)
        day = today if monday <= today < monday + 7 * _A_DAY else monday  # one of those that can be chosen
        asked = visit.chosen.get(_ASKED) or SheetsAsked("centre", monday, day)
        if asked.monday != monday:
            asked = replace(asked, monday=monday, day=day)
        visit.chosen[_ASKED], visit.chosen[_PROGRESS] = asked, Progress()
        return StaffWeekPrintState(
            asked,
            today,
            documents_of(services, asked, visit.printing.texts),
            tuple((one.id, one.known_as or one.name) for one in services.people.members()),
            visit.chosen.get(_FIRST, 0),
            noted(visit),
            visit.chosen[_PROGRESS],
        )

    @staticmethod
    def on_choose(_services: Any, visit: Visit, asked: SheetsAsked) -> None:
        """Ask for other sheets."""
        visit.chosen[_ASKED], visit.chosen[_FIRST] = asked, 0

    @staticmethod
    def on_print_it(services: Any, visit: Visit) -> None:
        """Send them to the printer, one job each; the rest, if the printer went away in the middle."""
        documents = documents_of(services, visit.chosen[_ASKED], visit.printing.texts)
        first, visit.chosen[_FIRST] = visit.chosen.get(_FIRST, 0), 0
        try:
            done = print_each(visit.printing.printer, documents, visit.chosen[_PROGRESS], first=first)
        except WentAway as problem:
            visit.chosen[_FIRST] = problem.done
            warn(visit, problem)
        except KnownProblem as problem:
            warn(visit, problem)
        else:
            visit.chosen[_FIRST] = 0 if done.is_whole else done.done
            note(visit, f"staff.sheets.{'printed' if done.is_whole else 'stopped'}", done=str(done.done))

    @staticmethod
    def on_save_pdf(services: Any, visit: Visit, path: Path) -> None:
        """Write them into one file, whole or not at all."""
        documents = documents_of(services, visit.chosen[_ASKED], visit.printing.texts)
        try:
            title = documents[0].title
            write_pdf(followed(documents, visit.chosen[_PROGRESS], name=documents[0].name, title=title), path)
        except KnownProblem as problem:
            warn(visit, problem)
        else:
            note(visit, "staff.sheets.saved", file=path.name)

    def fill(self, state: StaffWeekPrintState) -> None:
        """Show what is asked for, and its sheets."""
        self._state = state
        self._poll.stop()
        title = week_title(state.asked.monday, state.today, self.texts)
        self.ask(self.texts("staff.sheets.title"), state.note.before(title, self.texts))
        self._whole.show_parts([*self._fields(state), self._buttons(state)])
        self._whole.show_sheets(state.documents)

    def focus_order(self) -> list[QWidget]:
        """The places at the left, Lock, then what is asked, then the pages."""
        return [*self._nav, self._lock, *self._whole.order()]

    def _fields(self, state: StaffWeekPrintState) -> list[QWidget]:
        texts, asked = self.texts, state.asked
        fields = [self._field("kind", [(kind, texts(f"staff.sheets.{kind}")) for kind in KINDS], asked)]
        if asked.kind in OF_A_MEMBER:
            everybody = texts("staff.sheets.everybody" if asked.kind == "members" else "staff.sheets.no_name")
            fields.append(self._field("member", [(None, everybody), *state.members], asked))
        if asked.kind in OF_A_DAY:
            days = [asked.monday + number * _A_DAY for number in range(7)]
            fields.append(self._field("day", [(day, texts.day(day)) for day in days], asked))
        if asked.kind in WITH_WALL:
            fields.append(self._field("is_a3", [(False, "A4"), (True, "A3")], asked))
        grey = TickField(texts("staff.sheets.is_grey"), self.look, value=asked.is_grey)
        grey.clicked.connect(lambda is_on: self.choose.emit(replace(asked, is_grey=is_on)))
        return [*fields, grey]

    def _field(self, name: str, choices: list[Any], asked: SheetsAsked) -> ChoiceField:
        field_ = ChoiceField(self.texts(f"staff.sheets.ask_{name}"), self.look, choices, value=getattr(asked, name))
        field_.changed.connect(lambda: self.choose.emit(replace(asked, **{name: field_.value()})))
        return field_

    def _buttons(self, state: StaffWeekPrintState) -> ButtonRow:
        buttons = [self._button("go_back", self.go_back.emit)]
        if state.documents:
            print_it = self._button("print_rest" if state.first else "print_it", self._print, strong=True)
            can_save = len({one.size for one in state.documents}) == 1  # a file has pages of one size
            buttons = [print_it, *([self._button("save_pdf", self._save)] if can_save else []), *buttons]
        return ButtonRow(self.look, buttons)

    def _button(self, name: str, then: Callable[[], None], *, strong: bool = False) -> StaffButton:
        button = StaffButton(self.texts(f"staff.sheets.{name}"), self.look, strong=strong)
        button.clicked.connect(lambda _=False: then())
        return button

    def _print(self) -> None:
        self._begin()
        self.print_it.emit()

    def _save(self) -> None:
        title, kinds = self.texts("staff.sheets.save_pdf"), self.texts("staff.pdf")
        asked = self._state.asked if self._state is not None else None
        name = f"{asked.kind.replace('_', '-')}-{asked.monday}.pdf" if asked is not None else "week.pdf"
        path = staff_files.choose_save(self, title, name, kinds)
        if path is not None:
            self._begin()
            self.save_pdf.emit(path)

    def _begin(self) -> None:
        """Say how far it is while it is under way, with Stop."""
        self._far = StaffWords(self.texts("staff.sheets.begun"), self.look, bold=True)
        stop = self._button("stop", self._stop, strong=True)
        self._whole.show_parts([self._far, ButtonRow(self.look, [stop])])
        stop.setFocus()
        self._poll.start()

    def _stop(self) -> None:
        if self._state is not None:
            self._state.progress.stop()

    def _tell(self) -> None:
        if self._state is not None and self._state.progress.of:
            progress = self._state.progress
            self._far.say(self.texts("staff.sheets.far", done=progress.done, of=progress.of))
