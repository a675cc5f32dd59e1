"""The first tables, as they were then: a later step changes them, never this one."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "centres",
        _bytes("centre"),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        _number("venue"),
        _number("added_ms"),
        _number("met_epoch"),
        _number("met_ms"),
        _number("arrivals"),
        _number("closed"),
        _bytes("purse", is_optional=True),
        sa.PrimaryKeyConstraint("centre"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "codes",
        _bytes("digest"),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        _bytes("centre", is_optional=True),
        _number("venue"),
        _number("epoch"),
        _number("made_ms"),
        _number("expires_ms"),
        _number("used_ms", is_optional=True),
        _bytes("used_by", is_optional=True),
        sa.PrimaryKeyConstraint("digest"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "inbox",
        _bytes("centre"),
        _bytes("about_device"),
        _number("about_seq"),
        sa.Column("what", sa.Integer(), autoincrement=False, nullable=False),
        _bytes("other"),
        _bytes("issuer"),
        _bytes("number"),
        _number("minutes"),
        sa.Column("outcome", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("why", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("is_issue_seen", sa.Boolean(), nullable=False),
        _number("epoch"),
        _number("seq"),
        sa.PrimaryKeyConstraint("centre", "about_device", "about_seq", "what"),
        sqlite_with_rowid=False,
    )
    op.create_index("inbox_waiting", "inbox", ["centre", "epoch"], unique=False)
    op.create_table(
        "issuers",
        _bytes("issuer"),
        _bytes("public_key"),
        _bytes("centre"),
        _bytes("device", is_optional=True),
        _number("revoked_ms", is_optional=True),
        _bytes("good"),
        sa.PrimaryKeyConstraint("issuer"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "own",
        sa.Column("name", sa.Text(), nullable=False),
        _bytes("value"),
        sa.PrimaryKeyConstraint("name"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "slips",
        _bytes("issuer"),
        _bytes("number"),
        _number("minutes"),
        _number("venue"),
        _bytes("print_centre", is_optional=True),
        _bytes("print_device", is_optional=True),
        _number("print_seq", is_optional=True),
        _bytes("claim_centre", is_optional=True),
        _bytes("claim_device", is_optional=True),
        _number("claim_seq", is_optional=True),
        _number("claim_minutes"),
        _number("claim_venue"),
        _number("claim_epoch"),
        sa.PrimaryKeyConstraint("issuer", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "venues",
        _number("number"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "blobs",
        _bytes("centre"),
        _bytes("digest"),
        _number("size"),
        _number("held"),
        sa.ForeignKeyConstraint(
            ["centre"],
            ["centres.centre"],
        ),
        sa.PrimaryKeyConstraint("centre", "digest"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "devices",
        _bytes("centre"),
        _bytes("device"),
        _bytes("public_key"),
        _number("counter"),
        _number("added_ms"),
        _number("met_epoch"),
        _number("met_ms"),
        _number("revoked_ms", is_optional=True),
        _bytes("voucher"),
        _bytes("signature"),
        sa.Column("is_successor", sa.Boolean(), nullable=False),
        _number("split"),
        _number("split_network"),
        sa.ForeignKeyConstraint(
            ["centre"],
            ["centres.centre"],
        ),
        sa.PrimaryKeyConstraint("centre", "device"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ledger_feeds",
        _bytes("centre"),
        _number("epoch"),
        _number("seq"),
        _bytes("head"),
        sa.ForeignKeyConstraint(
            ["centre"],
            ["centres.centre"],
        ),
        sa.PrimaryKeyConstraint("centre", "epoch"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "rulings",
        _bytes("centre"),
        _bytes("device"),
        _number("seq"),
        sa.Column("outcome", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("why", sa.Integer(), autoincrement=False, nullable=False),
        _bytes("home"),
        _bytes("issuer"),
        _bytes("number"),
        _number("minutes"),
        _number("epoch"),
        sa.ForeignKeyConstraint(
            ["centre"],
            ["centres.centre"],
        ),
        sa.PrimaryKeyConstraint("centre", "device", "seq"),
        sqlite_with_rowid=False,
    )
    op.create_index("rulings_by_outcome", "rulings", ["centre", "outcome", "epoch"], unique=False)
    op.create_index("rulings_of_slip", "rulings", ["centre", "issuer", "number"], unique=False)
    op.create_table(
        "sums",
        _bytes("centre"),
        sa.Column("class", sa.Integer(), autoincrement=False, nullable=False),
        _number("minutes"),
        sa.ForeignKeyConstraint(
            ["centre"],
            ["centres.centre"],
        ),
        sa.PrimaryKeyConstraint("centre", "class"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "batches",
        _bytes("centre"),
        _bytes("device"),
        _number("last"),
        _number("first"),
        _number("arrival"),
        _bytes("previous"),
        _bytes("head"),
        _bytes("raw"),
        sa.ForeignKeyConstraint(
            ["centre", "device"],
            ["devices.centre", "devices.device"],
        ),
        sa.PrimaryKeyConstraint("centre", "device", "last"),
    )
    op.create_index("batches_by_arrival", "batches", ["centre", "arrival"], unique=True)
    op.create_table(
        "feeds",
        _bytes("centre"),
        _bytes("device"),
        _number("seq"),
        _bytes("head"),
        sa.ForeignKeyConstraint(
            ["centre", "device"],
            ["devices.centre", "devices.device"],
        ),
        sa.PrimaryKeyConstraint("centre", "device"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "notices",
        _bytes("centre"),
        _number("epoch"),
        _number("last"),
        _number("first"),
        _bytes("raw"),
        sa.ForeignKeyConstraint(
            ["centre", "epoch"],
            ["ledger_feeds.centre", "ledger_feeds.epoch"],
        ),
        sa.PrimaryKeyConstraint("centre", "epoch", "last"),
    )
    op.create_table(
        "pieces",
        _bytes("centre"),
        _bytes("digest"),
        _number("start"),
        _bytes("part"),
        sa.ForeignKeyConstraint(["centre", "digest"], ["blobs.centre", "blobs.digest"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("centre", "digest", "start"),
    )


def _bytes(name: str, *, is_optional: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(), nullable=is_optional)


def _number(name: str, *, is_optional: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=is_optional)
