"""Readings of what members have, what waits, and where it came from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from desktop.clock import MS
from desktop.store.naming import key_of, maybe_name, name_of
from desktop.store.rows import MovementRow, Totals, WaitingRow
from desktop.store.selecting import Selected
from desktop.store.sqlcipher import Database
from ledger.domain.accounts import Account, AccountClass
from ledger.domain.names import FactId

if TYPE_CHECKING:
    from ledger.domain.feed import Entry

_MOVEMENTS = Selected(MovementRow, "history")
_WAITING = Selected(WaitingRow, "waiting")
_NEWEST = (
    "WHERE member = ? AND fact IN (SELECT fact FROM movements WHERE member = ? ORDER BY at_ms DESC, fact DESC LIMIT ?)"
    " ORDER BY at_ms DESC, fact DESC"
)
"""Names of facts tell the order of one PC's; a member's history may be of several."""
_FOR_A_WORKER = (
    "what IN ('helped', 'gave')"
    " OR (what = 'slip_back' AND NOT EXISTS (SELECT 1 FROM secrets WHERE name = 'ledger_public'))"
)


class CreditReadings:
    """The book, and each member's history."""

    _db: Database
    _device: bytes
    _entry: Callable[[FactId], Entry]

    def minutes(self, account: Account) -> int:
        """What is in an account."""
        row = self._db.execute("SELECT minutes FROM balances WHERE class = ? AND key = ?", [*account]).fetchone()
        return 0 if row is None else int(row[0])

    def waiting(self, member: FactId) -> list[WaitingRow]:
        """What waits for a worker's yes and would give this member minutes, oldest first."""
        return _WAITING.all(self._db, "WHERE member = ? ORDER BY at_ms, fact", [key_of(member)])

    def all_waiting(self) -> list[WaitingRow]:
        """Everything that waits for a worker's yes, oldest first; not what the central ledger answers."""
        return _WAITING.all(self._db, f"WHERE {_FOR_A_WORKER} ORDER BY at_ms, fact")

    def waiting_for_rulings(self) -> list[WaitingRow]:
        """What waits until the central ledger has ruled: lost paper, and what was left over of others' slips."""
        return _WAITING.all(self._db, f"WHERE NOT ({_FOR_A_WORKER}) ORDER BY at_ms, fact")

    def movements(self, member: FactId, limit: int = 100, since: FactId | None = None) -> list[MovementRow]:
        """A member's history, newest first; since: only facts of that fact's feed that come after it."""
        if since is None:
            return _MOVEMENTS.all(self._db, _NEWEST, [key_of(member), key_of(member), limit])
        where = "WHERE member = ? AND fact > ? AND fact < ? ORDER BY fact DESC LIMIT ?"
        feed_end = since.device + b"\xff" * 7  # one byte longer than any name in that feed
        return _MOVEMENTS.all(self._db, where, [key_of(member), key_of(since), feed_end, limit])

    def entry(self, fact: FactId) -> Entry:
        """A fact with its circumstances.

        Raises:
            NotFound: it is not on this PC.
        """
        return self._entry(fact)

    def last_seq(self) -> int:
        """How many facts this PC has written: the place of the latest in its feed."""
        sql = "SELECT coalesce(max(seq), 0) FROM facts WHERE device = ?"
        return int(self._db.execute(sql, [self._device]).fetchone()[0])

    def undone_by(self, fact: FactId) -> FactId | None:
        """What put a fact right or declined it; asked of something waiting that was confirmed, speaks of that."""
        counted = self.confirmed_by(fact) or fact
        sql = "SELECT min(by_fact) FROM answers WHERE fact = ? AND how <> 'confirmed'"
        return maybe_name(self._db.execute(sql, [key_of(counted)]).fetchone()[0])

    def confirmed_by(self, fact: FactId) -> FactId | None:
        """The `Confirmed` that let something waiting count: its legs are what was moved."""
        sql = "SELECT by_fact FROM answers WHERE fact = ? AND how = 'confirmed'"
        row = self._db.execute(sql, [key_of(fact)]).fetchone()
        return None if row is None else name_of(row[0])

    def last_tasks(self, member: FactId, limit: int = 12) -> list[FactId]:
        """The tasks a member did last, each once, latest first; of their newest 300 movements."""
        rows = self._db.execute(
            f"SELECT subject FROM (SELECT * FROM history {_NEWEST}) WHERE what = 'helped' AND undone_by IS NULL"  # noqa: S608
            " GROUP BY subject ORDER BY max(at_ms) DESC, max(fact) DESC LIMIT ?",
            [key_of(member), key_of(member), 300, limit],
        )
        return [name_of(task) for (task,) in rows]

    def last_contribution(self, member: FactId, task: FactId) -> MovementRow | None:
        """A member's latest contribution to a task that was not undone, waiting or not."""
        where = (
            "WHERE member = ? AND what = 'helped' AND subject = ? AND undone_by IS NULL ORDER BY at_ms DESC, fact DESC"
        )
        return _MOVEMENTS.first(self._db, where, [key_of(member), key_of(task)])

    def gifts_minutes(self, member: FactId, day: date) -> int:
        """What a member gave to others on a day of this PC's calendar, waiting gifts too, undone ones not."""
        start_ms, end_ms = (_midnight_ms(d) for d in (day, day + timedelta(days=1)))
        row = self._db.execute(
            "SELECT -total(minutes) FROM history "
            "WHERE member = ? AND what = 'gave' AND at_ms >= ? AND at_ms < ? AND undone_by IS NULL",
            [key_of(member), start_ms, end_ms],
        ).fetchone()
        return int(row[0])

    def minutes_given_since(self, day: date) -> int:
        """What all members gave from the start of a day of this PC's calendar on, as far as it counts."""
        sql = (
            "SELECT coalesce(sum(minutes), 0) FROM movements WHERE what = 'helped' AND NOT is_waiting AND at_ms >= ?"
            " AND fact NOT IN (SELECT fact FROM answers WHERE how <> 'confirmed')"
        )
        return int(self._db.execute(sql, [_midnight_ms(day)]).fetchone()[0])

    def totals(self) -> Totals:
        """What the whole centre gave and spent: contributions that count, and minutes in offers and venues."""
        given = (
            "SELECT coalesce(sum(minutes), 0) FROM movements WHERE what = 'helped' AND NOT is_waiting"
            " AND fact NOT IN (SELECT fact FROM answers WHERE how <> 'confirmed')"
        )
        spent = "SELECT coalesce(sum(minutes), 0) FROM balances WHERE class IN (?, ?)"
        return Totals(
            self._db.execute(given).fetchone()[0],
            self._db.execute(spent, [AccountClass.OFFER, AccountClass.VENUE]).fetchone()[0],
        )


def _midnight_ms(day: date) -> int:
    return round(datetime.combine(day, time()).astimezone().timestamp() * MS)
