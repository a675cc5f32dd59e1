"""What a reply carries back, as far as it has room: notices first, then siblings' batches, then pieces of blobs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, or_, select

from ledger.domain.network import NETWORK
from ledger.server import splits
from ledger.server.meeting import Feed, Meeting
from ledger.server.tables import batches, ledger_feeds, notices
from ledger.server.taking import EPOCH_SHIFT
from ledger.wire.answering import Accepted, Sent
from ledger.wire.asking import ROOM_BYTES, Held, Piece
from ledger.wire.fields import MOST_LISTED

MOST_REARRANGED = MOST_LISTED // 2
"""Rows of these in a reply; the batches of the request itself have the other half."""
MOST_ARRIVAL = 2**63 - 1
_ROW_BYTES = 16
"""More than what a row of a reply takes besides its bytes."""
_OF_SIBLING = (batches.c.centre == bindparam("centre"), batches.c.device == bindparam("device"))
_AFTER = (
    select(batches.c.arrival, batches.c.device, batches.c.last, func.length(batches.c.raw).label("size"))
    .where(*_OF_SIBLING, batches.c.last > bindparam("held"))
    .order_by(batches.c.last)
    .limit(MOST_LISTED)
)
_RAW = select(batches.c.raw).where(*_OF_SIBLING, batches.c.last == bindparam("end"))
_SINCE = (
    select(batches.c.device, batches.c.first, batches.c.arrival)
    .where(batches.c.centre == bindparam("centre"), batches.c.arrival >= bindparam("since"))
    .order_by(batches.c.arrival)
)
_FEEDS = select(ledger_feeds.c.centre, ledger_feeds.c.epoch, ledger_feeds.c.seq).where(
    or_(ledger_feeds.c.centre == bindparam("centre"), ledger_feeds.c.centre == NETWORK)
)
_NOTICES = (
    select(notices.c.raw)
    .where(
        notices.c.centre == bindparam("centre"),
        notices.c.epoch == bindparam("epoch"),
        notices.c.last > bindparam("held"),
    )
    .order_by(notices.c.last)
    .limit(MOST_LISTED)
)


class LedgerFeed(NamedTuple):
    """How far one of the ledger's own feeds goes."""

    centre: bytes
    epoch: int
    seq: int


@dataclass(slots=True)
class Sending:
    """A reply being filled up to `ROOM_BYTES`."""

    meeting: Meeting
    room: int = ROOM_BYTES
    has_more: bool = False
    notices: list[bytes] = field(default_factory=list)
    batches: list[Sent] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    rearranged: list[Accepted] = field(default_factory=list)
    forks: list[bytes] = field(default_factory=list)

    def add_notices(self, feeds: Iterable[LedgerFeed]) -> None:
        """What the device has not seen of the ledger's feeds, the oldest first."""
        seen = {(seen.epoch, seen.is_network): seen.seq for seen in self.meeting.request.seen}
        sender = self.meeting.sender
        for feed in sorted(feeds, key=lambda feed: (feed.epoch, feed.centre)):
            if splits.has_parted(sender.split_network if feed.centre == NETWORK else sender.split, feed.epoch):
                continue  # what comes here would not follow what it holds: it was said anew
            held = seen.get((feed.epoch, feed.centre == NETWORK), 0)
            if held < feed.seq:
                which = {"centre": feed.centre, "epoch": feed.epoch, "held": held}
                found = [row.raw for row in self.meeting.connection.execute(_NOTICES, which)]
                for raw in found:
                    if self._fits(len(raw), self.notices):
                        self.notices.append(raw)
                self.has_more = self.has_more or len(found) == MOST_LISTED

    def add_batches(self) -> None:
        """What siblings sent, and of the device's own feed where it asks for that; in the centre's order."""
        held = {held.feed: held.seq for held in self.meeting.request.siblings}
        behind = [
            (feed, held.get(feed.device, 0))
            for feed in self.meeting.partition.feeds.values()
            if held.get(feed.device, 0) < feed.seq and (feed.device in held or feed is not self.meeting.sender)
        ]
        found = [self._after(feed, seq) for feed, seq in behind]
        # Beyond the end of a list that was cut off, batches of other feeds would overtake those that were not read.
        most = min((rows[-1].arrival for rows in found if len(rows) == MOST_LISTED), default=MOST_ARRIVAL)
        rows = sorted((row.arrival, row.device, row.last, row.size) for rows in found for row in rows)
        for arrival, device, end, size in rows:
            if arrival > most or not self._fits(size, self.batches):
                self.has_more = True
                return
            which = {"centre": self.meeting.centre, "device": device, "end": end}
            self.batches.append(Sent(arrival, self.meeting.connection.execute(_RAW, which).scalar_one()))

    def add_rearranged(self) -> list[Held]:
        """Where batches stand now that the device holds from before this epoch.

        Gives back from where on the device may offer what had no room here: then it is told of those.
        """
        held = {held.feed: held.seq for held in self.meeting.request.siblings}
        since, untold = self.meeting.own.epoch << EPOCH_SHIFT, dict[bytes, int]()
        for row in self.meeting.connection.execute(_SINCE, {"centre": self.meeting.centre, "since": since}):
            if row.first > held.get(row.device, 0):
                continue
            if len(self.rearranged) < MOST_REARRANGED:
                self.room -= _ROW_BYTES + len(row.device)
                self.rearranged.append(Accepted(row.device, row.first, row.arrival))
            else:
                untold[row.device] = min(row.first - 1, untold.get(row.device, row.first - 1))
        return [Held(device, place) for device, place in sorted(untold.items())]

    def add_forks(self, raws: Iterable[bytes]) -> None:
        """Batches of the device's own that contradict what is held."""
        for raw in raws:
            if self._fits(len(raw), self.forks):
                self.forks.append(raw)

    def add_piece(self, piece: Piece) -> bool:
        """Add a piece of a blob, if it has room."""
        if not self._fits(len(piece.part) + len(piece.blob), self.pieces):
            return False
        self.pieces.append(piece)
        return True

    def _after(self, feed: Feed, seq: int) -> Sequence[Any]:
        which = {"centre": self.meeting.centre, "device": feed.device, "held": seq}
        found = self.meeting.connection.execute(_AFTER, which).all()
        self.has_more = self.has_more or len(found) == MOST_LISTED
        return found

    def _fits(self, size: int, among: Sequence[Any]) -> bool:
        """Take room for one more of these; once something had none, nothing after it has."""
        if len(among) >= MOST_LISTED or (self.has_more and self.room <= 0):
            self.has_more = True
            return False
        self.room -= size + _ROW_BYTES
        if self.room < 0:
            self.room, self.has_more = 0, True
            return False
        return True


def ledger_feeds_of(meeting: Meeting) -> list[LedgerFeed]:
    """All feeds of the ledger that the centre follows, of every epoch."""
    rows = meeting.connection.execute(_FEEDS, {"centre": meeting.centre})
    return [LedgerFeed(row.centre, row.epoch, row.seq) for row in rows]
