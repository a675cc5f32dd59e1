"""Forms of staff screens: fields side by side where there is room, and what was typed kept whatever goes wrong."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.problems import KnownProblem
from desktop.services.seen import Pic
from desktop.views.kit.art import Symbol, picture
from desktop.views.kit.draw import draw
from desktop.views.kit.staff_button import StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.theme import Look
from desktop.views.visit import Visit

WRONG: Final = "wrong"
_GAP: Final = 20
_LEAST: Final = 300
_ART: Final = 96

Answers: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in a form. answers: by field. wrong: what to say; where: under which field, "" above them all."""

    answers: Answers = field(default_factory=dict)
    wrong: str = ""
    where: str = ""

    def __getitem__(self, name: str) -> Any:
        return self.answers[name]

    def changed(self, **answers: Any) -> "Filled":
        """The same form with some answers changed and nothing wrong."""
        return replace(self, answers={**self.answers, **answers}, wrong="", where="")


def attempt(
    visit: Visit,
    form: str,
    answers: Answers,
    job: Callable[[], object],
    *,
    blame: Mapping[type[KnownProblem], str] | None = None,
) -> str | None:
    """Do something with what was typed; if it cannot be, answer `WRONG` and keep everything that was typed.

    form: the name the form's answers are kept under. blame: which field a kind of problem belongs to, unless the
    problem itself says `where`.
    """
    try:
        job()
    except KnownProblem as problem:
        where = getattr(problem, "where", "") or (blame or {}).get(type(problem), "")
        visit.chosen[form] = Filled(answers, str(problem), where)
        return WRONG
    visit.chosen.pop(form, None)
    return None


def refused(visit: Visit, form: str, answers: Answers, *, where: str, words: str) -> str:
    """Keep what was typed, and say under a field why it is not taken yet. words: themselves, or their key."""
    visit.chosen[form] = Filled(answers, words, where)
    return WRONG


def forget_forms(visit: Visit) -> None:
    """Drop what stands half-filled in any form: somebody went elsewhere, and the next form is about something else."""
    for name in [name for name, kept in visit.chosen.items() if isinstance(kept, Filled)]:
        del visit.chosen[name]


class Form(QWidget):
    """Rows of named fields. Fields of a row share its width, or stand below one another where it is narrow."""

    def __init__(self, look: Look, rows: Sequence[Sequence[tuple[str, Any]]]) -> None:
        super().__init__()
        self._look = look
        self._rows = [[part for _, part in row] for row in rows]
        self._fields: dict[str, Any] = {name: part for row in rows for name, part in row if name}
        self._wrong = StaffWords("", look, self, bold=True)
        for row in self._rows:
            for part in row:
                part.setParent(self)

    def answers(self) -> dict[str, Any]:
        """What stands in the fields now."""
        return {name: part.value() for name, part in self._fields.items()}

    def say(self, filled: Filled, words: str) -> None:
        """Show what is wrong, and go there."""
        part = self._fields.get(filled.where)
        if part is not None and hasattr(part, "say"):
            part.say(words)
        else:
            self._wrong.say(words)

    def first(self, where: str = "") -> QWidget | None:
        """The field to begin in: the one named, or the first."""
        return self._fields.get(where) or next(iter(self._fields.values()), None)

    def lay(self, width: int) -> int:
        """Place everything in a width; answers with the height it takes, in pixels."""
        high = self._wrong.height_for(width)
        self._wrong.setGeometry(0, 0, width, high)
        top = high + _GAP if high else 0
        least = _LEAST * self._look.staff_px // 18
        for row in self._rows:
            across = len(row) if width >= len(row) * least else 1
            for start in range(0, len(row), across):
                top += self._lay_row(row[start : start + across], top, width) + _GAP
        return top - _GAP

    def _lay_row(self, parts: Sequence[Any], top: int, width: int) -> int:
        wide = (width - _GAP * (len(parts) - 1)) // len(parts)
        high: int = max(part.height_for(wide) for part in parts)
        for number, part in enumerate(parts):
            left = number * (wide + _GAP)
            own = high if not hasattr(part, "isChecked") else part.height_for(wide)
            part.setGeometry(width - left - wide if self._look.right_to_left else left, top, wide, own)
        return high

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay everything out anew."""
        self.lay(self.width())


class PictureField(QWidget):
    """A picture with a button to choose another. choose: the button was pressed."""

    choose = Signal()

    def __init__(self, label: str, words: str, look: Look, pic: Pic | None) -> None:
        super().__init__()
        self._look = look
        self._pic = pic
        self._label = StaffWords(label, look, self, bold=True)
        self._note = StaffWords("", look, self)
        self._button = StaffButton(words, look)
        self._button.setParent(self)
        self._button.clicked.connect(lambda _=False: self.choose.emit())

    def value(self) -> Pic | None:
        """The picture that stands there now."""
        return self._pic

    def say(self, words: str) -> None:
        """Write a line under the picture."""
        self._note.say(words)

    def focus(self) -> None:
        """Go to the button."""
        self._button.setFocus()

    def height_for(self, width: int) -> int:
        """The height it takes in a width, in pixels; lays it out."""
        label, note = self._label.height_for(width), self._note.height_for(width)
        self._label.setGeometry(0, 0, width, label)
        wide = min(width - _ART - _GAP, self._button.sizeHint().width())
        top = label + 6 + (_ART - self._button.sizeHint().height()) // 2
        left = width - _ART - _GAP - wide if self._look.right_to_left else _ART + _GAP
        self._button.setGeometry(left, top, wide, self._button.sizeHint().height())
        self._note.setGeometry(0, label + 12 + _ART, width, note)
        return label + 6 + _ART + (note + 6 if note else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture."""
        left = self.width() - _ART if self._look.right_to_left else 0
        place = QRectF(left, self._label.height() + 6, _ART, _ART)
        draw(QPainter(self), place, picture(self._pic) if self._pic is not None else Symbol("gh:question"), self._look)
