"""Time given: say it, record it for somebody, and notice when it was said already."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.changes import Changes
from desktop.clock import MS
from desktop.problems import BadInput, NotFound
from desktop.services.amounts import check_step
from desktop.services.drafts import HelpedDraft
from desktop.services.faces import Faces
from desktop.services.portraits import Portrait, portrait
from desktop.services.seen import CreditsSeen, TaskSeen
from desktop.services.sitting import Sitting
from desktop.store.store import Store
from desktop.store.writing import Writing
from ledger.domain.facts import Contributed
from ledger.domain.names import FactId
from ledger.domain.subjects import TaskWritten

MINUTE_MS = 60 * MS


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
        if draft.task is None or self._store.count(draft.draft_id):
            return False
        last = self._store.read.last_contribution(sitting.member, draft.task)
        if last is None:
            return False
        passed_ms = self._store.clock.now_ms() - last.at_ms
        return passed_ms < max(last.minutes, draft.minutes) * MINUTE_MS

    def say(self, sitting: Sitting, draft: HelpedDraft) -> Said:
        """Record that the member helped; counts at once up to the centre's limit, above it waits for a worker.

        Raises:
            NotAStep: the minutes are no whole steps of the centre.
            NotFound: a task or member is not here. BadInput: with themselves, or neither task nor picture.
        """
        is_waiting = self._store.rules.must_wait(draft.minutes)
        return self._write(draft, sitting.member, is_waiting=is_waiting, sitting=sitting)

    def record(self, draft: HelpedDraft, member: FactId, *, by: FactId | None = None) -> Said:
        """A worker's own entry for a member: counts at once, however long. Raises as `say`."""
        return self._write(draft, member, is_waiting=False, by=by)

    def _write(
        self,
        draft: HelpedDraft,
        member: FactId,
        *,
        is_waiting: bool,
        sitting: Sitting | None = None,
        by: FactId | None = None,
    ) -> Said:
        check_step(self._store.rules, draft.minutes)
        self._check_people(draft, member)
        before = self._faces.credits(member)
        assisted_by = sitting.assisted_by if sitting else None
        with self._store.writing(draft.draft_id, by=by, assisted_by=assisted_by) as facts:
            if not facts.is_repeat:
                task = self._task(facts, draft)
                facts.add(Contributed(member, task, draft.minutes, is_waiting, draft.with_members))
        return self._said(facts.changes, before)

    def _check_people(self, draft: HelpedDraft, member: FactId) -> None:
        if member in draft.with_members or len(set(draft.with_members)) != len(draft.with_members):
            raise BadInput("Each person can be named once, and nobody is 'with' themselves.")
        for other in draft.with_members:
            self._store.read.member(other)

    def _task(self, facts: Writing, draft: HelpedDraft) -> FactId:
        if draft.task is not None:
            return self._store.read.task(draft.task).id
        if draft.new_picture is None:
            raise BadInput("Say what it was: a task, or a picture of it.")
        shown = portrait(facts, draft.new_picture, Portrait())
        return facts.add(TaskWritten(None, "", shown.picture, shown.photo))

    def _said(self, changes: Changes, before: CreditsSeen) -> Said:
        fact = next(
            (entry.fact for entry in map(self._store.read.entry, changes.facts) if isinstance(entry.fact, Contributed)),
            None,
        )
        if fact is None:
            raise NotFound("This was recorded as something else. Start again from Home.")
        after = self._faces.credits(fact.member)
        if changes.is_repeat:
            before = self._before(after, fact)
        return Said(
            changes,
            fact.minutes,
            fact.is_waiting,
            before,
            after,
            self._faces.task(self._store.read.task(fact.task)),
            new_coins=after.coins - before.coins,
        )

    @staticmethod
    def _before(after: CreditsSeen, fact: Contributed) -> CreditsSeen:
        counted, waiting = (0, fact.minutes) if fact.is_waiting else (fact.minutes, 0)
        return CreditsSeen(
            max(0, after.available_minutes - counted), max(0, after.waiting_minutes - waiting), after.credit_minutes
        )
