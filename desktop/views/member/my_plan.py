"""One of my plans: what, who, when; print its sheet again, or cancel it."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import PlanSeen
from desktop.views.kit.art import Side, Symbol, picture
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.panel import Panel
from desktop.views.kit.tile import Tile
from desktop.views.parts.choices import PanelAndTiles, is_roomy
from desktop.views.parts.printing import print_sheet
from desktop.views.parts.trips import people_art
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class MyPlanState:
    """plan: what is shown."""

    plan: PlanSeen


class MyPlan(Choosing):
    """Shows a plan."""

    name: ClassVar[str] = "my_plan"
    answers = ("at_printer",)

    cancel = Signal()
    print_it = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> MyPlanState:
        """The plan that was pressed."""
        return MyPlanState(services.spending.plan(visit.chosen["plan"]))

    @staticmethod
    def on_cancel(services: Any, visit: Visit) -> None:
        """Give it up: the credits come back."""
        services.spending.cancel(visit.sitting, visit.chosen["plan"])

    @staticmethod
    def on_print_it(services: Any, visit: Visit) -> str | None:
        """Print its sheet, unless it went to the printer just now."""
        return print_sheet(services, visit)

    def fill(self, state: MyPlanState) -> None:
        """Show it."""
        plan = state.plan
        self.ask(plan.offer.label)
        people = plan.going if plan.companion is None else (*plan.going, plan.companion)
        when = self.texts("plan.any_day") if plan.day is None else self.texts.day(plan.day)
        art = Side((picture(plan.offer.pic), people_art(people)))
        panel = Panel(self.look, art, when, more=plan.offer.place, area="spend")
        tiles = [Tile("print_it", self.texts("booked.print"), Symbol("gh:printer"))]
        if plan.can_cancel:
            back = self.texts("print.credits_back") if plan.total_minutes and is_roomy(self.look) else ""
            tiles.append(Tile("cancel", self.texts("plan.cancel"), Symbol("gh:undo"), detail=back))
        body = PanelAndTiles(self.look, self.texts, panel, tiles)
        body.pressed.connect(self.take)
        self.set_body(body)
