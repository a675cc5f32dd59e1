"""The feeds on disk: facts as bytes, each bound to the one before by the chain."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields
from typing import NamedTuple

from desktop.problems import NotFound
from desktop.store.sqlcipher import Database
from ledger.domain.accounts import Account, AccountClass, entity_of
from ledger.domain.feed import Entry, first_head
from ledger.domain.names import MOST_SEQ, FactId
from ledger.domain.postings import Fact
from ledger.wire.codec import NotAFact, decode

_NAMED_BY_ACCOUNTS = (AccountClass.MEMBER, AccountClass.OFFER)


class Place(NamedTuple):
    """How far a feed goes: its last place (0 for none yet) and the head there."""

    seq: int
    head: bytes


class StoredFact(NamedTuple):
    """A fact as it stands in its feed."""

    name: FactId
    body: bytes
    head: bytes


class Facts:
    """Every feed on this PC; facts are added, never changed."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def end(self, device: bytes) -> Place:
        """How far a device's feed goes here."""
        row = self._db.execute(
            "SELECT seq, head FROM facts WHERE device = ? ORDER BY seq DESC LIMIT 1", [device]
        ).fetchone()
        return Place(0, first_head(device)) if row is None else Place(*row)

    def head(self, device: bytes, seq: int) -> bytes:
        """The head of a feed after so many facts; empty if there are not so many."""
        if seq == 0:
            return first_head(device)
        row = self._db.execute("SELECT head FROM facts WHERE device = ? AND seq = ?", [device, seq]).fetchone()
        return b"" if row is None else bytes(row[0])

    def add(self, fact: StoredFact) -> None:
        """Write one more fact at the end of its feed."""
        (device, seq), body, head = fact
        self._db.execute("INSERT INTO facts (device, seq, body, head) VALUES (?, ?, ?, ?)", [device, seq, body, head])

    def count(self) -> int:
        """How many facts there are, of all feeds."""
        row = self._db.execute("SELECT count(*) FROM facts").fetchone()
        return int(row[0])

    def all(self) -> Iterator[StoredFact]:
        """Every fact, feed by feed, in order."""
        for device, seq, body, head in self._db.execute(
            "SELECT device, seq, body, head FROM facts ORDER BY device, seq"
        ):
            yield StoredFact(FactId(device, seq), body, head)

    def in_order(self, feeds: Collection[bytes]) -> Iterator[StoredFact]:
        """Every fact of the centre's devices, as they are projected: by arrival, then what the ledger does not hold.

        feeds: the ledger's own, which are left out.
        """
        done: dict[bytes, int] = {}
        order = "SELECT device, last_seq FROM arrivals ORDER BY arrival, device, last_seq"
        arrivals = self._db.execute(order).fetchall()
        for device, last in (*arrivals, *((device, MOST_SEQ) for device in self._devices())):
            if device not in feeds:
                yield from self.of(device, after=done.get(device, 0), up_to=last)
                done[device] = max(last, done.get(device, 0))

    def of(self, device: bytes, *, after: int = 0, up_to: int = MOST_SEQ) -> Iterator[StoredFact]:
        """The facts of one feed, in order."""
        for seq, body, head in self._db.execute(
            "SELECT seq, body, head FROM facts WHERE device = ? AND seq > ? AND seq <= ? ORDER BY seq",
            [device, after, up_to],
        ):
            yield StoredFact(FactId(device, seq), body, head)

    def _devices(self) -> list[bytes]:
        found, device = [], b""
        while row := self._db.execute("SELECT min(device) FROM facts WHERE device > ?", [device]).fetchone():
            if row[0] is None:
                break
            device = bytes(row[0])
            found.append(device)
        return found

    def ledger_feeds(self) -> list[bytes]:
        """The central ledger's own feeds that are here, the oldest epoch first."""
        found = self._db.execute("SELECT feed FROM notices GROUP BY feed ORDER BY min(epoch), feed")
        return [bytes(feed) for (feed,) in found]

    def entry(self, name: FactId) -> Entry:
        """A fact, read.

        Raises:
            NotFound: it is not on this PC.
        """
        body = self.body(name)
        if body is None:
            raise NotFound(f"There is no fact {name.text} on this PC.")
        return decode(name, body)

    def read(self, name: FactId) -> Entry | None:
        """A fact, read; None if it is not here, or cannot be read."""
        body = self.body(name)
        try:
            return None if body is None else decode(name, body)
        except NotAFact:
            return None

    def body(self, name: FactId) -> bytes | None:
        """The bytes of a fact; None if it is not here."""
        row = self._db.execute("SELECT body FROM facts WHERE device = ? AND seq = ?", [*name]).fetchone()
        return None if row is None else bytes(row[0])


def names_in(fact: Fact) -> Iterator[FactId]:
    """Every member, offer, task, fact… that a fact names."""
    for field in fields(fact):
        value = getattr(fact, field.name)
        for part in value if isinstance(value, tuple) and not isinstance(value, FactId) else (value,):
            if isinstance(part, FactId):
                yield part
            elif isinstance(part, tuple):
                yield from _owner(part[0])


def _owner(account: Account) -> Iterator[FactId]:
    if account.cls in _NAMED_BY_ACCOUNTS:
        yield entity_of(account)
