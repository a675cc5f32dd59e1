"""Vehicles of the centre: how many people they take, and how many wheelchairs."""

from __future__ import annotations

from desktop.changes import Changes
from desktop.problems import BadInput, NotFound
from desktop.services.drafts_week import VehicleDraft
from desktop.services.faces import Faces
from desktop.services.portraits import Portrait, portrait
from desktop.services.rooms import check_count
from desktop.services.week_faces import WeekFaces
from desktop.services.week_seen import VehicleSeen
from desktop.services.wording import LABEL_LETTERS, needed, same
from desktop.store.rows_week import VehicleRow
from desktop.store.store import Store
from desktop.store.writing import Writing
from ledger.domain.names import FactId
from ledger.domain.week import VehicleWritten


class Vehicles:
    """The vehicles of the centre."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces

    def all(self) -> list[VehicleSeen]:
        """Every vehicle that is kept, in the order they were written."""
        return [WeekFaces.vehicle(row, self._faces) for row in self._store.read.week.vehicles()]

    def one(self, vehicle: FactId) -> VehicleSeen:
        """One vehicle, kept or not. Raises NotFound."""
        return WeekFaces.vehicle(self._row(vehicle), self._faces)

    def write(self, draft: VehicleDraft) -> Changes:
        """Write a vehicle; `changes.first` names a new one. Raises BadInput, NotFound."""
        label = needed(draft.label, "The vehicle's name", most=LABEL_LETTERS)
        check_count(draft.seats, "seats")
        check_count(draft.wheelchair_places, "places for wheelchairs")
        rows = self._store.read.week.vehicles()
        if draft.is_kept and any(same(row.label, label) and row.id != draft.vehicle for row in rows):
            raise BadInput(f"There is already a vehicle called {label}. Change that one, or choose another name.")
        before = Portrait() if draft.vehicle is None else Portrait(self._row(draft.vehicle).picture)
        with self._store.writing(draft.draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                _add(facts, draft, label, before)
        return facts.changes

    def _row(self, vehicle: FactId) -> VehicleRow:
        rows = self._store.read.week.vehicles(kept_only=False)
        if row := next((row for row in rows if row.id == vehicle), None):
            return row
        raise NotFound(f"There is no vehicle {vehicle.text} here.")


def _add(facts: Writing, draft: VehicleDraft, label: str, before: Portrait) -> None:
    picture = portrait(facts, draft.pic, before).picture
    facts.add(
        VehicleWritten(draft.vehicle, label, picture, draft.seats, draft.wheelchair_places, is_kept=draft.is_kept)
    )
