"""Blobs that were asked for and are not there are noted, so that whoever has one is told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "wanted_blobs",
        sa.Column("centre", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["centre"], ["centres.centre"]),
        sa.PrimaryKeyConstraint("centre", "digest"),
        sqlite_with_rowid=False,
    )
