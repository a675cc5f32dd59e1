"""What waits for a worker's yes or for a ruling, and the note of what became of a fact."""

from __future__ import annotations

from typing import NamedTuple

from desktop.store.movements import Meaning
from desktop.store.naming import key_of, maybe_key, number_key
from desktop.store.sqlcipher import Database
from ledger.domain.facts import Contributed, Given, SlipVoided
from ledger.domain.feed import Entry
from ledger.domain.rulings import CreditNoted


class Waiting(NamedTuple):
    """A row of `waiting`, in the order of its columns."""

    fact: bytes
    what: str
    member: bytes | None
    subject: bytes | None
    issuer: bytes | None
    number: bytes | None
    minutes: int
    at_ms: int

    def meaning(self, member: bytes) -> Meaning:
        """What it means to a member that this was confirmed."""
        if self.what == "gave":
            return Meaning("got", self.subject) if member == self.member else Meaning("gave", self.member)
        return Meaning(self.what, self.subject)


def wait(db: Database, entry: Entry) -> None:
    """Let a fact that does not count yet wait, for a worker or for a ruling; one that counts at once does not."""
    name, at_ms = key_of(entry.name), entry.at_ms
    match entry.fact:
        case Contributed(member=member, task=task, minutes=minutes, is_waiting=True):
            row = Waiting(name, "helped", key_of(member), key_of(task), None, None, minutes, at_ms)
        case Given(giver=giver, receiver=receiver, minutes=minutes, is_waiting=True):
            row = Waiting(name, "gave", key_of(receiver), key_of(giver), None, None, minutes, at_ms)
        case SlipVoided(issuer=issuer, number=number, minutes=minutes, member=member, is_waiting=True):
            row = Waiting(name, "slip_back", maybe_key(member), None, issuer, number_key(number), minutes, at_ms)
        case CreditNoted(issuer=issuer, number=number, minutes=minutes, member=member):
            row = Waiting(name, "slip_rest", key_of(member), None, issuer, number_key(number), minutes, at_ms)
        case _:
            return
    db.execute("INSERT INTO waiting VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)


def stop_waiting(db: Database, fact: bytes) -> Waiting | None:
    """Take a fact from what waits; returns what it waited with, None if it did not wait."""
    row = db.execute("DELETE FROM waiting WHERE fact = ? RETURNING *", [fact]).fetchone()
    return None if row is None else Waiting(*row)


def answer(db: Database, fact: bytes, how: str, by_fact: bytes) -> None:
    """Note what became of a fact; the first answer of each kind stands."""
    db.execute("INSERT OR IGNORE INTO answers (fact, how, by_fact) VALUES (?, ?, ?)", [fact, how, by_fact])


def counted(db: Database, fact: bytes) -> bytes:
    """The fact that moved the minutes: the confirmation of one that waited, else the fact itself."""
    row = db.execute("SELECT by_fact FROM answers WHERE fact = ? AND how = 'confirmed'", [fact]).fetchone()
    return fact if row is None else bytes(row[0])
