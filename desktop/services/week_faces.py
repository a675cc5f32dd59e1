"""Turns rows of the week into what screens see; each room, person and so on is read once."""

from __future__ import annotations

from desktop.problems import NotFound
from desktop.services import standins
from desktop.services.faces import Faces
from desktop.services.seen import PersonSeen, Pic
from desktop.services.week_days import date_in
from desktop.services.week_seen import ActivitySeen, RoomSeen, SessionSeen, VehicleSeen
from desktop.store.rows_week import ActivityRow, RoomRow, VehicleRow, WordsRow
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.week import Reach
from ledger.domain.weeks import Occurrence


class WeekFaces:
    """Rows as they are seen; made anew for each look at the week, so that nothing in it is ever old."""

    def __init__(self, store: Store, faces: Faces) -> None:
        read = store.read.week
        self._faces = faces
        self._people: dict[FactId, PersonSeen | None] = {}
        self._rooms = {row.id: self.room(row, faces) for row in read.rooms(kept_only=False)}
        self._vehicles = {row.id: self.vehicle(row, faces) for row in read.vehicles(kept_only=False)}
        self._activities = {row.id: row for row in read.activities(kept_only=False)}
        self._activities_seen: dict[FactId, ActivitySeen] = {}

    @staticmethod
    def room(row: RoomRow, faces: Faces) -> RoomSeen:
        """A room."""
        pic = faces.pic(row.picture or standins.shape(row.id), b"")
        return RoomSeen(row.id, row.label, pic, row.capacity, row.is_step_free, row.is_kept)

    @staticmethod
    def vehicle(row: VehicleRow, faces: Faces) -> VehicleSeen:
        """A vehicle."""
        pic = faces.pic(row.picture or standins.shape(row.id), b"")
        return VehicleSeen(row.id, row.label, pic, row.seats, row.wheelchair_places, row.is_kept)

    def activity(self, activity: FactId) -> ActivitySeen:
        """An activity, kept or not; one that another PC has still to send has no words yet."""
        if activity not in self._activities_seen:
            row = self._activities.get(activity)
            self._activities_seen[activity] = (
                ActivitySeen(activity, "", Pic(standins.shape(activity)))
                if row is None
                else activity_seen(self._faces, row)
            )
        return self._activities_seen[activity]

    def person(self, person: FactId | None) -> PersonSeen | None:
        """A member or worker; None for nobody, and for somebody another PC has still to send."""
        if person is None:
            return None
        if person not in self._people:
            try:
                self._people[person] = self._faces.person(person)
            except NotFound:
                self._people[person] = None
        return self._people[person]

    def session(self, row: WordsRow, week: int) -> SessionSeen:
        """What these words say of a week; who goes, and whether the centre is open, is not in them."""
        return SessionSeen(
            at=Occurrence(row.session, week),
            activity=self.activity(row.activity),
            day=date_in(week, row.day),
            start_minute=row.start_minute,
            minutes=row.minutes,
            places=row.places,
            room=None if row.room is None else self._rooms.get(row.room),
            leader=self.person(row.leader),
            assistants=tuple(filter(None, map(self.person, row.assistants))),
            way=row.way,
            vehicle=None if row.vehicle is None else self._vehicles.get(row.vehicle),
            driver=self.person(row.driver),
            companion=self.person(row.companion),
            is_quiet=row.is_quiet,
            is_open_to_all=row.is_open_to_all,
            is_peer_led=row.is_peer_led,
            price_minutes=row.price_minutes,
            task=row.task,
            until=date_in(row.until_week, row.day) if row.until_week and row.reach == Reach.FROM_NOW_ON else None,
            every_weeks=row.every_weeks,
            is_once=row.reach == Reach.THIS_WEEK,
            is_on=row.is_on,
        )


def activity_seen(faces: Faces, row: ActivityRow) -> ActivitySeen:
    """An activity."""
    pic = faces.pic(row.picture or standins.shape(row.id), row.photo)
    return ActivitySeen(row.id, row.label, pic, row.sort, row.is_kept)
