"""The one window: shows a screen at a time, and takes the doors of the map from one to the next."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.changes import Changes
from desktop.problems import KnownProblem
from desktop.views import flow
from desktop.views.gallery import Gallery
from desktop.views.journey import Arrival, History, Journey
from desktop.views.kit.frame import Frame
from desktop.views.tasks import Running, Tasks
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Trouble

_SETTLE_MS: Final = 120


class Window(QWidget):
    """Shows what the journey arrives at.

    shown: the name of a screen, once it has been painted with what was filled in: what it says is now seen.
    """

    shown = Signal(str)

    def __init__(self, look: Look, texts: Texts, journey: Journey, tasks: Tasks) -> None:
        super().__init__()
        self.journey, self.tasks = journey, tasks
        self.gallery = Gallery(look, texts, self)
        self.gallery.left.connect(self.leave)
        self.gallery.painted.connect(self.shown)
        self._history = History()
        self._arrival: Arrival | None = None
        self._running: Running | None = None
        self.tasks.slow.connect(self._show_moment)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._fit)
        self.setWindowTitle(texts("kit.goodhour"))
        self.resize(look.width, look.height)

    @property
    def look(self) -> Look:
        """What everything is drawn with now."""
        return self.gallery.look

    @property
    def screen_now(self) -> Frame | None:
        """What is shown."""
        return self.gallery.shown

    @property
    def is_busy(self) -> bool:
        """Whether a press is still being worked on."""
        return self._running is not None and not self._running.is_over

    def go(self, name: str) -> None:
        """Show a screen by its name."""
        self._work(lambda: self.journey.arrive(name))

    def leave(self, name: str, outcome: str, value: object = None) -> None:
        """Take the door of an outcome. What is pressed while another press is being worked on is left out."""
        covered = name in flow.UNDER_COVER
        if covered and flow.door(name, outcome) == flow.BACK:
            self._uncover()
        elif not self.is_busy or covered:
            here = self._arrival.name if covered and self._arrival is not None else name
            back = self._history.before(here)
            self._work(lambda: self.journey.leave(name, outcome, value, back=back))

    def cover(self, name: str, state: object = None, *, hides: bool = False) -> None:
        """Lay a screen over the present one, which comes back with Back. hides: it does not show who is here."""
        person = None if hides or self._arrival is None else self._arrival.person
        self.gallery.show(name, state, person)

    def keep_up(self, changes: Changes) -> None:
        """Fill the screen anew if it shows something that the network has just changed; nothing is asked or moved."""
        shown, here = self.screen_now, self._arrival
        if shown is None or here is None or shown.name != here.name or self.is_busy:
            return
        is_changed = bool(changes.facts or changes.touched)
        mine = self.journey.visit.person
        is_mine = shown.follows_person and mine is not None and mine.id in changes.touched
        if shown.follows_line or is_mine or (shown.keeps_up and is_changed):
            self.tasks.run(lambda: self.journey.arrive(here.name), lambda now: self._kept_up(here, now), _leave)

    def hide_visit(self) -> None:
        """Hide what a member was doing, and ask whether they are still there."""
        if self._arrival is not None and self._arrival.person is not None:
            self.cover("still_here", hides=True)

    def end_visit(self) -> None:
        """Sign out whoever has long been gone, staff too; what was in the making is dropped."""
        if self._arrival is not None and (self._arrival.person is not None or self._arrival.name.startswith("staff_")):
            self.go(flow.START)

    def _work(self, job: Callable[[], Arrival]) -> None:
        if self._running is not None:
            self._running.forget()
        self._running = self.tasks.run(job, self._arrived, self._failed)

    def _arrived(self, arrival: Arrival) -> None:
        self._history.came_to(arrival.name)
        if arrival.settings is not None:
            self.gallery.follow(arrival.settings)
        self._show(arrival)
        if arrival.is_shown_round and self.screen_now is not None:
            self.screen_now.show_round()

    def _kept_up(self, before: Arrival, now: Arrival) -> None:
        # Whoever is at the screen comes first: if they have gone on meanwhile, or wait for a press, this is left out.
        shown = self.screen_now
        if self._arrival is not before or self.is_busy or shown is None or shown.name != before.name:
            return
        if now.name != before.name:
            self._arrived(now)
        elif now.state != before.state:
            self._arrival = now
            self.gallery.refill(now.state, now.person)

    def _failed(self, problem: KnownProblem) -> None:
        to_worker = self.screen_now is not None and self.screen_now.for_workers
        self.cover("problem", Trouble(problem, to_worker=to_worker))

    def _show_moment(self) -> None:
        if self.is_busy:
            self.cover("one_moment")

    def _uncover(self) -> None:
        if self._running is not None:
            self._running.forget()
        if self._arrival is not None:
            self._show(self._arrival)
        else:
            self.go(flow.FIRST)

    def _show(self, arrival: Arrival) -> None:
        self._arrival = arrival
        self.gallery.show(arrival.name, arrival.state, arrival.person)

    def _fit(self) -> None:
        self.gallery.change(replace(self.look, width=self.width(), height=self.height()))
        if self._arrival is not None:
            self._show(self._arrival)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Draw anew at the new size, once it has settled."""
        self.gallery.stretch(self.rect())
        if (self.width(), self.height()) != (self.look.width, self.look.height):
            self._settle.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper until the first screen is there."""
        QPainter(self).fillRect(self.rect(), QColor(self.look.theme.paper))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for what is under way before the window goes."""
        self.tasks.close(self.journey.close)
        super().closeEvent(event)


def _leave(_problem: KnownProblem) -> None:
    """What was not asked for is not told: whoever presses something is told then."""
