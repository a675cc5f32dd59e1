"""The secrets of this PC, in its encrypted database."""

from __future__ import annotations

from desktop.problems import NotFound
from desktop.store.sqlcipher import Database, in_transaction


class Secrets:
    """A store that keeps secrets. db: of the store."""

    db: Database

    def secret(self, name: str) -> bytes:
        """A secret of this PC: `device_seed`, `issuer_seed`, `centre_key`, `pin_hash`, `pin_failures`.

        Raises:
            NotFound: there is none of this name.
        """
        row = self.db.execute("SELECT value FROM secrets WHERE name = ?", [name]).fetchone()
        if row is None:
            raise NotFound(f"This centre has no {name}.")
        return bytes(row[0])

    def set_secret(self, name: str, value: bytes) -> None:
        """Keep a secret, in place of the one there was."""
        with in_transaction(self.db):
            self.db.execute("INSERT OR REPLACE INTO secrets (name, value) VALUES (?, ?)", [name, value])
