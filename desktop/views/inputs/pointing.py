"""Fingers and mice at the one window: pressed in the way of whoever sits there, before a screen hears of it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton
from shiboken6 import isValid

from desktop.settings import Settings
from desktop.views.inputs.pointer import Pointer, Thing
from desktop.views.inputs.settled import pointer_rules
from desktop.views.kit.dwell_ring import DwellRing
from desktop.views.window import Window

_FRAME_MS: Final = 40
_DOWN: Final = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_OURS: Final = (*_DOWN, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseMove)


class Pointing(QObject):
    """Takes over what falls on something to press on a member's screen; the rest goes its usual way.

    A touch comes as a mouse, once no widget wanted it as a touch. now: milliseconds of a clock that never goes back;
    Qt's, unless given.
    """

    def __init__(self, window: Window, settings: Settings, *, now: Callable[[], int] | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._now = now or _running_clock()
        self._pointer = Pointer(pointer_rules(settings))
        self._place = QPoint()
        self._lowered: QAbstractButton | None = None
        self._is_ours = False
        self._ring = DwellRing(window.look, window)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)
        window.settled.connect(self.follow)
        window.shown.connect(self.begin)

    def follow(self, settings: Settings) -> None:
        """Go by how whoever sits here presses, from now on."""
        rules = pointer_rules(settings)
        if rules != self._pointer.rules:
            self._pointer = Pointer(rules)
            self._go_on(None)

    def begin(self, _name: str = "") -> None:
        """There is another screen: what was under way on the one before is not pressed on this one."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        self._pointer.leave()
        self._go_on(None)

    def tick(self) -> None:
        """Time has passed."""
        self._go_on(self._pointer.tick(self._now()))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what falls on something to press."""
        if event.type() == QEvent.Type.Leave:
            self._pointer.leave()
            self._go_on(None)
        if not isinstance(event, QMouseEvent) or event.type() not in _OURS:
            return False
        self._place = event.position().toPoint()
        thing, now = self._thing(), self._now()
        if event.type() == QEvent.Type.MouseMove:
            self._go_on(self._pointer.over(thing, now))
            return self._is_ours
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() in _DOWN:
            if thing is None:
                self._pointer.leave()
                return False
            pressed = self._pointer.down(thing, now)
            self._lower(thing if self._pointer.is_down else None)
            self._go_on(pressed)
            self._is_ours = True
            return True
        was_ours, self._is_ours = self._is_ours, False
        self._lower(None)
        self._go_on(self._pointer.up(thing, now))
        return was_ours

    def _thing(self) -> QAbstractButton | None:
        """What can be pressed under the pointer; workers press as they are used to."""
        screen = self._window.screen_now
        part = self._window.childAt(self._place)
        while part is not None and not isinstance(part, QAbstractButton):
            part = part.parentWidget()
        if screen is None or part is None or not part.isEnabled() or not screen.is_pressed_their_way(part):
            return None
        return part

    def _lower(self, thing: QAbstractButton | None) -> None:
        """Show what is held; its own look says so."""
        lowered, self._lowered = self._lowered, thing
        if lowered is not None and lowered is not thing and isValid(lowered):
            lowered.setDown(False)
        if thing is not None:
            thing.setDown(True)

    def _go_on(self, pressed: Thing) -> None:
        if isinstance(pressed, QAbstractButton) and isValid(pressed) and pressed.isVisible():
            screen = self._window.screen_now
            if screen is not None:
                screen.go_by_keys(yes=False)
            pressed.click()
        self._draw()

    def _draw(self) -> None:
        now = self._now()
        thing, part = self._pointer.part(now)
        if thing is None:
            self._ring.hide()
        else:
            self._ring.fill_at(self._place, part, self._window.look)
        due = self._pointer.due_ms
        if thing is None and due is None:
            self._timer.stop()
            return
        wait = _FRAME_MS if due is None else min(_FRAME_MS, max(0, due - now)) if thing is not None else due - now
        self._timer.start(max(0, wait))


def _running_clock() -> Callable[[], int]:
    clock = QElapsedTimer()
    clock.start()
    return clock.elapsed
