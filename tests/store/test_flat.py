"""However much is held, a ruling or an arrival costs the same few looks: no statement reads a whole table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest

from desktop.store import receiving
from desktop.store.sqlcipher import Database
from ledger.domain.facts import Contributed, SlipPrinted, SlipRedeemed, SlipVoided
from ledger.domain.rulings import CreditNoted, Outcome, Ruled, SlipTaken, Why
from ledger.wire.answering import Accepted
from tests.store.a_network import ELSEWHERE, FOREIGN, Pc, founder

SMALL = {
    "secrets",
    "meta",
    "issuer_keys",
    "issuers_listed",
    "devices",
    "devices_revoked",
    "purses",
    "centre",
    "pragma_table_info",
}
"""Tables of a few rows, however long the centre is at work."""


@pytest.fixture
def pc() -> Pc:
    made = founder()
    made.hear(made.post.list_foreign_key())
    made.add(Contributed(made.ann, made.task, 300))
    return made


def scans(pc: Pc, statements: list[str]) -> list[str]:
    """Statements that read a whole table or index, of those whose tables grow."""
    found = []
    for sql in statements:
        if not re.match(r"(SELECT|INSERT|UPDATE|DELETE)", sql):
            continue
        gaps = [None] if "?1" in sql else []
        for *_, plan in pc.store.db.conn.execute(f"EXPLAIN QUERY PLAN {sql}", gaps).fetchall():
            scanned = re.match(r"SCAN (\w+)", plan)
            if scanned and scanned[1] not in SMALL and "CONSTANT" not in plan:
                found.append(f"{plan}: {sql}")
    return found


def watched(pc: Pc) -> list[str]:
    """Every statement from now on, as it is run."""
    seen: list[str] = []
    pc.store.db.conn.set_trace_callback(seen.append)
    return seen


def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every reading from now on as it is written, its gaps still open: what may be in them decides no index."""
    seen: list[str] = []
    execute = Database.execute

    def listening(db: Database, sql: str, values: Sequence[object] = ()) -> Any:
        seen.append(sql)
        return execute(db, sql, values)

    monkeypatch.setattr(Database, "execute", listening)
    return seen


def test_who_goes_where_in_a_week_is_read_without_the_weeks_before(pc: Pc, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = asked(monkeypatch)
    pc.store.read.week.going_in(368)
    pc.store.read.week.choices_in(368)
    monkeypatch.undo()
    assert len(seen) == 2
    assert scans(pc, [sql.replace("?", "?1") for sql in seen]) == []


def test_a_ruling_reads_no_whole_table(pc: Pc) -> None:
    used = pc.add(SlipRedeemed(FOREIGN, 7, pc.ann, 60))
    note = pc.add(SlipRedeemed(FOREIGN, 8, pc.ann, 60), CreditNoted(FOREIGN, 8, pc.bob, 30))
    pc.add(SlipPrinted(pc.issuer, 9, 60, pc.ann, 2500))
    void = pc.add(SlipVoided(pc.issuer, 9, 60, pc.ann, has_paper=False, is_waiting=True))
    facts = (
        Ruled(used, Outcome.SETTLED, Why.FIRST, ELSEWHERE),
        Ruled(note, Outcome.GOODWILL, Why.TAKEN_BEFORE),
        Ruled(void, Outcome.REFUSED, Why.TAKEN_BEFORE),
        SlipTaken(used, pc.issuer, 9, 60, ELSEWHERE, is_issue_seen=True),
    )
    notice = pc.post.tell(*facts)
    seen = watched(pc)
    pc.hear(notice)
    pc.store.db.conn.set_trace_callback(None)

    assert len(seen) > len(facts)
    assert scans(pc, seen) == []


def test_an_arrival_and_a_tap_read_no_whole_table(pc: Pc) -> None:
    sent = pc.hold()
    pc.store.db.conn.execute("UPDATE batches SET arrival = NULL")
    pc.store.db.conn.execute("DELETE FROM arrivals")
    seen = watched(pc)
    receiving.take_arrivals(pc.store, [Accepted(b"", 1, sent.arrival)])
    pc.add(SlipRedeemed(FOREIGN, 7, pc.ann, 60))
    pc.add(SlipPrinted(pc.issuer, 9, 60, pc.ann, 2500))
    pc.add(SlipRedeemed(pc.issuer, 9, pc.ann, 60))
    pc.store.db.conn.set_trace_callback(None)

    assert len(seen) > 20
    assert scans(pc, seen) == []
