"""Shrinking: of a failing run, the steps it takes to fail, found by leaving out as many as can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic

from tests.simulation.running import Outcome, run
from tests.simulation.steps import Step, steps_of

Play = Callable[[int, Sequence[Step]], Outcome]


def shrunk(seed: int, *, most_s: float = 60.0, play: Play = run) -> Outcome:
    """The shortest failing run that was found in this time; it breaks a promise, if not the very same."""
    began_s = monotonic()
    steps, best = steps_of(seed), play(seed, steps_of(seed))
    if not best.problem:
        return best
    steps = steps[: best.steps]
    stretch = max(1, len(steps) // 2)
    while True:
        at = 0
        while at < len(steps) and monotonic() - began_s < most_s:
            fewer = steps[:at] + steps[at + stretch :]
            tried = play(seed, fewer)
            if tried.problem:
                steps, best = fewer[: tried.steps], tried
            else:
                at += stretch
        if stretch == 1 or monotonic() - began_s >= most_s:
            return best
        stretch = max(1, stretch // 2)
