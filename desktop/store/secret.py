"""The secrets of this PC, in its encrypted database."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from desktop.problems import NotFound
from desktop.store.sqlcipher import Database, in_transaction
from ledger.wire.keys import issuer_of, public_key

_IN_USE: Final = "issuer_seed"
_BEFORE: Final = "issuer_seed."  # and the issuer it stands for, so that its slips can be printed again


class Secrets:
    """A store that keeps secrets. db: of the store."""

    db: Database

    def secret(self, name: str) -> bytes:
        """A secret of this PC: `device_seed`, `issuer_seed`, `centre_key`, `pin_hash`, `pin_failures`.

        `wrong_pictures.` and a member's name: how often they were wrong at sign-in.

        Raises:
            NotFound: there is none of this name.
        """
        found = self._kept(name)
        if found is None:
            raise NotFound(f"This centre has no {name}.")
        return found

    def set_secret(self, name: str, value: bytes) -> None:
        """Keep a secret, in place of the one there was."""
        with in_transaction(self.db):
            self.db.execute("INSERT OR REPLACE INTO secrets (name, value) VALUES (?, ?)", [name, value])

    def issuer_seed(self, issuer: bytes) -> bytes | None:
        """What an issuer's slips are signed with, today or before; None for a key of another PC."""
        now = self._kept(_IN_USE)
        if now is not None and _issuer(now) == issuer:
            return now
        return self._kept(_BEFORE + issuer.hex())

    def sign_slips_with(self, seed: bytes) -> None:
        """Sign new slips with this from now on; the one before is kept, for slips that are printed again."""
        with in_transaction(self.db):
            before = self._kept(_IN_USE)
            if before is not None:
                self.set_secret(_BEFORE + _issuer(before).hex(), before)
            self.set_secret(_IN_USE, seed)

    def _kept(self, name: str) -> bytes | None:
        row = self.db.execute("SELECT value FROM secrets WHERE name = ?", [name]).fetchone()
        return None if row is None else bytes(row[0])


@lru_cache(maxsize=8)
def _issuer(seed: bytes) -> bytes:
    return issuer_of(public_key(seed))
