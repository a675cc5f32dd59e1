"""Facts of other feeds on their way into the store: kept, chained, projected, or left for a rebuild to project."""

from __future__ import annotations

from itertools import chain

from desktop.changes import Changes
from desktop.store.facts import Facts, StoredFact, names_in
from desktop.store.store import Store
from ledger.domain.feed import Entry, next_head
from ledger.domain.names import FactId


class Received:
    """What one answer brought of one kind; inside the open transaction.

    problems: what was not taken, in plain words. is_rebuild_due: facts were added that come before others that are
    projected already: everything is made again at the end.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.facts = Facts(store.db)
        self.problems: list[str] = []
        self.is_rebuild_due = False
        self._names: list[FactId] = []
        self._touched: set[FactId] = set()

    def add(self, name: FactId, body: bytes, entry: Entry | None) -> None:
        """Keep one more fact at the end of its feed; entry: None for one that cannot be read."""
        head = next_head(self.facts.end(name.device).head, body)
        self.facts.add(StoredFact(name, body, head))
        self._names.append(name)
        if entry is not None:
            self._touched.update(names_in(entry.fact))
        if self.is_rebuild_due:
            return
        projections = self.store.recording.projections
        if entry is None:
            projections.pass_over(name)
        else:
            projections.project(entry)
            self.is_rebuild_due = projections.is_rebuild_due

    def finish(self) -> Changes:
        """Make all again if that is due; what was added, and whom and what it names."""
        if self.is_rebuild_due:
            self.store.rebuild()
            self.store.recording.projections.is_rebuild_due = False
        self.store.look_again()
        return Changes(tuple(self._names), frozenset(chain(self._names, self._touched)))
