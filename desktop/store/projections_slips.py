"""What facts do to slips: out, redeemed, void, or waiting to be void; and to the plans that slips pay for."""

from __future__ import annotations

from desktop.store.naming import key_of, maybe_key, number_key
from desktop.store.projections_waiting import answer, stop_waiting
from desktop.store.sqlcipher import Database
from ledger.domain.accounts import ISSUER_BYTES, AccountClass
from ledger.domain.facts import Legs, SlipPrinted, SlipRedeemed, SlipVoided
from ledger.domain.feed import Entry
from ledger.domain.subjects import SlipHandedOut, SlipReprinted

_CLOSE = "UPDATE slips SET state = ?, closed_by = ?, closed_at_ms = ? WHERE number = ? AND issuer = ?"


def print_slip(db: Database, entry: Entry, fact: SlipPrinted) -> None:
    """A slip is out, and pays for its plan; a number that is taken stays with the first."""
    number, printed, plan = number_key(fact.number), key_of(entry.name), maybe_key(fact.plan)
    db.execute(
        "INSERT OR IGNORE INTO slips (number, issuer, minutes, member, printed, printed_at_ms, issued_day, expires_day,"
        " venue, plan, state, reprints, is_handed_out) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'out', 0, 0)",
        [number, fact.issuer, fact.minutes, maybe_key(fact.member), printed, entry.at_ms, *_print(fact), plan],
    )
    if plan is not None:
        db.execute("UPDATE plans SET issuer = ?, number = ? WHERE id = ?", [fact.issuer, number, plan])


def redeem_slip(db: Database, entry: Entry, fact: SlipRedeemed) -> None:
    """A slip was handed in; if its void was waiting, that waits no more, for the paper was found."""
    this = [number_key(fact.number), fact.issuer]
    row = db.execute("SELECT state, closed_by, plan FROM slips WHERE number = ? AND issuer = ?", this).fetchone()
    if row is None:
        return
    state, closed_by, plan = row
    if state == "waiting_void":
        stop_waiting(db, closed_by)
        answer(db, closed_by, "declined", key_of(entry.name))
    db.execute(_CLOSE, ["redeemed", key_of(entry.name), entry.at_ms, *this])
    if plan is not None:
        db.execute("UPDATE plans SET state = 'used' WHERE id = ? AND state = 'planned'", [plan])


def void_slip(db: Database, entry: Entry, fact: SlipVoided) -> None:
    """A slip was made void, or is waiting to be."""
    state = "waiting_void" if fact.is_waiting else "void"
    db.execute(_CLOSE, [state, key_of(entry.name), entry.at_ms, number_key(fact.number), fact.issuer])


def release_slip(db: Database, void: bytes) -> None:
    """The void that a slip waited for will not come: it is out again."""
    db.execute(
        "UPDATE slips SET state = 'out', closed_by = NULL, closed_at_ms = NULL "
        "WHERE state = 'waiting_void' AND closed_by = ?",
        [void],
    )


def close_slips(db: Database, entry: Entry, legs: Legs) -> None:
    """Slips whose minutes were taken out by a confirmation or by putting right are void."""
    for account, minutes in legs:
        if account.cls == AccountClass.SLIP and minutes < 0:
            db.execute(_CLOSE, ["void", key_of(entry.name), entry.at_ms, *_number_and_issuer(account.key)])


def reopen_slips(db: Database, legs: Legs) -> None:
    """Slips that got their minutes back are out again, and the plans they pay for are still to come."""
    for account, minutes in legs:
        if account.cls == AccountClass.SLIP and minutes > 0:
            number, issuer = _number_and_issuer(account.key)
            db.execute(_CLOSE, ["out", None, None, number, issuer])
            db.execute(
                "UPDATE plans SET state = 'planned' WHERE state = 'used'"
                " AND id = (SELECT plan FROM slips WHERE number = ? AND issuer = ?)",
                [number, issuer],
            )


def hand_out_slip(db: Database, fact: SlipHandedOut) -> None:
    """A thank-you slip left the drawer."""
    this = [number_key(fact.number), fact.issuer]
    db.execute(
        "UPDATE slips SET is_handed_out = 1, handed_to = ? WHERE number = ? AND issuer = ?",
        [maybe_key(fact.member), *this],
    )


def reprint_slip(db: Database, fact: SlipReprinted) -> None:
    """The same slip is on paper once more."""
    db.execute(
        "UPDATE slips SET reprints = reprints + 1 WHERE number = ? AND issuer = ?",
        [number_key(fact.number), fact.issuer],
    )


def _print(fact: SlipPrinted) -> tuple[int, int, int]:
    return fact.issued_day, fact.expires_day, fact.venue


def _number_and_issuer(key: bytes) -> tuple[bytes, bytes]:
    return key[ISSUER_BYTES:], key[:ISSUER_BYTES]
