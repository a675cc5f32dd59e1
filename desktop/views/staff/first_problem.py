"""The records did not open: what is in the way, what to do about it, and trying again."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.problems import KnownProblem
from desktop.views.kit.art import Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.kit.panel import Panel
from desktop.views.parts.staff_first import FirstPage
from desktop.views.visit import Visit

_BACKUP_HELPS: Final = ("damaged_store", "wrong_key", "disk_trouble")


@dataclass(frozen=True, slots=True)
class FirstProblemState:
    """problem: why nothing opened."""

    problem: KnownProblem


class FirstProblem(FirstPage):
    """Says why Goodhour cannot start."""

    name: ClassVar[str] = "first_problem"

    again = Signal()
    from_backup = Signal()

    @staticmethod
    def read(_services: Any, visit: Visit) -> FirstProblemState:
        """What came of opening."""
        return FirstProblemState(visit.chosen["trouble"])

    def fill(self, state: FirstProblemState) -> None:
        """Show it, with what can be done."""
        problem = state.problem
        self.ask(self.texts("first.trouble"))
        self.set_body(Panel(self.look, Symbol(problem.picture), str(problem)))
        backup = BarItem(self.texts("first.from_backup"), Symbol("gh:stick"), "from_backup")
        again = BarItem(self.texts("first.try_again"), Symbol("gh:arrow-right"), "again")
        self.set_bar(left=again, right=backup if problem.code in _BACKUP_HELPS else None)
