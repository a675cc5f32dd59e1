"""I helped, done: thank you, what it was, and the jar as it is now."""

from dataclasses import dataclass
from typing import Any, ClassVar

from desktop.services.seen import Pic
from desktop.views.kit.art import Art, Coins, Jar, picture
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.parts.choices import is_roomy
from desktop.views.parts.names import name_at_top
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class ThankYouState:
    """What was said, and what it made.

    name: whom to thank, "" if their name is not shown. task: its label, "" for something unlisted. worker: who will
    look at what waits, "" for any worker. jar_minutes and new_coins: after it was counted.
    """

    name: str
    task: str
    pic: Pic
    minutes: int
    for_what: str = ""
    is_waiting: bool = False
    worker: str = ""
    jar_minutes: int = 0
    new_coins: int = 0
    credit_minutes: int = 60
    step_minutes: int = 15


class ThankYou(Screen):
    """Thanks the member, and says what happens next."""

    name: ClassVar[str] = "thank_you"

    @staticmethod
    def read(services: Any, visit: Visit) -> ThankYouState:
        """What `say` wrote."""
        said, rules = visit.result, services.centre.rules
        return ThankYouState(
            name=visit.person.shown_name if visit.person else "",
            task=said.task.label,
            pic=said.task.pic,
            minutes=said.minutes,
            for_what=said.task.for_what,
            is_waiting=said.is_waiting,
            worker=_named_worker(services, visit) if said.is_waiting else "",
            jar_minutes=said.after.jar_minutes,
            new_coins=said.new_coins,
            credit_minutes=rules.credit_minutes,
            step_minutes=rules.step_minutes,
        )

    @staticmethod
    def on_undo(services: Any, visit: Visit) -> None:
        """Take it back."""
        services.credits.undo(visit.sitting, visit.result.changes.facts[-1])

    def sound(self, _state: ThankYouState) -> str:
        """Two soft tones: it is done."""
        return "done"

    def fill(self, state: ThankYouState) -> None:
        """Thank, and show what came of it."""
        name = name_at_top(state.name, self.look)
        self.ask(self.texts("helped.thank_you", name=name) if name else self.texts("helped.thank_you_nobody"))
        length = self.texts.length(state.minutes)
        more = ". ".join(words for words in (length, self._for_what(state)) if words and state.task)
        did = Panel(self.look, picture(state.pic), state.task or length, more=more, area="helped")
        got = Panel(self.look, self._art(state), self._came(state), area="credits")
        self.set_body(Columns(self.look, [did, got]))
        self.set_bar(left=self.item("undo"), centre=self.item("home"), right=self.item("finish"))

    def _for_what(self, state: ThankYouState) -> str:
        return state.for_what if is_roomy(self.look) else ""

    @staticmethod
    def _art(state: ThankYouState) -> Art:
        if state.is_waiting:
            return Coins(0, dashed=max(1, state.minutes // state.credit_minutes))
        return Jar(state.jar_minutes, state.credit_minutes, state.step_minutes, coins=state.new_coins)

    def _came(self, state: ThankYouState) -> str:
        if state.is_waiting:
            worker = name_at_top(state.worker, self.look)
            return self.texts("helped.worker_looks", worker=worker) if worker else self.texts("helped.somebody_looks")
        if state.new_coins:
            return self.texts.count("helped.new_coin", state.new_coins)
        return self.texts("helped.in_jar")


def _named_worker(services: Any, visit: Visit) -> str:
    worker = services.people.member(visit.sitting.member).named_worker
    return services.people.person(worker).shown_name if worker is not None else ""
