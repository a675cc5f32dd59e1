"""What the ledger said in its own feeds, read back."""

from __future__ import annotations

from sqlalchemy import Connection, select

from ledger.domain.feed import Entry
from ledger.server import own as own_room
from ledger.server.tables import notices
from ledger.wire.notices import entries, read_notice


def facts_said(connection: Connection, centre: bytes) -> list[Entry]:
    """Every fact in the ledger's feeds for one centre, or `NETWORK`, oldest first.

    Raises:
        BadNotice: what is held is damaged.
    """
    public = own_room.read(connection).public
    mine = select(notices.c.raw).where(notices.c.centre == centre).order_by(notices.c.epoch, notices.c.last)
    found: list[Entry] = []
    for raw in connection.execute(mine).scalars():
        found += entries(read_notice(raw, ledger_public=public)[1])
    return found
