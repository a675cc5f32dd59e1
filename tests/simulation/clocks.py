"""Clocks of the simulation: each PC's own, with jumps, telling apart every tap of a run."""

from __future__ import annotations

from dataclasses import dataclass

START_MS = 1_795_428_000_000
"""Monday 23 November 2026, 10:00 in universal time."""
MINUTE_MS = 60_000
STAMPS = 100_000
"""The last five digits of a PC's milliseconds count the taps of the run, so that the time of a fact names its tap."""


@dataclass
class PcClock:
    """One PC's clock. offset_ms: how far it is off. at_ms: what it says until it is set again."""

    offset_ms: int = 0
    at_ms: int = START_MS

    def now_ms(self) -> int:
        """Wall-clock milliseconds since 1970."""
        return self.at_ms

    def set(self, wall_ms: int, stamp: int) -> None:
        """Let it be this time, as this PC has it; stamp: the number of the tap."""
        self.at_ms = (wall_ms + self.offset_ms) // STAMPS * STAMPS + stamp
