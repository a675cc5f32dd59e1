"""One device meets the ledger: who it is, what its centre's partition holds, and the lock that keeps others out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from ledger.domain.names import FactId
from ledger.domain.postings import Fact
from ledger.server.own import Own
from ledger.server.tables import CENTRE, centres, devices, feeds
from ledger.server.writes import Write
from ledger.wire.asking import Request

_CENTRE = select(centres).where(centres.c.centre == bindparam("centre")).with_for_update(key_share=True)
_DEVICES = (
    select(
        devices.c.device,
        devices.c.public_key,
        devices.c.counter,
        devices.c.met_epoch,
        devices.c.revoked_ms,
        devices.c.split,
        devices.c.split_network,
        feeds.c.seq,
        feeds.c.head,
    )
    .join(feeds, (feeds.c.centre == devices.c.centre) & (feeds.c.device == devices.c.device))
    .where(devices.c.centre == bindparam("centre"))
)
_SAVE_CENTRE = Write(
    update(centres)
    .where(centres.c.centre == bindparam("which"))
    .values({name: bindparam(name) for name in ("met_epoch", "met_ms", "arrivals", "closed", "purse")})
)
_SAVE_DEVICE = Write(
    update(devices)
    .where(devices.c.centre == bindparam("which"), devices.c.device == bindparam("who"))
    .values({name: bindparam(name) for name in ("counter", "met_epoch", "met_ms", "split", "split_network")})
)
_SAVE_FEED = Write(
    update(feeds)
    .where(feeds.c.centre == bindparam("which"), feeds.c.device == bindparam("who"))
    .values(seq=bindparam("seq"), head=bindparam("head"))
)


@dataclass(slots=True)
class Feed:
    """A device of the centre, and how far its feed is held; see `tables`. has_grown: in this request."""

    device: bytes
    public: bytes
    counter: int
    met_epoch: int
    is_revoked: bool
    seq: int
    head: bytes
    split: int = 0
    split_network: int = 0
    has_grown: bool = False


@dataclass(slots=True)
class Partition:
    """A centre's own row, locked until the transaction ends; see `tables.centres`."""

    centre: bytes
    kind: str
    met_epoch: int
    arrivals: int
    closed: int
    purse: bytes | None
    feeds: dict[bytes, Feed]

    @property
    def is_centre(self) -> bool:
        """Whether it has members, printed slips and several PCs; a door has none of them."""
        return self.kind == CENTRE


@dataclass(slots=True)
class Meeting:
    """What the taking of one request shares.

    said: facts that go into the centre's own feed at the end. taken: where among them a slip is told as taken, and the
    row of the inbox that waits for its name. returned: up to which place each of the ledger's feeds, by epoch and
    centre, came back with this request. has_mail: something was left for this very centre. is_returning: the
    device has yet to give back what the ledger once told the centre. rulings: how many were said, by outcome.
    """

    connection: Connection
    own: Own
    partition: Partition
    request: Request
    now_ms: int
    said: list[Fact] = field(default_factory=list)
    taken: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    returned: dict[tuple[int, bytes], int] = field(default_factory=dict)
    has_mail: bool = False
    is_returning: bool = False
    rulings: dict[str, int] = field(default_factory=dict)

    @property
    def centre(self) -> bytes:
        """The centre whose device asks."""
        return self.partition.centre

    @property
    def sender(self) -> Feed:
        """The device that asks."""
        return self.partition.feeds[self.request.device]

    def is_own_fact(self, name: FactId) -> bool:
        """Whether a fact is of a device of this centre."""
        return name.device in self.partition.feeds


def lock(connection: Connection, centre: bytes) -> Partition | None:
    """Keep everybody else out of a centre's partition until the transaction ends; None: there is no such centre."""
    row = connection.execute(_CENTRE, {"centre": centre}).one_or_none()
    if row is None:
        return None
    held = {
        each.device: Feed(
            each.device,
            each.public_key,
            each.counter,
            each.met_epoch,
            each.revoked_ms is not None,
            each.seq,
            each.head,
            each.split,
            each.split_network,
        )
        for each in connection.execute(_DEVICES, {"centre": centre})
    }
    return Partition(centre, row.kind, row.met_epoch, row.arrivals, row.closed, row.purse, held)


def save(meeting: Meeting) -> None:
    """Write what the meeting changed of the centre's row, its devices and its feeds."""
    partition, sender = meeting.partition, meeting.sender
    which: dict[str, Any] = {"which": partition.centre}
    kept = {name: getattr(partition, name) for name in ("met_epoch", "arrivals", "closed", "purse")}
    _SAVE_CENTRE.run(meeting.connection, [which | kept | {"met_ms": meeting.now_ms}])
    met = {name: getattr(sender, name) for name in ("counter", "met_epoch", "split", "split_network")}
    _SAVE_DEVICE.run(meeting.connection, [which | met | {"who": sender.device, "met_ms": meeting.now_ms}])
    grown = [feed for feed in partition.feeds.values() if feed.has_grown]
    rows = [which | {"who": feed.device, "seq": feed.seq, "head": feed.head} for feed in grown]
    _SAVE_FEED.run(meeting.connection, rows)
