"""What facts say about pictures: packs and what lies in them, and which pictures the centre likes."""

from __future__ import annotations

from desktop.store.naming import key_of
from desktop.store.putting import put
from desktop.store.sqlcipher import Database
from ledger.domain.feed import Entry
from ledger.domain.pictures import PackFilled, PackWritten, PictureFact, PictureLiked


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
