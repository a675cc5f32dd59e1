"""Readings of the centre itself: its settings, its keys, and who has helped at its screen."""

from __future__ import annotations

from desktop.store.naming import name_of
from desktop.store.rows_network import IssuerKeyRow
from desktop.store.sqlcipher import Database
from ledger.domain.names import FactId


class CentreReadings:
    """What concerns the whole centre."""

    _db: Database

    def supporters_seen(self) -> list[FactId]:
        """Who has been the supporter at the screen, latest first."""
        return [name_of(key) for (key,) in self._db.execute("SELECT id FROM supporters ORDER BY last DESC")]

    def issuer_keys(self) -> dict[bytes, bytes]:
        """Every key that signs slips here: issuer (16 bytes) to Ed25519 public key (32 bytes)."""
        return dict(self._db.execute("SELECT issuer, public_key FROM issuer_keys ORDER BY issuer").fetchall())

    def issuer_key_rows(self) -> list[IssuerKeyRow]:
        """The same with whose they are, and whether they sign no more; oldest first."""
        rows = self._db.execute(
            "SELECT issuer, public_key, device, since_ms, issuer IN (SELECT issuer FROM issuers_revoked),"
            " (SELECT count(*) FROM still_good WHERE still_good.issuer = issuer_keys.issuer)"
            " FROM issuer_keys ORDER BY since_ms, issuer"
        )
        return [IssuerKeyRow._make([*row[:4], bool(row[4]), row[5]]) for row in rows]

    def setting(self, setting: str) -> int | None:
        """A setting of the centre; None where it was never set (the rules' own defaults are in `Store.rules`)."""
        row = self._db.execute("SELECT value FROM settings WHERE setting = ?", [setting]).fetchone()
        return None if row is None else int(row[0])

    def text_setting(self, setting: str) -> str:
        """A setting of the centre that is a text; "" where it was never set, or taken away."""
        row = self._db.execute("SELECT value FROM settings_text WHERE setting = ?", [setting]).fetchone()
        return "" if row is None else str(row[0])
