"""Readings of the network: keys, venues, the centre's PCs, the purse, and what needs a person."""

from __future__ import annotations

from desktop.store.naming import name_of, number_key
from desktop.store.origins import Origins
from desktop.store.purse import has_purse
from desktop.store.rows_network import DeviceRow, DoorRow, IssuerRow, ItemRow, ListedVenueRow
from desktop.store.sqlcipher import Database
from ledger.domain.facts import FIRST_UNMOVING_KIND
from ledger.domain.names import MOST_SEQ, FactId
from ledger.domain.rulings import Outcome, Why

_KINDS = {
    Why.FIRST: "taken_before",
    Why.TAKEN_BEFORE: "taken_before",
    Why.REVOKED: "revoked_key",
    Why.OTHER_PLACE: "other_place",
    Why.TOO_MUCH: "too_much",
    Why.EARLIER_EPOCH: "earlier_epoch",
    Why.GIVEN_BACK: "given_back",
}
_REFUSED = {"waiting_void": "void_refused", "note": "note_refused"}
_TAKEN_IN = ("redeemed", "void", "waiting_void")
_DONE = (
    "NOT IN (SELECT about FROM items_done AS done WHERE NOT EXISTS"
    " (SELECT 1 FROM items_done AS taken_back WHERE taken_back.about = done.fact))"
)
_RULED = (
    "SELECT outcome, why, what, ruled, rulings.at_ms, minutes, issuer, number FROM rulings"  # noqa: S608  our own words
    " JOIN slip_events ON slip_events.fact = rulings.fact"
    f" WHERE outcome IN ({Outcome.GOODWILL:d}, {Outcome.REFUSED:d}) AND what <> 'back' AND ruled {_DONE}"
)
_UNSEEN = (
    "SELECT 'issue_unseen', fact, at_ms, minutes, issuer, number"  # noqa: S608  our own words
    " FROM slips_taken AS taken WHERE NOT is_issue_seen"
    " AND NOT EXISTS (SELECT 1 FROM slips WHERE slips.number = taken.number AND slips.issuer = taken.issuer)"
    f" AND NOT EXISTS (SELECT 1 FROM rulings WHERE rulings.fact = taken.fact AND outcome = {Outcome.REFUSED:d})"
    f" AND fact {_DONE}"
)
_OTHERS = (
    "SELECT 'another_copy', fact, at_ms, 0, NULL, NULL"  # noqa: S608  our own words
    f" FROM devices WHERE is_successor AND fact {_DONE}"
    f" UNION ALL SELECT 'purse_gone', fact, at_ms, 0, NULL, NULL FROM purses WHERE giver = ? AND fact {_DONE}"
    f" UNION ALL SELECT 'unreadable', fact, 0, 0, NULL, NULL FROM unreadable WHERE fact {_DONE}"
    f" UNION ALL SELECT 'newer', fact, 0, 0, NULL, NULL FROM unknown WHERE kind < {FIRST_UNMOVING_KIND}"
    f" AND fact {_DONE}"
    f" UNION ALL SELECT kind, about, at_ms, 0, NULL, NULL FROM troubles WHERE about {_DONE}"
)


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
        row = self._db.execute("SELECT name, number FROM doors WHERE device = ?", [self._device]).fetchone()
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
        founder = Origins(self._db, self._device).founder
        return has_purse(self._db, FactId(self._device, MOST_SEQ), founder=founder)

    def items(self) -> list[ItemRow]:
        """What needs a person, oldest first; not whether the clock is doubtful (`Store.clock_is_doubtful`)."""
        ruled = (
            ItemRow(kind, name_of(by), at_ms, minutes, issuer, int.from_bytes(number, "big"))
            for outcome, why, what, by, at_ms, minutes, issuer, number in self._db.execute(_RULED)
            if (kind := _kind(outcome, why, what))
        )
        unseen = self._db.execute(_UNSEEN).fetchall()
        others = self._db.execute(_OTHERS, [self._device]).fetchall()
        found = [*ruled, *(_item(row) for row in (*unseen, *others))]
        return sorted(found, key=lambda item: (item.at_ms, item.about, item.kind))


def _kind(outcome: int, why: int, what: str) -> str:
    if outcome == Outcome.REFUSED:
        return _REFUSED.get(what, "")
    return _KINDS[Why(why)] if what in _TAKEN_IN else ""


def _item(row: tuple[str, bytes, int, int, bytes | None, bytes | None]) -> ItemRow:
    kind, about, at_ms, minutes, issuer, number = row
    whole = None if number is None else int.from_bytes(number, "big")
    return ItemRow(kind, name_of(about), at_ms, minutes, issuer, whole)
