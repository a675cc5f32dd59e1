"""Feeds of other PCs of which the ledger may have another version than this one: it was put back, and a copy went on.

Such a feed is doubted when a new epoch begins, and when another device goes on for it. Then the end of it that is here
is offered once more. If the ledger does not have that, its version is fetched from the beginning and put by; and what
devices that go on for it say waits: they may say again what stands here under the first name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from desktop.store.membership import Membership
from desktop.store.store import Store
from ledger.domain.accounts import SEQ_BYTES
from ledger.wire import batch
from ledger.wire.answering import Sent
from ledger.wire.asking import Held
from ledger.wire.batch import Batch

_DOUBT: Final = "doubt:"
_VERSION: Final = "version:"
_DIGITS: Final = 15


class Doubt(NamedTuple):
    """What is known of one doubted feed.

    is_other: the ledger did not take the end that is here; its version is fetched. shared: how far both are the same,
    once that is known, otherwise 0. offered: how far the ledger was given what it does not have.
    """

    is_other: bool = False
    shared: int = 0
    offered: int = 0


class Doubts:
    """Doubted feeds; on the store's thread, inside the caller's transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.db
        self._membership = Membership(store)

    def all(self) -> dict[bytes, Doubt]:
        """Every doubted feed."""
        rows = self._db.execute("SELECT name, value FROM secrets WHERE name GLOB ? ORDER BY name", [f"{_DOUBT}*"])
        return {bytes.fromhex(name.removeprefix(_DOUBT)): _read(value) for name, value in rows.fetchall()}

    def keep(self, device: bytes, doubt: Doubt) -> None:
        """Keep what is known."""
        value = bytes([doubt.is_other]) + doubt.shared.to_bytes(SEQ_BYTES, "big") + doubt.offered.to_bytes(SEQ_BYTES)
        self._membership.keep(_DOUBT + device.hex(), value)

    def settle(self, device: bytes) -> None:
        """It is doubted no more."""
        self._membership.forget(_DOUBT + device.hex())
        self._forget_version(device)

    def begin(self, devices: Iterable[bytes]) -> None:
        """Doubt the feeds of these devices, as far as there are batches of them here."""
        known = self.all()
        for device in devices:
            if device != self._store.device and device not in known and self.last(device) is not None:
                self.keep(device, Doubt())

    def begin_anew(self) -> None:
        """A new epoch: doubt every feed of another PC, and fetch anew what was fetched of some."""
        for device, doubt in self.all().items():
            self._forget_version(device)
            self.keep(device, doubt._replace(offered=0))
        self.begin(device for (device,) in self._db.execute("SELECT DISTINCT device FROM batches").fetchall())

    # ---- what a request brings ------------------------------------------------------------------------------------
    def to_offer(self, lacks: Iterable[Held]) -> Iterator[bytes]:
        """The last batch of each feed of which the ledger has not said yet whether it has the same.

        lacks: feeds of which it is given all that is missing there, and so their ends.
        """
        lacking = {held.feed for held in lacks}
        for device, doubt in self.all().items():
            last = self.last(device)
            if last is not None and device not in lacking and not doubt.is_other:
                yield last

    def lacks(self) -> list[Held]:
        """Of feeds with two versions, where what the ledger does not have begins, as far as it was not given yet."""
        doubts = self.all().items()
        return [Held(device, max(doubt.shared, doubt.offered)) for device, doubt in doubts if doubt.shared]

    def held(self) -> list[Held]:
        """How far the ledger's versions of feeds are put by."""
        return [Held(device, _end(self.version(device))) for device, doubt in self.all().items() if doubt.is_other]

    # ---- the ledger's version -------------------------------------------------------------------------------------
    def keep_version(self, made: Batch, arrival: int) -> None:
        """Put by a batch of it."""
        name = f"{_VERSION}{made.header.device.hex()}:{made.header.first:0{_DIGITS}d}"
        self._membership.keep(name, arrival.to_bytes(8, "big") + bytes(made))

    def version(self, device: bytes) -> list[Sent]:
        """What is put by of it, in order."""
        sql = "SELECT value FROM secrets WHERE name GLOB ? ORDER BY name"
        rows = self._db.execute(sql, [f"{_VERSION}{device.hex()}:*"]).fetchall()
        return [Sent(int.from_bytes(value[:8], "big"), value[8:]) for (value,) in rows]

    def successors(self, device: bytes) -> set[bytes]:
        """The devices that go on for one, and for those."""
        rows = [row for row in self._store.read.devices() if row.is_successor]
        found = {device}
        while added := {row.device for row in rows if row.by in found and row.device not in found}:
            found |= added
        return found - {device}

    def waiting(self, *, but_for: bytes = b"") -> set[bytes]:
        """Devices whose batches wait: they go on for a doubted one; but_for: one that is not counted."""
        return {each for device in self.all() if device != but_for for each in self.successors(device)}

    def last(self, device: bytes) -> bytes | None:
        """The last batch of a feed that is here."""
        sql = "SELECT raw FROM batches WHERE device = ? ORDER BY first_seq DESC LIMIT 1"
        row = self._db.execute(sql, [device]).fetchone()
        return None if row is None else bytes(row[0])

    def _forget_version(self, device: bytes) -> None:
        self._db.execute("DELETE FROM secrets WHERE name GLOB ?", [f"{_VERSION}{device.hex()}:*"])


def _read(value: bytes) -> Doubt:
    shared, offered = (int.from_bytes(value[at : at + SEQ_BYTES], "big") for at in (1, 1 + SEQ_BYTES))
    return Doubt(bool(value[0]), shared, offered)


def _end(version: list[Sent]) -> int:
    return batch.read(version[-1].raw).header.last if version else 0
