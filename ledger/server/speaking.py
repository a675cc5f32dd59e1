"""What the ledger itself says: facts of its own feeds, signed and kept as notices."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Row, bindparam, insert, select

from ledger.domain.feed import Entry, first_head
from ledger.domain.names import FactId
from ledger.domain.postings import Fact
from ledger.server.own import Own
from ledger.server.tables import centres, ledger_feeds, notices
from ledger.server.upserts import replacing
from ledger.wire.codec import encode
from ledger.wire.notices import NoticeHeader, cut_notice, entries, ledger_feed, read_notice

_LOCK = select(centres.c.centre).where(centres.c.centre == bindparam("centre")).with_for_update(key_share=True)
_PLACE = select(ledger_feeds.c.seq, ledger_feeds.c.head).where(
    ledger_feeds.c.centre == bindparam("centre"), ledger_feeds.c.epoch == bindparam("epoch")
)
_LATER = (
    select(notices.c.raw)
    .where(notices.c.centre == bindparam("centre"), notices.c.epoch > bindparam("epoch"))
    .order_by(notices.c.epoch, notices.c.last)
)
_KEEP = insert(notices)
_GO_ON = replacing(ledger_feeds)


def say(connection: Connection, own: Own, centre: bytes, facts: Sequence[Fact], *, now_ms: int) -> list[FactId]:
    """Add facts to the ledger's feed of a centre, or of `NETWORK`; returns their names.

    Locks the row of that centre. A request locks its own centre first, then `NETWORK`, then slips.
    """
    if not facts:
        return []
    lock(connection, centre)
    after = last_header(connection, own, centre)
    feed = ledger_feed(own.public, centre=centre, epoch=own.epoch)
    names = [FactId(feed, after.last + at) for at in range(1, len(facts) + 1)]
    raws = [encode(Entry(name, now_ms, fact)) for name, fact in zip(names, facts, strict=True)]
    rows = []
    while raws:
        notice = cut_notice(raws, after=after, seed=own.seed)
        after = notice.header
        rows.append(
            {"centre": centre, "epoch": own.epoch, "first": after.first, "last": after.last, "raw": bytes(notice)}
        )
        del raws[: after.last - after.first + 1]
    go_on(connection, after)
    connection.execute(_KEEP, rows)
    return names


def lock(connection: Connection, centre: bytes) -> None:
    """Keep others out of the ledger's feed of a centre, or of `NETWORK`, until the transaction ends."""
    connection.execute(_LOCK, {"centre": centre}).one()


def said_since(connection: Connection, own: Own, centre: bytes, epoch: int) -> list[Fact]:
    """All that was said to a centre in later epochs than this one."""
    rows = connection.execute(_LATER, {"centre": centre, "epoch": epoch}).all()
    read = [read_notice(row.raw, ledger_public=own.public)[1] for row in rows]
    return [entry.fact for facts in read for entry in entries(facts)]


def last_header(connection: Connection, own: Own, centre: bytes) -> NoticeHeader:
    """What the next notice of this epoch follows."""
    row = place(connection, centre, own.epoch)
    feed = ledger_feed(own.public, centre=centre, epoch=own.epoch)
    last, head = (0, first_head(feed)) if row is None else (row.seq, row.head)
    return NoticeHeader(centre, own.epoch, 0, last, b"", head)


def place(connection: Connection, centre: bytes, epoch: int) -> Row[int, bytes] | None:
    """How far one of the ledger's feeds goes, and its head; None: it has not begun."""
    return connection.execute(_PLACE, {"centre": centre, "epoch": epoch}).one_or_none()


def go_on(connection: Connection, header: NoticeHeader) -> None:
    """One of the ledger's feeds now ends where this notice ends."""
    row = {"centre": header.centre, "epoch": header.epoch, "seq": header.last, "head": header.head}
    _GO_ON.run(connection, [row])
