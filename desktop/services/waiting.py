"""What waits for a worker: long contributions, large gifts; say yes or put aside."""

from __future__ import annotations

from desktop.changes import Changes
from desktop.services.faces import Faces
from desktop.services.seen import WaitingSeen
from desktop.store.store import Store
from ledger.domain.names import FactId


class Waiting:
    """Everything that waits."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces

    def all(self) -> list[WaitingSeen]:
        """Everything that waits, oldest first."""
        raise NotImplementedError

    def confirm(self, fact: FactId, *, by: FactId | None = None) -> Changes:
        """Let it count. Raises NotAllowed (it does not wait any more), NotEnough (the giver has less by now)."""
        raise NotImplementedError

    def decline(self, fact: FactId, why: str = "", *, by: FactId | None = None) -> Changes:
        """Put it aside; it moves nothing. Raises NotAllowed."""
        raise NotImplementedError
