"""The one window: shows a screen at a time, and takes the doors of the map from one to the next."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.problems import KnownProblem
from desktop.views import flow, screens
from desktop.views.journey import Arrival, History, Journey
from desktop.views.kit.frame import USUAL, Frame, outcomes
from desktop.views.tasks import Running, Tasks
from desktop.views.texts import Texts
from desktop.views.theme import Look

_SETTLE_MS: Final = 120


class Window(QWidget):
    """Holds the screens, each made when it is first needed.

    shown: the name of a screen, once it has been painted with what was filled in.
    """

    shown = Signal(str)

    def __init__(self, look: Look, texts: Texts, journey: Journey, tasks: Tasks) -> None:
        super().__init__()
        self.look, self._texts, self._journey, self._tasks = look, texts, journey, tasks
        self._made: dict[str, Frame] = {}
        self._history = History()
        self._now: tuple[Frame, Arrival] | None = None
        self._running: Running | None = None
        self._tasks.slow.connect(self._show_moment)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(lambda: self.use(replace(self.look, width=self.width(), height=self.height())))
        self.setWindowTitle(texts("kit.goodhour"))
        self.resize(look.width, look.height)

    @property
    def screen_now(self) -> Frame | None:
        """What is shown."""
        return self._now[0] if self._now else None

    @property
    def is_busy(self) -> bool:
        """Whether a press is still being worked on."""
        return self._running is not None and not self._running.is_over

    def go(self, name: str) -> None:
        """Show a screen by its name."""
        self._work(lambda: self._journey.arrive(name))

    def leave(self, name: str, outcome: str, value: object = None) -> None:
        """Take the door of an outcome; presses while one is being worked on are left out."""
        if outcome == "back" and self._is_covered():
            self._uncover()
        elif not self.is_busy:
            here = self._now[1].name if self._is_covered() and self._now else name
            back = self._history.before(here)
            self._work(lambda: self._journey.leave(name, outcome, value, back=back))

    def use(self, look: Look) -> None:
        """Draw everything with another look: another size, theme or text size. What is shown stays."""
        self.look = look
        for screen in self._made.values():
            screen.hide()
            screen.deleteLater()
        self._made.clear()
        if self._now is not None:
            self._show(self._now[1])

    def close_down(self) -> None:
        """End: wait for what is under way."""
        self._tasks.close()

    def _work(self, job: Callable[[], Arrival]) -> None:
        self._running = self._tasks.run(job, self._arrived, self._failed)

    def _arrived(self, arrival: Arrival) -> None:
        self._history.came_to(arrival.name)
        self._show(arrival)

    def _failed(self, problem: KnownProblem) -> None:
        self._cover("problem", problem)

    def _show_moment(self) -> None:
        if self.is_busy:
            self._cover("one_moment", None)

    def _cover(self, name: str, state: object) -> None:
        """Lay a screen over the present one, which stays what it is."""
        self._raise(self._screen(name), state, self._now[1] if self._now else None)

    def _is_covered(self) -> bool:
        return any(name in self._made and self._made[name].isVisibleTo(self) for name in flow.UNDER_COVER)

    def _uncover(self) -> None:
        if self._running is not None:
            self._running.forget()
        if self._now is not None:
            self._show(self._now[1])

    def _show(self, arrival: Arrival) -> None:
        screen = self._screen(arrival.name)
        self._now = (screen, arrival)
        self._raise(screen, arrival.state, arrival)

    def _raise(self, screen: Frame, state: object, arrival: Arrival | None) -> None:
        screen.setGeometry(self.rect())
        screen.set_person(arrival.person if arrival is not None else None)
        screen.fill(state)
        for other in self._made.values():
            other.setVisible(other is screen)
        screen.filled()
        screen.take_focus()

    def _screen(self, name: str) -> Frame:
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def _make(self, name: str) -> Frame:
        kind = screens.find(name)
        screen = kind(self.look, self._texts)
        screen.setParent(self)
        for outcome in (*USUAL, *outcomes(kind)):
            if outcome not in kind.answers:
                self._connect(screen, name, outcome)
        screen.painted.connect(lambda: self.shown.emit(name))
        return screen

    def _connect(self, screen: Frame, name: str, outcome: str) -> None:
        signal = getattr(screen, outcome)
        signal.connect(lambda *value: self.leave(name, outcome, *value[:1]))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Draw anew at the new size, once it has settled."""
        if self.screen_now is not None:
            self.screen_now.setGeometry(self.rect())
        if self._now is not None and (self.width(), self.height()) != (self.look.width, self.look.height):
            self._settle.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper until the first screen is there."""
        QPainter(self).fillRect(self.rect(), QColor(self.look.theme.paper))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for what is under way before the window goes."""
        self.close_down()
        super().closeEvent(event)
