"""What an exchange costs; by hand: `python -m tests.bench.bench_exchange [MOST_HELD]`. The real ledger, the real store.

Bytes are all of HTTP as it would be inside TLS, both ways, headers too, counted on the line; the floor is the same
facts as plain columns through zstd once. CPU is of the app's side and of the ledger's process together. Time at
23 kbit/s is held against what the same bytes need at least. Time for each exchange is measured with more and more facts
held; beside it stands what one raw durable commit took on the same disk just then, of which an exchange waits for
several: where both grow, it is the machine that was busy.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from desktop.bootstrap import Parts
from desktop.store.store import Store
from desktop.sync.exchange import Exchange
from desktop.sync.https import Https
from desktop.sync.outcome import Outcome
from ledger.domain.facts import Contributed
from ledger.domain.feed import Entry
from ledger.domain.names import FactId
from ledger.domain.subjects import MemberWritten, TaskWritten, WorkerWritten
from tests.bench.bench_batch import plain_columns
from tests.network.centres import Pc, good
from tests.network.ledgers import Ledger
from tests.network.line import Line, Passed
from tests.network.weather import FAIR, Pace, Weather

CONTRIBUTIONS = 10_000
WEEK = 450
AT_ONCE = 1_000
TIMES = 15
MEMBERS, TASKS, WORKERS = 40, 20, 3
LENGTHS_MINUTES, HOW_OFTEN = (15, 30, 45, 60, 90, 120), (2, 8, 1, 6, 1, 2)
MOST_HELD = 100_000
START_MS = 1_795_500_000_000


class Busy:
    """A centre that is open, with people who help as in bench_batch: bursts after sessions, a few tasks often."""

    def __init__(self, parts: Parts, url: str) -> None:
        self.store: Store = parts.store
        self.url = url
        self._chance = Random(7)
        self._at_ms = START_MS
        self._number = 0
        with self.store.writing("people") as facts:
            self._members = [facts.add(MemberWritten(None, facts.seal(b"Somebody"))) for _ in range(MEMBERS)]
            self._tasks = [facts.add(TaskWritten(None, f"Task {number}", "om:1F9F9")) for number in range(TASKS)]
            self._workers = [facts.add(WorkerWritten(None, facts.seal(b"A worker"))) for _ in range(WORKERS)]

    def helps(self, times: int) -> list[Entry]:
        """So many contributions, some at once in a commit."""
        written = []
        for at in range(0, times, AT_ONCE):
            with self.store.together():
                written += [self._help() for _ in range(min(AT_ONCE, times - at))]
        return written

    def exchanges(self) -> Outcome:
        """One exchange, over a line of its own."""
        road = Https(self.url)
        try:
            return Exchange(lambda job: job(self.store), road).run()
        finally:
            road.close()

    def _help(self) -> Entry:
        chance = self._chance
        self._number += 1
        self._at_ms += 1 + int(chance.expovariate(1 / 240_000)) + (18 * 3_600_000 if self._number % 45 == 0 else 0)
        fact = Contributed(
            member=self._members[min(MEMBERS - 1, int(chance.expovariate(1 / 14)))],
            task=self._tasks[min(TASKS - 1, int(chance.expovariate(1 / 6)))],
            minutes=chance.choices(LENGTHS_MINUTES, HOW_OFTEN)[0],
            with_members=(chance.choice(self._members),) if chance.random() < 0.1 else (),
        )
        worker: FactId | None = chance.choices((None, *self._workers), (80, 8, 7, 5))[0]
        with self.store.writing(f"bench {self._number}", assisted_by=worker, at_ms=self._at_ms) as facts:
            name = facts.add(fact)
        return Entry(name, self._at_ms, fact, assisted_by=worker)


def main(most_held: int) -> None:
    """Measure and say."""
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    with (
        tempfile.TemporaryDirectory() as name,
        Ledger(Path(name) / "ledger", rates="0") as ledger,
        Line(ledger.port) as line,
    ):
        folder = Path(name)
        with _joined(folder / "bytes", ledger, line.url) as busy:
            _bytes(busy, line)
        with _joined(folder / "cpu", ledger, ledger.url) as busy:
            _cpu(busy, ledger)
        with _joined(folder / "slow", ledger, line.url) as busy:
            _slow(busy, line)
        with _joined(folder / "held", ledger, ledger.url) as busy:
            _held(busy, most_held, ledger)


@contextmanager
def _joined(folder: Path, ledger: Ledger, url: str) -> Iterator[Busy]:
    """A centre that has joined, and met once after its people were written."""
    pc = Pc.begun(folder, folder.name)
    good(pc.enrol(url, ledger.code("centre", "add", folder.name)))
    with pc.opened() as parts:
        busy = Busy(parts, url)
        busy.exchanges()
        yield busy


def _bytes(busy: Busy, line: Line) -> None:
    entries = busy.helps(CONTRIBUTIONS)
    floor = sum(map(len, plain_columns(entries)))
    passed = _passed(line, busy.exchanges)
    each = _both(passed) / CONTRIBUTIONS
    _say(
        f"{CONTRIBUTIONS} contributions made offline",
        f"{each:.2f} bytes each, {passed.requests} requests, {len(passed.up)} up, {len(passed.down)} down",
        f"plain columns {floor / CONTRIBUTIONS:.2f}, ratio {each * CONTRIBUTIONS / floor:.2f}",
    )
    _say_bytes("nothing new", _passed(line, busy.exchanges))
    busy.helps(1)
    _say_bytes("one new fact", _passed(line, busy.exchanges))


def _cpu(busy: Busy, ledger: Ledger) -> None:
    entries = busy.helps(CONTRIBUTIONS)
    theirs, ours = _cpu_of(ledger.process_id), process_time()
    busy.exchanges()
    ours, theirs = process_time() - ours, _cpu_of(ledger.process_id) - theirs
    start = process_time()
    plain_columns(entries)
    _say(
        f"CPU for {CONTRIBUTIONS}",
        f"{ours + theirs:.2f} s of both, {ours:.2f} here and {theirs:.2f} at the ledger",
        f"plain columns alone {process_time() - start:.2f}",
    )


def _slow(busy: Busy, line: Line) -> None:
    busy.helps(WEEK)
    line.becomes(Weather(pace=Pace()))
    start = perf_counter()
    passed = _passed(line, busy.exchanges)
    took_s = perf_counter() - start
    line.becomes(FAIR)
    least_s = _both(passed) / Pace().bytes_per_s
    _say(
        f"a week of {WEEK} facts at 23 kbit/s",
        f"{took_s:.2f} s, {_both(passed)} bytes in {passed.requests} requests",
        f"the bytes alone {least_s:.2f} s",
    )


def _held(busy: Busy, most_held: int, ledger: Ledger) -> None:
    """One new fact each time, with ten times as many facts held each time."""
    held = CONTRIBUTIONS
    while held <= most_held:
        start = perf_counter()
        busy.helps(held - busy.store.read.last_seq())
        wrote_s, start = perf_counter() - start, perf_counter()
        busy.exchanges()
        sent_s, theirs = perf_counter() - start, _cpu_of(ledger.process_id)
        times = [_one_more(busy) for _ in range(TIMES)]
        theirs_ms = (_cpu_of(ledger.process_id) - theirs) * 1_000 / TIMES
        walls, cpus = ([one[at] * 1_000 for one in times] for at in range(2))
        _say(
            f"{held} facts held",
            f"one more: p50 {statistics.median(walls):.1f} ms, worst {max(walls):.1f} ms",
            f"of our processor p50 {statistics.median(cpus):.1f} ms, of the ledger's {theirs_ms:.1f} ms",
            f"a raw commit p50 {_commit_ms(ledger.folder):.1f} ms",
            f"(written in {wrote_s:.0f} s, sent in {sent_s:.1f} s)",
        )
        held *= 10


def _one_more(busy: Busy) -> tuple[float, float]:
    busy.helps(1)
    start, cpu = perf_counter(), process_time()
    busy.exchanges()
    return perf_counter() - start, process_time() - cpu


def _commit_ms(folder: Path) -> float:
    """What one row and a durable commit take on this disk now, in the middle of as many."""
    db = sqlite3.connect(folder / "raw.db", isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute("CREATE TABLE IF NOT EXISTS rows (number INTEGER)")
    times = []
    for number in range(TIMES):
        start = perf_counter()
        db.execute("INSERT INTO rows VALUES (?)", (number,))
        times.append((perf_counter() - start) * 1_000)
    db.close()
    return statistics.median(times)


def _passed(line: Line, work: Callable[[], object]) -> Passed:
    line.forget()
    work()
    return line.forget()


def _both(passed: Passed) -> int:
    return len(passed.up) + len(passed.down)


def _cpu_of(process_id: int) -> float:
    """Seconds of the processor that a process has used, all its threads together."""
    fields = Path(f"/proc/{process_id}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _say_bytes(what: str, passed: Passed) -> None:
    _say(what, f"{_both(passed)} bytes in {passed.requests} requests, {len(passed.up)} up, {len(passed.down)} down")


def _say(what: str, *said: str) -> None:
    sys.stdout.write(f"{what}: {'; '.join(said)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MOST_HELD)
