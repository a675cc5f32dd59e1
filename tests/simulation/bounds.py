"""How long a run may take: one that never ends is a broken promise like any other, and must not hold the rest up."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

MOST_CPU_S = 40
"""Seconds of this process's own work, however busy the machine is; a run takes less than one, a slow one three."""


class Endless(BaseException):
    """A run goes on and on. No error: nothing in the real code may catch it and carry on."""

    def __str__(self) -> str:
        return f"it never ends: {MOST_CPU_S} s of work"


@contextmanager
def bounded(most_s: float = MOST_CPU_S) -> Iterator[None]:
    """Raise `Endless` in what is done meanwhile once it took this long; where a system can count that."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, most_s)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Endless
