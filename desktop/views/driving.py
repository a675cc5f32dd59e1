"""A hand that presses what a person sees: real widgets, by the names a person hears, with real mouse events."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.problems import KnownProblem
from desktop.views.kit.frame import Frame
from desktop.views.visit import Visit
from desktop.views.window import Window

T = TypeVar("T")

_PATIENCE_S: Final = 20.0
_MOST_MORES: Final = 4  # no list needs more than three; once round
_TICK_MS: Final = 20
_MOST_LISTS: Final = 6


class NothingLikeThat(LookupError):
    """There is nothing to press by this name; the message lists what there is."""


class TooSlow(RuntimeError):
    """A screen did not come within twenty seconds."""


def without_a_screen() -> bool:
    """Whether this machine has no screen to open a window on."""
    return sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def draw_off_screen() -> None:
    """Let Qt draw into memory, if there is no screen and nobody chose otherwise."""
    if without_a_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


class Hand:
    """Presses, types and looks. pressed: called with a picture-worthy moment after each press.

    finger: what presses a thing; a mouse, until somebody takes another.
    """

    def __init__(self, window: Window, *, pressed: Callable[[], None] | None = None) -> None:
        self._window = window
        self._pressed = pressed
        self.finger: Callable[[QAbstractButton], None] = click
        window.gallery.rest_ms = 0  # this hand never presses twice by mistake
        window.gallery.hearing.seen_ms = 0  # and nobody has to read along
        self._shown: list[str] = []
        window.shown.connect(self._shown.append)

    @property
    def screen(self) -> Frame:
        """What is shown now, a problem over it included."""
        shown = self._window.screen_now
        if shown is None:
            raise NothingLikeThat("no screen has come yet")
        return shown

    @property
    def visit(self) -> Visit:
        """Who is at the screen, and what is in the making."""
        return self._window.journey.visit

    def open(self, name: str) -> None:
        """Go to a screen as the app does when it starts."""
        self._window.go(name)
        self.settle()

    def press(self, *names: str) -> None:
        """Press things one after another, through More where they are on a later page.

        Raises:
            NothingLikeThat: no such thing can be pressed here.
        """
        for name in names:
            self._press_one(name)

    def scan(self, text: str) -> None:
        """Let a USB scanner type a text and Enter, wherever the focus is."""
        target = self._window.windowHandle()
        for letter in text:
            _key(target, 0, letter)
        _key(target, Qt.Key.Key_Return, "\r")
        self._after()

    def names(self) -> list[str]:
        """Everything that can be pressed now, by name, in reading order."""
        return [button.accessibleName() for button in self._buttons()]

    def says(self, words: str) -> bool:
        """Whether the screen shows or speaks these words somewhere."""
        seen: list[str] = []
        for part in self.screen.findChildren(QWidget):
            if part.isVisibleTo(self.screen):
                seen += [part.accessibleName(), part.accessibleDescription()]
        return any(words in one for one in seen)

    def ask(self, job: Callable[[], T]) -> T:
        """Have something answered on the store's own thread."""
        answers: list[T] = []
        problems: list[KnownProblem] = []
        self._window.tasks.run(job, answers.append, problems.append)
        _wait_until(lambda: bool(answers or problems), "an answer")
        if problems:
            raise problems[0]
        return answers[0]

    def settle(self) -> None:
        """Wait until what was pressed has been done and the next screen has been painted."""
        window = self._window
        _wait_until(lambda: not window.is_busy and not window.gallery.hearing.is_waiting, "the next screen")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)

    def picture(self, path: Path) -> None:
        """Write what the window shows as a PNG file."""
        if not self._window.grab().save(str(path)):
            raise OSError(f"{path} cannot be written")

    def _press_one(self, name: str) -> None:
        for _ in range(_MOST_LISTS):
            button = self._look_for(name)
            if button is not None:
                self.finger(button)
                self._after()
                return
            rest = self._look_for("The rest", "The others")
            if rest is None:
                break
            self.finger(rest)
            self.settle()
        raise NothingLikeThat(f"{name!r} is not on {self.screen.name}; there is {self.names()}")

    def _look_for(self, *names: str) -> QAbstractButton | None:
        """The first thing by one of these names, through More."""
        for _ in range(_MOST_MORES):
            found = next((button for button in map(self._find, names) if button is not None), None)
            more = self._find("More")
            if found is not None or more is None:
                return found
            self.finger(more)
            self.settle()
        return None

    def _after(self) -> None:
        self.settle()
        if self._pressed is not None:
            self._pressed()

    def _buttons(self) -> list[QAbstractButton]:
        screen = self.screen
        found = [one for one in screen.findChildren(QAbstractButton) if one.isVisibleTo(screen) and one.isEnabled()]
        return sorted(found, key=lambda one: one.mapTo(screen, one.rect().topLeft()).toTuple()[::-1])

    def _find(self, name: str) -> QAbstractButton | None:
        """By the whole name; else by its beginning, as "You have" for "You have 6 credits."."""
        buttons = self._buttons()
        whole = (one for one in buttons if one.accessibleName() == name)
        beginning = (one for one in buttons if one.accessibleName().startswith(name))
        return next(whole, None) or next(beginning, None)


def click(button: QAbstractButton) -> None:
    """Press a button with the mouse, in its middle."""
    middle = QPointF(button.rect().center())
    there = button.mapToGlobal(middle)
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
        event = QMouseEvent(kind, middle, there, left, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(button, event)


def _wait_until(is_so: Callable[[], bool], what: str) -> None:
    """Sleep until events come, so that the store's thread has the processor meanwhile; look at least each tick."""
    end = time.monotonic() + _PATIENCE_S
    tick = QTimer()
    tick.start(_TICK_MS)
    while not is_so():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > end:
            raise TooSlow(f"{what} did not come")


def _key(target: QObject, key: int, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
