"""Whether a slip is closed: handed in here a moment ago, used before, used elsewhere, or made void."""

from __future__ import annotations

from typing import Final, NamedTuple

from desktop.clock import MS
from desktop.problems import NotFound
from desktop.services.sitting import Sitting
from desktop.store.store import Store
from ledger.domain.facts import SlipRedeemed, SlipVoided
from ledger.domain.names import FactId

JUST_NOW_MS: Final = 10 * 60 * MS
"""How long a slip that is shown again counts as the same hand, not as used before."""


class Closed(NamedTuple):
    """How a slip was closed: "already", "used" or "void"; when_ms: when that was, 0 if nobody knows."""

    how: str
    when_ms: int


class Closings:
    """Looks at what became of slips, and at what this PC remembers for ever."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, issuer: bytes, number: int, sitting: Sitting | None) -> Closed | None:
        """How a slip was closed; None while it is not."""
        row = self._store.read.slip(issuer, number)
        if row is not None and row.state in {"void", "waiting_void"}:
            when_ms = row.closed_at_ms or 0
            if not self._store.read.was_changed(issuer, number):
                return Closed("void", when_ms)
            return Closed("already" if self._is_fresh(when_ms) else "used", when_ms)
        if row is not None and row.state == "redeemed":
            return Closed(self._again(row.closed_by, row.closed_at_ms or 0, sitting), row.closed_at_ms or 0)
        taken = self._store.read.redeemed_here(issuer, number)
        if row is None:
            taken += self._store.read.redeemed_by_us(issuer, number)
        for record in taken:
            if not self._is_put_right(issuer, number, record.fact):
                # Of a slip whose print is here, the book would know: what this PC remembers is from before a restore.
                how = "used" if row is not None else self._again(record.fact, record.at_ms, sitting)
                return Closed(how, record.at_ms)
        return None

    def _again(self, fact: FactId | None, when_ms: int, sitting: Sitting | None) -> str:
        if fact is None or not isinstance(self._said(fact), SlipRedeemed):
            return "used"  # the central ledger tells that it was taken elsewhere, or nobody knows by whom
        is_mine = sitting is not None and sitting.covers(fact, self._store.device)
        return "already" if is_mine or self._is_fresh(when_ms) else "used"

    def _is_fresh(self, when_ms: int) -> bool:
        return 0 <= self._store.clock.now_ms() - when_ms < JUST_NOW_MS

    def _is_put_right(self, issuer: bytes, number: int, fact: FactId) -> bool:
        # After a restore a name may stand for another fact than the one remembered: then the memory is right.
        said = self._said(fact)
        if said is None or (said.issuer, said.number) != (issuer, number):
            return False
        return self._store.read.undone_by(fact) is not None

    def _said(self, fact: FactId) -> SlipRedeemed | SlipVoided | None:
        try:
            said = self._store.read.entry(fact).fact
        except NotFound:
            return None
        return said if isinstance(said, SlipRedeemed | SlipVoided) else None
