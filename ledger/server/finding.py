"""Centres and PCs as an operator names them: by what they are called, or by the letters that `list` shows."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from ledger.domain.names import FactId
from ledger.server.problems import NotAllowed, NotFound
from ledger.server.tables import NETWORK_KIND, centres, devices


def text_of(name: bytes) -> str:
    """The 26 letters of a device's 16 bytes, as in the names of its facts."""
    return FactId(name, 1).text.partition("-")[0]


def from_text(typed: str) -> bytes | None:
    """The 16 bytes again; None: it is no such text."""
    try:
        return FactId.from_text(f"{typed.strip()}-1").device
    except ValueError:
        return None


def centre_called(connection: Connection, typed: str) -> Any:
    """The row of a centre or door.

    Raises:
        NotFound: there is none. NotAllowed: several are called so.
    """
    every = select(centres).where(centres.c.kind != NETWORK_KIND)
    # What cannot be a name may be more than a database takes as text.
    named = connection.execute(every.where(centres.c.name == typed.strip())).all() if typed.isprintable() else []
    if len(named) > 1:
        raise NotAllowed(f"Several are called {typed.strip()}. Give the id that `centre list` shows.")
    found = named[0] if named else connection.execute(every.where(centres.c.centre == from_text(typed))).one_or_none()
    if found is None:
        raise NotFound("There is no such centre or venue. `centre list` shows all that have enrolled.")
    return found


def device_called(connection: Connection, typed: str) -> Any:
    """The row of a PC or door. Raises NotFound: there is none."""
    found = connection.execute(select(devices).where(devices.c.device == from_text(typed))).one_or_none()
    if found is None:
        raise NotFound("There is no such PC. `device list` shows all.")
    return found


def locked(connection: Connection, centre: bytes) -> Any:
    """The row of a centre, a door or `NETWORK`, which nobody else changes until the transaction ends.

    As everywhere: one's own centre first, then `NETWORK`.
    """
    # Rows of other tables may still point to it meanwhile.
    mine = select(centres).where(centres.c.centre == centre)
    return connection.execute(mine.with_for_update(key_share=True)).one()
