"""Sealed blobs of other PCs: which facts name them, what of them is here, and what happens when one is whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any, get_type_hints

from desktop.store.blobs import Blobs
from desktop.store.projections_subjects import refresh_texts
from desktop.store.sqlcipher import Database
from desktop.store.store import Store
from ledger.domain.bounds import DigestOrNone
from ledger.domain.names import NO_DIGEST
from ledger.domain.postings import Fact
from ledger.wire.asking import Piece, Want
from ledger.wire.sealing import digest

MOST_BLOB_BYTES = 16 * 2**20
"""Far beyond any photo that the app keeps."""


def want_blobs(db: Database, fact: Fact) -> None:
    """Ask for the blobs a fact names and that are not here."""
    for name in _digests_in(fact):
        if db.execute("SELECT 1 FROM blobs WHERE digest = ?", [name]).fetchone() is None:
            db.execute("INSERT OR IGNORE INTO wanted_blobs (digest, held) VALUES (?, 0)", [name])


def wanted(store: Store, most: int) -> list[Want]:
    """Blobs that are not here whole, begun ones first; offset: how much of one is here."""
    rows = store.db.execute("SELECT digest, held FROM wanted_blobs ORDER BY held = 0, digest LIMIT ?", [most])
    return [Want(*row) for row in rows]


def take_piece(store: Store, piece: Piece) -> None:
    """Keep the next part of a blob that is wanted, inside the open transaction; any other part is passed over."""
    row = store.db.execute("SELECT held FROM wanted_blobs WHERE digest = ?", [piece.blob]).fetchone()
    if row is None or row[0] != piece.offset or not piece.part or piece.size > MOST_BLOB_BYTES:
        return
    held = piece.offset + len(piece.part)
    store.db.execute(
        "INSERT INTO blob_pieces (digest, start, part) VALUES (?, ?, ?)", [piece.blob, piece.offset, piece.part]
    )
    store.db.execute("UPDATE wanted_blobs SET held = ? WHERE digest = ?", [held, piece.blob])
    if held == piece.size:
        _keep_whole(store, piece.blob)


def _keep_whole(store: Store, name: bytes) -> None:
    parts = store.db.execute("SELECT part FROM blob_pieces WHERE digest = ? ORDER BY start", [name])
    sealed = b"".join(part for (part,) in parts)
    if digest(sealed) != name:  # what was fetched is something else: it is fetched again from its start
        store.db.execute("DELETE FROM blob_pieces WHERE digest = ?", [name])
        store.db.execute("UPDATE wanted_blobs SET held = 0 WHERE digest = ?", [name])
        return
    store.db.execute("INSERT OR IGNORE INTO blobs (digest, sealed) VALUES (?, ?)", [name, sealed])
    store.db.execute("DELETE FROM wanted_blobs WHERE digest = ?", [name])
    refresh_texts(store.db, name, Blobs(store.db, store.secret("centre_key")).text(name))


def _digests_in(fact: Fact) -> Iterator[bytes]:
    for field in _digest_fields(type(fact)):  # type: ignore[arg-type]  # mypy takes a union of classes for no key
        name = getattr(fact, field)
        if name != NO_DIGEST:
            yield name


@cache
def _digest_fields(cls: type[Any]) -> tuple[str, ...]:
    hints = get_type_hints(cls, include_extras=True)
    return tuple(field.name for field in fields(cls) if hints[field.name] == DigestOrNone)
