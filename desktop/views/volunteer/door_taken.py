"""Slips are taken where slips are checked: welcome; each counts once; Undo takes them back."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import TakenSeen
from desktop.views.kit.art import Symbol
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.parts.desk import take_back
from desktop.views.parts.doors import check_slip, clock_time, next_slip, welcome
from desktop.views.parts.offers import price_art, price_words
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class DoorTakenState:
    """taken: which slips, at least one. is_now: they have just come in. is_later: and the network checks one later.

    change_minutes: what came back as a new slip, on its way from the printer. can_undo: not where a part waits.
    """

    taken: tuple[TakenSeen, ...]
    credit_minutes: int = 60
    is_now: bool = False
    is_later: bool = False
    change_minutes: int = 0
    can_undo: bool = True


class DoorTaken(Screen):
    """Says that they are taken."""

    name: ClassVar[str] = "door_taken"
    answers = ("not_good",)
    is_verdict: ClassVar[bool] = True
    sees_slips: ClassVar[bool] = True

    scanned = Signal(str)
    next_slip = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> DoorTakenState:
        """The slips that were taken now, or one taken earlier today."""
        is_later, spent = visit.chosen.get("taken_now"), visit.chosen.get("spent")
        return DoorTakenState(
            visit.chosen["taken"],
            services.centre.rules.credit_minutes,
            is_later is not None,
            bool(is_later),
            0 if spent is None else sum(paper.minutes for paper in spent.change),
            spent is None or not spent.waits,
        )

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """The next slip is here already."""
        return check_slip(services, visit, text)

    @staticmethod
    def on_undo(services: Any, visit: Visit) -> None:
        """Take them back."""
        spent = visit.chosen.get("spent")
        if spent is not None:
            take_back(services, visit, spent)
        else:
            services.door.undo_all([one.fact for one in visit.chosen["taken"]])

    def fill(self, state: DoorTakenState) -> None:
        """Show them, and Undo unless that was done."""
        texts, one = self.texts, state.taken[0]
        minutes = sum(each.minutes for each in state.taken)
        self.ask(texts(self._says(state)))
        self.allow_help(yes=False)
        done = self._welcome(state) if state.is_now else self._earlier(one)
        worth = price_words(minutes, texts, state.credit_minutes)
        much = Panel(self.look, price_art(minutes, state.credit_minutes), worth, area="credits")
        self.set_body(Columns(self.look, [done, much]))
        undo = self.item("undo") if state.can_undo else None
        left = self.item("back") if one.is_undone else undo
        self.set_bar(left=left, right=next_slip(texts))

    def sound(self, state: DoorTakenState) -> str:
        """It rises only for those who come in."""
        if not state.is_now:
            return ""
        return "check" if state.is_later else "welcome"

    def _says(self, state: DoorTakenState) -> str:
        if state.taken[0].is_undone:
            return "door.undone"
        return "door.welcome" if state.is_now else "door.taken"

    def _welcome(self, state: DoorTakenState) -> Panel:
        more = self.texts("door.we_check") if state.is_later else ""
        if state.change_minutes:
            more = self.texts("desk.change", length=self.texts.length(state.change_minutes, inside=True))
        words = self.texts.count("door.counted_once", len(state.taken))
        return Panel(self.look, welcome(is_later=state.is_later), words, more=more, area="week")

    def _earlier(self, taken: TakenSeen) -> Panel:
        mark = Symbol("gh:undo" if taken.is_undone else "gh:used-slip")
        return Panel(self.look, mark, clock_time(taken.at_ms))
