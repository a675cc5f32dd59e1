"""Tasks: kinds of contribution, the member's last ones first."""

from __future__ import annotations

from desktop.changes import Changes
from desktop.services.amounts import check_step
from desktop.services.drafts import TaskDraft
from desktop.services.faces import Faces
from desktop.services.portraits import Portrait, portrait
from desktop.services.seen import TaskSeen
from desktop.services.sitting import Sitting
from desktop.services.wording import LABEL_LETTERS, needed, one_line
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.subjects import TaskWritten


class Tasks:
    """What people help with."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces

    def first(self, sitting: Sitting) -> list[TaskSeen]:
        """Every task with a label: the member's last ones first, then the others in the order they were written."""
        there = {task.id: task for task in self.all() if task.label}
        order = dict.fromkeys((*self._store.read.last_tasks(sitting.member), *there))
        return [there[task] for task in order if task in there]

    def all(self) -> list[TaskSeen]:
        """Every task that is kept, as staff see them, in the order they were written."""
        return [self._faces.task(row) for row in self._store.read.tasks()]

    def task(self, task: FactId) -> TaskSeen:
        """One task, kept or not. Raises NotFound."""
        return self._faces.task(self._store.read.task(task))

    def unnamed(self) -> list[TaskSeen]:
        """Tasks members added that a worker has still to name."""
        return [task for task in self.all() if not task.label]

    def write(self, draft: TaskDraft) -> Changes:
        """Write a task; `changes.first` names a new one. Raises BadInput, NotAStep, NotFound."""
        label = needed(draft.label, "The task's name", most=LABEL_LETTERS)
        for_what = one_line(draft.for_what, "What it was for", most=LABEL_LETTERS)
        if draft.usual_minutes:
            check_step(self._store.rules, draft.usual_minutes)
        old = None if draft.task is None else self._store.read.task(draft.task)
        with self._store.writing(draft.draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                shown = portrait(facts, draft.pic, Portrait(old.picture, old.photo) if old else Portrait())
                facts.add(TaskWritten(draft.task, label, *shown, draft.usual_minutes, for_what, draft.is_kept))
        return facts.changes
