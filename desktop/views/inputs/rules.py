"""What somebody presses with, and how: the plain values that switches and pointers go by."""

from dataclasses import dataclass
from enum import Enum

BOUNCE_MS = 30
"""A contact that closes again within this time never opened: it bounced."""
STUCK_MS = 10_000
"""A switch held for this long after it counted is stuck, or somebody leans on it."""
PAUSE_MS = 4_000
"""Held for this long after it counted, a switch pauses the scan; its next press goes on."""
ROUNDS_IN_A_ROW = 2
"""How often the scan goes over what is in a row before it goes on to the next row."""


class Moves(Enum):
    """What moves the scan on."""

    BY_ITSELF = "by_itself"
    BY_STEP = "by_step"


class Order(Enum):
    """What the scan goes over."""

    ROWS = "rows"  # rows first, then what is in the row
    ONE_BY_ONE = "one_by_one"


@dataclass(frozen=True, slots=True)
class SwitchRules:
    """How a switch becomes a press. All in milliseconds.

    accept_ms: how long it must be held. repeat_ms: for how long another press of it is left out. on_up: it counts when
    it is let go, not while it is held.
    """

    accept_ms: int = 0
    repeat_ms: int = 500
    on_up: bool = False


@dataclass(frozen=True, slots=True)
class ScanRules:
    """How the scan goes. switches: one or two. item_ms: on each thing; first_ms: on the first. rounds: before it rests.

    By itself, one switch: a press takes what is lit. Two: the first pauses and goes on, the second takes.
    By step, one switch: a press goes on, and what is left lit for item_ms is taken. Two: the first goes on, the second
    takes.
    """

    switches: int = 1
    moves: Moves = Moves.BY_ITSELF
    order: Order = Order.ROWS
    item_ms: int = 2_000
    first_ms: int = 3_000
    rounds: int = 3


@dataclass(frozen=True, slots=True)
class PointerRules:
    """How a finger or a mouse becomes a press.

    on_down: it counts when it comes down, or once it was held long enough; otherwise when it is lifted. hold_ms: how
    long it must stay. repeat_ms: for how long another press is left out. dwell_ms: resting the pointer this long
    presses; 0 for never.
    """

    on_down: bool = False
    hold_ms: int = 0
    repeat_ms: int = 0
    dwell_ms: int = 0
