"""Bringing a centre back onto this PC: its backup, and the twelve words of its recovery sheet."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.views.kit.fields import TextField
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts import staff_files
from desktop.views.parts.staff_first import FirstPage
from desktop.views.parts.staff_form import Answers, Filled, attempt, refused
from desktop.views.visit import Visit

_FORM: Final = "from_backup_form"


@dataclass(frozen=True, slots=True)
class FromBackupState:
    """filled: words, and file (a path, None until one is chosen)."""

    filled: Filled


class FromBackup(FirstPage):
    """Asks for the file and the words."""

    name: ClassVar[str] = "from_backup"
    answers = ("wrong",)

    save = Signal(object)  # the answers by field
    chosen = Signal(object)  # the same, with another file

    @staticmethod
    def read(_services: Any, visit: Visit) -> FromBackupState:
        """What was typed last."""
        return FromBackupState(visit.chosen.pop(_FORM, None) or Filled({"words": "", "file": None}))

    @staticmethod
    def on_chosen(_services: Any, visit: Visit, answers: Answers) -> None:
        """Keep which file it is."""
        visit.chosen[_FORM] = Filled(answers)

    @staticmethod
    def on_save(_services: Any, visit: Visit, answers: Answers) -> str | None:
        """Bring it back; this PC then has a recovery sheet of its own to print."""
        if answers["file"] is None:
            return refused(visit, _FORM, answers, where="", words="first.backup_first")
        house: Any = visit.house
        wrong = attempt(visit, _FORM, answers, lambda: house.restore(answers["file"], answers["words"]))
        visit.chosen["brought_back"] = wrong is None
        return wrong

    def fill(self, state: FromBackupState) -> None:
        """Show the file and the field."""
        self.ask(self.texts("first.from_backup"))
        self._file: Path | None = state.filled["file"]
        words = TextField(self.texts("first.twelve_words"), self.look, value=state.filled["words"])
        words.say(self.texts("first.twelve_words_line"))
        self._form = self.form_of([[("words", words)]], state.filled, self._save)
        file = StaffWords(self._file.name if self._file else self.texts("first.no_file"), self.look, bold=True)
        choose = self.row_of(("first.choose_backup", self._choose))
        self.show_parts([choose, file, self._form, self.row_of(("first.bring_back", self._save))])

    def _typed(self) -> dict[str, Any]:
        return {**self._form.answers(), "file": self._file}

    def _save(self) -> None:
        self.save.emit(self._typed())

    def _choose(self) -> None:
        title, kinds = self.texts("first.choose_backup"), self.texts("staff.settings.backups")
        path = staff_files.choose_open(self, title, kinds)
        if path is not None:
            self.chosen.emit({**self._typed(), "file": path})
