"""Taking batches: each is held as a whole or refused as a whole, and the others of the request go on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, select

from ledger.server import forks
from ledger.server.meeting import Feed, Meeting
from ledger.server.tables import batches, sums
from ledger.server.touching import Touch, touches_of
from ledger.server.upserts import Upsert
from ledger.server.writes import Write
from ledger.wire.answering import Accepted, Refused
from ledger.wire.asking import HEAD_MARK_BYTES, Mark, Short, lengthen
from ledger.wire.batch import BadBatch, Batch, Place, Refusal, check, read
from ledger.wire.open_part import OpenPart
from ledger.wire.packs import check_pack

EPOCH_SHIFT = 32
"""An arrival is the epoch, and below it the centre's count of batches."""

_OF_FEED = (batches.c.centre == bindparam("centre"), batches.c.device == bindparam("device"))
_FROM = (
    select(batches.c.first, batches.c.last, batches.c.arrival, batches.c.head)
    .where(*_OF_FEED, batches.c.last >= bindparam("place"))
    .order_by(batches.c.last)
    .limit(1)
)
_COVERED = (
    select(batches.c.last, batches.c.arrival, batches.c.raw)
    .where(*_OF_FEED, batches.c.last >= bindparam("first"), batches.c.last <= bindparam("end"))
    .order_by(batches.c.last)
)
_BETWEEN = select(func.count()).where(
    batches.c.centre == bindparam("centre"), batches.c.arrival.between(bindparam("least"), bindparam("most"))
)
_KEEP = Write(insert(batches))
_DROP = delete(batches).where(*_OF_FEED, batches.c.last == bindparam("end"))
_ADD = Upsert(sums, lambda new: {"minutes": sums.c.minutes + new.minutes})


@dataclass(slots=True)
class Taking:
    """The batches of one request on their way in; `keep` writes them. new, facts: how many were not held."""

    meeting: Meeting
    accepted: list[Accepted] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    touches: list[Touch] = field(default_factory=list)
    new: int = 0
    facts: int = 0
    _rows: list[dict[str, Any]] = field(default_factory=list)
    _sums: dict[int, int] = field(default_factory=dict)

    def own(self, shorts: Iterable[Short]) -> None:
        """The sender's own batches, in order."""
        feed = self.meeting.sender
        for short in shorts:
            try:
                arrival = self._take(feed, self._lengthened(feed, short))
                self.accepted.append(Accepted(b"", short.first, arrival))
            except BadBatch as error:
                self.refused.append(Refused(b"", short.first, error.reason))

    def offered(self, raws: Iterable[bytes]) -> None:
        """Batches of the centre's devices as a sibling received them, or as the device itself once sent them."""
        for raw in raws:
            device, first = b"", 0
            try:
                batch = read(raw)
                device, first = batch.header.device, batch.header.first
                self.accepted.append(Accepted(device, first, self._take_offered(self._feed_of(batch), batch)))
            except BadBatch as error:
                self.refused.append(Refused(device, first, error.reason))

    def keep(self) -> None:
        """Write all that was taken."""
        self._write()
        rows = [{"centre": self.meeting.centre, "class": cls, "minutes": added} for cls, added in self._sums.items()]
        _ADD.run(self.meeting.connection, sorted(rows, key=lambda row: row["class"]))

    def _take_offered(self, feed: Feed, batch: Batch) -> int:
        try:
            return self._take(feed, batch)
        except BadBatch as error:
            if error.reason is Refusal.NOT_NEXT:
                forks.put_by(self.meeting, feed, batch)
            raise

    def _feed_of(self, batch: Batch) -> Feed:
        feed = self.meeting.partition.feeds.get(batch.header.device)
        if feed is None or batch.header.centre != self.meeting.centre:
            raise BadBatch(Refusal.FOREIGN, "of another centre or device")
        return feed

    def _take(self, feed: Feed, batch: Batch) -> int:
        """Where the batch stands in the centre's order, held now or before."""
        header = batch.header
        if header.first == feed.seq + 1:
            place = Place(self.meeting.centre, feed.device, header.first, feed.head)
            part = check(batch, place=place, public=feed.public)
            return self._add(feed, batch, part, self._touches(feed, part))
        if header.first > feed.seq:
            raise BadBatch(Refusal.NOT_NEXT, f"it starts at {header.first}, and {feed.seq + 1} comes next")
        self._write()
        held = self._held_from(feed, header.first)
        if (held.first, held.last, held.head) == (header.first, header.last, header.head):
            return int(held.arrival)
        if header.last <= held.last:
            # Whether a pack tells the same inside cannot be proved here; a copy of this device may have gone on.
            raise BadBatch(Refusal.NOT_NEXT, "other facts are held here, or the same in a longer batch")
        return self._replace(feed, batch)

    def _lengthened(self, feed: Feed, short: Short) -> Batch:
        previous = feed.head
        if short.first <= feed.seq:
            self._write()
            held = self._held_from(feed, short.first)
            if held.first == short.first:
                previous = self._covered(feed, held.last, held.last)[0][1].header.previous
        batch = lengthen(short, centre=self.meeting.centre, device=feed.device, previous=previous)
        return read(bytes(batch))

    def _touches(self, feed: Feed, part: OpenPart) -> list[Touch]:
        return touches_of(part, centre=self.meeting.centre, device=feed.device)

    def _add(self, feed: Feed, batch: Batch, part: OpenPart, touches: list[Touch], *, arrival: int = 0) -> int:
        """Hold a proved batch; nothing can be wrong with it any more. arrival: 0 for the next."""
        header, partition = batch.header, self.meeting.partition
        if not arrival:
            partition.arrivals += 1
            arrival = (self.meeting.own.epoch << EPOCH_SHIFT) + partition.arrivals
        for cls, minutes in part.sums.items():
            self._sums[cls] = self._sums.get(cls, 0) + minutes
        self.touches += touches
        self.new += 1
        self.facts += max(header.last - feed.seq, 0)
        self._rows.append(
            {
                "centre": header.centre,
                "device": header.device,
                "last": header.last,
                "first": header.first,
                "arrival": arrival,
                "previous": header.previous,
                "head": header.head,
                "raw": bytes(batch),
            }
        )
        if header.last > feed.seq:
            feed.seq, feed.head, feed.has_grown = header.last, header.head, True
        return arrival

    def _replace(self, feed: Feed, pack: Batch) -> int:
        """Put a pack in the place of the batches it covers: it stands where the last of them stood."""
        header = pack.header
        held = self._covered(feed, header.first, header.last)
        if held and held[-1][1].header.last not in (header.last, feed.seq):
            raise BadBatch(Refusal.NOT_NEXT, "it ends within a batch, or another copy of this device wrote it")
        part = check_pack(pack, held=[small for _, small in held], public=feed.public)
        if header.last > feed.seq:
            self._check_goes_on(feed, held[-1][0])
        touches = self._touches(feed, part)
        arrivals = [arrival for arrival, _ in held]
        self._check_alone(min(arrivals), max(arrivals), len(held))
        which = {"centre": self.meeting.centre, "device": feed.device}
        self.meeting.connection.execute(_DROP, [which | {"end": small.header.last} for _, small in held])
        return self._add(feed, pack, part, touches, arrival=max(arrivals))

    def _check_goes_on(self, feed: Feed, arrival: int) -> None:
        # Heads inside a pack cannot be proved here. Only a ledger that was put back may hold but a part of what an
        # honest pack covers, and only who knows how far it is held has compared the head there.
        request, epoch = self.meeting.request, self.meeting.own.epoch
        is_own = feed is self.meeting.sender and request.own == feed.seq
        is_compared = is_own or Mark(feed.device, feed.head[:HEAD_MARK_BYTES]) in request.marks
        if arrival >> EPOCH_SHIFT == epoch or not is_compared:
            raise BadBatch(Refusal.NOT_NEXT, f"it goes beyond {feed.seq}, and may tell other facts before that")

    def _check_alone(self, least: int, most: int, count: int) -> None:
        # With another device's batch between them, a PC that holds the small ones and one that gets the pack would
        # put the same facts in another order.
        among = {"centre": self.meeting.centre, "least": least, "most": most}
        if self.meeting.connection.execute(_BETWEEN, among).scalar_one() != count:
            raise BadBatch(Refusal.NOT_NEXT, "batches of another device stand between those it replaces")

    def _held_from(self, feed: Feed, place: int) -> Row[int, int, int, bytes]:
        which = {"centre": self.meeting.centre, "device": feed.device, "place": place}
        return self.meeting.connection.execute(_FROM, which).one()

    def _covered(self, feed: Feed, first: int, end: int) -> Sequence[tuple[int, Batch]]:
        which = {"centre": self.meeting.centre, "device": feed.device, "first": first, "end": end}
        return [(row.arrival, read(row.raw)) for row in self.meeting.connection.execute(_COVERED, which)]

    def _write(self) -> None:
        _KEEP.run(self.meeting.connection, self._rows)
        self._rows = []
