"""The exchange with the central ledger: ask, send, take in, until nothing is left.

The store's thread makes each request and takes each answer in; between the two, while the network waits, it is free.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from desktop.sync.incoming import Step, apply
from desktop.sync.outcome import OnStore, Outcome
from desktop.sync.outgoing import cut_more, prepare
from desktop.sync.problems import LedgerTrouble, SlowLine, TooMuchAtOnce
from desktop.sync.transport import EXCHANGE, Transport
from ledger.wire.asking import ROOM_BYTES

__all__ = ["Exchange", "OnStore", "Outcome", "Step", "apply", "prepare"]

LEAST_ROOM_BYTES: Final = 8 * 1024
MOST_TURNED_DOWN: Final = 4
"""So often in a row the ledger may want a request in another way: a higher number, a proof."""


class Exchange:
    """Exchanges over one road; it remembers how much the road bears at once."""

    def __init__(
        self,
        on_store: OnStore,
        transport: Transport,
        *,
        told: Callable[[Outcome], None] = lambda _: None,
        is_stopping: Callable[[], bool] = lambda: False,
        room: int | None = None,
    ) -> None:
        """told: what was done so far, after each answer. is_stopping: asked before each request.

        room: what it bore last time, in bytes.
        """
        self._on_store = on_store
        self._transport = transport
        self._told = told
        self._is_stopping = is_stopping
        self.room = min(2 * room, ROOM_BYTES) if room else ROOM_BYTES

    def run(self) -> Outcome:
        """Ask until nothing is left.

        Raises:
            NetworkProblem: it went no further; what was done until then is done, and the rest is done next time.
            DiskFull, DiskTrouble, …: the same.
        """
        outcome, turned_down = Outcome(), 0
        while not self._is_stopping():
            step, up, down = self._step()
            outcome = outcome.with_step(step, up=up, down=down)
            self._told(outcome)
            if step.problem is not None:
                raise step.problem
            if step.is_done:
                break
            turned_down = turned_down + 1 if step.is_turned_down else 0
            if turned_down > MOST_TURNED_DOWN:
                raise LedgerTrouble
        return outcome

    def _step(self) -> tuple[Step, int, int]:
        while not self._is_stopping() and self._on_store(cut_more):
            pass
        asked = self._on_store(lambda store: prepare(store, room=self.room))
        try:
            status, answered = self._transport.send(EXCHANGE, asked)
        except TooMuchAtOnce:
            if self.room <= LEAST_ROOM_BYTES:
                raise
            self.room //= 2
            return self._step()
        except SlowLine:
            self.room = max(self.room // 2, LEAST_ROOM_BYTES)
            raise
        step = self._on_store(lambda store: apply(store, asked, status, answered))
        return step, len(asked), len(answered)
