"""Activities: what there is to do, each with a picture."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.changes import Changes
from desktop.problems import BadInput
from desktop.services.content_week import ActivitySeed
from desktop.services.drafts_week import ActivityDraft
from desktop.services.faces import Faces
from desktop.services.portraits import Portrait, portrait
from desktop.services.starting import write_activities
from desktop.services.week_faces import activity_seen
from desktop.services.week_seen import ActivitySeen
from desktop.services.wording import LABEL_LETTERS, needed, same
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.week import ActivityWritten


class NoPicture(BadInput):
    """An activity without a picture cannot be chosen by somebody who does not read."""

    code = "no_picture"


class Activities:
    """What members choose among."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces

    def all(self) -> list[ActivitySeen]:
        """Every activity that is kept, in the order they were written."""
        return [activity_seen(self._faces, row) for row in self._store.read.week.activities()]

    def one(self, activity: FactId) -> ActivitySeen:
        """One activity, kept or not. Raises NotFound."""
        return activity_seen(self._faces, self._store.read.week.activity(activity))

    def begin_with(self, seeds: Iterable[ActivitySeed]) -> Changes:
        """Write the activities a new centre keeps of `content_week`; once only."""
        with self._store.writing("first-activities") as facts:
            if not facts.is_repeat:
                write_activities(facts, seeds)
        return facts.changes

    def write(self, draft: ActivityDraft) -> Changes:
        """Write an activity; `changes.first` names a new one. Raises BadInput, NoPicture, NotFound."""
        label = needed(draft.label, "The activity's name", most=LABEL_LETTERS)
        rows = self._store.read.week.activities()
        if draft.is_kept and any(same(row.label, label) and row.id != draft.activity for row in rows):
            raise BadInput(f"There is already an activity called {label}. Change that one, or choose another name.")
        old = None if draft.activity is None else self._store.read.week.activity(draft.activity)
        if draft.pic is None and old is None:
            raise NoPicture(f"{label} has no picture yet. Choose one: members find their activities by it.")
        with self._store.writing(draft.draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                shown = portrait(facts, draft.pic, Portrait(old.picture, old.photo) if old else Portrait())
                facts.add(ActivityWritten(draft.activity, label, *shown, draft.sort, draft.is_kept))
        return facts.changes
