"""The line to the network while the app runs: begun once a screen is seen, woken after taps, told to the screens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop import bootstrap
from desktop.changes import Changes
from desktop.problems import KnownProblem
from desktop.store.store import Store
from desktop.views.house import House
from desktop.views.keeping_up import KeepingUp
from desktop.views.window import Window

if TYPE_CHECKING:
    from desktop.sync.line import Line, Told
    from desktop.sync.outcome import OnStore

T = TypeVar("T")
LineOf = Callable[["OnStore", "Told"], "Line"]


class Exchanging(QObject):
    """Keeps the line of a house, and the window up with it."""

    _told = Signal(object, object)  # on the line's thread; heard on the screen's

    def __init__(self, window: Window, house: House, line_of: LineOf = bootstrap.line_of) -> None:
        """line_of: makes the line, over HTTPS unless given."""
        super().__init__(window)
        self._line_of = line_of
        self._window = window
        self._house = house
        self._seq = 0
        self._was_bare = False
        self._keeping_up = KeepingUp(window)
        self._told.connect(self._tell)
        window.shown.connect(self._seen)

    def close(self) -> None:
        """Send no more."""
        if self._house.line is not None:
            self._house.line.close()
            self._house.line = None

    def _seen(self, _screen: str) -> None:
        """A screen was seen: begin, the first time; later, send what was written meanwhile."""
        if self._window.tasks.is_closed:
            return
        if self._house.line is None:
            self._house.line = self._line_of(self._on_store, self._told.emit)
            self._house.line.start()
            self._was_bare = self._house.parts is None
        self._window.tasks.run(self._last_seq, self._wake, _leave)

    def _last_seq(self) -> int:
        parts = self._house.parts
        return 0 if parts is None else parts.store.read.last_seq()

    def _wake(self, seq: int) -> None:
        line, before, self._seq = self._house.line, self._seq, seq
        if line is None or seq == before:
            return
        if before:
            line.wake()
        elif self._was_bare:  # a door just made: it knows no key of the network until it has met it
            line.send_now()

    def _on_store(self, job: Callable[[Store], T]) -> T:
        return self._window.tasks.answer(lambda: job(self._store()))

    def _store(self) -> Store:
        from desktop.sync.problems import NoStore  # noqa: PLC0415  the first screen comes before it

        if self._house.parts is None:
            raise NoStore
        return self._house.parts.store

    def _tell(self, _now: object, changes: Changes) -> None:
        self._keeping_up.tell(changes)


def _leave(_problem: KnownProblem) -> None:
    """Nothing is written where nothing can be read."""
