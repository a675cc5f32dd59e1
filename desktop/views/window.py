"""The one window: shows a screen at a time, and takes the doors of the map from one to the next."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.problems import KnownProblem
from desktop.views import flow
from desktop.views.gallery import Gallery
from desktop.views.journey import Arrival, History, Journey
from desktop.views.kit.frame import Frame
from desktop.views.kit.person import Person
from desktop.views.tasks import Running, Tasks
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Hidden, Trouble

_SETTLE_MS: Final = 120


class Window(QWidget):
    """Shows what the journey arrives at.

    shown: the name of a screen, once it has been painted with what was filled in: what it says is now seen. arrival:
    what is shown, also while something lies over it; None before anything is. settled: how things are now for who
    sits here, as `Settings`, before their screen is shown. sounded: the name of a sound that a screen comes with.
    """

    shown = Signal(str)
    settled = Signal(object)
    sounded = Signal(str)

    def __init__(self, look: Look, texts: Texts, journey: Journey, tasks: Tasks) -> None:
        super().__init__()
        self.journey, self.tasks = journey, tasks
        self.gallery = Gallery(look, texts, self)
        self.gallery.is_busy = lambda: self.is_busy
        self.gallery.left.connect(self.leave)
        self.gallery.painted.connect(self.shown)
        self._history = History()
        self.arrival: Arrival | None = None
        self._running: Running | None = None
        self._over: tuple[str, object, Person | None] | None = None
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
            here = self.arrival.name if covered and self.arrival is not None else name
            back = self._history.before(here)
            self._work(lambda: self.journey.leave(name, outcome, value, back=back))

    def cover(self, name: str, state: object = None, *, hides: bool = False) -> None:
        """Lay a screen over the present one, which comes back with Back. hides: it does not show who is here."""
        person = None if hides or self.arrival is None else self.arrival.person
        self._over = (name, state, person)
        self.gallery.show(name, state, person)

    def hide_visit(self) -> None:
        """Hide what a member was doing, and ask whether they are still there. Who was not in yet begins anew."""
        if self.arrival is None:
            return
        if self.arrival.person is not None:
            self.cover("still_here", Hidden(self.arrival.asks_for_pictures, self.arrival.sees_cards), hides=True)
        elif self.arrival.name in flow.HALF_IN:
            self.go(flow.START)

    def end_visit(self) -> None:
        """Sign out whoever has long been gone, staff too; what was in the making is dropped."""
        if self.arrival is not None and (self.arrival.person is not None or self.arrival.name.startswith("staff_")):
            self.go(flow.START)

    def arrive_at(self, arrival: Arrival) -> None:
        """Show what the journey has come to."""
        self._history.came_to(arrival.name)
        if arrival.settings is not None:
            self.gallery.follow(arrival.settings)
            self.settled.emit(arrival.settings)
        self._show(arrival)
        if self.screen_now is not None:
            self.sounded.emit(self.screen_now.sound(arrival.state))
        if arrival.is_shown_round and self.screen_now is not None:
            self.screen_now.show_round()
        if arrival.is_said_again:
            self.gallery.asked.emit()

    def _work(self, job: Callable[[], Arrival]) -> None:
        if self._running is not None:
            self._running.forget()
        self._running = self.tasks.run(job, self.arrive_at, self._failed)

    def _failed(self, problem: KnownProblem) -> None:
        to_worker = self.screen_now is not None and self.screen_now.for_workers
        self.cover("problem", Trouble(problem, to_worker=to_worker))

    def _show_moment(self) -> None:
        if self.is_busy and not (self.screen_now is not None and self.screen_now.tells_how_far):
            self.cover("one_moment")

    def _uncover(self) -> None:
        if self._running is not None:
            self._running.forget()
        if self.arrival is not None:
            self._show(self.arrival)
        else:
            self.go(flow.FIRST)

    def _show(self, arrival: Arrival) -> None:
        self.arrival = arrival
        self._over = None
        self.gallery.show(arrival.name, arrival.state, arrival.person)

    def _fit(self) -> None:
        self.gallery.change(replace(self.look, width=self.width(), height=self.height()))
        if self._over is not None:  # what hides a member's screen goes on hiding it
            self.gallery.show(*self._over)
        elif self.arrival is not None:
            self._show(self.arrival)

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
