"""What may be written about slips whose print is not here: of other centres, or of another PC of this one."""

from __future__ import annotations

from desktop.problems import NotAllowed, NotFound
from desktop.store.naming import key_of, name_of, number_key
from desktop.store.sqlcipher import Database
from ledger.domain.accounts import ISSUER_BYTES, Account
from ledger.domain.facts import SlipRedeemed, SlipVoided
from ledger.domain.feed import Entry
from ledger.domain.rulings import CreditNoted


def is_enrolled(db: Database) -> bool:
    """Whether a central ledger is known here."""
    return db.execute("SELECT 1 FROM secrets WHERE name = 'ledger_public'").fetchone() is not None


def is_print_here(db: Database, slip: Account) -> bool:
    """Whether the print of a slip is recorded here; slip: its account."""
    sql = "SELECT 1 FROM slips WHERE number = ? AND issuer = ?"
    return db.execute(sql, [slip.key[ISSUER_BYTES:], slip.key[:ISSUER_BYTES]]).fetchone() is not None


def check_unprinted(db: Database, entry: Entry, fact: SlipRedeemed | SlipVoided | CreditNoted) -> None:
    """Let a slip be handed in that was printed elsewhere: once on this PC, if its key is good.

    Raises:
        NotAllowed: it is nobody's, of a key that is revoked, in already, or nobody can ever have its print.
    """
    own = db.execute("SELECT device FROM issuer_keys WHERE issuer = ?", [fact.issuer]).fetchone()
    listed = db.execute("SELECT 1 FROM issuers_listed WHERE issuer = ?", [fact.issuer]).fetchone()
    # Where a ledger is known, it may hold a print that this PC lost when an old backup was brought back.
    is_lost_here = own is not None and own[0] == entry.name.device and not is_enrolled(db)
    if isinstance(fact, SlipVoided) or is_lost_here or own is listed is None:
        raise NotAllowed("This slip was not made here.")
    if _is_revoked(db, fact.issuer, fact.number):
        raise NotAllowed("The key of this slip is revoked, and this slip is not among those still good.")
    if not isinstance(fact, CreditNoted) and _is_in(db, fact.issuer, fact.number):
        raise NotAllowed("This slip is in already.")


def check_note(db: Database, entry: Entry, fact: CreditNoted) -> None:
    """Let the rest of a slip wait for its ruling: after this PC took the slip, once.

    Raises:
        NotAllowed: there is no such rest. NotFound: nobody of this name.
    """
    if db.execute("SELECT 1 FROM members WHERE id = ?", [key_of(fact.member)]).fetchone() is None:
        raise NotFound(f"There is no member {fact.member.text} here.")
    check_unprinted(db, entry, fact)
    events = db.execute(
        "SELECT what, fact FROM slip_events WHERE number = ? AND issuer = ?", [number_key(fact.number), fact.issuer]
    ).fetchall()
    mine = {what for what, key in events if name_of(key).device == entry.name.device}
    if "redeemed" not in mine or "note" in mine:
        raise NotAllowed("A rest waits once, after its slip was handed in here.")


def _is_revoked(db: Database, issuer: bytes, number: int) -> bool:
    sql = (
        "SELECT 1 FROM issuers_revoked WHERE issuer = ?1 AND NOT EXISTS"
        " (SELECT 1 FROM still_good WHERE issuer = ?1 AND number = ?2)"
    )
    return db.execute(sql, [issuer, number_key(number)]).fetchone() is not None


def _is_in(db: Database, issuer: bytes, number: int) -> bool:
    # What a restore carried over names facts that may be others by now: only what is known to be undone is.
    sql = (
        "SELECT 1 FROM redeemed_here WHERE number = ?1 AND issuer = ?2 AND NOT EXISTS"
        " (SELECT 1 FROM answers JOIN slip_events ON slip_events.fact = answers.fact"
        " WHERE answers.fact = redeemed_here.fact AND how = 'undone' AND number = ?1 AND issuer = ?2)"
    )
    return db.execute(sql, [number_key(number), issuer]).fetchone() is not None
