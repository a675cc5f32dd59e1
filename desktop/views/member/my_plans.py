"""My plans: what I am going to do with my credits."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.seen import PlanSeen
from desktop.views.kit.art import Symbol, picture
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.panel import Panel
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class MyPlansState:
    """plans: soonest first."""

    plans: tuple[PlanSeen, ...]


class MyPlans(Screen):
    """Shows my plans."""

    name: ClassVar[str] = "my_plans"

    plan = Signal(object)  # PlanSeen

    @staticmethod
    def read(services: Any, visit: Visit) -> MyPlansState:
        """The plans that stand."""
        return MyPlansState(tuple(services.spending.plans(visit.sitting)))

    @staticmethod
    def on_plan(_services: Any, visit: Visit, plan: PlanSeen) -> None:
        """Remember which."""
        visit.chosen["plan"] = plan.id

    def fill(self, state: MyPlansState) -> None:
        """Show each by its picture and day."""
        self.ask(self.texts("spend.my_plans"))
        if not state.plans:
            self.set_body(Panel(self.look, Symbol("om:1F5D3"), self.texts("spend.no_plans"), area="spend"))
            return
        grid = TileGrid(self.look, self.texts)
        grid.pressed.connect(self.plan)
        self.set_body(grid)
        grid.show_tiles(
            [
                Tile(
                    plan,
                    plan.offer.label,
                    picture(plan.offer.pic),
                    detail=self.texts("plan.any_day") if plan.day is None else self.texts.day(plan.day),
                    area="spend",
                )
                for plan in state.plans
            ]
        )
