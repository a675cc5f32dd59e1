"""The record of what was answered to slips on this PC: what was decided, when, and how old the keys were."""

from __future__ import annotations

from typing import Final, NamedTuple

from desktop.services.verdicts import Outcome, Verdict
from desktop.store.store import Store
from desktop.store.verdict_records import VerdictRecords
from ledger.wire.code import code_of

MOST_SHOWN: Final = 200


class JudgedSeen(NamedTuple):
    """One answer. code: as it stands on the slip, "" for what was no slip. met_ms: how old the keys were; 0: none."""

    at_ms: int
    outcome: Outcome
    minutes: int
    code: str
    met_ms: int


class Judging:
    """Keeps what was answered, and tells it again; nobody is named in it."""

    def __init__(self, store: Store) -> None:
        self._records = VerdictRecords(store)

    def note(self, verdict: Verdict) -> None:
        """Keep an answer before it is shown. Raises DiskFull, ReadOnlyFolder, DiskTrouble."""
        slip = None if verdict.slip is None else (verdict.slip.issuer, verdict.slip.number)
        self._records.note(verdict.outcome.value, verdict.minutes, slip=slip)

    def latest(self, most: int = MOST_SHOWN) -> list[JudgedSeen]:
        """What was answered last, the latest first."""
        return [
            JudgedSeen(
                row.at_ms,
                Outcome(row.outcome),
                row.minutes,
                code_of(int.from_bytes(row.number, "big")) if row.number else "",
                row.met_ms,
            )
            for row in self._records.latest(most)
        ]
