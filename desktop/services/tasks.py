"""Tasks: kinds of contribution, the member's last ones first."""

from __future__ import annotations

from desktop.changes import Changes
from desktop.services.drafts import TaskDraft
from desktop.services.faces import Faces
from desktop.services.seen import TaskSeen
from desktop.services.sitting import Sitting
from desktop.store.store import Store
from ledger.domain.names import FactId


class Tasks:
    """What people help with."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces

    def first(self, sitting: Sitting) -> list[TaskSeen]:
        """Every task with a label: the member's last ones first, then the others in the order they were written."""
        raise NotImplementedError

    def all(self) -> list[TaskSeen]:
        """Every task that is kept, as staff see them, in the order they were written."""
        raise NotImplementedError

    def task(self, task: FactId) -> TaskSeen:
        """One task. Raises NotFound."""
        raise NotImplementedError

    def unnamed(self) -> list[TaskSeen]:
        """Tasks members added that a worker has still to name."""
        raise NotImplementedError

    def write(self, draft: TaskDraft) -> Changes:
        """Write a task; `changes.first` names a new one. Raises BadInput, NotAStep, NotFound."""
        raise NotImplementedError
