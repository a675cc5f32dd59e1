"""Who sits at the screen, since when, and who helps them there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.subjects import WorkerWritten


@dataclass(frozen=True, slots=True)
class Sitting:
    """A member's visit to the screen, from sign-in to Finish.

    since: how many facts this PC's feed had at sign-in. began_ms: when that was. assisted_by: the supporter here.
    """

    member: FactId
    since: int
    began_ms: int = 0
    assisted_by: FactId | None = None

    def covers(self, fact: FactId, device: bytes) -> bool:
        """Whether a fact was recorded on this PC since sign-in; device: this PC's name."""
        return fact.device == device and fact.seq > self.since


class Sittings:
    """Sign-in, 'Someone is with me', and ids for drafts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def begin(self, member: FactId, *, assisted_by: FactId | None = None) -> Sitting:
        """A member signs in.

        Raises:
            NotFound: there is no such member.
        """
        self._store.read.member(member)
        return Sitting(member, self._store.read.last_seq(), self._store.clock.now_ms(), assisted_by)

    def helped_by(self, sitting: Sitting, supporter: FactId | None) -> Sitting:
        """The same sitting with somebody there, or with nobody any more (None)."""
        return replace(sitting, assisted_by=supporter)

    def somebody_new(self, sitting: Sitting, draft_id: str) -> Sitting:
        """The same sitting with a supporter nobody has named yet; staff name them later."""
        with self._store.writing(draft_id) as facts:
            if not facts.is_repeat:
                facts.add(WorkerWritten(None, b""))
        return replace(sitting, assisted_by=facts.changes.first)

    def new_draft(self) -> str:
        """An id for a draft, never given twice."""
        return self._store.new_draft()
