"""What became of facts: confirmed, declined, put right."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.store.movements import Meaning, Movement, member_minutes
from desktop.store.naming import key_of
from desktop.store.projections_book import BookRows
from desktop.store.projections_plans import plan_put_right
from desktop.store.projections_slips import move_slips, release_slip
from desktop.store.projections_waiting import answer, counted, stop_waiting
from desktop.store.sqlcipher import Database
from ledger.domain.facts import Confirmed, Declined, PlanCancelled, PutRight
from ledger.domain.feed import Entry
from ledger.domain.postings import Posting, balanced


def confirm(db: Database, book: BookRows, entry: Entry, fact: Confirmed, postings: Iterable[Posting]) -> None:
    """Let something waiting count: its movements are now those of the confirmation, still told as what they were.

    postings: what it moves under the ruling in force.
    """
    name, waited = key_of(entry.name), key_of(fact.waiting)
    row = stop_waiting(db, waited)
    at_ms = entry.at_ms
    if row is not None:
        at_ms = row.at_ms
        for member in filter(None, (row.member, row.subject)):
            book.forget(member, waited)
    for member, minutes in member_minutes(postings).items():
        meaning = Meaning("put_right", waited) if row is None else row.meaning(member)
        book.move(Movement(member, name, *meaning, minutes, at_ms, is_waiting=0))
    answer(db, waited, "confirmed", name)
    move_slips(db, entry, balanced(fact.legs), about=waited)


def is_said_before(db: Database, entry: Entry) -> bool:
    """Whether another fact, of another PC, gave the same answer first: then this one does nothing.

    Both screens said that it was done, and it was: once.
    """
    match entry.fact:
        case Confirmed(waiting=waited):
            answered = [key_of(waited), "confirmed"]
        case PutRight(fact=undone):
            answered = [counted(db, key_of(undone)), "undone"]
        case PlanCancelled(plan=plan):
            sql = "SELECT 1 FROM plans WHERE id = ? AND cancelled_by <> ?"
            return db.execute(sql, [key_of(plan), key_of(entry.name)]).fetchone() is not None
        case _:
            return False
    sql = "SELECT 1 FROM answers WHERE fact = ? AND how = ? AND by_fact <> ?"
    return db.execute(sql, [*answered, key_of(entry.name)]).fetchone() is not None


def decline(db: Database, entry: Entry, fact: Declined) -> None:
    """Put something waiting aside; a slip whose void waited is out again."""
    waited = key_of(fact.waiting)
    stop_waiting(db, waited)
    answer(db, waited, "declined", key_of(entry.name))
    release_slip(db, entry, waited)


def put_right(db: Database, entry: Entry, fact: PutRight) -> None:
    """Mark a fact as undone; what was waiting because of it waits no more, its slip or plan is as it was before."""
    undone = counted(db, key_of(fact.fact))
    stop_waiting(db, undone)
    answer(db, undone, "undone", key_of(entry.name))
    release_slip(db, entry, undone)
    move_slips(db, entry, balanced(fact.legs), about=undone)
    plan_put_right(db, undone, key_of(entry.name))
