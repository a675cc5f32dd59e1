"""What was answered to each slip shown on this PC, kept for ever."""

from __future__ import annotations

from typing import Final, NamedTuple

from desktop.store.selecting import Selected
from desktop.store.sqlcipher import in_transaction
from desktop.store.store import Store

_NO_SLIP: Final = b""


class JudgedRow(NamedTuple):
    """One answer. number, issuer: None and empty for what was no slip. outcome: a word of `services.verdicts.Outcome`.

    met_ms: when the network was met last, 0 for never: the keys that the slip was held against are as old.
    """

    at_ms: int
    number: bytes
    issuer: bytes
    outcome: str
    minutes: int
    met_ms: int


_JUDGED = Selected(JudgedRow, "verdicts_here")


class VerdictRecords:
    """Notes each answer in a durable commit of its own; a restore adds to them and takes none away."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def note(self, outcome: str, minutes: int, *, slip: tuple[bytes, int] | None) -> None:
        """Keep an answer; slip: issuer and number, None for what was no slip. Raises DiskFull, ReadOnlyFolder."""
        db = self._store.db
        issuer, number = (_NO_SLIP, _NO_SLIP) if slip is None else (slip[0], slip[1].to_bytes(8, "big"))
        row = db.execute("SELECT value FROM meta WHERE name = 'met_ms'").fetchone()
        with in_transaction(db):
            db.execute(
                "INSERT INTO verdicts_here (at_ms, number, issuer, outcome, minutes, met_ms) VALUES (?, ?, ?, ?, ?, ?)",
                [self._free_ms(), number, issuer, outcome, minutes, 0 if row is None else row[0]],
            )

    def _free_ms(self) -> int:
        """Now, or the next millisecond that has no answer yet: two in one keep their order."""
        at_ms, taken = self._store.clock.now_ms(), "SELECT 1 FROM verdicts_here WHERE at_ms = ?"
        while self._store.db.execute(taken, [at_ms]).fetchone() is not None:
            at_ms += 1
        return at_ms

    def latest(self, most: int) -> list[JudgedRow]:
        """The latest answers first."""
        return _JUDGED.all(self._store.db, "ORDER BY at_ms DESC LIMIT ?", [most])

    def of_slip(self, issuer: bytes, number: int) -> list[JudgedRow]:
        """What was answered to one slip, the latest first."""
        where = "WHERE number = ? AND issuer = ? ORDER BY at_ms DESC"
        return _JUDGED.all(self._store.db, where, [number.to_bytes(8, "big"), issuer])
