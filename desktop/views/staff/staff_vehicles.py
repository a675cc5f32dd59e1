"""Vehicles: seats, and places for wheelchairs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from desktop.services.week_seen import VehicleSeen
from desktop.views.kit.art import picture
from desktop.views.kit.rows import Action, Row
from desktop.views.parts.staff_form import forget_forms
from desktop.views.parts.staff_lists import Note, noted
from desktop.views.parts.week_things import ThingsPage
from desktop.views.visit import Visit
from ledger.domain.names import FactId


@dataclass(frozen=True, slots=True)
class StaffVehiclesState:
    """vehicles: those that are kept."""

    vehicles: tuple[VehicleSeen, ...] = ()
    note: Note = field(default_factory=Note)


class StaffVehicles(ThingsPage):
    """Lists them."""

    name: ClassVar[str] = "staff_vehicles"
    words: ClassVar[str] = "staff.vehicles"
    chosen: ClassVar[str] = "staff_vehicle"

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffVehiclesState:
        """Everything that is kept."""
        forget_forms(visit)
        return StaffVehiclesState(tuple(services.vehicles.all()), noted(visit))

    @staticmethod
    def on_add(services: Any, visit: Visit) -> None:
        """Begin a new one."""
        StaffVehicles.begin(services, visit)

    @staticmethod
    def on_open_thing(_services: Any, visit: Visit, thing: FactId) -> None:
        """Open one."""
        visit.chosen["staff_vehicle"] = thing

    def fill(self, state: StaffVehiclesState) -> None:
        """Show a line for each."""
        self.show_things([self._row(one) for one in state.vehicles], state.note)

    def _row(self, one: VehicleSeen) -> Row:
        action = Action("open_thing", self.texts("staff.open"))
        return Row(one.id, one.label, self._detail(one), picture(one.pic), (action,))

    def _detail(self, one: VehicleSeen) -> str:
        texts = self.texts
        seats = texts.count("staff.vehicles.seats", one.seats)
        if not one.wheelchair_places:
            return seats
        return f"{seats} · {texts.count('staff.vehicles.wheelchairs', one.wheelchair_places)}"
