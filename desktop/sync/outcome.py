"""What an exchange did, and the thread it does it on: plain values that the app's start can afford to read in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from desktop.changes import Changes
from desktop.store.membership import ToSend
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.sync.step import Step

T = TypeVar("T")


class OnStore(Protocol):
    """Runs a job on the thread that owns the database, waits for it, and hands back what it returns or raises."""

    def __call__(self, job: Callable[[Store], T], /) -> T:
        """Run it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one exchange did, over all its requests.

    sent: own facts the ledger holds now and did not before. received: facts of others and of the ledger. rulings: how
    many, by outcome. to_send: what is left. bytes_up, bytes_down: bodies, without headers.
    """

    sent: int = 0
    received: int = 0
    rulings: dict[str, int] = field(default_factory=dict)
    to_send: ToSend = field(default_factory=lambda: ToSend(0, 0))
    bytes_up: int = 0
    bytes_down: int = 0
    requests: int = 0
    changes: Changes = field(default_factory=Changes)

    def with_step(self, step: Step, *, up: int, down: int) -> Outcome:
        """The same with one more request."""
        rulings = dict(self.rulings)
        for outcome, count in step.rulings.items():
            rulings[outcome] = rulings.get(outcome, 0) + count
        changes = Changes((*self.changes.facts, *step.changes.facts), self.changes.touched | step.changes.touched)
        return Outcome(
            self.sent + step.sent,
            self.received + step.received,
            rulings,
            step.to_send,
            self.bytes_up + up,
            self.bytes_down + down,
            self.requests + 1,
            changes,
        )
