"""Checks what the ledger itself said: its notices' signatures and chains, and that the tables agree with them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from ledger.domain.feed import Entry, first_head
from ledger.domain.names import FactId, device_name
from ledger.domain.network import DeviceListed, DeviceRevoked, IssuerListed, IssuerRevoked, VenueListed
from ledger.domain.rulings import PurseTaken, Ruled, SlipTaken
from ledger.server.finding import text_of
from ledger.server.found import Found
from ledger.server.inbox import What
from ledger.server.own import Own
from ledger.server.tables import (
    NETWORK_KIND,
    centres,
    devices,
    inbox,
    issuers,
    ledger_feeds,
    notices,
    rulings,
    venues,
)
from ledger.wire.keys import issuer_of
from ledger.wire.notices import BadNotice, entries, ledger_feed, read_notice


def check_said(connection: Connection, own: Own, found: Found) -> None:
    """Every feed of the ledger's own, and whatever follows from it."""
    for place in connection.execute(select(centres).order_by(centres.c.added_ms, centres.c.centre)).all():
        name = "What all follow" if place.kind == NETWORK_KIND else place.name
        said = _said(connection, own, place.centre, name, found)
        if place.kind == NETWORK_KIND:
            _check_network(connection, said, found)
        else:
            _check_centre(connection, place, said, found)
            _check_taken(connection, place, said, own, found)


def _said(connection: Connection, own: Own, centre: bytes, name: str, found: Found) -> list[Entry]:
    said: list[Entry] = []
    ends: dict[int, tuple[int, bytes]] = {}
    every = select(notices).where(notices.c.centre == centre).order_by(notices.c.epoch, notices.c.last)
    for row in connection.execute(every).all():
        found.counts["notices"] += 1
        feed = ledger_feed(own.public, centre=centre, epoch=row.epoch)
        last, head = ends.get(row.epoch, (0, first_head(feed)))
        called = f"{name}: the notice from {row.first} to {row.last} of epoch {row.epoch}"
        try:
            notice, facts = read_notice(row.raw, ledger_public=own.public)
            said += entries(facts)
        except BadNotice as error:
            found.wrong(f"{called} is not good: {error}.")
            return said
        header = notice.header
        noted = centre, row.epoch, row.first, row.last
        if (header.centre, header.epoch, header.first, header.last) != noted:
            found.wrong(f"{called} is noted otherwise than it says.")
        if (header.first, header.previous) != (last + 1, head):
            found.wrong(f"{called} does not follow the one before.")
        ends[row.epoch] = header.last, header.head
    kept = connection.execute(select(ledger_feeds).where(ledger_feeds.c.centre == centre)).all()
    if {row.epoch: (row.seq, row.head) for row in kept if row.seq} != ends:
        found.wrong(f"{name}: the ledger's own feed ends elsewhere than is noted.")
    return said


def _check_network(connection: Connection, said: list[Entry], found: Found) -> None:
    listed: dict[bytes, bytes] = {}
    revoked: set[bytes] = set()
    named: dict[int, str] = {}
    for entry in said:
        match entry.fact:
            case IssuerListed(public_key=key, centre=centre):
                listed[issuer_of(key)] = centre
            case IssuerRevoked(issuer=issuer):
                revoked.add(issuer)
            case VenueListed(number=number, name=name):
                named[number] = name
    for row in connection.execute(select(issuers)).all():
        if listed.get(row.issuer) != row.centre or issuer_of(row.public_key) != row.issuer:
            found.wrong(f"The key {text_of(row.issuer)} is noted, and nobody was told so.")
        if (row.revoked_ms is not None) != (row.issuer in revoked):
            found.wrong(f"The key {text_of(row.issuer)}: whether it is revoked was told otherwise.")
    if {row.number: row.name for row in connection.execute(select(venues)).all()} != named:
        found.wrong("The list of venues is not the one that everybody was told.")


def _check_centre(connection: Connection, place: Any, said: list[Entry], found: Found) -> None:
    ruled: dict[FactId, Ruled] = {}
    told: set[bytes] = set()
    revoked: set[bytes] = set()
    purse: bytes | None = None
    for entry in said:
        match entry.fact:
            case Ruled(fact=fact) as ruling:
                ruled[fact] = ruling
            case DeviceListed(public_key=key):
                told.add(device_name(key))
            case DeviceRevoked(device=gone):
                revoked.add(gone)
            case PurseTaken(taker=taker):
                purse = taker
    if purse is not None and place.purse != purse:
        found.wrong(f"{place.name}: another PC has the purse than the centre was told.")
    for device in connection.execute(select(devices).where(devices.c.centre == place.centre)).all():
        called = f"{place.name}, PC {text_of(device.device)}"
        if device.device not in told:
            found.wrong(f"{called}: it is noted, and the centre was not told.")
        if (device.revoked_ms is not None) != (device.device in revoked):
            found.wrong(f"{called}: whether it is revoked was told otherwise.")
    _check_rulings(connection, place, ruled, found)


def _check_rulings(connection: Connection, place: Any, ruled: dict[FactId, Ruled], found: Found) -> None:
    for row in connection.execute(select(rulings).where(rulings.c.centre == place.centre)).all():
        name = FactId(row.device, row.seq)
        said = ruled.get(name)
        # Of one's own slip no centre is said.
        home = b"" if row.home == place.centre else row.home
        if said is None or (said.outcome, said.why, said.centre) != (row.outcome, row.why, home):
            found.wrong(f"{place.name}: the ruling of fact {name.text} is not the one that was told.")


def _check_taken(connection: Connection, place: Any, said: list[Entry], own: Own, found: Found) -> None:
    """Slips of a centre that were taken elsewhere: each was told, where it is noted to have been."""
    told = {entry.name: entry.fact for entry in said if isinstance(entry.fact, SlipTaken)}
    mine = inbox.c.centre == place.centre, inbox.c.what == What.TAKEN, inbox.c.epoch > 0
    for row in connection.execute(select(inbox).where(*mine)).all():
        where = FactId(ledger_feed(own.public, centre=place.centre, epoch=row.epoch), row.seq)
        fact, about = told.pop(where, None), FactId(row.about_device, row.about_seq)
        if fact is None or (fact.fact, fact.centre, fact.minutes) != (about, row.other, row.minutes):
            found.wrong(f"{place.name}: that fact {about.text} took a slip of it was not told as it is noted.")
