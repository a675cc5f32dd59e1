"""The tables: made from schema.sql, and the projections among them dropped and made again from projections.sql."""

from __future__ import annotations

from pathlib import Path

from desktop.store.sqlcipher import Database

PROJECTIONS = (
    "access",
    "activities",
    "agreements",
    "answers",
    "attendance",
    "balances",
    "cards",
    "centre",
    "choices",
    "days",
    "devices",
    "devices_revoked",
    "doors",
    "groups",
    "issuer_keys",
    "issuers_listed",
    "issuers_revoked",
    "items_done",
    "jobs",
    "jobs_given",
    "kept_for_later",
    "members",
    "movements",
    "not_today",
    "offers",
    "pack_volumes",
    "packs",
    "pictures_chosen",
    "pictures_liked",
    "plans",
    "presence",
    "purses",
    "rooms",
    "rulings",
    "said",
    "said_answers",
    "secret_pictures",
    "session_words",
    "settings",
    "settings_text",
    "sheets",
    "slip_events",
    "slips",
    "slips_taken",
    "still_good",
    "supporters",
    "tasks",
    "travel",
    "unknown",
    "unreadable",
    "vehicles",
    "venues",
    "venues_listed",
    "visitors",
    "waiting",
    "weeks_shown",
    "wishes",
    "workers",
)


def create_tables(db: Database) -> None:
    """Make every table in an empty database, inside the open transaction."""
    for statement in (*_statements("schema.sql"), *_statements("projections.sql")):
        db.execute(statement)


def create_projections(db: Database) -> None:
    """Make the projections, empty, inside the open transaction."""
    for statement in _statements("projections.sql"):
        db.execute(statement)


def drop_projections(db: Database) -> None:
    """Drop the projections that are there, inside the open transaction."""
    db.execute("DROP VIEW IF EXISTS history")
    for table in PROJECTIONS:
        db.execute(f"DROP TABLE IF EXISTS {table}")


def _statements(file: str) -> list[str]:
    text = Path(__file__).with_name(file).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("--"))
    return [statement.strip() for statement in "\n".join(lines).split(";") if statement.strip()]
