"""Checks all that the ledger holds, from the signed bytes up: nothing is believed that can be worked out again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Engine, func, select

from ledger.domain.feed import first_head
from ledger.domain.names import device_name
from ledger.server import own as own_room
from ledger.server.database import reading
from ledger.server.finding import text_of
from ledger.server.found import Found
from ledger.server.tables import NETWORK_KIND, batches, blobs, centres, devices, feeds, pieces, sums
from ledger.server.touching import Touch, touches_of
from ledger.server.verify_said import check_said
from ledger.server.verify_slips import check_slips
from ledger.wire.batch import BadBatch, Place, check, read
from ledger.wire.joining import is_vouched
from ledger.wire.sealing import digest

_AT_A_TIME = 20


def verify(engine: Engine) -> Found:
    """Look at one moment of the ledger: batches, sums, slips, rulings, and what the ledger said; changes nothing."""
    found = Found(
        Counter({"centres": 0, "devices": 0, "batches": 0, "facts": 0, "slips": 0, "rulings": 0, "notices": 0})
    )
    touches: list[Touch] = []
    with reading(engine) as connection:
        own = own_room.read(connection)
        every = select(centres).where(centres.c.kind != NETWORK_KIND).order_by(centres.c.added_ms, centres.c.centre)
        for place in connection.execute(every).all():
            found.counts["centres"] += 1
            touches += _check_centre(connection, place, found)
            _check_blobs(connection, place, found)
        check_slips(connection, touches, found)
        check_said(connection, own, found)
    return found


def _check_centre(connection: Connection, place: Any, found: Found) -> list[Touch]:
    """Every feed of a centre and the sums of its batches; gives back what they did to slips."""
    touches: list[Touch] = []
    added: Counter[int] = Counter()
    here = select(devices).where(devices.c.centre == place.centre).order_by(devices.c.added_ms, devices.c.device)
    held = {device.device: device for device in connection.execute(here).all()}
    for device in held.values():
        found.counts["devices"] += 1
        _check_device(held, device, place.name, found)
        touches += _check_feed(connection, device, place.name, added, found)
    kept = connection.execute(select(sums.c["class"], sums.c.minutes).where(sums.c.centre == place.centre)).all()
    for cls in {cls for cls, _ in kept} | set(added):
        noted = sum(minutes for each, minutes in kept if each == cls)
        if noted != added[cls]:
            found.wrong(f"{place.name}: batches of class {cls} come to {added[cls]} minutes, and {noted} are noted.")
    arrivals = batches.c.centre == place.centre, batches.c.arrival % (1 << 32) > place.arrivals
    if connection.execute(select(func.count()).where(*arrivals)).scalar_one():
        found.wrong(f"{place.name}: more batches were numbered than were counted.")
    return touches


def _check_device(held: dict[bytes, Any], device: Any, name: str, found: Found) -> None:
    called = f"{name}, PC {text_of(device.device)}"
    if device_name(device.public_key) != device.device:
        found.wrong(f"{called}: its name is not that of its key.")
    if device.voucher == device.device:
        return  # it founded the centre, by a code
    by = held.get(device.voucher)
    if by is None or not is_vouched(
        device.signature,
        centre=device.centre,
        by=by.public_key,
        public=device.public_key,
        is_successor=device.is_successor,
    ):
        found.wrong(f"{called}: no PC of its centre stands for it.")


def _check_feed(connection: Connection, device: Any, name: str, added: Counter[int], found: Found) -> Iterator[Touch]:
    called = f"{name}, PC {text_of(device.device)}"
    mine = batches.c.centre == device.centre, batches.c.device == device.device
    place = Place(device.centre, device.device, 1, first_head(device.device))
    every = select(batches).where(*mine).order_by(batches.c.last).execution_options(yield_per=_AT_A_TIME)
    for row in connection.execute(every):
        try:
            batch = read(row.raw)
            part = check(batch, place=place, public=device.public_key)
            yield from touches_of(part, centre=device.centre, device=device.device)
        except BadBatch as error:
            found.wrong(f"{called}: the batch from {row.first} to {row.last} is not good: {error}.")
            return
        header = batch.header
        if (row.first, row.last, row.previous, row.head) != (header.first, header.last, header.previous, header.head):
            found.wrong(f"{called}: the batch from {row.first} to {row.last} is noted otherwise than it says.")
        added.update(part.sums)
        place = place.after(header)
        found.counts["batches"] += 1
        found.counts["facts"] += header.last - header.first + 1
    ended = feeds.c.centre == device.centre, feeds.c.device == device.device
    end = connection.execute(select(feeds.c.seq, feeds.c.head).where(*ended)).one_or_none()
    if end is None or (end.seq, end.head) != (place.first - 1, place.previous):
        found.wrong(f"{called}: its batches reach to {place.first - 1}, and another end is noted.")


def _check_blobs(connection: Connection, place: Any, found: Found) -> None:
    for blob in connection.execute(select(blobs).where(blobs.c.centre == place.centre)).all():
        mine = pieces.c.centre == blob.centre, pieces.c.digest == blob.digest
        parts = connection.execute(select(pieces.c.start, pieces.c.part).where(*mine).order_by(pieces.c.start)).all()
        held, whole = 0, b""
        for start, part in parts:
            if start != held:
                found.wrong(f"{place.name}: a part of the blob {blob.digest.hex()} is missing.")
                break
            held, whole = held + len(part), whole + part
        if held != blob.held or (held == blob.size and digest(whole) != blob.digest) or held > blob.size:
            found.wrong(f"{place.name}: the blob {blob.digest.hex()} is not what its name says.")
