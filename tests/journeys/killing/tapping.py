"""The app that is killed: a person taps real widgets without end, and each thank-you is told once it was painted.

Lines on standard output: `begin DRAFT KIND` before the last press of a job, `done DRAFT KIND` after its result screen
has been painted.
"""

from __future__ import annotations

import os
import sys
from itertools import cycle
from pathlib import Path
from typing import Any

from desktop.clock import WallClock
from desktop.views import flow
from desktop.views.app import application
from desktop.views.driving import Hand
from desktop.views.house import House
from desktop.views.starting import window_on
from desktop.views.theme import Look
from desktop.views.window import Window

# What is pressed from Home, the last of it writes; the result screen; and which draft of the visit it is.
JOBS = {
    "help": (("I helped", "Made tea", "One hour", "On my own"), "thank_you", "helped"),
    "gift": (("My credits", "Thank someone", "Bob", "1 credit", "Yes"), "thank_done", "gift"),
    "plan": (("Spend", "Library", "Yes"), "booked", "spend"),
}
FACTS = dict.fromkeys(JOBS, 1)
"""How many facts each job is."""


class Tapper:
    """One person at the screen."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._hand = Hand(window)
        self._begun: tuple[str, str, str] | None = None
        window.shown.connect(self._painted)

    def tap(self, kind: str) -> None:
        """One job, from Home to Home."""
        presses, result, draft = JOBS[kind]
        *first, last = presses
        self._hand.press(*first)
        made: Any = getattr(self._window.journey.visit, draft)
        self._begun = (made.draft_id, kind, result)
        say(f"begin {made.draft_id} {kind}")
        self._hand.press(last)
        if self._hand.screen.name == "another_time":
            self._hand.press("Yes, another time")
        self._hand.press("Home")

    def sign_in(self) -> None:
        """Ann, as on every day."""
        self._hand.open(flow.FIRST)
        self._hand.press("Circle", "Ann")

    def _painted(self, name: str) -> None:
        if self._begun is not None and name == self._begun[2]:
            say(f"done {self._begun[0]} {self._begun[1]}")
            self._begun = None


def say(line: str) -> None:
    """A line on standard output that no buffer holds back."""
    os.write(sys.stdout.fileno(), line.encode() + b"\n")


def main() -> None:
    """Open the practice centre in the folder named first, and tap until killed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _app = application()
    window = window_on(House(Path(sys.argv[1]), WallClock(), practice=True), Look())
    window.show()
    tapper = Tapper(window)
    tapper.sign_in()
    for kind in cycle(JOBS):
        tapper.tap(kind)


if __name__ == "__main__":
    main()
