"""Lists and lines that several staff screens show: rows that can stand among other things, days and notes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desktop.problems import KnownProblem
from desktop.services.seen import PersonSeen
from desktop.views.kit.rows import RowList, RowPanel, Stack
from desktop.views.texts import Texts
from desktop.views.visit import Visit

_NOTE = "staff_note"


class Lines(RowList):
    """Rows that lie in a page among other things, as high as they need."""

    def lay(self, width: int) -> int:
        """Place everything in a width; answers with the height it takes, in pixels."""
        top = 0
        for part in self._parts:
            height = part.lay(width) if isinstance(part, RowPanel) else part.minimumHeight()
            part.setGeometry(0, top, width, height)
            top += height + self._gap
        self.setMinimumHeight(top)
        return top

    def _lay(self) -> None:
        self.lay(max(1, self.width()))


class Column(Stack):
    """Things below one another, some of which may change their height."""

    def again(self) -> None:
        """Lay everything out anew."""
        self._lay()


@dataclass(frozen=True, slots=True)
class Note:
    """A line that says what has just been done: a key of the words file, what fills it, or words as they are."""

    key: str = ""
    values: dict[str, str] = field(default_factory=dict)
    words: str = ""

    def before(self, line: str, texts: Texts) -> str:
        """The note, if there is one, and then a line."""
        said = texts(self.key, **self.values) if self.key else self.words
        return f"{said} {line}".strip()


def note(visit: Visit, key: str, **values: str) -> None:
    """Let the next staff screen say what was done."""
    visit.chosen[_NOTE] = Note(key, dict(values))


def warn(visit: Visit, problem: Exception) -> None:
    """Let the next staff screen say why something could not be done."""
    visit.chosen[_NOTE] = Note(words=str(problem))


def tell(visit: Visit, job: Callable[[], object], done: str, **values: str) -> None:
    """Do something, and let the next staff screen say that it is done, or why it could not be. done: a key of words."""
    try:
        job()
    except KnownProblem as problem:
        visit.chosen[_NOTE] = Note(words=str(problem))
    else:
        note(visit, done, **values)


def noted(visit: Visit) -> Note:
    """What was just done, once."""
    found: Any = visit.chosen.pop(_NOTE, None)
    return found if isinstance(found, Note) else Note()


def day_words(day: date, texts: Texts) -> str:
    """A day with its year: "Tuesday 24 November 2026"."""
    return texts("staff.date", day=texts.weekday(day), number=day.day, month=texts.month(day), year=day.year)


def called(person: PersonSeen | None, texts: Texts) -> str:
    """A person's name for staff: as shown, or as spoken; "Somebody" for nobody we know."""
    return (person.shown_name or person.spoken_name) if person is not None else texts("staff.somebody")


def exact(minutes: int, texts: Texts) -> str:
    """A length of time to the minute: "1 hour 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = [texts.count("length.hours", hours)] if hours else []
    if rest or not hours:
        parts.append(texts.count("length.minutes", rest))
    return " ".join(parts)
