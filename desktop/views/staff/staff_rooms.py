"""Rooms: how many people each holds, and which are step-free."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from desktop.services.week_seen import RoomSeen
from desktop.views.kit.art import picture
from desktop.views.kit.rows import Action, Row
from desktop.views.parts.staff_form import forget_forms
from desktop.views.parts.staff_lists import Note, noted
from desktop.views.parts.week_things import ThingsPage
from desktop.views.visit import Visit
from ledger.domain.names import FactId


@dataclass(frozen=True, slots=True)
class StaffRoomsState:
    """rooms: those that are kept."""

    rooms: tuple[RoomSeen, ...] = ()
    note: Note = field(default_factory=Note)


class StaffRooms(ThingsPage):
    """Lists them."""

    name: ClassVar[str] = "staff_rooms"
    words: ClassVar[str] = "staff.rooms"
    chosen: ClassVar[str] = "staff_room"

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffRoomsState:
        """Everything that is kept."""
        forget_forms(visit)
        return StaffRoomsState(tuple(services.rooms.all()), noted(visit))

    @staticmethod
    def on_add(services: Any, visit: Visit) -> None:
        """Begin a new one."""
        StaffRooms.begin(services, visit)

    @staticmethod
    def on_open_thing(_services: Any, visit: Visit, thing: FactId) -> None:
        """Open one."""
        visit.chosen["staff_room"] = thing

    def fill(self, state: StaffRoomsState) -> None:
        """Show a line for each."""
        self.show_things([self._row(one) for one in state.rooms], state.note)

    def _row(self, one: RoomSeen) -> Row:
        action = Action("open_thing", self.texts("staff.open"))
        return Row(one.id, one.label, self._detail(one), picture(one.pic), (action,))

    def _detail(self, one: RoomSeen) -> str:
        texts = self.texts
        holds = texts("staff.week.holds", count=one.capacity) if one.capacity else texts("staff.rooms.not_counted")
        return f"{holds} · {texts('staff.rooms.step_free')}" if one.is_step_free else holds
