"""The relay: what this PC holds of other feeds, and gives back word for word to a ledger that lost it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.store.doubts import Doubts
from desktop.store.facts import Facts
from desktop.store.membership import PutBy
from desktop.store.naming import name_of
from desktop.store.store import Store
from ledger.wire.asking import HEAD_MARK_BYTES, Held, Mark, Seen
from ledger.wire.fields import MOST_LISTED


class Relay:
    """Batches of the centre's other PCs, and notices of the ledger; on the store's thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.db
        self._device = store.device

    def siblings(self) -> list[Held]:
        """How far the feeds of the centre's other PCs are held here, what is put by counted in."""
        held = {device: self._last("batches", "device", device) for device in self._each("batches", "device")}
        for device, last in PutBy(self._store).others_held().items():
            held[device] = max(last, held.get(device, 0))
        return [Held(*one) for one in sorted(held.items()) if one[0] != self._device]

    def asked(self) -> list[Held]:
        """From where on batches of them are asked for: of feeds that are doubted, the ledger's whole version is."""
        return [Held(*one) for one in (dict(self.siblings()) | dict(Doubts(self._store).held())).items()]

    def seen(self) -> list[Seen]:
        """How far the ledger's own feeds are held here, of every epoch."""
        return [Seen(*self._kind(feed), self._last("notices", "feed", feed)) for feed in self._each("notices", "feed")]

    def offered(self, lacks: Iterable[Held], most_bytes: int, *, is_alone: bool) -> list[bytes]:
        """Batches of the centre's other PCs that the ledger lacks, feed by feed in order, as many as fit.

        is_alone: nothing else is in the request: then one goes in any case, if there is any.
        """
        return self._fitting("SELECT raw FROM batches WHERE device", lacks, most_bytes, is_alone=is_alone)

    def marks(self, lacks: Iterable[Held]) -> list[Mark]:
        """What is here at the places from where on the ledger lacks feeds of the centre's other PCs."""
        facts, here = Facts(self._db), {held.feed for held in self.siblings()}
        heads = ((feed, facts.head(feed, seq)) for feed, seq in lacks if feed in here)
        return [Mark(feed, head[:HEAD_MARK_BYTES]) for feed, head in heads if head]

    def returned(self, lacks: Iterable[Held], most_bytes: int) -> list[bytes]:
        """Notices that the ledger lacks, feed by feed in order, as many as fit; one in any case, if there is any."""
        return self._fitting("SELECT raw FROM notices WHERE feed", lacks, most_bytes, is_alone=True)

    def introduction(self) -> tuple[bytes, ...]:
        """The notice by which the ledger let this PC in, for one that was put back and has forgotten it; or nothing."""
        row = self._db.execute("SELECT fact FROM devices WHERE device = ?", [self._device]).fetchone()
        if row is None:
            return ()
        name = name_of(row[0])
        found = self._db.execute(
            "SELECT raw FROM notices WHERE feed = ? AND first_seq <= ? AND last_seq >= ?",
            [name.device, name.seq, name.seq],
        )
        return tuple(raw for (raw,) in found)

    def _fitting(self, select: str, lacks: Iterable[Held], room: int, *, is_alone: bool) -> list[bytes]:
        found: list[bytes] = []
        for feed, seq in lacks:
            for (raw,) in self._db.execute(f"{select} = ? AND last_seq > ? ORDER BY first_seq", [feed, seq]):
                room -= len(raw)
                if (found or not is_alone) and (room < 0 or len(found) == MOST_LISTED):
                    return found
                found.append(raw)
        return found

    def _each(self, table: str, name: str) -> Iterator[bytes]:
        """Every feed in a table, by one look at the index for each: however much is held, this takes no longer."""
        sql = f"SELECT {name} FROM {table} WHERE {name} > ? ORDER BY {name} LIMIT 1"  # noqa: S608  our own words
        feed = b""
        while row := self._db.execute(sql, [feed]).fetchone():
            feed = row[0]
            yield feed

    def _last(self, table: str, name: str, feed: bytes) -> int:
        sql = f"SELECT last_seq FROM {table} WHERE {name} = ? ORDER BY first_seq DESC LIMIT 1"  # noqa: S608  our words
        return int(self._db.execute(sql, [feed]).fetchone()[0])

    def _kind(self, feed: bytes) -> tuple[int, bool]:
        epoch, is_network = self._db.execute(
            "SELECT epoch, is_network FROM notices WHERE feed = ? LIMIT 1", [feed]
        ).fetchone()
        return epoch, bool(is_network)
