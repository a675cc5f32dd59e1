"""What the reading of how a member likes things returns: what `ledger.domain.access.AccessWritten` says."""

from __future__ import annotations

from dataclasses import fields
from typing import NamedTuple

from ledger.domain.access import (
    AccessWritten,
    Colours,
    Hand,
    IdleMinutes,
    PressOn,
    ScanOrder,
    ScanWay,
    Speech,
    TextSize,
    Way,
    Wish,
)
from ledger.domain.names import FactId


class AccessRow(NamedTuple):
    """The last word on how a member likes to see, hear and press."""

    member: FactId
    colours: Colours
    text_size: TextSize
    hand: Hand
    language: str
    motion: Wish
    idle_minutes: IdleMinutes
    speech: Speech
    voice: str
    speed_percent: int
    volume_percent: int
    sounds: Wish
    way: Way
    scan_way: ScanWay
    scan_order: ScanOrder
    scan_ms: int
    first_item_ms: int
    rounds: int
    acceptance_ms: int
    repeat_ms: int
    hold_ms: int
    press_on: PressOn
    dwell_ms: int
    has_beep: bool
    has_spoken_scan: bool

    @classmethod
    def of(cls, fact: AccessWritten) -> AccessRow:
        """The row of a fact."""
        return cls(*(getattr(fact, field.name) for field in fields(fact)))

    @property
    def fact(self) -> AccessWritten:
        """What would say the same again."""
        return AccessWritten(*self)
