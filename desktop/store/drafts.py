"""Drafts: which facts each tap wrote, so that the same tap again is the same facts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from desktop.changes import Changes
from desktop.store.facts import Facts, names_in
from desktop.store.sqlcipher import Database, transaction
from ledger.domain.names import FactId


class Drafts:
    """The taps of this PC, by their ids."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._facts = Facts(db)
        self._run = 0
        self._made = 0

    def new(self) -> str:
        """An id: the number of this run, on disk before it is used, and a number in it; not for inside a tap."""
        if not self._run:
            with transaction(self._db):
                self._run = self._begin_run()
        self._made += 1
        return f"{self._run}-{self._made}"

    def keep(self, draft: str, facts: Sequence[FactId]) -> None:
        """Remember what a tap wrote, inside its transaction; a tap that wrote nothing may come again."""
        if facts:
            self._db.execute(
                "INSERT INTO drafts (draft, device, first_seq, last_seq) VALUES (?, ?, ?, ?)",
                [draft, facts[0].device, facts[0].seq, facts[-1].seq],
            )

    def count(self, draft: str) -> int:
        """How many facts the tap of this id wrote; 0 if it never did."""
        span = self._span(draft)
        return 0 if span is None else span[2] - span[1] + 1

    def changes_of(self, draft: str) -> Changes | None:
        """What the tap of this id wrote when it came first; None if it never did."""
        span = self._span(draft)
        if span is None:
            return None
        device, first_seq, last_seq = span
        names = tuple(FactId(device, seq) for seq in range(first_seq, last_seq + 1))
        touched = chain(names, *(names_in(self._facts.entry(name).fact) for name in names))
        return Changes(names, frozenset(touched), is_repeat=True)

    def _span(self, draft: str) -> tuple[bytes, int, int] | None:
        sql = "SELECT device, first_seq, last_seq FROM drafts WHERE draft = ?"
        row: tuple[bytes, int, int] | None = self._db.execute(sql, [draft]).fetchone()
        return row

    def _begin_run(self) -> int:
        row = self._db.execute(
            "INSERT INTO meta (name, value) VALUES ('runs', 1) "
            "ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value"
        ).fetchone()
        return int(row[0])
