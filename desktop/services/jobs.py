"""The jobs of a group project, which go round."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.changes import Changes
from desktop.services.wording import LABEL_LETTERS, needed
from desktop.store.store import Store
from ledger.domain.jobs import JobGiven, JobWritten
from ledger.domain.names import FactId
from ledger.domain.weeks import Occurrence


class Jobs:
    """Who does what in a project."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self, activity: FactId) -> list[tuple[FactId, str]]:
        """The jobs of an activity, by id and name."""
        return [(row.id, row.label) for row in self._store.read.week.jobs(activity)]

    def write(
        self, activity: FactId, label: str, *, job: FactId | None = None, is_kept: bool = True, draft_id: str = ""
    ) -> Changes:
        """Write a job; `changes.first` names a new one. Raises BadInput, NotFound."""
        called = needed(label, "The job's name", most=LABEL_LETTERS)
        picture = "" if job is None else self._store.read.week.job(job).picture
        with self._store.writing(draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                facts.add(JobWritten(job, activity, called, picture, is_kept))
        return facts.changes

    def give(self, job: FactId, at: Occurrence, member: FactId | None, *, draft_id: str = "") -> Changes:
        """Give a job to somebody for one time, or to nobody; given so already, nothing is written. Raises NotFound."""
        having = {row.job: row.member for row in self._store.read.week.jobs_given(at.week) if row.session == at.session}
        if having.get(job) == member and not (draft_id and self._store.count(draft_id)):
            return Changes()
        with self._store.writing(draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                facts.add(JobGiven(job, *at, member))
        return facts.changes

    def next(self, job: FactId, at: Occurrence, going: Sequence[FactId]) -> FactId | None:
        """Whose turn it is: whoever never had it, then whoever had it longest ago; None if nobody goes."""
        last: dict[FactId, int] = {}
        for row in self._store.read.week.job_before(job, at.week):
            last[row.member] = max(row.week, last.get(row.member, -1))
        return min(going, key=lambda member: last.get(member, -1), default=None)
