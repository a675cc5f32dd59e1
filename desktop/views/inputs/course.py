"""What presses do to the scan: start it, go on, go into a row, take, pause, rest. Plain logic, no time of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from desktop.views.inputs.path import Path, Spot
from desktop.views.inputs.rules import Moves, ScanRules

FIRST_SWITCH: Final = 0
SECOND_SWITCH: Final = 1


class Now(Enum):
    """What the scan does."""

    RESTING = "resting"  # nothing is lit; the next press starts it
    GOING = "going"
    PAUSED = "paused"  # something stays lit; the next press goes on
    WAITING = "waiting"  # something was taken, and what comes of it is not there yet


class Kind(Enum):
    """What happened."""

    LIT = "lit"
    TOOK = "took"
    RESTED = "rested"
    PAUSED = "paused"
    STUCK = "stuck"


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened. spot: what is lit, or was taken; None with those that have none."""

    kind: Kind
    spot: Spot | None = None


class Course:
    """Where the scan is. Each call answers what happened of it."""

    def __init__(self, rules: ScanRules) -> None:
        self.rules = rules
        self.now = Now.RESTING
        self.path = Path((), rules.order)
        self._is_armed = False
        self._holds_next = False

    @property
    def spot(self) -> Spot | None:
        """What is lit."""
        return self.path.spot if self.now in (Now.GOING, Now.PAUSED) else None

    @property
    def lit_for_ms(self) -> int | None:
        """For how long what is lit stays lit by itself; None for as long as nobody presses."""
        rules = self.rules
        if self.now is not Now.GOING:
            return None
        if rules.moves is Moves.BY_ITSELF:
            return rules.first_ms if self.path.is_first else rules.item_ms
        return rules.item_ms if rules.switches == 1 and self._is_armed else None

    def show(self, shape: Sequence[int], *, starts: bool) -> list[Happened]:
        """There is something else to go over, from its first; starts: also if it was resting."""
        goes = starts or self.now is not Now.RESTING
        self.path, self.now = Path(shape, self.rules.order), Now.RESTING
        holds, self._holds_next = self._holds_next, False
        if not goes or not shape:
            return []
        happened = self._start(armed=False)
        return [*happened, *self._pause()] if holds else happened

    def rest(self) -> list[Happened]:
        """Light nothing until the next press."""
        was, self.now = self.now, Now.RESTING
        self._is_armed, self.path.spot = False, None
        return [Happened(Kind.RESTED)] if was is not Now.RESTING else []

    def press(self, number: int) -> list[Happened]:
        """A switch was pressed."""
        if self.now is Now.WAITING or not self.path.shape:
            return []
        if self.now is Now.RESTING:
            return self._start(armed=True)
        has_two = self.rules.switches > 1
        if self.rules.moves is Moves.BY_STEP:
            return self._take() if has_two and number == SECOND_SWITCH else self._step()
        if has_two and number == SECOND_SWITCH:
            return self._take()
        if self.now is Now.PAUSED:
            self.now = Now.GOING
            return [Happened(Kind.LIT, self.spot)]
        return self._pause() if has_two else self._take()

    def held_long(self) -> list[Happened]:
        """A switch is held long: wait until somebody goes on, also on the screen that is still to come."""
        if self.rules.moves is Moves.BY_STEP:
            return []
        self._holds_next = self.now is Now.WAITING
        return self._pause() if self.now is Now.GOING else []

    def time_is_over(self) -> list[Happened]:
        """What is lit was lit for its time."""
        if self.rules.moves is Moves.BY_STEP:
            return self._take()
        self.path.go_on()
        return self.rest() if self.path.rounds >= self.rules.rounds else [Happened(Kind.LIT, self.spot)]

    def _start(self, *, armed: bool) -> list[Happened]:
        self.path.begin()
        self.now, self._is_armed = Now.GOING, armed
        return [Happened(Kind.LIT, self.spot)]

    def _step(self) -> list[Happened]:
        """One switch that was not pressed since something was taken begins with what is lit: nobody has chosen it."""
        if self._is_armed or self.rules.switches > 1:
            self.path.go_on()
        self._is_armed = True
        return [Happened(Kind.LIT, self.spot)]

    def _take(self) -> list[Happened]:
        spot = self.spot
        self._is_armed = False
        if self.path.enter():
            self.now = Now.GOING
            return [Happened(Kind.LIT, self.spot)]
        self.now = Now.WAITING
        return [Happened(Kind.TOOK, spot)]

    def _pause(self) -> list[Happened]:
        self.now = Now.PAUSED
        return [Happened(Kind.PAUSED, self.spot)]
