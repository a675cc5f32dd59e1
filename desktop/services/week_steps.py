"""Changes of the editor that can be taken back, of this run of the app: each is taken back by new facts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from desktop.store.rows_week import WordsRow
from ledger.domain.names import FactId

MOST_STEPS: Final = 100


class Cell(NamedTuple):
    """A session in the week from which, or for which alone, something is said."""

    session: FactId
    week: int


class Said(NamedTuple):
    """What holds of a cell: words from now on that begin just then, and words of that week alone if they hold."""

    usual: WordsRow | None = None
    once: WordsRow | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One change: what was said of cells and of days before, and after it. at: the cell it was about, None for a day.

    days: what was said of each day, None for nothing;
    """

    at: Cell | None
    before: dict[Cell, Said] = field(default_factory=dict)
    after: dict[Cell, Said] = field(default_factory=dict)
    days_before: dict[date, tuple[bool, str]] = field(default_factory=dict)
    days_after: dict[date, tuple[bool, str]] = field(default_factory=dict)

    def turned(self) -> Step:
        """The same the other way round."""
        return Step(self.at, self.after, self.before, self.days_after, self.days_before)


class Steps:
    """What was done, and what was taken back and may be done again."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is one to do again."""
        return bool(self._undone)

    def did(self, step: Step) -> None:
        """Remember a change; what was taken back before it is gone."""
        self._done = [*self._done[1 - MOST_STEPS :], step]
        self._undone = []

    def last_done(self) -> Step | None:
        """The change to take back."""
        return self._done[-1] if self._done else None

    def last_undone(self) -> Step | None:
        """The change to do again."""
        return self._undone[-1] if self._undone else None

    def undid(self, step: Step) -> None:
        """The last change was taken back; step: as it can be done again."""
        self._done.pop()
        self._undone.append(step)

    def redid(self, step: Step) -> None:
        """The last one taken back was done again; step: as it can be taken back."""
        self._undone.pop()
        self._done.append(step)

    def forget(self) -> None:
        """Somebody else has changed the same since: nothing can be taken back any more."""
        self._done = []
        self._undone = []
