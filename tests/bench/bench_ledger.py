"""How many facts a second the ledger takes; by hand: `python -m tests.bench.bench_ledger [SHARE] [WHICH...]`.

The real service over HTTP on loopback, on SQLite and on PostgreSQL that waits for the disk, asked by as many senders as
there are cores. Each has joined and met, and sends as a PC does from then on. Held against the same rows, written raw
in as many durable transactions in the same run (raw_rows.py), and told in two ways: the rows that were added, inserted;
and these with the rows that every exchange must change besides, or it would not be kept (its centre's count, its
device's counter, its feed's end, its sums). SHARE: of the usual number of facts. WHICH: some of packs, day, taps.
"""

from __future__ import annotations

import http.client
import os
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from sqlalchemy import Engine, select

from ledger.domain.network import NETWORK
from ledger.server import centres, enrolling
from ledger.server.clock import now_ms
from ledger.server.database import FILE, open_database, reading
from ledger.server.tables import ledger_feeds
from ledger.wire.asking import Seen
from tests.bench.raw_rows import Part, Rows, begin_as, inserted, postgres_s, rows_of, sqlite_s, with_changed
from tests.bench.senders import Sender
from tests.network.ledgers import Ledger
from tests.network.line import LOOPBACK
from tests.server.postgres import running

CENTRES = 8
AT_ONCE = 2
OK = 200


@dataclass(frozen=True, slots=True)
class Load:
    """How the facts come: so many together, so many of them a batch, so many batches a request."""

    name: str
    what: str
    facts: int
    in_batch: int
    in_request: int


LOADS = (
    Load("packs", "after weeks offline: packs of 500, four a request", 200_000, 500, 4),
    Load("day", "a day of 90 facts a request", 50_000, 90, 1),
    Load("taps", "each tap a request", 2_000, 1, 1),
)


class Taken(NamedTuple):
    """What a load came to. took_s: of the clock. busy_s: of the processor, at the service."""

    took_s: float
    busy_s: float
    before: Rows
    after: Rows


def main(share: float, which: Sequence[str]) -> None:
    """Measure and say."""
    for load in LOADS:
        if which and load.name not in which:
            continue
        facts = int(load.facts * share) // CENTRES
        requests = [
            list(Sender(number).requests(facts, seen, in_batch=load.in_batch, in_request=load.in_request))
            for number, seen in enumerate(_seen_by_all())
        ]
        sys.stdout.write(f"{load.what}: {facts * CENTRES} facts in {sum(map(len, requests))} requests\n")
        _sqlite(requests, facts * CENTRES)
        _postgres(requests, facts * CENTRES)


def _sqlite(requests: Sequence[Sequence[bytes]], facts: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "ledger"
        with Ledger(folder, rates="0", is_started=False) as ledger:
            engine = open_database(None, folder=folder)
            taken = _taken(ledger, engine, requests)
            engine.dispose()
        raw_s = []
        for number, parts in enumerate(_parts(taken, requests)):
            raw_folder = Path(name) / f"raw {number}"
            raw_folder.mkdir()
            engine = open_database(None, folder=raw_folder)
            begin_as(engine, taken.before)
            engine.dispose()
            raw_s.append(sqlite_s(raw_folder / FILE, parts))
        _say("SQLite", facts, taken, raw_s)


def _postgres(requests: Sequence[Sequence[bytes]], facts: int) -> None:
    with running(is_durable=True) as postgres:
        with (
            postgres.fresh() as url,
            tempfile.TemporaryDirectory() as name,
            Ledger(Path(name), database=url, rates="0", is_started=False) as ledger,
        ):
            engine = open_database(url)
            taken = _taken(ledger, engine, requests)
            engine.dispose()
        raw_s = []
        for parts in _parts(taken, requests):
            with postgres.fresh() as url:
                engine = open_database(url)
                begin_as(engine, taken.before)
                engine.dispose()
                raw_s.append(postgres_s(url, parts, at_once=AT_ONCE))
        _say("PostgreSQL", facts, taken, raw_s)


def _taken(ledger: Ledger, engine: Engine, requests: Sequence[Sequence[bytes]]) -> Taken:
    """All have joined and met before the time is taken."""
    _enrol_all(engine)
    ledger.start()
    _send_all(ledger.port, [[Sender(number).meets()] for number in range(CENTRES)])
    before, busy_s, start = rows_of(engine), _busy_s(ledger.process_id), perf_counter()
    _send_all(ledger.port, requests)
    took_s = perf_counter() - start
    return Taken(took_s, _busy_s(ledger.process_id) - busy_s, before, rows_of(engine))


def _parts(taken: Taken, requests: Sequence[Sequence[bytes]]) -> tuple[list[Part], list[Part]]:
    """What is written raw: what was added, and that with what was changed."""
    added = inserted(taken.before, taken.after, sum(map(len, requests)))
    return added, with_changed(added, taken.after)


def _enrol_all(engine: Engine) -> None:
    for number in range(CENTRES):
        code = centres.add_centre(engine, f"Centre {number}", now_ms=now_ms()).code
        enrolling.enrol(engine, Sender(number).asking(code), now_ms=now_ms())


def _seen_by_all() -> list[tuple[Seen, ...]]:
    """What each has heard of the ledger once all have joined and met: the same in every ledger."""
    with tempfile.TemporaryDirectory() as name:
        engine = open_database(None, folder=Path(name))
        _enrol_all(engine)
        with reading(engine) as connection:
            said = {row.centre: row.seq for row in connection.execute(select(ledger_feeds))}
        engine.dispose()
    network = Seen(1, is_network=True, seq=said[NETWORK])
    own = [said.get(Sender(number).device, 0) for number in range(CENTRES)]
    return [(Seen(1, is_network=False, seq=seq), network) if seq else (network,) for seq in own]


def _send_all(port: int, requests: Sequence[Sequence[bytes]]) -> None:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lambda of_one: _send(port, of_one), requests))


def _send(port: int, requests: Sequence[bytes]) -> None:
    """All of one sender's, one after the other; how often it may ask is not what is measured."""
    connection = http.client.HTTPConnection(LOOPBACK, port)
    for request in requests:
        connection.request("POST", "/1/x", request)
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != OK:
            raise AssertionError(f"the ledger answered {answer.status}: {body[:300]!r}")
    connection.close()


def _busy_s(process_id: int) -> float:
    """Seconds of the processor that a process has used, all its threads together."""
    fields = Path(f"/proc/{process_id}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _say(what: str, facts: int, taken: Taken, raw_s: Sequence[float]) -> None:
    added_s, all_s = raw_s
    of_all, of_added = 100 * all_s / taken.took_s, 100 * added_s / taken.took_s
    sys.stdout.write(
        f"  {what:11} {facts / taken.took_s:8.0f} facts a second ({facts / taken.busy_s:.0f} by the processor); raw: "
        f"with what is changed {facts / all_s:.0f}, {of_all:.0f} %; what is added alone {facts / added_s:.0f}, "
        f"{of_added:.0f} %\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0, sys.argv[2:])
