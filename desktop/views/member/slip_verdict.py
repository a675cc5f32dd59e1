"""A slip that cannot be used: one picture, what happened, what next. Nobody did wrong."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.clock import local_day
from desktop.views.kit.art import Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import ICONS, Screen
from desktop.views.visit import Visit

_PICTURES: Final = {
    "already": "gh:slip",
    "used": "gh:used-slip",
    "void": "gh:used-slip",
    "over": "om:1F5D3",
    "foreign": "gh:wrong-place",
    "not_a_slip": "gh:not-a-slip",
    "wrong_place": "gh:wrong-place",
}


@dataclass(frozen=True, slots=True)
class SlipVerdictState:
    """outcome: as `slips.Outcome`. when_ms: when it was handed in, 0 if not. place: whose slip it is."""

    outcome: str
    when_ms: int = 0
    place: str = ""


class SlipVerdict(Screen):
    """Says why, kindly, and what to do."""

    name: ClassVar[str] = "slip_verdict"

    worker = Signal()

    @staticmethod
    def read(_services: Any, visit: Visit) -> SlipVerdictState:
        """The verdict."""
        verdict = visit.chosen["verdict"]
        return SlipVerdictState(str(verdict.outcome), verdict.when_ms, verdict.place)

    def fill(self, state: SlipVerdictState) -> None:
        """Show it."""
        self.ask(self.texts(f"verdict.{state.outcome}", place=state.place))
        words = self.texts(f"verdict.{state.outcome}_next", place=state.place)
        more = self.texts("verdict.on", day=self.texts.day(local_day(state.when_ms))) if state.when_ms else ""
        self.set_body(Panel(self.look, Symbol(_PICTURES[state.outcome]), words, more=more))
        worker = BarItem(self.texts("problem.worker"), Symbol(ICONS["help"]), "worker")
        self.set_bar(left=self.item("back"), centre=self.item("home"), right=worker)
