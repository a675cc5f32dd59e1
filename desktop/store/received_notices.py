"""Notices of the central ledger on their way into the store."""

from __future__ import annotations

from functools import cached_property

from desktop.store.received import Received
from desktop.store.store import Store
from ledger.domain.feed import Entry
from ledger.domain.names import FactId
from ledger.domain.network import NETWORK
from ledger.domain.rulings import Ruled
from ledger.wire.codec import NotAFact, decode
from ledger.wire.notices import BadNotice, Notice, read_notice


class ReceivedNotices(Received):
    """Takes notices in, one after the other.

    rulings: how many came, by outcome in small letters. not_following: feeds of which the ledger has another version.
    """

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.rulings: dict[str, int] = {}
        self.not_following: list[bytes] = []

    def take(self, raw: bytes) -> None:
        """One notice, if it follows what is held; one that is none of this ledger's is told among the problems."""
        try:
            notice, facts = read_notice(raw, ledger_public=self.store.secret("ledger_public"))
        except BadNotice as error:
            self.problems.append(f"A notice of the network cannot be used: {error}.")
            return
        feed, header = facts[0][0].device, notice.header
        held = self.facts.end(feed)
        if header.centre not in (self._centre, NETWORK) or header.first != held.seq + 1:
            return
        if header.previous != held.head:
            self.problems.append("A notice of the network does not follow those that are here.")
            self.not_following.append(feed)
            return
        self._keep(feed, notice, raw)
        for name, body in facts:
            self._take_fact(name, body)

    def _take_fact(self, name: FactId, body: bytes) -> None:
        entry = _read(name, body)
        self.add(name, body, entry)
        if entry is not None and isinstance(entry.fact, Ruled):
            outcome = entry.fact.outcome.name.lower()
            self.rulings[outcome] = self.rulings.get(outcome, 0) + 1

    def _keep(self, feed: bytes, notice: Notice, raw: bytes) -> None:
        header = notice.header
        self.store.db.execute(
            "INSERT INTO notices (feed, first_seq, last_seq, epoch, is_network, raw) VALUES (?, ?, ?, ?, ?, ?)",
            [feed, header.first, header.last, header.epoch, header.centre == NETWORK, raw],
        )

    @cached_property
    def _centre(self) -> bytes:
        return self.store.secret("centre")


def _read(name: FactId, body: bytes) -> Entry | None:
    try:
        return decode(name, body)
    except NotAFact:
        return None
