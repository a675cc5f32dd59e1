"""What waits for a worker: long contributions, large gifts; say yes or put aside."""

from __future__ import annotations

from desktop.changes import Changes
from desktop.problems import NotAllowed
from desktop.services import standins
from desktop.services.faces import Faces
from desktop.services.seen import PersonSeen, Pic, WaitingSeen
from desktop.services.wording import WHY_LETTERS, one_line
from desktop.store.rows import WaitingRow
from desktop.store.store import Store
from ledger.domain.facts import Confirmed, Declined, Legs
from ledger.domain.names import NO_DIGEST, FactId
from ledger.domain.postings import Fact, once_confirmed

_FOR_A_WORKER = ("helped", "gave")
"""What a worker answers; voids of lost paper and credit notes wait for the network to rule."""


class Waiting:
    """Everything that waits."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces

    def all(self) -> list[WaitingSeen]:
        """Everything that waits for a worker, oldest first."""
        return [self._seen(row) for row in self._rows()]

    def confirm(self, fact: FactId, *, by: FactId | None = None) -> Changes:
        """Let it count. Raises NotAllowed (it does not wait any more), NotEnough (the giver has less by now)."""
        legs = counted(self._waiting_fact(fact))
        with self._store.writing(f"confirm:{fact.text}", by=by) as facts:
            if not facts.is_repeat:
                facts.add(Confirmed(fact, legs))
        return facts.changes

    def decline(self, fact: FactId, why: str = "", *, by: FactId | None = None) -> Changes:
        """Put it aside; it moves nothing. Raises NotAllowed."""
        self._waiting_fact(fact)
        reason = one_line(why, "The reason", most=WHY_LETTERS)
        with self._store.writing(f"decline:{fact.text}", by=by) as facts:
            if not facts.is_repeat:
                facts.add(Declined(fact, facts.seal(reason.encode()) if reason else NO_DIGEST))
        return facts.changes

    def _waiting_fact(self, fact: FactId) -> Fact:
        if not any(row.fact == fact for row in self._rows()):
            raise NotAllowed("This does not wait any more: somebody said yes, put it aside or took it back.")
        return self._store.read.entry(fact).fact

    def _rows(self) -> list[WaitingRow]:
        return [row for row in self._store.read.all_waiting() if row.what in _FOR_A_WORKER]

    def _seen(self, row: WaitingRow) -> WaitingSeen:
        member = self._faces.maybe_person(row.member)
        giver = self._faces.maybe_person(row.subject) if row.what == "gave" else None
        label, pic = self._label(row, member)
        return WaitingSeen(row.fact, row.what, member, giver, label, pic, row.minutes, row.at_ms)

    def _label(self, row: WaitingRow, member: PersonSeen | None) -> tuple[str, Pic]:
        if row.what == "helped" and row.subject is not None:
            task = self._faces.task(self._store.read.task(row.subject))
            return task.label, task.pic
        return "", member.pic if member and row.what == "gave" else Pic(standins.SLIP)


def counted(fact: Fact) -> Legs:
    """What a waiting fact moves once a worker says yes.

    Raises:
        NotAllowed: it is of a kind that never waits.
    """
    legs = once_confirmed(fact)
    if not legs:
        raise NotAllowed("This is nothing that waits for a worker.")
    return legs
