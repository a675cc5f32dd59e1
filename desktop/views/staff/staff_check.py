"""Checking slips for somebody: typed or scanned codes, or all slips in a picture; nothing is handed in."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.clock import local_day
from desktop.problems import BadInput, KnownProblem
from desktop.services.slips import Outcome, Verdict
from desktop.views.kit.art import Symbol
from desktop.views.kit.fields import TextField
from desktop.views.kit.rows import Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.parts import staff_files
from desktop.views.parts.offers import price_words
from desktop.views.parts.staff_lists import Column, Lines, day_words
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_CHECKED: Final = "staff_checked"
_MOST_BYTES: Final = 30_000_001
_LETTERS: Final = 20
_ART: Final = {
    Outcome.OK: "gh:tick",
    Outcome.OK_CHECK: "gh:tick",
    Outcome.NOT_A_SLIP: "gh:not-a-slip",
    Outcome.A_CARD: "gh:card",
    Outcome.ASK_WORKER: "gh:hourglass",
}


@dataclass(frozen=True, slots=True)
class StaffCheckState:
    """checked: each text with its verdict. wrong: why a file could not be read."""

    checked: tuple[tuple[str, Verdict], ...] = ()
    wrong: str = ""
    credit_minutes: int = 60


class StaffCheck(StaffPage):
    """Asks for a slip and answers with its verdict."""

    name: ClassVar[str] = "staff_check"
    nav: ClassVar[str] = "to_slips"

    check = Signal(str)
    read_file = Signal(object)  # a path
    go_back = Signal()
    tin = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._field = TextField(texts("staff.check.code"), look)
        self._field.entered.connect(self._typed)
        buttons = [
            self._button("staff.check.check", self._typed, strong=True),
            self._button("staff.check.file", self._choose_file),
            self._button("staff.tin.title", self.tin.emit),
            self._button("staff.go_back", self.go_back.emit),
        ]
        self._rows = Lines(look)
        self._column = Column(look, [self._field, ButtonRow(look, buttons), self._rows])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffCheckState:
        """What was checked last."""
        checked, wrong = visit.chosen.get(_CHECKED, ((), ""))
        return StaffCheckState(checked, wrong, services.centre.rules.credit_minutes)

    @staticmethod
    def on_check(services: Any, visit: Visit, text: str) -> None:
        """Check one."""
        visit.chosen[_CHECKED] = (((text, services.slips.check(text)),), "")

    @staticmethod
    def on_tin(_services: Any, visit: Visit) -> None:
        """Begin with an empty tin."""
        visit.chosen.pop("staff_tin", None)

    @staticmethod
    def on_read_file(services: Any, visit: Visit, path: Path) -> None:
        """Check all that a picture shows."""
        try:
            found = services.slips.read_image(_bytes_of(path))
        except KnownProblem as problem:
            visit.chosen[_CHECKED] = ((), str(problem))
        else:
            wrong = "" if found else "staff.check.none"
            visit.chosen[_CHECKED] = (tuple((text, services.slips.check(text)) for text in found), wrong)

    def fill(self, state: StaffCheckState) -> None:
        """Show the verdicts."""
        self.ask(self.texts("staff.check.title"), self.texts("staff.check.line"))
        self._field.say(self.texts(state.wrong) if self.texts.has(state.wrong) else state.wrong)
        self._rows.show_rows([self._row(text, verdict, state.credit_minutes) for text, verdict in state.checked])
        self._column.again()

    def _row(self, text: str, verdict: Verdict, credit_minutes: int) -> Row:
        texts, outcome = self.texts, verdict.outcome
        said = [f"{price_words(verdict.minutes, texts, credit_minutes)}."] if verdict.minutes else []
        said += [texts("verdict.on", day=day_words(local_day(verdict.when_ms), texts))] if verdict.when_ms else []
        if verdict.is_good:
            said += [f"{texts('paper.for_place', place=verdict.place)}."] if verdict.place else []
            title = texts(f"staff.check.{'ok_check_later' if verdict.is_later else outcome.value}")
        else:
            is_elsewhere = outcome == Outcome.WRONG_PLACE and not verdict.place
            title = texts("verdict.somewhere_else" if is_elsewhere else f"verdict.{outcome.value}", place=verdict.place)
            own = f"staff.check.{outcome.value}_next"
            said.append(texts(own if texts.has(own) else f"verdict.{outcome.value}_next"))
        return Row(text, f"{_shown(text, verdict)}{title}", " ".join(said), Symbol(_ART.get(outcome, "gh:used-slip")))

    def _button(self, words: str, then: Any, *, strong: bool = False) -> StaffButton:
        button = StaffButton(self.texts(words), self.look, strong=strong)
        button.clicked.connect(lambda _=False: then())
        return button

    def _typed(self) -> None:
        if self._field.value():
            self.check.emit(self._field.value())

    def _choose_file(self) -> None:
        path = staff_files.choose_open(self, self.texts("staff.check.file"), self.texts("staff.check.kinds"))
        if path is not None:
            self.read_file.emit(path)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES)
    except OSError as error:
        raise BadInput(f"{path.name} cannot be opened. Try copying it to this PC first.") from error


def _shown(text: str, verdict: Verdict) -> str:
    """How a thing that was checked is told from the others; nothing of a card, which is its member's secret."""
    if verdict.outcome == Outcome.A_CARD:
        return ""
    return f"{verdict.code or (text if len(text) <= _LETTERS else text[:_LETTERS] + '…')}: "
