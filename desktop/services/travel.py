"""Getting there: how each member comes to the centre, and the rides of a day by vehicle and stop."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Final

from desktop.changes import Changes
from desktop.problems import BadInput
from desktop.services.choosing_board import is_open
from desktop.services.drafts_travel import TravelDraft
from desktop.services.staff_faces import StaffFaces
from desktop.services.week_days import week_number
from desktop.services.week_faces import WeekFaces
from desktop.services.week_seen import RiderSeen, RideSeen, SessionSeen, VehicleSeen
from desktop.services.wording import one_line
from desktop.store.rows_week import ChoiceRow, TravelRow
from desktop.store.store import Store
from ledger.domain.coming import Presence, TravelWritten
from ledger.domain.names import NO_DIGEST, FactId
from ledger.domain.slips import day_number
from ledger.domain.week import Choice

if TYPE_CHECKING:
    from desktop.services.faces import Faces
    from desktop.services.week import Weeks

MINUTES_A_DAY: Final = 24 * 60


class Travel:
    """Vehicles' riders."""

    def __init__(self, store: Store, faces: Faces, weeks: Weeks) -> None:
        self._store = store
        self._faces = faces
        self._weeks = weeks

    def of(self, member: FactId) -> TravelDraft:
        """How a member comes, to be changed; by themselves if nobody said. Raises NotFound."""
        self._store.read.member(member)
        row = next((row for row in self._store.read.week.travel() if row.member == member), None)
        return TravelDraft(member) if row is None else TravelDraft(*row)

    def write(self, draft: TravelDraft) -> Changes:
        """Write how a member comes. Raises BadInput: no time of a day, too long a stop. NotFound."""
        stop = one_line(draft.stop, "The stop")
        if not -1 <= draft.minute < MINUTES_A_DAY:
            raise BadInput("A day has 24 hours. Choose another time.")
        with self._store.writing(draft.draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                where = facts.seal(stop.encode()) if stop else NO_DIGEST
                facts.add(TravelWritten(draft.member, draft.vehicle, where, draft.minute, draft.in_wheelchair))
        return facts.changes

    def rides(self, day: date) -> list[RideSeen]:
        """The rides of a day: each vehicle's way to the centre, then those of sessions, in order of time.

        To the centre ride those who come with the vehicle and have something to do that day, unless they said that
        they do not come; to a session, those who go.
        """
        there = [one for one in self._weeks.sessions(day) if one.day == day and is_open(one)]
        chosen = [row for row in self._store.read.week.choices_in(week_number(day)) if row.choice == Choice.GOING]
        going = {one.at: [row for row in chosen if row.at == one.at] for one in there}
        people = StaffFaces(self._store, self._faces)
        travel = {row.member: row for row in self._store.read.week.travel()}
        riding = {row.member for rows in going.values() for row in rows} - self._not_coming(day)
        coming = self._to_the_centre([travel[member] for member in sorted(riding) if member in travel], people)
        outings = [self._outing(one, going[one.at], travel, people) for one in there if one.vehicle is not None]
        return [*coming, *sorted(filter(None, outings), key=lambda ride: ride.start_minute)]

    def _to_the_centre(self, rows: list[TravelRow], people: StaffFaces) -> list[RideSeen]:
        rows_kept = self._store.read.week.vehicles(kept_only=False)
        vehicles = {row.id: WeekFaces.vehicle(row, self._faces) for row in rows_kept}
        riders: defaultdict[FactId, list[RiderSeen]] = defaultdict(list)
        for row in rows:
            if row.vehicle in vehicles:
                riders[row.vehicle].append(_rider(row.member, row, people))
        rides = [_ride(vehicles[vehicle], found) for vehicle, found in riders.items()]
        return sorted(rides, key=lambda ride: (ride.start_minute < 0, ride.start_minute, ride.vehicle.id))

    def _outing(
        self, session: SessionSeen, going: list[ChoiceRow], travel: dict[FactId, TravelRow], people: StaffFaces
    ) -> RideSeen | None:
        if session.vehicle is None:
            return None
        riders = [
            RiderSeen(
                people.member(row.member), in_wheelchair=row.member in travel and travel[row.member].in_wheelchair
            )
            for row in going
        ]
        what, start_minute = session.activity.label, session.start_minute
        return RideSeen(session.vehicle, session.driver, what, start_minute, tuple(sorted(riders, key=_by_stop)))

    def _not_coming(self, day: date) -> set[FactId]:
        rows = self._store.read.week.presence(day_number(day))
        return {row.person for row in rows if row.presence == Presence.NOT_COMING}


def _rider(member: FactId, row: TravelRow, people: StaffFaces) -> RiderSeen:
    return RiderSeen(people.member(member), row.stop, row.minute, row.in_wheelchair)


def _ride(vehicle: VehicleSeen, riders: list[RiderSeen]) -> RideSeen:
    times = [rider.minute for rider in riders if rider.minute >= 0]
    return RideSeen(vehicle, None, "", min(times, default=-1), tuple(sorted(riders, key=_by_stop)))


def _by_stop(rider: RiderSeen) -> tuple[bool, int, str, str]:
    return rider.minute < 0, rider.minute, rider.stop, rider.person.spoken_name
