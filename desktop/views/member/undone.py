"""Taken back: something done since sign-in is undone, and this is what there is now."""

from dataclasses import dataclass
from typing import Any, ClassVar

from desktop.services.seen import CreditsSeen
from desktop.views.kit.art import Symbol
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.parts.credits import what_is_had
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class UndoneState:
    """credits_now: what the member has after it."""

    credits_now: CreditsSeen
    step_minutes: int = 15


class Undone(Screen):
    """Says that it is taken back."""

    name: ClassVar[str] = "undone"

    @staticmethod
    def read(services: Any, visit: Visit) -> UndoneState:
        """What there is now."""
        return UndoneState(services.credits.of(visit.sitting.member), services.centre.rules.step_minutes)

    def fill(self, state: UndoneState) -> None:
        """Say so, and show the credits."""
        now = state.credits_now
        self.ask(self.texts("undone.taken_back"))
        art = what_is_had(now, state.step_minutes)
        waiting = -(-now.waiting_minutes // now.credit_minutes)
        more = self.texts.count("credits.waiting", waiting) if waiting else ""
        have = Panel(self.look, art, self.texts.count("credits.have", now.coins), more=more, area="credits")
        self.set_body(
            Columns(self.look, [Panel(self.look, Symbol("gh:undo"), self.texts("undone.nothing_lost")), have])
        )
        self.set_bar(centre=self.item("home"), right=self.item("finish"))
