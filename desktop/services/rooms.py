"""Rooms: where sessions are, and how many people each holds."""

from __future__ import annotations

from desktop.changes import Changes
from desktop.problems import BadInput, NotFound
from desktop.services.drafts_week import RoomDraft
from desktop.services.faces import Faces
from desktop.services.portraits import Portrait, portrait
from desktop.services.week_faces import WeekFaces
from desktop.services.week_seen import RoomSeen
from desktop.services.wording import LABEL_LETTERS, needed, same
from desktop.store.rows_week import RoomRow
from desktop.store.store import Store
from ledger.domain.bounds import MOST_COUNT
from ledger.domain.names import FactId
from ledger.domain.week import RoomWritten


class Rooms:
    """The rooms of the centre."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces

    def all(self) -> list[RoomSeen]:
        """Every room that is kept, in the order they were written."""
        return [WeekFaces.room(row, self._faces) for row in self._store.read.week.rooms()]

    def one(self, room: FactId) -> RoomSeen:
        """One room, kept or not. Raises NotFound."""
        return WeekFaces.room(self._row(room), self._faces)

    def write(self, draft: RoomDraft) -> Changes:
        """Write a room; `changes.first` names a new one. Raises BadInput, NotFound."""
        label = needed(draft.label, "The room's name", most=LABEL_LETTERS)
        check_count(draft.capacity, "people")
        rows = self._store.read.week.rooms()
        if draft.is_kept and any(same(row.label, label) and row.id != draft.room for row in rows):
            raise BadInput(f"There is already a room called {label}. Change that one, or choose another name.")
        before = Portrait() if draft.room is None else Portrait(self._row(draft.room).picture)
        with self._store.writing(draft.draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                picture = portrait(facts, draft.pic, before).picture
                facts.add(RoomWritten(draft.room, label, picture, draft.capacity, draft.is_step_free, draft.is_kept))
        return facts.changes

    def _row(self, room: FactId) -> RoomRow:
        rows = self._store.read.week.rooms(kept_only=False)
        if row := next((row for row in rows if row.id == room), None):
            return row
        raise NotFound(f"There is no room {room.text} here.")


def check_count(count: int, what: str) -> None:
    """How many there are of something; 0 if nobody counted. Raises BadInput: it cannot be."""
    if not 0 <= count <= MOST_COUNT:
        raise BadInput(f"{count} {what} cannot be right. Use 0 to {MOST_COUNT}.")
