"""The exchange with the central ledger: ask, send, take in, until nothing is left.

The store's thread makes each request and takes each answer in; between the two, while the network waits, it is free.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

from desktop.store.membership import Membership
from desktop.store.sqlcipher import in_transaction
from desktop.store.store import Store
from desktop.sync.incoming import apply
from desktop.sync.outcome import OnStore, Outcome
from desktop.sync.outgoing import cut_more, prepare
from desktop.sync.problems import LedgerTrouble, NoEnd, SlowLine, TooMuchAtOnce
from desktop.sync.step import Step
from desktop.sync.transport import EXCHANGE, Transport
from ledger.wire.asking import ROOM_BYTES

__all__ = ["Exchange", "OnStore", "Outcome", "Step", "apply", "prepare"]

LEAST_ROOM_BYTES: Final = 8 * 1024
MOST_TURNED_DOWN: Final = 4
"""So often in a row the ledger may want a request in another way: a higher number, a proof."""
MOST_IDLE: Final = 300
"""So many requests in a row may bring nothing new to either: a ledger that was put back is given much that is old."""
MOST_REQUESTS: Final = 20_000
"""In one run; the rest goes in the next. More than any centre has to send, even over a road that bears little."""

_log = logging.getLogger(__name__)


class Exchange:
    """Exchanges over one road; how much that bears at once is kept with the records."""

    def __init__(
        self,
        on_store: OnStore,
        transport: Transport,
        *,
        told: Callable[[Outcome], None] = lambda _: None,
        is_stopping: Callable[[], bool] = lambda: False,
    ) -> None:
        """told: what was done so far, after each answer. is_stopping: asked before each request."""
        self._on_store = on_store
        self._transport = transport
        self._told = told
        self._is_stopping = is_stopping
        self._room = ROOM_BYTES

    def run(self) -> Outcome:
        """Ask until nothing is left.

        Raises:
            NetworkProblem: it went no further; what was done until then is done, and the rest is done next time.
            DiskFull, DiskTrouble, …: the same.
        """
        outcome, turned_down, idle = Outcome(), 0, 0
        self._room = self._on_store(_room)
        while not self._is_stopping():
            answer = self._ask()
            if answer is None:
                continue
            step = self._on_store(partial(_take_in, answer=answer))
            outcome = outcome.with_step(step, up=len(answer.asked), down=len(answer.body))
            self._told(outcome)
            if step.problem is not None:
                raise step.problem
            if step.is_done:
                break
            turned_down = turned_down + 1 if step.is_turned_down else 0
            if turned_down > MOST_TURNED_DOWN:
                raise LedgerTrouble
            idle = 0 if step.moves else idle + 1
            if idle > MOST_IDLE or outcome.requests >= MOST_REQUESTS:
                _log.error("An exchange without end: %d requests, the last %d in vain", outcome.requests, idle)
                raise NoEnd
        if outcome.requests and self._room < ROOM_BYTES:
            self._keep_room(2 * self._room)
        return outcome

    def _ask(self) -> _Answer | None:
        """One request and its answer; None: it was too much at once, and the next is smaller."""
        while not self._is_stopping() and self._on_store(cut_more):
            pass
        asked = self._on_store(partial(prepare, room=self._room))
        try:
            status, body = self._transport.send(EXCHANGE, asked)
        except (TooMuchAtOnce, SlowLine) as problem:
            is_least = self._room <= LEAST_ROOM_BYTES
            self._keep_room(max(self._room // 2, LEAST_ROOM_BYTES))
            if is_least or isinstance(problem, SlowLine):
                raise
            return None
        return _Answer(asked, status, body)

    def _keep_room(self, room: int) -> None:
        self._room = min(room, ROOM_BYTES)
        self._on_store(partial(_write_room, room=self._room))


class _Answer(NamedTuple):
    asked: bytes
    status: int
    body: bytes


def _take_in(store: Store, *, answer: _Answer) -> Step:
    return apply(store, *answer)


def _room(store: Store) -> int:
    return Membership(store).standing().room or ROOM_BYTES


def _write_room(store: Store, *, room: int) -> None:
    with in_transaction(store.db):
        Membership(store).set(room=room)
