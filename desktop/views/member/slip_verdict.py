"""A slip that cannot be used: one picture, what happened, what next. Nobody did wrong."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.clock import local_day
from desktop.views.kit.art import Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import ICONS, Screen
from desktop.views.parts.names import name_at_top
from desktop.views.visit import Visit

MINUTE_MS: Final = 60_000
HOUR_MS: Final = 60 * MINUTE_MS
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
    """outcome: as `slips.Outcome`. when_ms: when it was handed in, 0 if not. place: whose slip it is.

    minutes_ago: for a slip that was handed in within the last hour, else -1.
    """

    outcome: str
    when_ms: int = 0
    place: str = ""
    minutes_ago: int = -1


class SlipVerdict(Screen):
    """Says why, kindly, and what to do."""

    name: ClassVar[str] = "slip_verdict"

    worker = Signal()

    @staticmethod
    def read(_services: Any, visit: Visit) -> SlipVerdictState:
        """The verdict."""
        verdict = visit.chosen["verdict"]
        passed_ms = visit.house.clock.now_ms() - verdict.when_ms if visit.house is not None else HOUR_MS
        minutes_ago = passed_ms // MINUTE_MS if 0 <= passed_ms < HOUR_MS else -1
        return SlipVerdictState(str(verdict.outcome), verdict.when_ms, verdict.place, minutes_ago)

    def fill(self, state: SlipVerdictState) -> None:
        """Show it."""
        place = name_at_top(state.place, self.look)
        key = "verdict.somewhere_else" if state.place and not place else f"verdict.{state.outcome}"
        self.ask(self.texts(key, place=place))
        words = self.texts(f"verdict.{state.outcome}_next")
        more = self._when(state) or (state.place if not place else "")
        self.set_body(Panel(self.look, Symbol(_PICTURES[state.outcome]), words, more=more))
        worker = BarItem(self.texts("problem.worker"), Symbol(ICONS["help"]), "worker")
        self.set_bar(left=self.item("back"), centre=self.item("home"), right=worker)

    def _when(self, state: SlipVerdictState) -> str:
        if not state.when_ms:
            return ""
        if state.minutes_ago >= 0:
            return self.texts.count("verdict.minutes_ago", state.minutes_ago)
        return self.texts("verdict.on", day=self.texts.day(local_day(state.when_ms)))
