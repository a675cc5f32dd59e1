"""What a call altered, so that screens redraw only if it touches what they show."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.names import FactId


@dataclass(frozen=True, slots=True)
class Changes:
    """The facts a call wrote, in order, and every member, offer, task… they name.

    is_repeat: the same draft was recorded before; nothing was written, and `facts` are those of the first time.
    """

    facts: tuple[FactId, ...] = ()
    touched: frozenset[FactId] = frozenset()
    is_repeat: bool = False

    @property
    def first(self) -> FactId:
        """The first fact written: it names whatever the call introduced."""
        return self.facts[0]
