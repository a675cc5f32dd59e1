"""The services of the week that staff make it with, each read in when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.services.faces import Faces
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.services.activities import Activities
    from desktop.services.rooms import Rooms
    from desktop.services.vehicles import Vehicles
    from desktop.services.week import Weeks
    from desktop.services.week_editing import WeekEditing
    from desktop.services.week_steps import Steps


class WeekServices:
    """Rooms, vehicles, activities, and the week they are brought together in."""

    store: Store
    _faces: Faces

    @cached_property
    def rooms(self) -> Rooms:
        """Where sessions are."""
        from desktop.services.rooms import Rooms

        return Rooms(self.store, self._faces)

    @cached_property
    def vehicles(self) -> Vehicles:
        """How people come and go."""
        from desktop.services.vehicles import Vehicles

        return Vehicles(self.store, self._faces)

    @cached_property
    def activities(self) -> Activities:
        """What there is to do."""
        from desktop.services.activities import Activities

        return Activities(self.store, self._faces)

    @cached_property
    def week(self) -> Weeks:
        """The week as staff see it."""
        from desktop.services.week import Weeks

        return Weeks(self.store, self._faces, self._week_steps)

    @cached_property
    def week_editing(self) -> WeekEditing:
        """What staff do to the week."""
        from desktop.services.week_editing import WeekEditing

        return WeekEditing(self.store, self.week, self._week_steps)

    @cached_property
    def _week_steps(self) -> Steps:
        from desktop.services.week_steps import Steps

        return Steps()
