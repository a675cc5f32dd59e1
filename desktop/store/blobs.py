"""Names, photos and free texts: sealed with the centre's key, named by their digest, and erasable."""

from __future__ import annotations

from desktop.store.sqlcipher import Database
from ledger.domain.names import NO_DIGEST
from ledger.wire.sealing import CannotUnseal, digest, seal, unseal


class Blobs:
    """The sealed blobs on this PC."""

    def __init__(self, db: Database, centre_key: bytes) -> None:
        self._db = db
        self._key = centre_key

    def seal(self, plain: bytes) -> bytes:
        """Keep a text or photo, inside the open transaction; returns its digest, `NO_DIGEST` for nothing at all."""
        if not plain:
            return NO_DIGEST
        sealed = seal(self._key, plain)
        name = digest(sealed)
        self._db.execute("INSERT INTO blobs (digest, sealed) VALUES (?, ?)", [name, sealed])
        return name

    def plain(self, name: bytes) -> bytes | None:
        """What was sealed; None if it is not here, or damaged: a screen does without, and `verify` tells."""
        if name == NO_DIGEST:
            return None
        row = self._db.execute("SELECT sealed FROM blobs WHERE digest = ?", [name]).fetchone()
        return None if row is None else self._opened(row[0])

    def text(self, name: bytes) -> str:
        """A sealed text; "" if there is none, or none any more."""
        plain = self.plain(name)
        return "" if plain is None else plain.decode("utf-8", errors="replace")

    def faults(self) -> list[tuple[bytes, str]]:
        """Blobs that are not what their digest says, or cannot be unsealed, each with the reason."""
        found = []
        for name, sealed in self._db.execute("SELECT digest, sealed FROM blobs ORDER BY digest"):
            if digest(sealed) != name:
                found.append((name, "was changed"))
            elif self._opened(sealed) is None:
                found.append((name, "is sealed with another key"))
        return found

    def _opened(self, sealed: bytes) -> bytes | None:
        try:
            return unseal(self._key, sealed)
        except CannotUnseal:
            return None
