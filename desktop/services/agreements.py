"""What members agreed to about their week: a copy for somebody at home, and what they helped with at its foot."""

from __future__ import annotations

from desktop.changes import Changes
from desktop.store.store import Store
from ledger.domain.coming import Agreed, Agreement
from ledger.domain.names import FactId


class Agreements:
    """Nothing is agreed to until somebody says so, and can be taken back any time."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, member: FactId) -> frozenset[Agreement]:
        """What a member agreed to. Raises NotFound."""
        self._store.read.member(member)
        return frozenset(one for one in Agreement if member in self._store.read.week.agreements(one))

    def who(self, agreement: Agreement) -> frozenset[FactId]:
        """The members who agreed to something."""
        return frozenset(self._store.read.week.agreements(agreement))

    def write(self, member: FactId, agreement: Agreement, *, is_so: bool, draft_id: str = "") -> Changes:
        """Write that a member agrees, or no longer; said already, nothing is written. Raises NotFound."""
        if (agreement in self.of(member)) == is_so and not (draft_id and self._store.count(draft_id)):
            return Changes()
        with self._store.writing(draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                facts.add(Agreed(member, agreement, is_so))
        return facts.changes
