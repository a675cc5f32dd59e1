"""Readings of the network: keys, venues, the centre's PCs, the purse, and what needs a person."""

from __future__ import annotations

from desktop.store.naming import number_key
from desktop.store.purse import founder_of, has_purse
from desktop.store.rows_network import DeviceRow, DoorRow, IssuerRow, ItemRow, ListedVenueRow
from desktop.store.sqlcipher import Database
from ledger.domain.names import MOST_SEQ, FactId


class NetworkReadings:
    """What this PC knows of the network it belongs to."""

    _db: Database
    _device: bytes

    def issuers_of_network(self) -> list[IssuerRow]:
        """Every key the network lists, this centre's own too."""
        rows = self._db.execute(
            "SELECT issuer, public_key, centre, issuer IN (SELECT issuer FROM issuers_revoked) FROM issuers_listed"
            " ORDER BY issuer"
        )
        return [IssuerRow(issuer, public, centre, bool(revoked)) for issuer, public, centre, revoked in rows]

    def is_issuer_stopped(self, issuer: bytes) -> bool:
        """Whether a key, of this centre or another, signs no more."""
        return self._db.execute("SELECT 1 FROM issuers_revoked WHERE issuer = ?", [issuer]).fetchone() is not None

    def is_still_good(self, issuer: bytes, number: int) -> bool:
        """Whether a slip of a revoked key is among those still good."""
        sql = "SELECT 1 FROM still_good WHERE issuer = ? AND number = ?"
        return self._db.execute(sql, [issuer, number_key(number)]).fetchone() is not None

    def venues_of_network(self) -> list[ListedVenueRow]:
        """The venues the network lists, by number."""
        rows = self._db.execute("SELECT number, name FROM venues_listed WHERE name <> '' ORDER BY number")
        return [ListedVenueRow(*row) for row in rows]

    def door(self) -> DoorRow | None:
        """The venue whose door this PC is; None in a centre."""
        founder = founder_of(self._db, self._device)
        row = self._db.execute("SELECT name, number FROM doors WHERE device = ?", [founder]).fetchone()
        return None if row is None else DoorRow(*row)

    def devices(self) -> list[DeviceRow]:
        """The centre's PCs as the ledger lists them, whoever vouched for them, in the order they came."""
        rows = self._db.execute(
            "SELECT device, public_key, by_device, signature, is_successor,"
            " device IN (SELECT device FROM devices_revoked) FROM devices ORDER BY at_ms, fact"
        )
        return [DeviceRow(*row[:4], *map(bool, row[4:])) for row in rows]

    def is_purse_here(self) -> bool:
        """Whether this PC may take minutes from members now."""
        founder = founder_of(self._db, self._device)
        return has_purse(self._db, FactId(self._device, MOST_SEQ), founder=founder)

    def items(self) -> list[ItemRow]:
        """What needs a person, oldest first; not whether the clock is doubtful (`Store.clock_is_doubtful`)."""
        from desktop.store.items import items  # noqa: PLC0415  it knows rulings and kinds of facts; the start does without

        return items(self._db, self._device)
