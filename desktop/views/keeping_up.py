"""Fills the screen anew if it shows something that the network has just changed; nothing is asked or moved."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer

from desktop.changes import Changes
from desktop.problems import KnownProblem
from desktop.views.journey import Arrival
from desktop.views.kit.frame import Frame
from desktop.views.window import Window

_AGAIN_MS: Final = 50


class KeepingUp(QObject):
    """Keeps a window up with what is recorded."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._later = Changes()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(lambda: self.tell(Changes()))

    def tell(self, changes: Changes) -> None:
        """Something was changed, or the line to the network has gone a step."""
        window, here = self._window, self._window.arrival
        if window.tasks.is_closed:
            return
        if window.is_busy:  # what is being read for a press may be from before the change: look once that is shown
            self._look_later(changes)
            return
        changes, self._later = _both(self._later, changes), Changes()
        shown = window.screen_now
        if shown is None or here is None or shown.name != here.name:
            return
        if self._shows(shown, changes):
            window.tasks.run(
                lambda: window.journey.arrive(here.name), lambda now: self._came(here, now, changes), _leave
            )

    def _shows(self, shown: Frame, changes: Changes) -> bool:
        person = self._window.journey.visit.person
        is_mine = shown.follows_person and person is not None and person.id in changes.touched
        is_any = shown.keeps_up and bool(changes.facts or changes.touched)
        return shown.follows_line or is_mine or is_any

    def _look_later(self, changes: Changes) -> None:
        self._later = _both(self._later, changes)
        self._again.start()

    def _came(self, before: Arrival, now: Arrival, changes: Changes) -> None:
        # Whoever is at the screen comes first: if they have gone on meanwhile, or wait for a press, this is left out.
        # What was told before may have filled the screen anew since, with less than this. So it is looked at again.
        window, shown = self._window, self._window.screen_now
        if window.arrival is not before or window.is_busy or shown is None or shown.name != before.name:
            self._look_later(changes)
            return
        if now.name != before.name:
            window.arrive_at(now)
            return
        state = now.state
        if hasattr(state, "note"):  # what somebody has just done is still said
            state = replace(state, note=before.state.note)
        if state != before.state:
            window.arrival = replace(now, state=state)
            window.gallery.refill(state, now.person)


def _both(one: Changes, other: Changes) -> Changes:
    return Changes(one.facts + other.facts, one.touched | other.touched)


def _leave(_problem: KnownProblem) -> None:
    """What was not asked for is not told: whoever presses something is told then."""
