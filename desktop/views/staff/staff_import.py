"""Bringing lists in from a spreadsheet: a preview with every line's trouble, then the good lines, bit by bit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.problems import BadInput, KnownProblem
from desktop.services.importing import Preview
from desktop.views.kit.rows import Stack
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts import staff_files
from desktop.views.parts.staff_preview import lines_of, notes_of
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_JOB: Final = "staff_import"
_LINES_A_STEP: Final = 1_000
_MOST_BYTES: Final = 60_000_000


@dataclass(frozen=True, slots=True)
class ImportJob:
    """A file on its way in. done: lines tried so far. added: of them new. is_going: lines are being brought in."""

    file: str
    preview: Preview
    done: int = 0
    added: int = 0
    is_going: bool = False

    @property
    def is_over(self) -> bool:
        """Whether every good line is in."""
        return self.done >= len(self.preview.rows)

    @property
    def already(self) -> int:
        """Lines that were in before."""
        return self.preview.already + self.done - self.added


@dataclass(frozen=True, slots=True)
class StaffImportState:
    """job: None before a file is chosen. wrong: why a file could not be read, or lines not be kept."""

    job: ImportJob | None = None
    wrong: str = ""


class StaffImport(StaffPage):
    """Asks for a file, shows what it would do, and brings it in."""

    name: ClassVar[str] = "staff_import"
    nav: ClassVar[str] = "to_import"

    chosen = Signal(object)  # a path
    bring_in = Signal()
    stop = Signal()
    forget = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._is_going = self._is_stopped = False

    @staticmethod
    def read(_services: Any, visit: Visit) -> StaffImportState:
        """How far it is."""
        job, wrong = visit.chosen.get(_JOB, (None, ""))
        return StaffImportState(job, wrong)

    @staticmethod
    def on_chosen(services: Any, visit: Visit, path: Path) -> None:
        """Look through a file; nothing is written."""
        try:
            visit.chosen[_JOB] = (ImportJob(path.name, services.importing.preview(_bytes_of(path))), "")
        except KnownProblem as problem:
            visit.chosen[_JOB] = (None, str(problem))

    @staticmethod
    def on_bring_in(services: Any, visit: Visit) -> None:
        """Bring the next lines in; each is one fact, however often it is tried."""
        job: ImportJob = visit.chosen[_JOB][0]
        rows = job.preview.rows[job.done : job.done + _LINES_A_STEP]
        try:
            done = services.importing.apply(replace(job.preview, rows=rows, notes=()))
        except KnownProblem as problem:
            visit.chosen[_JOB] = (replace(job, is_going=False), str(problem))
            return
        job = replace(job, done=job.done + len(rows), added=job.added + done.added)
        visit.chosen[_JOB] = (replace(job, is_going=not job.is_over), "")

    @staticmethod
    def on_stop(_services: Any, visit: Visit) -> None:
        """Leave it at the lines that are in; the rest may follow later."""
        visit.chosen[_JOB] = (replace(visit.chosen[_JOB][0], is_going=False), "")

    @staticmethod
    def on_forget(_services: Any, visit: Visit) -> None:
        """Put the file away."""
        visit.chosen.pop(_JOB, None)

    def fill(self, state: StaffImportState) -> None:
        """Show the file, how far it is, and what is to be said about its lines."""
        job = state.job
        self.ask(self.texts("staff.import.title") if job is None else job.file, self._told(state))
        if job is not None and job.is_going:
            self._go()
            return
        self._is_going = self._is_stopped = False
        wrong = [StaffWords(_with_spaces(state.wrong), self.look, bold=True)] if state.wrong else []
        self._show([*wrong, *(self._first() if job is None else self._looked_through(job))])

    def _show(self, parts: Sequence[QWidget]) -> None:
        self.set_body(Stack(self.look, parts), scrolls=True)

    def _go(self) -> None:
        """Go on with the next lines; meanwhile there is Stop alone, and it stays the same button."""
        if not self._is_going:
            self._is_going = True
            self._show([ButtonRow(self.look, [self._button("stop", self._ask_to_stop, strong=True)])])
        QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        if self.isVisible():
            (self.stop if self._is_stopped else self.bring_in).emit()

    def _ask_to_stop(self) -> None:
        self._is_stopped = True

    def _told(self, state: StaffImportState) -> str:
        job, texts = state.job, self.texts
        if job is not None and job.is_going:
            return texts("staff.import.going", done=job.done, lines=len(job.preview.rows))
        if job is None:
            return texts("staff.import.line")
        said = [texts(f"staff.import.{job.preview.kind}")]
        if job.done:
            said.append(texts.count("staff.import.added", job.added))
        else:
            said.append(texts.count("staff.import.good", len(job.preview.rows)))
        said += [texts.count("staff.import.already", job.already)] if job.already else []
        said += [texts.count("staff.import.left_out", len(job.preview.errors))] if job.preview.errors else []
        return " ".join(said)

    def _first(self) -> list[QWidget]:
        choose = self._button("choose", self._choose, strong=True)
        headers = [StaffWords(self.texts(f"staff.import.{kind}_header"), self.look) for kind in _KINDS]
        intro = StaffWords(self.texts("staff.import.headers"), self.look, bold=True)
        return [ButtonRow(self.look, [choose]), intro, *headers]

    def _looked_through(self, job: ImportJob) -> list[QWidget]:
        buttons = []
        if not job.is_over:
            rest = len(job.preview.rows) - job.done
            go = StaffButton(self.texts.count("staff.import.bring_in", rest), self.look, strong=True)
            go.clicked.connect(lambda _=False: self.bring_in.emit())
            buttons.append(go)
        buttons.append(self._button("choose_other", self._choose, strong=job.is_over))
        buttons.append(self._button("forget", self.forget.emit))
        parts: list[QWidget] = [ButtonRow(self.look, buttons)]
        if job.preview.notes:
            heading = StaffWords(self.texts("staff.import.notes"), self.look, bold=True)
            parts += [heading, notes_of(job.preview.notes, self.look, self.texts)]
        if job.preview.rows:
            heading = StaffWords(self.texts("staff.import.rows"), self.look, bold=True)
            parts += [heading, lines_of(job.preview, self.look, self.texts)]
        return parts

    def _button(self, words: str, then: Any, *, strong: bool = False) -> StaffButton:
        button = StaffButton(self.texts(f"staff.import.{words}"), self.look, strong=strong)
        button.clicked.connect(lambda _=False: then())
        return button

    def _choose(self) -> None:
        path = staff_files.choose_open(self, self.texts("staff.import.choose"), self.texts("staff.import.kinds"))
        if path is not None:
            self.chosen.emit(path)


_KINDS: Final = ("members", "workers", "tasks", "offers", "activities", "sessions", "contributions")


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES)
    except OSError as error:
        raise BadInput(f"{path.name} cannot be opened. Close it in other programs, then try again.") from error


def _with_spaces(words: str) -> str:
    """Lists of columns, which the line may break after a comma."""
    return ", ".join(part.strip() for part in words.split(","))
