"""One answer to a slip, whole: what was decided, when, which slip, and how old the keys were."""

from dataclasses import dataclass
from typing import Any, ClassVar

from desktop.clock import local_time
from desktop.services.judging import JudgedSeen
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.parts.network_words import when
from desktop.views.parts.verdicts import short_words, verdict_area, verdict_art
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class DoorAnswerState:
    """answer: which. now_ms: when this is looked at."""

    answer: JudgedSeen
    now_ms: int


class DoorAnswer(Screen):
    """Shows it."""

    name: ClassVar[str] = "door_answer"
    for_workers: ClassVar[bool] = True

    @staticmethod
    def read(_services: Any, visit: Visit) -> DoorAnswerState:
        """The one that was pressed."""
        answer = visit.chosen["answer"]
        return DoorAnswerState(answer, visit.house.clock.now_ms() if visit.house is not None else answer.at_ms)

    def fill(self, state: DoorAnswerState) -> None:
        """Say what was decided, and under it when and by which keys."""
        answer, texts = state.answer, self.texts
        self.ask(short_words(answer.outcome, texts))
        self.allow_help(yes=False)
        at = local_time(answer.at_ms)
        said = texts("verdict.on_at", day=texts.day(at.date()), time=f"{at:%H:%M}")
        keys = self._keys(answer, state.now_ms)
        panel = Panel(
            self.look,
            verdict_art(answer.outcome),
            answer.code or texts("door.no_code"),
            more=f"{said} {keys}",
            area=verdict_area(answer.outcome),
        )
        self.set_body(panel)
        self.set_bar(left=self.item("back"))

    def _keys(self, answer: JudgedSeen, now_ms: int) -> str:
        if not answer.met_ms:
            return self.texts("door.no_keys")
        return self.texts("door.keys_age", when=when(answer.met_ms, now_ms, self.texts))
