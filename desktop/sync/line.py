"""The line: the network's own thread, which sends by itself and never keeps a screen waiting.

It is the room of the network's thread, as `views.tasks` is that of the store's. A request under way when the app closes
is left alone with its thread: nothing of it was taken in, and the next exchange does it again.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Literal

from desktop.changes import Changes
from desktop.problems import KnownProblem
from desktop.store.membership import Membership
from desktop.store.store import Store
from desktop.sync.outcome import OnStore, Outcome
from desktop.sync.problems import NetworkProblem, NoStore, NotEnrolled, TryLater
from desktop.sync.timetable import Pace, Timetable
from desktop.sync.transport import Transport

_log = logging.getLogger(__name__)
_LEAVING_S: Final = 0.5

What = Literal["", "sending", "joining"]
Told = Callable[["Now", Changes], None]


@dataclass(frozen=True, slots=True)
class Now:
    """How the line is, to be read from any thread.

    what: what is under way, "" for nothing. done, of: facts sent, of those there were to send. problem: why the last
    try went no further, None if it did. outcome: of the last exchange that was begun. joined: how often this PC has
    joined a network since the app was started.
    """

    what: What = ""
    done: int = 0
    of: int = 0
    problem: KnownProblem | None = None
    outcome: Outcome = field(default_factory=Outcome)
    joined: int = 0

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self.what != ""


@dataclass(frozen=True, slots=True)
class _Wish:
    """Somebody wants to join a network. folder: of a door to be made, None for the centre that is open."""

    address: str
    code: str
    folder: Path | None


class Line:
    """One thread, one exchange at a time."""

    def __init__(
        self,
        on_store: OnStore,
        told: Told,
        *,
        pace: Pace | None = None,
        road: Callable[[str], Transport] | None = None,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        """on_store: of the thread that owns the database; raises `NoStore` while no centre is open.

        told: called on the line's own thread with how it is, and with what changed in the records. road: to an address,
        HTTPS unless given. clock_s: seconds that only go forward.
        """
        self._on_store = on_store
        self._told = told
        self._road = road or _https
        self._clock_s = clock_s
        self._changed = threading.Condition()
        self._timetable = Timetable(pace or Pace(), random.random)
        self._wish: _Wish | None = None
        self._is_closing = False
        self._is_cancelled = False
        self._now = Now()
        self._thread = threading.Thread(target=self._work, name="network", daemon=True)

    @property
    def now(self) -> Now:
        """How the line is."""
        return self._now

    def start(self) -> None:
        """Begin: the first exchange follows in a moment."""
        with self._changed:
            self._timetable.started(self._clock_s())
        self._thread.start()

    def wake(self) -> None:
        """Something was written."""
        with self._changed:
            self._timetable.tapped(self._clock_s())
            self._changed.notify()

    def send_now(self) -> None:
        """Somebody at the staff side wants it sent now."""
        with self._changed:
            self._is_cancelled = False
            self._timetable.asked(self._clock_s())
            self._changed.notify()

    def join(self, address: str, code: str, folder: Path | None = None) -> None:
        """Join a network, on the line's thread; how it ended is in `now`.

        folder: empty or not there yet: a venue's door is made in it, and closed: open it, and `send_now`. None for the
        centre that is open.
        """
        with self._changed:
            self._is_cancelled = False
            self._wish = _Wish(address, code, folder)
            self._changed.notify()

    def cancel(self) -> None:
        """Send no more than the request that is under way; the rest goes another time."""
        self._is_cancelled = True

    def close(self) -> None:
        """Stop; what is under way is left alone. Not on the store's thread, which may have a last answer to take in."""
        with self._changed:
            self._is_closing = True
            self._changed.notify()
        if self._thread.is_alive():
            self._thread.join(_LEAVING_S)

    def _work(self) -> None:
        while True:
            with self._changed:
                while not self._is_closing and self._wish is None and self._clock_s() < self._timetable.due_s:
                    wait_s = self._timetable.due_s - self._clock_s()
                    self._changed.wait(min(wait_s, threading.TIMEOUT_MAX))
                wish, self._wish = self._wish, None
                self._timetable.begun()
            if self._is_closing:
                return
            self._once(wish)

    def _once(self, wish: _Wish | None) -> None:
        problem: KnownProblem | None = None
        try:
            if wish is not None:
                self._join(wish)
            if wish is None or wish.folder is None:
                self._exchange()
        except (NotEnrolled, NoStore):
            problem = None  # there is nobody to send to yet, and nothing is wrong
        except KnownProblem as known:
            problem = known
        except Exception:  # noqa: BLE001  the line goes on whatever happens; the log has it all
            if self._is_closing:
                return  # the store's thread is gone already
            _log.exception("A bug in the exchange")
            problem = NetworkProblem()
        finally:
            self._is_cancelled = False
        self._plan(problem)
        self._tell(replace(self._now, what="", problem=problem))

    def _plan(self, problem: KnownProblem | None) -> None:
        with self._changed:
            if problem is None:
                self._timetable.succeeded(self._clock_s())
            else:
                after_s = problem.after_s if isinstance(problem, TryLater) else 0
                self._timetable.failed(self._clock_s(), after_s=after_s)

    def _join(self, wish: _Wish) -> None:
        from desktop.sync.joining import enrol, found_door  # noqa: PLC0415  once in the life of a PC

        self._tell(replace(self._now, what="joining", done=0, of=0, problem=None))
        if wish.folder is None:
            enrol(self._on_store, wish.address, wish.code, road=self._road)
        else:
            found_door(wish.folder, wish.address, wish.code, road=self._road).store.close()
        self._now = replace(self._now, joined=self._now.joined + 1)

    def _exchange(self) -> None:
        from desktop.sync.exchange import Exchange  # noqa: PLC0415  it knows every kind of fact; a start needs none

        url, of = self._on_store(_where_and_how_much)
        self._tell(replace(self._now, what="sending", done=0, of=of, outcome=Outcome()))
        transport = self._road(url)
        exchange = Exchange(
            self._on_store,
            transport,
            told=self._did,
            is_stopping=lambda: self._is_closing or self._is_cancelled,
        )
        try:
            exchange.run()
        finally:
            transport.close()

    def _did(self, outcome: Outcome) -> None:
        news = len(self._now.outcome.changes.facts)
        changes = Changes(outcome.changes.facts[news:], outcome.changes.touched)
        self._tell(replace(self._now, done=outcome.sent, outcome=outcome), changes)

    def _tell(self, now: Now, changes: Changes | None = None) -> None:
        self._now = now
        if not self._is_closing:
            self._told(now, changes or Changes())


def _where_and_how_much(store: Store) -> tuple[str, int]:
    from desktop.store.outbox import Outbox  # noqa: PLC0415  it cuts batches, and a start needs none

    ledger = Membership(store).ledger
    if ledger is None:
        raise NotEnrolled
    return ledger.url, Outbox(store).to_send().facts


def _https(url: str) -> Transport:
    from desktop.sync.https import Https  # noqa: PLC0415  httpx takes a fifth of a second, and a start needs none

    return Https(url)
