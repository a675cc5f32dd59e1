"""The five words of this PC, where its keyring cannot keep the key of the records."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.problems import KnownProblem
from desktop.views.kit.art import Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.kit.fields import TextField
from desktop.views.parts.staff_first import FirstPage
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.visit import Visit

_FORM: Final = "five_words_form"


@dataclass(frozen=True, slots=True)
class FiveWordsState:
    """filled: words."""

    filled: Filled


class FiveWords(FirstPage):
    """Asks for the five words; where they are lost, a backup and its sheet help."""

    name: ClassVar[str] = "five_words"
    answers = ("wrong",)

    save = Signal(object)  # the answers by field
    from_backup = Signal()

    @staticmethod
    def read(_services: Any, visit: Visit) -> FiveWordsState:
        """What was typed last."""
        return FiveWordsState(visit.chosen.pop(_FORM, None) or Filled({"words": ""}))

    @staticmethod
    def on_save(_services: Any, visit: Visit, answers: Answers) -> str | None:
        """Open the records."""
        house: Any = visit.house
        typed = " ".join(answers["words"].lower().replace("-", " ").split())
        return attempt(visit, _FORM, answers, lambda: house.open(typed), blame={KnownProblem: "words"})

    def fill(self, state: FiveWordsState) -> None:
        """Show the field."""
        backup = BarItem(self.texts("first.from_backup"), Symbol("gh:stick"), "from_backup")
        self.set_bar(right=backup)
        self.ask(self.texts("first.five_words"))
        words = TextField(self.texts("first.five_words_field"), self.look, value=state.filled["words"])
        self._form = self.form_of([[("words", words)]], state.filled, self._save)
        line = self.words("first.five_words_line")
        self.show_parts([line, self._form, self.row_of(("first.open", self._save))])

    def _save(self) -> None:
        self.save.emit(self._form.answers())
