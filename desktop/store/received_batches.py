"""Batches of the centre's other PCs on their way into the store."""

from __future__ import annotations

from functools import cached_property

from desktop.store.arriving import comes_last, keep_arrival
from desktop.store.doubts import Doubt, Doubts
from desktop.store.independence import is_order_told
from desktop.store.naming import key_of
from desktop.store.received import Received
from desktop.store.received_blobs import want_blobs
from desktop.store.trust import trusted
from ledger.domain.feed import Entry
from ledger.domain.names import FactId
from ledger.wire import batch
from ledger.wire.answering import Sent
from ledger.wire.batch import BadBatch, Batch, Place, Refusal, Unreadable
from ledger.wire.codec import encode

_WORTH_A_LOOK = (Refusal.NOT_SIGNED, Refusal.CHANGED, Refusal.WRONG_SUMS, Refusal.NOT_OURS, Refusal.CONTRADICTS)


class ReceivedBatches(Received):
    """Takes batches in, one after the other, inside the open transaction."""

    def take(self, sent: Sent) -> None:
        """One batch, or what is new in it; one of which nothing may be used is told among the problems."""
        try:
            made = batch.read(sent.raw)
        except BadBatch as error:
            self.problems.append(f"A batch of another PC cannot be read: {error}.")
            return
        header = made.header
        try:
            self._take(made, sent)
        except BadBatch as error:
            self.problems.append(f"The batch {FactId(header.device, header.first).text} was not taken: {error}.")
            if error.reason in _WORTH_A_LOOK:
                self._note("bad_batch", FactId(header.device, header.first))

    def _take(self, made: Batch, sent: Sent) -> None:
        header, held = made.header, self.facts.end(made.header.device)
        public = self._trusted.get(header.device)
        if public is None or header.device == self.store.device:
            raise BadBatch(Refusal.FOREIGN, "it is of no other PC that this one knows")
        if header.first > held.seq + 1:
            raise BadBatch(Refusal.NOT_NEXT, f"{held.seq + 1} comes next")
        previous = self.facts.head(header.device, header.first - 1)
        if header.previous != previous or self._is_another(header):
            self._doubt(FactId(header.device, header.first))
            raise BadBatch(Refusal.NOT_NEXT, "its facts are others than those that are here")
        place = Place(self._centre, header.device, header.first, previous)
        batch.check(made, place=place, public=public)
        if header.last > held.seq:
            self._add(made, after=held.seq, arrival=sent.arrival)
        self._keep(made, sent)

    def _is_another(self, header: batch.Header) -> bool:
        """Whether the facts here, as far as both go, lead to another head."""
        return self.facts.end(header.device).seq >= header.last and (
            self.facts.head(header.device, header.last) != header.head
        )

    def _add(self, made: Batch, *, after: int, arrival: int) -> None:
        header = made.header
        opened = batch.open_facts(made, centre_key=self.store.secret("centre_key"))
        bodies = [(fact, fact.raw if isinstance(fact, Unreadable) else encode(fact)) for fact in opened]
        for fact, body in bodies[: max(0, after - header.first + 1)]:
            if self.facts.body(fact.name) != body:
                self._doubt(fact.name)
                raise BadBatch(Refusal.NOT_NEXT, f"the fact {fact.name.text} is another than the one that is here")
        new = [fact for fact, _ in bodies if isinstance(fact, Entry)]
        self.is_rebuild_due = self.is_rebuild_due or not self._is_order_told(new, header.device, arrival)
        for fact, body in bodies[max(0, after - header.first + 1) :]:
            self._add_fact(fact, body)

    def _is_order_told(self, new: list[Entry], device: bytes, arrival: int) -> bool:
        db, own = self.store.db, self.store.device
        return comes_last(db, device, arrival, own=own) or is_order_told(db, new, arrival, own=own, device=device)

    def _add_fact(self, fact: Entry | Unreadable, body: bytes) -> None:
        self.add(fact.name, body, fact if isinstance(fact, Entry) else None)
        if isinstance(fact, Entry):
            want_blobs(self.store.db, fact.fact)

    def _keep(self, made: Batch, sent: Sent) -> None:
        """Keep the batch word for word; a pack in the place of the batches it covers."""
        header, db = made.header, self.store.db
        covered = "SELECT 1 FROM batches WHERE device = ? AND first_seq <= ? AND last_seq >= ?"
        if db.execute(covered, [header.device, header.first, header.last]).fetchone() is None:
            db.execute(
                "DELETE FROM batches WHERE device = ? AND first_seq >= ? AND last_seq <= ?",
                [header.device, header.first, header.last],
            )
            db.execute(
                "INSERT INTO batches (device, first_seq, last_seq, head, raw, arrival) VALUES (?, ?, ?, ?, ?, ?)",
                [header.device, header.first, header.last, header.head, bytes(made), sent.arrival],
            )
        keep_arrival(db, header.device, header.last, sent.arrival)

    def _doubt(self, name: FactId) -> None:
        """The ledger has another version of a feed: all of it is fetched, and compared."""
        self._note("forked", name)
        Doubts(self.store).keep(name.device, Doubt(is_other=True))

    def _note(self, kind: str, about: FactId) -> None:
        self.store.db.execute(
            "INSERT OR IGNORE INTO troubles (about, kind, at_ms) VALUES (?, ?, ?)",
            [key_of(about), kind, self.store.clock.now_ms()],
        )

    @cached_property
    def _trusted(self) -> dict[bytes, bytes]:
        return trusted(self.store)

    @cached_property
    def _centre(self) -> bytes:
        return self.store.secret("centre")
