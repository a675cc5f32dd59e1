"""What facts do to plans: planned, cancelled, and planned again when the cancelling was put right."""

from __future__ import annotations

from desktop.store.naming import key_of, keys_of, maybe_key
from desktop.store.projections_slips import settle_plan
from desktop.store.sqlcipher import Database
from ledger.domain.facts import PlanCancelled, PlanMade
from ledger.domain.feed import Entry

_CANCEL = "UPDATE plans SET state = 'cancelled', cancelled_by = ? WHERE id = ? AND cancelled_by IS NULL"


def make_plan(db: Database, entry: Entry, fact: PlanMade) -> None:
    """A member decided to spend."""
    db.execute(
        "INSERT INTO plans (id, payer, offer, going, price_minutes, paid_minutes, companion, getting_there, day,"
        " start_minute, at_ms, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned')",
        [
            *(key_of(entry.name), key_of(fact.payer), key_of(fact.offer), keys_of(fact.going)),
            *(fact.price_minutes, fact.paid_minutes, maybe_key(fact.companion)),
            *(fact.getting_there, fact.day, fact.start_minute, entry.at_ms),
        ],
    )


def cancel_plan(db: Database, entry: Entry, fact: PlanCancelled) -> None:
    """A plan was given up."""
    db.execute(_CANCEL, [key_of(entry.name), key_of(fact.plan)])


def plan_put_right(db: Database, undone: bytes, by_fact: bytes) -> None:
    """A plan that was put right is cancelled; one whose cancelling was put right is planned again."""
    db.execute(_CANCEL, [by_fact, undone])
    again = db.execute("UPDATE plans SET cancelled_by = NULL WHERE cancelled_by = ? RETURNING id", [undone]).fetchall()
    for (plan,) in again:
        settle_plan(db, plan)
