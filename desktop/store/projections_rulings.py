"""Rulings: kept when they come, looked up when a fact is projected, and let loose on facts that are here already."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.store.movements import member_minutes, movements_of, waits
from desktop.store.naming import key_of, number_key
from desktop.store.origins import Origins
from desktop.store.projections_answers import is_said_before
from desktop.store.projections_book import BookRows
from desktop.store.projections_slips import Paper, settle_slip, settle_slips_of
from desktop.store.projections_waiting import stop_waiting
from desktop.store.purse import has_purse
from desktop.store.sqlcipher import Database
from ledger.domain.accounts import AccountClass
from ledger.domain.feed import Entry
from ledger.domain.names import FactId
from ledger.domain.postings import Posting, of, reversed_legs
from ledger.domain.rulings import Outcome, Ruled, Ruling, SlipTaken

Postings = tuple[Posting, ...]


class Rulings:
    """The rulings in force, and what they make facts move.

    projected: reads a fact that was projected already, None for one that was not.
    """

    def __init__(
        self, db: Database, origins: Origins, book: BookRows, projected: Callable[[FactId], Entry | None]
    ) -> None:
        self._db = db
        self._origins = origins
        self._book = book
        self._projected = projected

    def of(self, entry: Entry) -> Ruling:
        """What is in force for a fact."""
        row = self._db.execute("SELECT outcome, centre FROM rulings WHERE fact = ?", [key_of(entry.name)]).fetchone()
        return Ruling() if row is None else Ruling(Outcome(row[0]), bytes(row[1]))

    def postings(self, entry: Entry, ruling: Ruling, written: Postings | None = None) -> Postings:
        """What a fact moves; what members would lose by a PC without the purse, goodwill pays.

        written: what it moves without a ruling, where the caller knows. An answer that was given before moves nothing.
        """
        if is_said_before(self._db, entry):
            return ()
        postings = of(entry.fact, ruling) if written is None or ruling.outcome is not None else written
        takes = any(minutes < 0 and account.cls == AccountClass.MEMBER for account, minutes in postings)
        if takes and not has_purse(self._db, entry.name, founder=self._origins.founder):
            return of(entry.fact, ruling._replace(has_purse=False))
        return postings

    def rule(self, entry: Entry, ruled: Ruled) -> bool:
        """Let a ruling be in force, unless a later one is; whether only a rebuild can tell what follows from it."""
        target = self._projected(ruled.fact)
        before = None if target is None else self.of(target)
        if not self._keep(entry, ruled) or target is None or before is None:
            return False
        return not self._repost(target, before, self.of(target))

    def _keep(self, entry: Entry, ruled: Ruled) -> bool:
        changed = self._db.execute(
            "INSERT INTO rulings (fact, outcome, why, centre, epoch, ruled, at_ms) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET outcome = excluded.outcome, why = excluded.why, centre = excluded.centre,"
            " epoch = excluded.epoch, ruled = excluded.ruled, at_ms = excluded.at_ms"
            " WHERE (excluded.epoch, excluded.ruled) > (epoch, ruled)",
            [
                *(key_of(ruled.fact), ruled.outcome, ruled.why, ruled.centre),
                *(self._origins.epoch(entry.name.device), key_of(entry.name), entry.at_ms),
            ],
        )
        return bool(changed.rowcount)

    def _repost(self, entry: Entry, before: Ruling, after: Ruling) -> bool:
        """Move the difference; false if what became of the fact meanwhile is entangled with it."""
        was, now = self.postings(entry, before), self.postings(entry, after)
        is_waiting = waits(entry.fact)
        if self._is_entangled(entry) or (not is_waiting and member_minutes(was) != member_minutes(now)):
            return False
        for account, minutes in (*reversed_legs(was), *now):
            self._book.post(account, minutes)
        if is_waiting:
            for movement in movements_of(entry, was):
                self._book.forget(movement.member, movement.fact)
            for movement in movements_of(entry, now):
                self._book.move(movement)
            if not still_waits(entry, now, after):
                stop_waiting(self._db, key_of(entry.name))
            note_refusal(self._db, entry.name, after)
        if isinstance(entry.fact, SlipTaken):
            settle_slip(self._db, Paper(number_key(entry.fact.number), entry.fact.issuer))
        else:
            settle_slips_of(self._db, key_of(entry.name))
        return True

    def _is_entangled(self, entry: Entry) -> bool:
        # A void that somebody answered before the ledger did, or the paper that was found and declined it.
        if waits(entry.fact):
            sql = "SELECT 1 FROM answers WHERE fact = ? AND how IN ('confirmed', 'declined', 'undone') LIMIT 1"
        else:
            sql = "SELECT 1 FROM answers WHERE by_fact = ? AND how = 'declined' LIMIT 1"
        return self._db.execute(sql, [key_of(entry.name)]).fetchone() is not None


def still_waits(entry: Entry, postings: Sequence[Posting], ruling: Ruling) -> bool:
    """Whether a fact that was written to wait is not answered by its ruling."""
    return waits(entry.fact) and not postings and ruling.outcome != Outcome.REFUSED


def note_refusal(db: Database, name: FactId, ruling: Ruling) -> None:
    """Note that a fact that waited came to nothing, or that it did not."""
    fact = key_of(name)
    db.execute("DELETE FROM answers WHERE fact = ? AND how = 'refused'", [fact])
    if ruling.outcome == Outcome.REFUSED:
        db.execute(
            "INSERT INTO answers (fact, how, by_fact) SELECT fact, 'refused', ruled FROM rulings WHERE fact = ?", [fact]
        )
