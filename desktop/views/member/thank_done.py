"""Thank someone, done: who was thanked, and what is left; or that a worker looks first."""

from dataclasses import dataclass
from typing import Any, ClassVar

from desktop.services.seen import CreditsSeen, PersonSeen
from desktop.views.kit.art import Coins, picture
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.parts.credits import what_is_had
from desktop.views.parts.names import name_at_top
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class ThankDoneState:
    """receiver: who was thanked. coins: how many they got. after: what I have now. is_waiting: a worker looks first."""

    receiver: PersonSeen
    coins: int
    after: CreditsSeen
    is_waiting: bool = False
    step_minutes: int = 15


class ThankDone(Screen):
    """Says that somebody was thanked."""

    name: ClassVar[str] = "thank_done"

    @staticmethod
    def read(services: Any, visit: Visit) -> ThankDoneState:
        """What `give` wrote."""
        gave, rules = visit.result, services.centre.rules
        coins = visit.gift.minutes // rules.credit_minutes
        return ThankDoneState(visit.chosen["thanked"], coins, gave.after, gave.is_waiting, rules.step_minutes)

    @staticmethod
    def on_undo(services: Any, visit: Visit) -> None:
        """Take the gift back."""
        services.credits.undo(visit.sitting, visit.result.changes.first)

    def sound(self, _state: ThankDoneState) -> str:
        """Two soft tones: it is done."""
        return "done"

    def fill(self, state: ThankDoneState) -> None:
        """Say so, and show what is left."""
        name = name_at_top(state.receiver.shown_name, self.look)
        self.ask(self.texts("thank.done", name=name) if name else self.texts("thank.done_nobody"))
        if state.is_waiting:
            given = Panel(self.look, Coins(0, state.coins), self.texts("thank.somebody_looks"), area="thank")
        else:
            words = self.texts.count("thank.gave", state.coins)
            given = Panel(self.look, picture(state.receiver.pic), words, area="thank")
        after = state.after
        art = what_is_had(after, state.step_minutes)
        left = Panel(self.look, art, self.texts.count("credits.have", after.coins), area="credits")
        self.set_body(Columns(self.look, [given, left]))
        self.set_bar(left=self.item("undo"), centre=self.item("home"), right=self.item("finish"))
