"""Centres, their PCs, and venues: who may come in, who is here, who is no longer heard."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any, Final

from nacl.utils import random as random_bytes
from sqlalchemy import Connection, Engine, delete, func, insert, select

from ledger.domain.bounds import FIRST_VENUE
from ledger.domain.network import NETWORK, VenueListed
from ledger.server import own as own_room
from ledger.server.clock import DAY_MS
from ledger.server.database import reading, writing
from ledger.server.finding import centre_called, locked, text_of
from ledger.server.listing import MOST_DEVICES
from ledger.server.own import Own
from ledger.server.problems import BadInput, NotAllowed
from ledger.server.speaking import say
from ledger.server.tables import (
    CENTRE,
    CENTRE_CODE,
    DEVICE_CODE,
    NETWORK_KIND,
    VENUE_CODE,
    centres,
    codes,
    devices,
    feeds,
    venues,
)
from ledger.wire.joining import SECRET_BYTES, Code, ledger_mark

VALID_DAYS: Final = 7
MOST_NAME: Final = 100
_VENUE_BYTES: Final = 4


@dataclass(frozen=True, slots=True)
class Given:
    """A code that was made; it is shown this once. venue: its number, 0 for a centre's."""

    code: str
    name: str
    until_ms: int
    venue: int = 0


def add_centre(engine: Engine, name: str, *, now_ms: int, valid_days: int = VALID_DAYS) -> Given:
    """A code for the first PC of a new centre; an unused one for the same name dies.

    Raises:
        BadInput: no name. NotAllowed: a centre is called so.
    """
    called = _name(name)
    with writing(engine) as connection:
        here = select(centres.c.centre).where(centres.c.name == called, centres.c.kind == CENTRE)
        if connection.execute(here).first() is not None:
            raise NotAllowed(f"There is a centre called {called}. For another PC of it use `device add`.")
        own = own_room.read(connection)
        return _give(connection, own, {"kind": CENTRE_CODE, "name": called}, now_ms=now_ms, valid_days=valid_days)


def add_device(engine: Engine, centre: str, *, now_ms: int, valid_days: int = VALID_DAYS) -> Given:
    """A code for a further PC of a centre, given by name or id.

    Raises:
        NotFound: no such centre. NotAllowed: a venue has one door, which is one PC; or the code could let nobody in,
        for the centre has as many PCs as it may, or none that could stand for another.
    """
    with writing(engine) as connection:
        found = centre_called(connection, centre)
        if found.kind != CENTRE:
            raise NotAllowed("A venue's door is one PC. For a new one use `venue add` with the venue's name.")
        pcs = connection.execute(select(devices.c.revoked_ms).where(devices.c.centre == found.centre)).scalars().all()
        if len(pcs) >= MOST_DEVICES:
            raise NotAllowed(f"{found.name} has had {MOST_DEVICES} PCs, as many as a centre can have.")
        if None not in pcs:
            raise NotAllowed(
                f"{found.name} has no PC left that could stand for another: its last one was revoked. It can only "
                "begin anew, as a new centre with `centre add` and another name."
            )
        own = own_room.read(connection)
        whose = {"kind": DEVICE_CODE, "name": found.name, "centre": found.centre}
        return _give(connection, own, whose, now_ms=now_ms, valid_days=valid_days)


def add_venue(engine: Engine, name: str, *, now_ms: int, valid_days: int = VALID_DAYS) -> Given:
    """A code for a venue's door; a name that is not on the list yet gets a number and goes to everybody.

    Raises:
        BadInput: no name.
    """
    called = _name(name)
    with writing(engine) as connection:
        own = own_room.read(connection)
        locked(connection, NETWORK)
        number = connection.execute(select(venues.c.number).where(venues.c.name == called)).scalar()
        if number is None:
            number = _new_number(connection)
            connection.execute(insert(venues).values(number=number, name=called))
            say(connection, own, NETWORK, [VenueListed(number, called)], now_ms=now_ms)
        whose = {"kind": VENUE_CODE, "name": called, "venue": number}
        return _give(connection, own, whose, now_ms=now_ms, valid_days=valid_days)


def list_centres(engine: Engine) -> list[dict[str, Any]]:
    """Every centre and door that has enrolled, and every code that waits for its PC; oldest first."""
    with reading(engine) as connection:
        count = select(func.count()).where(devices.c.centre == centres.c.centre, devices.c.revoked_ms.is_(None))
        every = select(centres, count.scalar_subquery().label("pcs")).where(centres.c.kind != NETWORK_KIND)
        rows = connection.execute(every.order_by(centres.c.added_ms, centres.c.centre)).all()
        return [
            {
                "id": text_of(row.centre),
                "name": row.name,
                "kind": row.kind,
                "venue": row.venue,
                "pcs": row.pcs,
                "purse": text_of(row.purse) if row.purse else "",
                "added_ms": row.added_ms,
                "met_ms": row.met_ms,
                "met_epoch": row.met_epoch,
            }
            for row in rows
        ]


def list_codes(engine: Engine, *, now_ms: int) -> list[dict[str, Any]]:
    """Codes that nobody has used yet; the codes themselves are known to nobody here."""
    with reading(engine) as connection:
        epoch = own_room.read(connection).epoch
        good = codes.c.used_ms.is_(None), codes.c.expires_ms > now_ms, codes.c.epoch == epoch
        rows = connection.execute(select(codes).where(*good).order_by(codes.c.made_ms, codes.c.digest)).all()
        return [{"kind": row.kind, "name": row.name, "venue": row.venue, "until_ms": row.expires_ms} for row in rows]


def list_devices(engine: Engine, centre: str | None = None) -> list[dict[str, Any]]:
    """The PCs and doors, of one centre or all.

    Raises:
        NotFound: no such centre.
    """
    with reading(engine) as connection:
        both = devices.join(centres, centres.c.centre == devices.c.centre).join(
            feeds, (feeds.c.centre == devices.c.centre) & (feeds.c.device == devices.c.device)
        )
        every = select(devices, centres.c.name, centres.c.purse, feeds.c.seq).select_from(both)
        if centre is not None:
            every = every.where(devices.c.centre == centre_called(connection, centre).centre)
        rows = connection.execute(every.order_by(devices.c.added_ms, devices.c.device)).all()
        return [
            {
                "id": text_of(row.device),
                "centre": row.name,
                "facts": row.seq,
                "has_purse": row.purse == row.device,
                "is_successor": row.is_successor,
                "added_ms": row.added_ms,
                "met_ms": row.met_ms,
                "revoked_ms": row.revoked_ms,
            }
            for row in rows
        ]


def list_venues(engine: Engine) -> list[dict[str, Any]]:
    """The venues on everybody's list, by name."""
    with reading(engine) as connection:
        doors = select(func.count()).where(centres.c.venue == venues.c.number)
        every = select(venues, doors.scalar_subquery().label("doors")).where(venues.c.name != "")
        rows = connection.execute(every.order_by(venues.c.name, venues.c.number)).all()
        return [{"number": row.number, "name": row.name, "doors": row.doors} for row in rows]


def _give(connection: Connection, own: Own, whose: dict[str, Any], *, now_ms: int, valid_days: int) -> Given:
    code = Code(random_bytes(SECRET_BYTES), ledger_mark(own.public))
    values = {"centre": None, "venue": 0} | whose
    until_ms = now_ms + valid_days * DAY_MS
    if values["kind"] != DEVICE_CODE:  # several PCs may join one centre on one day; a new place has one first PC
        same = codes.c.kind == values["kind"], codes.c.name == values["name"], codes.c.used_ms.is_(None)
        connection.execute(delete(codes).where(*same))
    times = {"epoch": own.epoch, "made_ms": now_ms, "expires_ms": until_ms, "used_ms": None, "used_by": None}
    connection.execute(insert(codes).values(digest=code.digest, **values, **times))
    return Given(code.text, values["name"], until_ms, values["venue"])


def _name(typed: str) -> str:
    name = unicodedata.normalize("NFC", " ".join(typed.split()))
    if not name or len(name) > MOST_NAME or not name.isprintable():
        raise BadInput(f"A name has 1 to {MOST_NAME} letters.")
    return name


def _new_number(connection: Connection) -> int:
    """A number no place has; by chance, so that one given after a lost backup is not given again."""
    while True:
        number = int.from_bytes(random_bytes(_VENUE_BYTES), "big")
        taken = select(venues.c.number).where(venues.c.number == number)
        if number >= FIRST_VENUE and connection.execute(taken).first() is None:
            return number
