"""A finger or a mouse: from coming down, moving and lifting to presses that count. Plain logic; time is passed in."""

from collections.abc import Hashable

from desktop.views.inputs.rules import PointerRules

Thing = Hashable | None
"""What lies under the pointer and can be pressed; None is empty paper."""


class Pointer:
    """What `down`, `up`, `over` and `tick` answer is the thing that is pressed now, or None.

    A press counts on the thing it came down on, if it is still there; a finger that slid off thought better of it.
    What was pressed by resting must be left before it can be pressed so again.
    """

    def __init__(self, rules: PointerRules) -> None:
        self.rules = rules
        self._deaf_until_ms = 0
        self._down: tuple[Thing, int] | None = None
        self._over: Thing = None
        self._over_ms = 0
        self._may_dwell = False

    @property
    def due_ms(self) -> int | None:
        """When `tick` is to be called again; None for not before something else happens."""
        dues = (self._held_due_ms(), self._dwell_due_ms())
        return min((due for due in dues if due is not None), default=None)

    @property
    def is_down(self) -> bool:
        """Whether something is held that may still become a press."""
        return self._down is not None

    def part(self, now_ms: int) -> tuple[Thing, float]:
        """On what the pointer rests, or what is held down, and how much of its time is over, 0 to 1."""
        rules = self.rules
        if self._down is not None and rules.hold_ms and self._down[0] is not None:
            return self._down[0], min(1.0, (now_ms - self._down[1]) / rules.hold_ms)
        due = self._dwell_due_ms()
        if due is None:
            return None, 0.0
        return self._over, min(1.0, max(0.0, 1 - (due - now_ms) / rules.dwell_ms))

    def down(self, thing: Thing, now_ms: int) -> Thing:
        """It comes down."""
        self._down = (thing, now_ms) if now_ms >= self._deaf_until_ms else None
        self._may_dwell = False
        return self.tick(now_ms)

    def up(self, thing: Thing, now_ms: int) -> Thing:
        """It is lifted."""
        pressed = self.tick(now_ms)
        down, self._down = self._down, None
        if pressed is not None or down is None or self.rules.on_down:
            return pressed
        is_long = now_ms - down[1] >= self.rules.hold_ms
        return self._press(thing, now_ms) if is_long and thing == down[0] else None

    def over(self, thing: Thing, now_ms: int) -> Thing:
        """It is here now, held down or not."""
        pressed = self.tick(now_ms)
        if thing != self._over:
            self._over, self._over_ms, self._may_dwell = thing, now_ms, True
        if self._down is not None and thing != self._down[0]:
            self._down = None
        return pressed

    def leave(self) -> None:
        """There is something else on the screen, or the pointer is gone: nothing is under way."""
        self._down, self._may_dwell = None, False

    def tick(self, now_ms: int) -> Thing:
        """Time has passed."""
        held, dwelt = self._held_due_ms(), self._dwell_due_ms()
        if held is not None and held <= now_ms and self._down is not None:
            thing = self._down[0]
            self._down = None
            return self._press(thing, held)
        if dwelt is not None and dwelt <= now_ms:
            self._may_dwell = False
            return self._press(self._over, dwelt)
        return None

    def _held_due_ms(self) -> int | None:
        if self._down is None or not self.rules.on_down or self._down[0] is None:
            return None
        return self._down[1] + self.rules.hold_ms

    def _dwell_due_ms(self) -> int | None:
        if not self.rules.dwell_ms or not self._may_dwell or self._over is None or self._down is not None:
            return None
        return max(self._over_ms, self._deaf_until_ms) + self.rules.dwell_ms

    def _press(self, thing: Thing, now_ms: int) -> Thing:
        if thing is not None:
            self._deaf_until_ms = now_ms + self.rules.repeat_ms
        return thing
