"""What people press with: one switch, two, a keyboard, a finger; each by the events that Qt gets from the PC."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.views.inputs.hearing import hear_presses
from desktop.views.inputs.rules import BOUNCE_MS, Moves
from desktop.views.inputs.scan import FIRST_SWITCH, SECOND_SWITCH
from desktop.views.inputs.switches import Switches
from tests.journeys.at_work import CentreAtWork

PRESS_MS = 100
KEYS = {FIRST_SWITCH: Qt.Key.Key_Space, SECOND_SWITCH: Qt.Key.Key_Return}
MOST_TRIES = 200

Finger = Callable[[QAbstractButton], None]


@dataclass
class Clock:
    """The time that the scan goes by, in milliseconds; it stands still while nobody waits."""

    now_ms: int = 0

    def __call__(self) -> int:
        return self.now_ms


@dataclass
class Counted:
    """How often a switch was pressed, and how long it all took, in milliseconds of the scan's clock."""

    presses: int = 0
    since_ms: int = 0


@dataclass
class ByScan:
    """Waits until what it wants is lit, then presses. is_late: at the last moment; otherwise reaction_ms after."""

    centre: CentreAtWork
    is_late: bool = False
    reaction_ms: int = 500
    clock: Clock = field(default_factory=Clock)
    counted: Counted = field(default_factory=Counted)

    def __post_init__(self) -> None:
        window, house = self.centre.window, self.centre.house
        self.switches: Switches = hear_presses(window, house.here, now=self.clock)

    @property
    def took_ms(self) -> int:
        """How long it took since it was last counted."""
        return self.clock.now_ms - self.counted.since_ms

    def count_anew(self) -> None:
        """Count from now."""
        self.counted = Counted(0, self.clock.now_ms)

    def __call__(self, button: QAbstractButton) -> None:
        """Go to a thing and press it."""
        for _ in range(MOST_TRIES):
            lit = self.switches.lit_now
            if not lit:
                self.press(FIRST_SWITCH)
            elif button not in lit:
                self._let_it_go_on()
            elif lit == (button,):
                self._choose()
                return
            else:
                self._choose()
        msg = f"the scan never came to {button.accessibleName()!r}"
        raise AssertionError(msg)

    def press(self, switch: int) -> None:
        """Press and let go."""
        handle = self.centre.window.windowHandle()
        self.counted.presses += 1
        QTest.keyPress(handle, KEYS[switch])
        self.wait(PRESS_MS)
        QTest.keyRelease(handle, KEYS[switch])
        self.wait(BOUNCE_MS)
        self.centre.hand.settle()

    def wait(self, ms: int) -> None:
        """Let time pass, step by step as it falls due."""
        end = self.clock.now_ms + ms
        while (due := self.switches.scan.due_ms) is not None and due <= end:
            self.clock.now_ms = due
            self.switches.tick()
        self.clock.now_ms = end
        self.switches.tick()

    def _let_it_go_on(self) -> None:
        rules = self.switches.scan.rules
        if rules.moves is Moves.BY_STEP:
            self.press(FIRST_SWITCH)
        else:
            due = self.switches.scan.due_ms
            assert due is not None
            self.wait(due - self.clock.now_ms)

    def _choose(self) -> None:
        rules, due = self.switches.scan.rules, self.switches.scan.due_ms
        if rules.switches == 1 and rules.moves is Moves.BY_STEP:
            if due is None:  # it was taken by itself so far: the first press says that somebody goes on from here
                self.press(FIRST_SWITCH)
            self.wait(rules.item_ms)
            self.centre.hand.settle()
            return
        if self.is_late and due is not None:
            self.wait(due - 1 - self.clock.now_ms)
        else:
            self.wait(self.reaction_ms)
        self.press(SECOND_SWITCH if rules.switches > 1 else FIRST_SWITCH)


def by_keyboard(centre: CentreAtWork) -> Finger:
    """Walks with Tab, presses with Enter."""

    def press(button: QAbstractButton) -> None:
        handle = centre.window.windowHandle()
        for _ in range(MOST_TRIES):
            if button.hasFocus():
                break
            QTest.keyClick(handle, Qt.Key.Key_Tab)
        assert button.hasFocus(), f"Tab never came to {button.accessibleName()!r}"
        QTest.keyClick(handle, Qt.Key.Key_Return)

    return press


def by_touch(centre: CentreAtWork) -> Finger:
    """Touches the glass, as a touch screen tells it: what the window makes of it is Qt's."""
    screen = QTest.createTouchDevice()

    def press(button: QAbstractButton) -> None:
        window: QWidget = centre.window
        place = button.mapTo(window, button.rect().center())
        assert window.childAt(place) is button, f"{button.accessibleName()!r} lies under something"
        handle = window.windowHandle()
        QTest.touchEvent(handle, screen, autoCommit=False).press(0, place).commit()
        QTest.touchEvent(handle, screen, autoCommit=False).release(0, place).commit()

    return press
