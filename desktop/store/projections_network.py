"""What the central ledger's facts say about the network: sets that grow, so that their order never matters."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.store.naming import key_of, number_key
from desktop.store.sqlcipher import Database
from ledger.domain.feed import Entry
from ledger.domain.names import device_name
from ledger.domain.network import DeviceListed, DeviceRevoked, IssuerListed, IssuerRevoked, VenueListed
from ledger.domain.rulings import PurseTaken, SlipTaken
from ledger.wire.keys import issuer_of


def write_network(db: Database, entry: Entry, *, epoch: int) -> None:
    """Let a fact of the ledger about keys, venues, devices, the purse or a slip taken elsewhere be known."""
    name, fact = key_of(entry.name), entry.fact
    match fact:
        case SlipTaken(issuer=issuer, number=number, minutes=minutes, centre=centre, is_issue_seen=is_seen):
            row = [name, issuer, number_key(number), minutes, centre, is_seen, entry.at_ms]
            db.execute("INSERT INTO slips_taken VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        case PurseTaken(giver=giver, last=last, taker=taker):
            db.execute("INSERT INTO purses VALUES (?, ?, ?, ?, ?)", [name, giver, last, taker, entry.at_ms])
        case DeviceListed(public_key=public, by=by, signature=signature, is_successor=is_successor):
            row = [name, device_name(public), public, by, signature, is_successor, entry.at_ms]
            db.execute("INSERT INTO devices VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        case DeviceRevoked(device=device):
            db.execute("INSERT OR IGNORE INTO devices_revoked VALUES (?)", [device])
        case IssuerListed(public_key=public, centre=centre):
            db.execute(
                "INSERT INTO issuers_listed VALUES (?, ?, ?) ON CONFLICT DO UPDATE"
                " SET centre = max(centre, excluded.centre)",
                [issuer_of(public), public, centre],
            )
        case IssuerRevoked(issuer=issuer, good=good):
            stop_issuer(db, issuer, good)
        case VenueListed(number=number, name=venue):
            db.execute(
                "INSERT INTO venues_listed VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name,"
                " epoch = excluded.epoch, fact = excluded.fact WHERE (excluded.epoch, excluded.fact) > (epoch, fact)",
                [number, venue, epoch, name],
            )


def stop_issuer(db: Database, issuer: bytes, good: Iterable[int]) -> None:
    """A key signs no more; of what it signed these numbers are still good, and a worker is asked about any other."""
    db.execute("INSERT OR IGNORE INTO issuers_revoked VALUES (?)", [issuer])
    for number in good:
        db.execute("INSERT OR IGNORE INTO still_good VALUES (?, ?)", [issuer, number_key(number)])
