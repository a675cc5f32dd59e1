"""What needs a person: a list made of what the ledger said, of what came, and of what a worker saw to."""

from __future__ import annotations

from desktop.store.naming import name_of
from desktop.store.rows_network import ItemRow
from desktop.store.sqlcipher import Database
from ledger.domain.facts import FIRST_UNMOVING_KIND
from ledger.domain.rulings import Outcome, Why
from ledger.domain.saying import HowItWas

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
    f" UNION ALL SELECT CASE how WHEN {HowItWas.BAD:d} THEN 'said_bad' ELSE 'said_very_bad' END,"
    f" fact, at_ms, 0, NULL, NULL FROM said WHERE how <= {HowItWas.BAD:d} AND fact {_DONE}"
)


def items(db: Database, device: bytes) -> list[ItemRow]:
    """Every item that is not done, oldest first; device: this PC's."""
    ruled = (
        ItemRow(kind, name_of(by), at_ms, minutes, issuer, int.from_bytes(number, "big"))
        for outcome, why, what, by, at_ms, minutes, issuer, number in db.execute(_RULED)
        if (kind := _kind(outcome, why, what))
    )
    unseen = db.execute(_UNSEEN).fetchall()
    others = db.execute(_OTHERS, [device]).fetchall()
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
