"""The paper is there: have a good time."""

from dataclasses import dataclass
from typing import Any, ClassVar

from desktop.services.seen import PlanSeen
from desktop.views.kit.art import Side, picture
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.parts.trips import people_art
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class PlanDoneState:
    """plan: what was planned."""

    plan: PlanSeen


class PlanDone(Screen):
    """Says what happens next."""

    name: ClassVar[str] = "plan_done"

    @staticmethod
    def read(services: Any, visit: Visit) -> PlanDoneState:
        """The plan."""
        return PlanDoneState(services.spending.plan(visit.chosen["plan"]))

    def sound(self, _state: PlanDoneState) -> str:
        """Two soft tones: it is done."""
        return "done"

    def fill(self, state: PlanDoneState) -> None:
        """Show what, who and when."""
        plan = state.plan
        self.ask(self.texts("booked.good_time"))
        when = self.texts("booked.take_it") if plan.day is None else self.texts.day(plan.day)
        people = plan.going if plan.companion is None else (*plan.going, plan.companion)
        art = Side((picture(plan.offer.pic), people_art(people)))
        self.set_body(Panel(self.look, art, plan.offer.label, more=when, area="spend"))
        self.set_bar(centre=self.item("home"), right=self.item("finish"))
