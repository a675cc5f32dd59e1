"""What facts say about people, tasks, offers, places and settings: the last word on each is its row."""

from __future__ import annotations

from collections.abc import Callable

from desktop.store.naming import key_of, maybe_key
from desktop.store.projections_network import stop_issuer
from desktop.store.projections_pictures import note_chosen, write_picture
from desktop.store.projections_week import write_week
from desktop.store.putting import Row, put, take
from desktop.store.rows_access import AccessRow
from desktop.store.sqlcipher import Database
from ledger.domain.access import AccessWritten
from ledger.domain.feed import Entry
from ledger.domain.knowing import CardSet, KnowingFact, SecretPicturesSet
from ledger.domain.network import DoorOpened, ItemDone
from ledger.domain.pictures import PackFilled, PackWritten, PictureLiked
from ledger.domain.sheets import IssuerStopped
from ledger.domain.subjects import (
    CentreFounded,
    GroupWritten,
    IssuerKeyAdded,
    KeptForLater,
    MemberWritten,
    OfferWritten,
    SettingSet,
    TaskWritten,
    TextSet,
    VenueWritten,
    WorkerWritten,
)
from ledger.wire.keys import issuer_of

TextOf = Callable[[bytes], str]


def write_subject(db: Database, entry: Entry, text_of: TextOf) -> None:
    """Let a fact about somebody or something be the last word on it; text_of: the text of a blob by its digest."""
    fact = entry.fact
    note_chosen(db, entry)
    match fact:
        case MemberWritten():
            put(db, "members", _member(entry, fact, text_of))
        case WorkerWritten():
            put(db, "workers", _worker(entry, fact, text_of))
        case TaskWritten():
            put(db, "tasks", _task(entry, fact))
        case OfferWritten():
            put(db, "offers", _offer(entry, fact))
        case VenueWritten():
            put(db, "venues", _venue(entry, fact))
        case KeptForLater():
            _keep_for_later(db, entry, fact)
        case AccessWritten() | SecretPicturesSet() | CardSet():
            _write_own(db, fact)
        case PackWritten() | PackFilled() | PictureLiked():
            write_picture(db, entry, fact)
        case _:
            if not write_week(db, entry, text_of):
                _write_centre(db, entry)


def _write_own(db: Database, fact: AccessWritten | KnowingFact) -> None:
    """What a member likes, and how they are known."""
    member = key_of(fact.member)
    if isinstance(fact, AccessWritten):
        put(db, "access", {**AccessRow.of(fact)._asdict(), "member": member})
    elif isinstance(fact, SecretPicturesSet):
        put(db, "secret_pictures", {"member": member, "secret": fact.secret})
    else:
        put(db, "cards", {"member": member, "secret": fact.secret, "is_needed": fact.is_needed})


def refresh_texts(db: Database, name: bytes, text: str) -> None:
    """A name arrived after the facts that carry its digest: screens show it now."""
    for table in ("members", "workers"):
        db.execute(f"UPDATE {table} SET name = ? WHERE name_digest = ?", [text, name])  # noqa: S608  our own tables
        db.execute(f"UPDATE {table} SET known_as = ? WHERE known_as_digest = ?", [text, name])  # noqa: S608  the same
    db.execute("UPDATE visitors SET name = ? WHERE name_digest = ?", [text, name])
    db.execute("UPDATE said_answers SET answer = ? WHERE answer_digest = ?", [text, name])
    db.execute("UPDATE travel SET stop = ? WHERE stop_digest = ?", [text, name])


def _write_centre(db: Database, entry: Entry) -> None:
    match entry.fact:
        case CentreFounded(name=name, is_practice=is_practice):
            put(db, "centre", {"device": entry.name.device, "name": name, "is_practice": is_practice})
        case IssuerKeyAdded(public_key=public_key):
            row = {"issuer": issuer_of(public_key), "public_key": public_key, "device": entry.name.device}
            put(db, "issuer_keys", {**row, "since_ms": entry.at_ms})
        case IssuerStopped(issuer=issuer, good=good):
            stop_issuer(db, issuer, good)
        case DoorOpened(name=name, number=number):
            put(db, "centre", {"device": entry.name.device, "name": name, "is_practice": 0})
            put(db, "doors", {"device": entry.name.device, "name": name, "number": number})
        case ItemDone(about=about):
            put(db, "items_done", {"fact": key_of(entry.name), "about": key_of(about)})
        case SettingSet(setting=setting, value=value):
            put(db, "settings", {"setting": setting, "value": value})
        case TextSet(setting=setting, text=text):
            put(db, "settings_text", {"setting": setting, "value": text})
        case GroupWritten(group=group, picture=picture, label=label):
            put(db, "groups", {"number": group, "picture": picture, "label": label})


def _keep_for_later(db: Database, entry: Entry, fact: KeptForLater) -> None:
    this = {"member": key_of(fact.member), "offer": key_of(fact.offer)}
    if fact.is_kept:
        put(db, "kept_for_later", {**this, "fact": key_of(entry.name)})
    else:
        take(db, "kept_for_later", this)


def _member(entry: Entry, fact: MemberWritten, text_of: TextOf) -> Row:
    return {
        "id": key_of(fact.member or entry.name),
        "name": text_of(fact.name),
        "known_as": text_of(fact.known_as),
        "picture": fact.picture,
        "photo": fact.photo,
        "group_number": fact.group,
        "place": fact.place,
        "shows_name": fact.shows_name,
        "shows_picture": fact.shows_picture,
        "named_worker": maybe_key(fact.named_worker),
        "is_paused": fact.is_paused,
        "name_digest": fact.name,
        "known_as_digest": fact.known_as,
    }


def _worker(entry: Entry, fact: WorkerWritten, text_of: TextOf) -> Row:
    return {
        "id": key_of(fact.worker or entry.name),
        "name": text_of(fact.name),
        "known_as": text_of(fact.known_as),
        "picture": fact.picture,
        "photo": fact.photo,
        "is_driver": fact.is_driver,
        "is_kept": fact.is_kept,
        "name_digest": fact.name,
        "known_as_digest": fact.known_as,
    }


def _task(entry: Entry, fact: TaskWritten) -> Row:
    return {
        "id": key_of(fact.task or entry.name),
        "label": fact.label,
        "picture": fact.picture,
        "photo": fact.photo,
        "usual_minutes": fact.usual_minutes,
        "for_what": fact.for_what,
        "is_kept": fact.is_kept,
    }


def _offer(entry: Entry, fact: OfferWritten) -> Row:
    return {
        "id": key_of(fact.offer or entry.name),
        "label": fact.label,
        "picture": fact.picture,
        "minutes": fact.minutes,
        "photo": fact.photo,
        "venue": maybe_key(fact.venue),
        "place": fact.place,
        "getting_there": fact.getting_there,
        "companion": fact.companion,
        "is_open_to_all": fact.is_open_to_all,
        "is_step_free": fact.is_step_free,
        "is_quiet": fact.is_quiet,
        "is_kept": fact.is_kept,
    }


def _venue(entry: Entry, fact: VenueWritten) -> Row:
    return {
        "id": key_of(fact.venue or entry.name),
        "name": fact.name,
        "number": fact.number,
        "picture": fact.picture,
        "is_kept": fact.is_kept,
    }
