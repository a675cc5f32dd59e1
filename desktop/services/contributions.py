"""Time given: say it, record it for somebody, and notice when it was said already."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.changes import Changes
from desktop.services.drafts import HelpedDraft
from desktop.services.faces import Faces
from desktop.services.seen import CreditsSeen, TaskSeen
from desktop.services.sitting import Sitting
from desktop.store.store import Store
from ledger.domain.names import FactId


@dataclass(frozen=True, slots=True)
class Said:
    """What came of saying 'I helped'; new_coins: whole credits that were not there before."""

    changes: Changes
    minutes: int
    is_waiting: bool
    before: CreditsSeen
    after: CreditsSeen
    task: TaskSeen
    new_coins: int


class Contributions:
    """Time given by members."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces

    def is_another_time(self, sitting: Sitting, draft: HelpedDraft) -> bool:
        """Whether to ask 'Is this another time?': the same task was said within its own length."""
        raise NotImplementedError

    def say(self, sitting: Sitting, draft: HelpedDraft) -> Said:
        """Record that the member helped; counts at once up to the centre's limit, above it waits for a worker.

        Raises:
            NotAStep: the minutes are no whole steps of the centre.
            NotFound: a task or member is not here.
        """
        raise NotImplementedError

    def record(self, draft: HelpedDraft, member: FactId, *, by: FactId | None = None) -> Said:
        """A worker's own entry for a member: counts at once, however long. Raises as `say`."""
        raise NotImplementedError
