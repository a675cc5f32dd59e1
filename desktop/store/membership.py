"""Membership: what this PC knows of the central ledger, and how far the two of them are.

Secrets hold what is bytes, `meta` what is numbers; all of it is written inside the caller's transaction, together with
what it speaks of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from desktop.store.store import Store
from ledger.wire import batch
from ledger.wire.answering import Sent
from ledger.wire.batch import Batch

_MOST_CARRIED: Final = 4
_CARRIED: Final = "carried:"
_OWN_FEED: Final = "own_feed:"
_OTHERS: Final = "others:"
_DIGITS: Final = 15


@dataclass(frozen=True, slots=True)
class Standing:
    """Numbers of the exchange, 0 for never.

    epoch: the ledger's. counter: of the last request made. answered: the highest counter whose reply was taken in.
    held_seq: how far the ledger holds this PC's own feed, its head compared. centre_feed, network_feed: how far the
    ledger's own feeds go there. met_ms: of this PC's clock at the last good exchange; ledger_ms: of the ledger's.
    must_prove: 1 while the ledger asks for the receipt. is_behind: not 0 while the ledger's version of the own feed is
    another or longer than the one here, 2 if it is only cut otherwise: a copy of this PC went on by itself, or this one
    was brought back from a backup. blobs_seq: the end of the own feed when no blob was left to send. room: how many
    bytes the road bears in one request, where it once bore less than all.
    """

    epoch: int = 0
    counter: int = 0
    answered: int = 0
    held_seq: int = 0
    centre_feed: int = 0
    network_feed: int = 0
    met_ms: int = 0
    ledger_ms: int = 0
    must_prove: int = 0
    is_behind: int = 0
    blobs_seq: int = 0
    room: int = 0


class ToSend(NamedTuple):
    """What the ledger does not hold yet. facts: how many. since_ms: when the oldest was written, 0 if there is none."""

    facts: int
    since_ms: int


_NUMBERS: Final = tuple(Standing.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Which ledger, and as whom. url: where. public: its key, 32 bytes. centre: ours there, 16 bytes."""

    url: str
    public: bytes
    centre: bytes


class Membership:
    """What is known of the ledger; on the store's thread."""

    def __init__(self, store: Store) -> None:
        self._db = store.db

    @property
    def is_enrolled(self) -> bool:
        """Whether this PC has joined a network."""
        return bool(self.kept("ledger_public"))

    @property
    def ledger(self) -> Ledger | None:
        """The ledger of the network, None before this PC joined one."""
        url, public, centre = (self.kept(name) for name in ("ledger_url", "ledger_public", "centre"))
        return Ledger(url.decode(), public, centre) if public else None

    def join(self, ledger: Ledger, *, epoch: int, ledger_ms: int) -> None:
        """Remember the network this PC has joined, or joined again with a new code; epoch: the one to go on in."""
        self.keep("ledger_url", ledger.url.encode())
        self.keep("ledger_public", ledger.public)
        self.keep("centre", ledger.centre)
        self.forget("network_trouble")
        self.set(epoch=epoch, ledger_ms=ledger_ms)

    def standing(self) -> Standing:
        """The numbers as they are now."""
        marks = ", ".join("?" * len(_NUMBERS))
        rows = self._db.execute(f"SELECT name, value FROM meta WHERE name IN ({marks})", _NUMBERS)  # noqa: S608
        return Standing(**dict(rows.fetchall()))

    def set(self, **numbers: int) -> None:
        """Keep some of the numbers of `Standing`."""
        for name, value in numbers.items():
            if name not in _NUMBERS:
                raise ValueError(f"the exchange has no number called {name}")
            self._db.execute("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", [name, value])

    def next_counter(self) -> int:
        """The number of one more request, higher than all before; on disk when the caller's transaction is."""
        counter = self.standing().counter + 1
        self.set(counter=counter)
        return counter

    def kept(self, name: str) -> bytes:
        """Bytes kept under a name, empty for none."""
        row = self._db.execute("SELECT value FROM secrets WHERE name = ?", [name]).fetchone()
        return b"" if row is None else bytes(row[0])

    def keep(self, name: str, value: bytes) -> None:
        """Keep bytes under a name; empty ones are forgotten."""
        if value:
            self._db.execute("INSERT OR REPLACE INTO secrets (name, value) VALUES (?, ?)", [name, value])
        else:
            self.forget(name)

    def forget(self, name: str) -> None:
        """Forget what is kept under a name."""
        self._db.execute("DELETE FROM secrets WHERE name = ?", [name])


class PutBy:
    """Bytes of the exchange that wait: requests that left as files, and what is taken in with the own feed.

    While a copy of this PC is known to have written too, what other PCs sent waits with the ledger's version of the own
    feed: that copy, as another PC by now, may have said again what stands here under its first name.
    """

    def __init__(self, store: Store) -> None:
        self._db = store.db
        self._membership = Membership(store)

    def keep_carried(self, counter: int, asked: bytes) -> None:
        """Remember a request that left as a file, so that its answer is known again; of the last four."""
        self._membership.keep(_numbered(_CARRIED, counter), asked)
        for name, _ in self._all(_CARRIED)[:-_MOST_CARRIED]:
            self._membership.forget(name)

    def carried(self) -> list[bytes]:
        """Requests that left as files and are not answered, latest first."""
        return [asked for _, asked in reversed(self._all(_CARRIED))]

    def forget_carried(self, counter: int) -> None:
        """A request that left as a file is answered, and with it all before."""
        for name, _ in self._all(_CARRIED):
            if name <= _numbered(_CARRIED, counter):
                self._membership.forget(name)

    def keep_own_feed(self, first_seq: int, arrival: int, raw: bytes) -> None:
        """Put by a batch of what the ledger holds of this PC's own feed, until all of it is here."""
        self._membership.keep(_numbered(_OWN_FEED, first_seq), arrival.to_bytes(8, "big") + raw)

    def own_feed(self) -> list[tuple[int, bytes]]:
        """What was put by of it, in order: arrival and batch."""
        return [(int.from_bytes(value[:8], "big"), value[8:]) for _, value in self._all(_OWN_FEED)]

    def forget_own_feed(self) -> None:
        """All of it is taken in."""
        for name, _ in self._all(_OWN_FEED):
            self._membership.forget(name)

    def keep_other(self, made: Batch, arrival: int) -> None:
        """Put by a batch of another PC."""
        prefix = f"{_OTHERS}{made.header.device.hex()}:"
        self._membership.keep(_numbered(prefix, made.header.first), arrival.to_bytes(8, "big") + bytes(made))

    def others(self) -> list[Sent]:
        """What was put by of other PCs."""
        return [Sent(int.from_bytes(value[:8], "big"), value[8:]) for _, value in self._all(_OTHERS)]

    def others_held(self) -> dict[bytes, int]:
        """How far what was put by of other PCs goes, by device."""
        headers = (batch.read(raw).header for _, raw in self.others())
        return {header.device: header.last for header in headers}

    def forget_others(self) -> None:
        """It is taken in, or comes once more."""
        for name, _ in self._all(_OTHERS):
            self._membership.forget(name)

    def _all(self, prefix: str) -> list[tuple[str, bytes]]:
        sql = "SELECT name, value FROM secrets WHERE name GLOB ? ORDER BY name"
        rows: list[tuple[str, bytes]] = self._db.execute(sql, [f"{prefix}*"]).fetchall()
        return rows


def _numbered(prefix: str, number: int) -> str:
    return f"{prefix}{number:0{_DIGITS}d}"
