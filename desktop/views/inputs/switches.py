"""Switches at the one window: what they press is heard before anything on the screen, and the scan lies over it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.settings import Settings
from desktop.views.inputs import keys
from desktop.views.inputs.path import Spot, round_ms
from desktop.views.inputs.rules import Moves
from desktop.views.inputs.scan import FIRST_SWITCH, SECOND_SWITCH, Happened, Kind, Now, Scan
from desktop.views.inputs.settled import scan_rules, switch_rules, uses_switches
from desktop.views.inputs.shown import Shown
from desktop.views.kit.scan_frame import ScanFrame
from desktop.views.window import Window
from ledger.domain.access import Speech

_FULL_ROUNDS = 3
"""What somebody is doing hides no earlier than after so many full rounds."""
_WALKING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Switches(QObject):
    """Scans every screen that a member can see.

    lit: a row or a thing was lit; its name, or those of the row. named: the same, if it is to be spoken. beeped: the
    name of a sound, if one is to be heard then. took: something was pressed; its name. stuck: a switch has been held so
    long that somebody must look at it; freed: it was let go. needs_quiet_ms: for how long at least nothing may hide.
    now: milliseconds of a clock that never goes back; Qt's, unless given.

    Who has said that they use a switch has its keys, or a button of the mouse, for that alone. Where nobody said so, a
    key of the switch starts the scan as long as nobody walks by keys; walking and touching end it.
    """

    lit = Signal(str)
    named = Signal(str)
    beeped = Signal(str)
    took = Signal(str)
    stuck = Signal()
    freed = Signal()
    needs_quiet_ms = Signal(int)

    def __init__(self, window: Window, settings: Settings, *, now: Callable[[], int] | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._now = now or _running_clock()
        self._held: dict[str, int] = {}
        self._shown = Shown()
        self._starts = self._is_stuck = False
        self._frame = ScanFrame(window.look, window)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self.scan = Scan(scan_rules(settings), switch_rules(settings))
        window.settled.connect(self.follow)
        window.shown.connect(self.begin)

    @property
    def lit_now(self) -> tuple[QWidget, ...]:
        """What is lit: a thing, or all of a row; nothing while the scan rests."""
        spot = self.scan.spot
        return () if spot is None else self._shown.things_at(spot)

    def follow(self, settings: Settings) -> None:
        """Go by how whoever sits here presses, from now on; live from sign-in, and gone when they finish."""
        before, self._settings = self._settings, settings
        rules = scan_rules(settings), switch_rules(settings)
        if rules == (scan_rules(before), switch_rules(before)):
            return
        goes = self.scan.now is not Now.RESTING or (uses_switches(settings) and not uses_switches(before))
        self._starts = goes and (uses_switches(settings) or not uses_switches(before))
        self.scan = Scan(*rules)
        self._held.clear()
        self._frame.hide()

    def begin(self, _name: str = "") -> None:
        """Scan what is shown now, from its first thing."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)  # each time, so that it is heard before what else listens there
        self._frame.draw_with(self._window.look)
        self._shown = _to_scan(self._window, self.scan)
        starts, self._starts = self._starts, False
        self._work(self.scan.show(self._shown.shape, self._now(), starts=starts))
        rules = self.scan.rules
        around = round_ms(self._shown.shape, rules.order, first_ms=rules.first_ms, item_ms=rules.item_ms)
        self.needs_quiet_ms.emit(_FULL_ROUNDS * around if uses_switches(self._settings) else 0)

    def tick(self) -> None:
        """Time has passed."""
        if self.scan.spot is not None and _to_scan(self._window, self.scan) != self._shown:
            self.begin()
        self._work(self.scan.tick(self._now()))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what a switch presses, and what it lets go; leave everything else to the screen."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.WindowDeactivate):
            self._let_all_go()
        if not isinstance(event, QKeyEvent | QMouseEvent):
            return False
        name = keys.name_of(event)
        if keys.is_repeat(event):
            return name in self._held
        if keys.is_up(event):
            return self._open(name)
        if not keys.is_down(event):
            return False
        if self._hears(name, event):
            self._close(name)
            return True
        self._somebody_else(event)
        return False

    def _hears(self, name: str, event: QEvent) -> bool:
        settings, hearing = self._settings, self._window.gallery.hearing
        if not keys.belongs(name, f"{settings.first_switch} {settings.second_switch}"):
            return False
        if isinstance(event, QKeyEvent) and hearing.is_scanner_typing(event):
            return False
        if not _to_scan(self._window, self.scan).shape:
            return False
        if uses_switches(settings):
            return True
        walks = self._window.screen_now is not None and self._window.screen_now.is_by_keys
        return not keys.is_mouse(name) and (self.scan.now is not Now.RESTING or not walks)

    def _somebody_else(self, event: QEvent) -> None:
        """Where nobody said that they use a switch, whoever walks or touches goes on without the scan."""
        is_walking = isinstance(event, QKeyEvent) and event.key() in _WALKING
        if not uses_switches(self._settings) and (is_walking or isinstance(event, QMouseEvent)):
            self._work(self.scan.rest())

    def _close(self, name: str) -> None:
        if name in self._held:
            return
        is_second = keys.belongs(name, self._settings.second_switch) and name not in self._settings.first_switch.split()
        self._held[name] = SECOND_SWITCH if is_second else FIRST_SWITCH
        if _to_scan(self._window, self.scan) != self._shown:  # it changed by itself: nobody has seen what is lit
            self.begin()
        self._work(self.scan.close(self._held[name], self._now()))

    def _open(self, name: str) -> bool:
        switch = self._held.pop(name, None)
        if switch is None:
            return False
        if self._is_stuck:
            self._is_stuck = False
            self.freed.emit()
        if switch not in self._held.values():  # of two switches on one switch's keys the last one lets go
            self._work(self.scan.open(switch, self._now()))
        return True

    def _let_all_go(self) -> None:
        for name in tuple(self._held):
            self._open(name)

    def _work(self, happened: Sequence[Happened]) -> None:
        for one in happened:
            if one.kind is Kind.STUCK:
                self._is_stuck = True
                self.stuck.emit()
            elif one.kind is Kind.TOOK and one.spot is not None:
                self._take(one.spot)
        self._draw()
        if happened and happened[-1].kind is Kind.LIT:
            self._tell(self._shown.name_at(self.scan.spot))
        due = self.scan.due_ms
        if due is None:
            self._timer.stop()
        else:
            self._timer.start(max(0, due - self._now()))

    def _take(self, spot: Spot) -> None:
        """Press it, if it is still what was lit; where nothing comes of it, scan what there is now."""
        now = _to_scan(self._window, self.scan)
        if now == self._shown:
            thing = now.things_at(spot)[0]
            self.took.emit(now.name_at(spot))
            if isinstance(thing, QAbstractButton):
                thing.click()
            else:
                thing.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._window.is_busy:
            self.begin()

    def _tell(self, name: str) -> None:
        self.lit.emit(name)
        if self._settings.has_beep:
            self.beeped.emit("scan")
        if self._settings.has_spoken_scan or self._settings.speech is Speech.ON_FOCUS:
            self.named.emit(name)

    def _draw(self) -> None:
        spot, now = self.scan.spot, _to_scan(self._window, self.scan)
        if spot is None or now != self._shown:
            self._frame.hide()
            return
        self._shown = now  # the same names, perhaps on other widgets
        self._frame.lie_around(now.things_at(spot), is_one=spot.item is not None, is_paused=self.scan.now is Now.PAUSED)
        screen = self._window.screen_now
        if screen is not None:
            screen.go_by_keys(yes=False)


def _to_scan(window: Window, scan: Scan) -> Shown:
    """What there is: where each step is a press, rows spare steps; where time goes on, few things apart spare time."""
    return Shown.of(window.screen_now, few_apart=scan.rules.moves is Moves.BY_ITSELF)


def _running_clock() -> Callable[[], int]:
    clock = QElapsedTimer()
    clock.start()
    return clock.elapsed
