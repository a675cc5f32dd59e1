"""What one answer did."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.changes import Changes
from desktop.store.membership import ToSend
from desktop.sync.problems import NetworkProblem


@dataclass(frozen=True, slots=True)
class Step:
    """What one answer did.

    is_done: nothing is left that another request would move. sent: own facts the ledger holds now and did not before.
    received: facts of others and of the ledger. rulings: how many, by outcome. to_send: what is left. problem: what
    staff should know; everything else was taken in all the same. is_turned_down: the ledger kept nothing of the
    request, and wants another. moves_blobs: parts of names or photos went up or down.
    """

    is_done: bool
    sent: int = 0
    received: int = 0
    rulings: dict[str, int] = field(default_factory=dict)
    changes: Changes = field(default_factory=Changes)
    to_send: ToSend = field(default_factory=lambda: ToSend(0, 0))
    problem: NetworkProblem | None = None
    is_turned_down: bool = False
    moves_blobs: bool = False

    @property
    def moves(self) -> bool:
        """Whether anything went either way that stays."""
        return bool(self.sent or self.received or self.moves_blobs)
