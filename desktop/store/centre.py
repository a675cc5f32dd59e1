"""What the centre is and which rules it has, as its facts say."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.store.sqlcipher import Database
from ledger.domain.rules import CentreRules


@dataclass(frozen=True, slots=True)
class Centre:
    """The centre of this store; name "" before it is founded."""

    name: str
    is_practice: bool
    rules: CentreRules


def centre_of(db: Database) -> Centre:
    """Read the centre and its rules."""
    rules = CentreRules()
    for setting, value in db.execute("SELECT setting, value FROM settings"):
        rules = rules.with_setting(setting, value)
    row = db.execute("SELECT name, is_practice FROM centre ORDER BY device LIMIT 1").fetchone()
    name, is_practice = row or ("", 0)
    return Centre(name, bool(is_practice), rules)
