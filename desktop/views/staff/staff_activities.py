"""Activities: what people can do, each with its picture and its kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from desktop.services.week_seen import ActivitySeen
from desktop.views.kit.art import picture
from desktop.views.kit.rows import Action, Row
from desktop.views.parts.staff_form import forget_forms
from desktop.views.parts.staff_lists import Note, noted
from desktop.views.parts.week_things import ThingsPage
from desktop.views.visit import Visit
from ledger.domain.names import FactId


@dataclass(frozen=True, slots=True)
class StaffActivitiesState:
    """activities: those that are kept."""

    activities: tuple[ActivitySeen, ...] = ()
    note: Note = field(default_factory=Note)


class StaffActivities(ThingsPage):
    """Lists them."""

    name: ClassVar[str] = "staff_activities"
    words: ClassVar[str] = "staff.activities"
    chosen: ClassVar[str] = "staff_activity"

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffActivitiesState:
        """Everything that is kept."""
        forget_forms(visit)
        return StaffActivitiesState(tuple(services.activities.all()), noted(visit))

    @staticmethod
    def on_add(services: Any, visit: Visit) -> None:
        """Begin a new one."""
        StaffActivities.begin(services, visit)

    @staticmethod
    def on_open_thing(_services: Any, visit: Visit, thing: FactId) -> None:
        """Open one."""
        visit.chosen["staff_activity"] = thing

    def fill(self, state: StaffActivitiesState) -> None:
        """Show a line for each."""
        self.show_things([self._row(one) for one in state.activities], state.note)

    def _row(self, one: ActivitySeen) -> Row:
        action = Action("open_thing", self.texts("staff.open"))
        return Row(one.id, one.label, self.texts(f"staff.sort.{one.sort.name.lower()}"), picture(one.pic), (action,))
