"""A device's feed in two versions: it was copied or set back, and the ledger lost what it held of it.

What is held is the version that came first. A sibling may still have the other, in batches that the device signed.
These count for nothing here: they wait until the device, which alone can, has said their facts again as its successor.
"""

from __future__ import annotations

from sqlalchemy import bindparam, delete, func, select

from ledger.server.meeting import Feed, Meeting
from ledger.server.tables import devices, forks
from ledger.server.upserts import Upsert
from ledger.wire.batch import BadBatch, Batch, Place, check

MOST_FORKS = 64
"""Batches of a second version that wait for one device; a sibling offers the others when these are done."""

_OF_DEVICE = (forks.c.centre == bindparam("centre"), forks.c.device == bindparam("device"))
_HOW_MANY = select(func.count()).where(*_OF_DEVICE)
_FOLLOWS = select(forks.c.first).where(*_OF_DEVICE, forks.c.head == bindparam("head"))
_ALL = select(forks.c.device, forks.c.raw).where(forks.c.centre == bindparam("centre")).order_by(forks.c.first)
_DROP = delete(forks).where(forks.c.centre == bindparam("centre"), forks.c.head == bindparam("head"))
_SUCCESSORS = select(devices.c.device, devices.c.voucher).where(
    devices.c.centre == bindparam("centre"), devices.c.is_successor
)
_KEEP = Upsert(forks)


def put_by(meeting: Meeting, feed: Feed, batch: Batch) -> None:
    """Keep a batch that does not follow what is held, if its device signed it and it is of another version."""
    header, which = batch.header, {"centre": meeting.centre, "device": feed.device}
    try:
        check(batch, place=Place(meeting.centre, feed.device, header.first, header.previous), public=feed.public)
    except BadBatch:
        return  # it was refused already, and is told why; nobody's device says this again
    follows = meeting.connection.execute(_FOLLOWS, which | {"head": header.previous}).one_or_none() is not None
    # Behind the end of what is held it may as well be of this version, its forerunners still to come.
    is_other = follows or header.first <= feed.seq or (header.first == feed.seq + 1 and header.previous != feed.head)
    if is_other and meeting.connection.execute(_HOW_MANY, which).scalar_one() < MOST_FORKS:
        _KEEP.run(meeting.connection, [which | {"head": header.head, "first": header.first, "raw": bytes(batch)}])


def of_sender(meeting: Meeting) -> list[bytes]:
    """What contradicts the feeds that the sender wrote under any of its names, in order."""
    rows = meeting.connection.execute(_ALL, {"centre": meeting.centre}).all()
    names = _names_of(meeting) if rows else set()
    return [row.raw for row in rows if row.device in names]


def hear(meeting: Meeting) -> None:
    """Forget what the sender says is all said again."""
    for head in meeting.request.forks:
        meeting.connection.execute(_DROP, {"centre": meeting.centre, "head": head})


def _names_of(meeting: Meeting) -> set[bytes]:
    """The sender, and each device that it goes on for."""
    rows = meeting.connection.execute(_SUCCESSORS, {"centre": meeting.centre})
    before = {row.device: row.voucher for row in rows}
    names, name = set[bytes](), meeting.request.device
    while name and name not in names:
        names.add(name)
        name = before.get(name, b"")
    return names
