"""What facts say about pictures: packs and what lies in them, and which pictures the centre likes."""

from __future__ import annotations

from desktop.store.naming import key_of
from desktop.store.putting import put
from desktop.store.sqlcipher import Database
from ledger.domain.feed import Entry
from ledger.domain.pictures import PackFilled, PackWritten, PictureFact, PictureLiked
from ledger.domain.subjects import OfferWritten, TaskWritten, VenueWritten
from ledger.domain.week import ActivityWritten, RoomWritten, VehicleWritten

_THINGS = (TaskWritten, OfferWritten, VenueWritten, ActivityWritten, RoomWritten, VehicleWritten)
_PHOTO = "ph:"
_CHOSEN = (
    "INSERT INTO pictures_chosen (picture, at_ms, seq) VALUES (?, ?, ?) ON CONFLICT (picture) DO UPDATE"
    " SET at_ms = excluded.at_ms, seq = excluded.seq WHERE (excluded.at_ms, excluded.seq) > (at_ms, seq)"
)


def note_chosen(db: Database, entry: Entry) -> None:
    """Remember when a picture was last chosen for a thing, in whatever order the facts come."""
    fact = entry.fact
    if isinstance(fact, _THINGS) and fact.is_kept and fact.picture and not fact.picture.startswith(_PHOTO):
        db.execute(_CHOSEN, [fact.picture, entry.at_ms, entry.name.seq])


def write_picture(db: Database, entry: Entry, fact: PictureFact) -> None:
    """Let a fact about pictures be the last word on what it is about."""
    match fact:
        case PackWritten(pack=pack):
            said = {"name": fact.name, "licence": fact.licence, "attribution": fact.attribution}
            put(db, "packs", {"id": key_of(pack or entry.name), **said, "is_kept": fact.is_kept})
        case PackFilled(pack=pack, index=index, pictures=pictures):
            row = {"fact": key_of(entry.name), "pack": key_of(pack), "found": index, "pictures": pictures}
            put(db, "pack_volumes", row)
        case PictureLiked(picture=picture, is_so=is_so):
            put(db, "pictures_liked", {"picture": picture, "is_so": is_so, "at_ms": entry.at_ms})
