"""When to try: soon after the start, a little after the last tap, on a timer, and more and more rarely while it fails.

Times are seconds of a clock that only goes forward; nothing here waits or measures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

_NEVER: Final = float("inf")


@dataclass(frozen=True, slots=True)
class Pace:
    """How often. All in seconds.

    start_s: after the app has started, so that the first screen comes first. pause_s: after the last tap, so that one
    exchange carries all of them. longest_pause_s: but no longer than this after the first of them. every_s: without
    any tap. first_retry_s, longest_retry_s: after the first failure, and after many; each is twice the one before.
    spread: of a wait this part is by chance, so that many PCs do not ask in step.
    """

    start_s: float = 5
    pause_s: float = 20
    longest_pause_s: float = 120
    every_s: float = 15 * 60
    first_retry_s: float = 30
    longest_retry_s: float = 2 * 60 * 60
    spread: float = 0.25


class Timetable:
    """When the next exchange is due. chance: a number from 0 up to 1, by chance."""

    def __init__(self, pace: Pace, chance: Callable[[], float]) -> None:
        self._pace = pace
        self._chance = chance
        self._planned_s = _NEVER
        self._asked_s = _NEVER
        self._first_tap_s = _NEVER
        self._last_tap_s = _NEVER
        self._failures = 0

    @property
    def due_s(self) -> float:
        """When the next exchange is due."""
        return min(self._planned_s, self._asked_s, self._tap_due_s)

    @property
    def _tap_due_s(self) -> float:
        if self._failures:
            return _NEVER
        return min(self._last_tap_s + self._pace.pause_s, self._first_tap_s + self._pace.longest_pause_s)

    def started(self, now_s: float) -> None:
        """The app is open."""
        self._planned_s = now_s + self._pace.start_s

    def tapped(self, now_s: float) -> None:
        """Something was written: not at once, for more may follow; while the line fails, no sooner than planned."""
        self._first_tap_s = min(self._first_tap_s, now_s)
        self._last_tap_s = now_s

    def asked(self, now_s: float) -> None:
        """Somebody wants it now."""
        self._asked_s = now_s

    def begun(self) -> None:
        """An exchange begins and does what was wanted up to here; what is wanted from here on waits for another."""
        self._asked_s = self._first_tap_s = self._last_tap_s = _NEVER

    def succeeded(self, now_s: float) -> None:
        """All that there was when it began is sent."""
        self._failures = 0
        self._plan(now_s, self._pace.every_s)

    def failed(self, now_s: float, *, after_s: float = 0) -> None:
        """It did not go through. after_s: when the other side asked to be tried again."""
        wait_s = min(self._pace.first_retry_s * 2**self._failures, self._pace.longest_retry_s)
        self._failures = min(self._failures + 1, 20)
        self._plan(now_s, max(wait_s, after_s))

    def _plan(self, now_s: float, wait_s: float) -> None:
        self._planned_s = now_s + wait_s * (1 + self._pace.spread * self._chance())
