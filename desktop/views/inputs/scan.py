"""The scan: one or two switches, time, and rows of things, become what is lit and what is taken. Plain logic, no Qt."""

from collections.abc import Sequence

from desktop.views.inputs.contact import Contact, Said
from desktop.views.inputs.course import FIRST_SWITCH, SECOND_SWITCH, Course, Happened, Kind, Now
from desktop.views.inputs.path import Spot
from desktop.views.inputs.rules import ScanRules, SwitchRules


class Scan:
    """Tell it what there is (`show`) and what the switches do (`close`, `open`); call `tick` at due_ms.

    Each answers what happened since, in order. All times are milliseconds of one clock that never goes back. What is
    held stands still; a switch held long pauses; one that is stuck is one press, then quiet, and the other goes on.
    """

    def __init__(self, rules: ScanRules, switch: SwitchRules | None = None) -> None:
        self.rules = rules
        self._contacts = [Contact(switch or SwitchRules()) for _ in (FIRST_SWITCH, SECOND_SWITCH)]
        self._course = Course(rules)
        self._over_ms: int | None = None

    @property
    def now(self) -> Now:
        """What it does."""
        return self._course.now

    @property
    def shape(self) -> tuple[int, ...]:
        """What it goes over: how many things each row has."""
        return self._course.path.shape

    @property
    def spot(self) -> Spot | None:
        """What is lit."""
        return self._course.spot

    @property
    def due_ms(self) -> int | None:
        """When `tick` is to be called again; None for not before something else happens."""
        dues = [contact.due_ms for contact in self._contacts]
        return min((due for due in (*dues, self._over_ms) if due is not None), default=None)

    def show(self, shape: Sequence[int], now_ms: int, *, starts: bool = False) -> list[Happened]:
        """There is something else to scan, always from its first thing. starts: also if the scan was resting."""
        happened = [*self.tick(now_ms), *self._course.show(shape, starts=starts)]
        self._set_time(now_ms, anew=True)
        return happened

    def rest(self) -> list[Happened]:
        """Light nothing until the next press."""
        self._over_ms = None
        return self._course.rest()

    def close(self, switch: int, now_ms: int) -> list[Happened]:
        """A switch closes; `FIRST_SWITCH` or `SECOND_SWITCH`. With one switch either is it."""
        happened, number = self.tick(now_ms), self._number(switch)
        return happened + self._hear(number, self._contacts[number].close(now_ms), now_ms)

    def open(self, switch: int, now_ms: int) -> list[Happened]:
        """A switch opens."""
        happened, number = self.tick(now_ms), self._number(switch)
        return happened + self._hear(number, self._contacts[number].open(now_ms), now_ms)

    def tick(self, now_ms: int) -> list[Happened]:
        """Time has passed; what is due happens in its order."""
        happened: list[Happened] = []
        while (due := self.due_ms) is not None and due <= now_ms:
            if self._over_ms == due:
                happened += self._course.time_is_over()
                self._set_time(due, anew=True)
            else:
                for number, contact in enumerate(self._contacts):
                    happened += self._hear(number, contact.tick(due), due)
        return happened

    def _number(self, switch: int) -> int:
        return switch if self.rules.switches > 1 else FIRST_SWITCH

    def _hear(self, number: int, said: Sequence[Said], now_ms: int) -> list[Happened]:
        happened: list[Happened] = []
        for word in said:
            if word is Said.PRESSED:
                self._over_ms = None
                happened += self._course.press(number)
            elif word is Said.HELD_LONG:
                happened += self._course.held_long()
            elif word is Said.STUCK:
                happened += [*self._course.rest(), Happened(Kind.STUCK)]
        self._set_time(now_ms)
        return happened

    def _set_time(self, now_ms: int, *, anew: bool = False) -> None:
        """What is lit has its time from when nobody holds a switch."""
        lit_ms = self._course.lit_for_ms
        if lit_ms is None or any(contact.is_held for contact in self._contacts):
            self._over_ms = None
        elif anew or self._over_ms is None:
            self._over_ms = now_ms + lit_ms


__all__ = ["FIRST_SWITCH", "SECOND_SWITCH", "Happened", "Kind", "Now", "Scan"]
