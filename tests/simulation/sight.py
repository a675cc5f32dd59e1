"""What stands on one PC: its facts by tap, and what the central ledger told it; looked up anew after each step."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from desktop.store.sqlcipher import Database
from ledger.domain.feed import Entry
from ledger.domain.names import FactId
from ledger.domain.rulings import Outcome, PurseTaken, Ruled
from ledger.wire import notices
from ledger.wire.codec import decode
from tests.simulation.clocks import STAMPS

_ENTRIES: dict[tuple[bytes, int, bytes], Entry] = {}
"""Facts read before, by name and the head after them; the same on every PC."""
_MOST_ENTRIES = 200_000
_LAST = 1 << 64


class Told(NamedTuple):
    """What the ledger said of one fact; order: epoch and place, the latest is in force."""

    order: tuple[int, int]
    outcome: Outcome


class Sight:
    """One PC as it is now. founder: the device that began the centre."""

    def __init__(self, founder: bytes) -> None:
        self.founder = founder
        self.by_stamp: dict[int, list[FactId]] = {}
        self.entries: dict[FactId, Entry] = {}
        self.stamp_of: dict[FactId, int] = {}
        self._ends: dict[bytes, tuple[int, bytes]] = {}
        self._arrivals: dict[bytes, list[tuple[int, int]]] = {}
        self._notices = 0
        self._told: dict[FactId, Told] = {}
        self._purses: list[PurseTaken] = []

    def look(self, db: Database, ledger_public: bytes | None = None) -> None:
        """See what came since the last look; everything, if something went."""
        ends = {device: (seq, head) for device, seq, head in db.execute(_ENDS)}
        if not self._goes_on(db, ends):
            self.__init__(self.founder)  # type: ignore[misc]  # a fresh look
        for device, (seq, _) in sorted(ends.items()):
            known = self._ends.get(device, (0, b""))[0]
            if seq > known:
                self._take(db, device, known)
        self._ends = ends
        self._arrivals = {}
        for device, last, arrival in db.execute("SELECT device, last_seq, arrival FROM arrivals ORDER BY last_seq"):
            self._arrivals.setdefault(device, []).append((last, arrival))
        if ledger_public is not None:
            self._look_at_notices(db, ledger_public)

    def place_of(self, name: FactId) -> tuple[int, bytes, int]:
        """Where a fact stands in the order of the centre: as it came to the ledger, own ones not yet held last."""
        ends = self._arrivals.get(name.device, [])
        at = bisect_left(ends, (name.seq, 0))
        return (ends[at][1] if at < len(ends) else _LAST), name.device, name.seq

    def key_of(self, name: FactId) -> tuple[int, int]:
        """The tap of a fact and its place in it."""
        stamp = self.stamp_of[name]
        return stamp, self.by_stamp[stamp].index(name)

    def ruled(self, name: FactId) -> Outcome | None:
        """How the ledger ruled a fact, as far as this PC knows."""
        told = self._told.get(name)
        return None if told is None else told.outcome

    def has_purse(self, name: FactId) -> bool:
        """Whether what a fact takes from members counts, as far as this PC knows."""
        device, seq = name
        if device != self.founder and not any(purse.taker == device for purse in self._purses):
            return False
        return not any(purse.giver == device and purse.last < seq for purse in self._purses)

    def _goes_on(self, db: Database, ends: dict[bytes, tuple[int, bytes]]) -> bool:
        for device, (seq, head) in self._ends.items():
            now = ends.get(device)
            if now is None or now[0] < seq:
                return False
            if now != (seq, head):
                (there,) = db.execute("SELECT head FROM facts WHERE device = ? AND seq = ?", [device, seq]).fetchone()
                if there != head:
                    return False
        return True

    def _take(self, db: Database, device: bytes, known: int) -> None:
        rows = db.execute(
            "SELECT seq, body, head FROM facts WHERE device = ? AND seq > ? ORDER BY seq", [device, known]
        )
        for seq, body, head in rows:
            name = FactId(device, seq)
            entry = _entry(name, body, head)
            stamp = entry.at_ms % STAMPS
            self.entries[name] = entry
            self.stamp_of[name] = stamp
            self.by_stamp.setdefault(stamp, []).append(name)

    def _look_at_notices(self, db: Database, ledger_public: bytes) -> None:
        (count,) = db.execute("SELECT count(*) FROM notices").fetchone()
        if count == self._notices:
            return
        self._notices, self._told, self._purses = count, {}, []
        for epoch, raw in db.execute("SELECT epoch, raw FROM notices ORDER BY epoch, feed, first_seq").fetchall():
            _, facts = notices.read_notice(raw, ledger_public=ledger_public)
            for entry in notices.entries(facts):
                self._hear(entry, epoch)

    def _hear(self, entry: Entry, epoch: int) -> None:
        if isinstance(entry.fact, PurseTaken):
            self._purses.append(entry.fact)
        if isinstance(entry.fact, Ruled):
            told = Told((epoch, entry.name.seq), entry.fact.outcome)
            self._told[entry.fact.fact] = max(told, self._told.get(entry.fact.fact, told))


def _entry(name: FactId, body: bytes, head: bytes) -> Entry:
    key = (name.device, name.seq, head)
    entry = _ENTRIES.get(key)
    if entry is None:
        if len(_ENTRIES) > _MOST_ENTRIES:
            _ENTRIES.clear()
        entry = _ENTRIES[key] = decode(name, body)
    return entry


_ENDS = "SELECT device, max(seq), head FROM facts GROUP BY device"
