"""However much is held, one more exchange reads no more of it: every statement on batches goes by an index."""

from __future__ import annotations

from contextlib import closing

from desktop.sync.exchange import Exchange
from desktop.sync.https import Https
from tests.network.town import Town

OF_ALL_BATCHES = {"SEARCH batches USING PRIMARY KEY (device=?)", "SCAN batches"}


def test_no_statement_of_an_exchange_reads_all_batches(town: Town) -> None:
    with town.elm.pc.opened() as parts:
        connection, said = parts.store.db.conn, set[str]()
        connection.set_trace_callback(said.add)
        with closing(Https(town.elm.line.url)) as road:
            Exchange(lambda job: job(parts.store), road).run()
        connection.set_trace_callback(None)
        asked = [one for one in said if one.startswith("SELECT") and "batches" in one]
        plans = {one: {row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {one}")} for one in asked}

    assert asked
    assert [one for one, plan in plans.items() if plan & OF_ALL_BATCHES and "LIMIT 1" not in one[-40:]] == []
