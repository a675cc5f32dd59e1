"""The central ledger's tables of sealed names, photos and texts; `tables` has all others, and these too."""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint, PrimaryKeyConstraint, Table

from ledger.server.columns import a_bytes, a_number, metadata

# Sealed names, photos and texts on their way between the PCs of one centre.
blobs = Table(
    "blobs",
    metadata,
    a_bytes("centre"),
    a_bytes("digest"),
    a_number("size"),
    a_number("held"),
    PrimaryKeyConstraint("centre", "digest"),
    ForeignKeyConstraint(["centre"], ["centres.centre"]),
    sqlite_with_rowid=False,
)
pieces = Table(
    "pieces",
    metadata,
    a_bytes("centre"),
    a_bytes("digest"),
    a_number("start"),
    a_bytes("part"),
    PrimaryKeyConstraint("centre", "digest", "start"),
    ForeignKeyConstraint(["centre", "digest"], ["blobs.centre", "blobs.digest"], ondelete="CASCADE"),
)

# Blobs that a device asked for and that are not here whole, in epochs after the first: whoever has one is told.
wanted_blobs = Table(
    "wanted_blobs",
    metadata,
    a_bytes("centre"),
    a_bytes("digest"),
    PrimaryKeyConstraint("centre", "digest"),
    ForeignKeyConstraint(["centre"], ["centres.centre"]),
    sqlite_with_rowid=False,
)
