"""How long a tap, a reading, a rebuild and a check take; by hand: `python -m tests.bench.bench_store [FACTS]`.

A tap is held against the least a durable tap can cost: one row in one SQLCipher commit, on the same disk, in turn.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from time import perf_counter_ns, process_time_ns

from desktop.clock import standing_at
from desktop.store.sqlcipher import connect, transaction
from ledger.domain.accounts import member_account
from ledger.domain.facts import Contributed, Given, PlanMade, SlipPrinted
from ledger.domain.names import FactId
from ledger.domain.postings import Fact
from ledger.domain.subjects import MemberWritten, OfferWritten, TaskWritten
from tests.store.a_centre import ISSUER, STORE_KEY, ACentre, a_centre

TAPS = 2_000
IMPORTED_AT_ONCE = 1_000
MEMBERS, TASKS, OFFERS = 40, 24, 30
NS_A_MS = 1_000_000


def main(wanted: int) -> None:
    """Measure and say."""
    with tempfile.TemporaryDirectory() as folder:
        centre = a_centre(Path(folder) / "a.db", standing_at(2026, 11, 24, 10, 20))
        day = _Day(centre)
        _say_taps("empty", *_taps(day, Path(folder) / "raw-1.db"))
        start = _now_ns()
        while centre.store.read.last_seq() < wanted:
            day.fill()
        _say(f"{wanted} facts written, {IMPORTED_AT_ONCE} a commit", start)
        _say_taps(f"{wanted} facts", *_taps(day, Path(folder) / "raw-2.db"))
        _readings(day)
        for work in (centre.store.rebuild, centre.store.verify):
            start = _now_ns()
            work()
            _say(work.__name__, start)
        centre.store.close()


class _Day:
    """A busy centre: mostly contributions, then gifts, slips and plans."""

    def __init__(self, centre: ACentre) -> None:
        self.centre = centre
        self.chance = Random(1)
        with centre.store.writing("people") as facts:
            self.members = [facts.add(MemberWritten(None, facts.seal(b"Somebody"))) for _ in range(MEMBERS)]
            self.tasks = [facts.add(TaskWritten(None, "Swept up", "om:1F9F9")) for _ in range(TASKS)]
            self.offers = [facts.add(OfferWritten(None, "Swimming", "om:1F3CA", 60)) for _ in range(OFFERS)]
            for member in self.members:
                facts.add(Contributed(member, self.tasks[0], 100_000))

    def contribution(self) -> Fact:
        return Contributed(self.chance.choice(self.members), self.chance.choice(self.tasks), 15)

    def anything(self) -> Fact:
        member, other = self.chance.sample(self.members, 2)
        match self.chance.random():
            case dice if dice < 0.03:
                return Given(member, other, 15)
            case dice if dice < 0.05:
                return SlipPrinted(ISSUER, self.chance.getrandbits(64), 60, member, 2000)
            case dice if dice < 0.06:
                return PlanMade(member, self.chance.choice(self.offers), (member,), 60, 60)
        return self.contribution()

    def fill(self) -> None:
        with self.centre.store.together():
            for _ in range(IMPORTED_AT_ONCE):
                self.tap(self.anything())

    def tap(self, fact: Fact) -> None:
        # Named by what is on disk, for inside `together` no new draft can be asked for.
        draft = f"bench {self.centre.store.read.last_seq()}"
        with self.centre.store.writing(draft) as facts:
            facts.add(fact)


def _taps(day: _Day, raw_file: Path) -> tuple[list[int], list[int]]:
    raw = connect(raw_file, STORE_KEY)
    with transaction(raw):
        raw.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, body BLOB)")
    taps, commits = [], []
    for _ in range(TAPS):
        fact = day.contribution()
        taps.append(_took(lambda fact=fact: day.tap(fact)))  # type: ignore[misc]  # bound for this turn
        commits.append(_took(lambda: _commit(raw.conn)))
    raw.close()
    return taps, commits


def _commit(connection: object) -> None:
    execute = connection.execute  # type: ignore[attr-defined]  # sqlcipher3 has no types
    execute("BEGIN IMMEDIATE")
    execute("INSERT INTO rows (body) VALUES (?)", [bytes(90)])
    execute("COMMIT")


def _readings(day: _Day) -> None:
    read, member, task = day.centre.store.read, day.members[0], day.tasks[3]
    last = FactId(day.centre.store.device, read.last_seq() - 500)
    asked: dict[str, Callable[[], object]] = {
        "members": read.members,
        "member": lambda: read.member(member),
        "tasks": read.tasks,
        "offers": read.offers,
        "minutes": lambda: read.minutes(member_account(member)),
        "waiting": lambda: read.waiting(member),
        "movements, 20": lambda: read.movements(member, 20),
        "movements, this visit": lambda: read.movements(member, 100, last),
        "last_tasks": lambda: read.last_tasks(member),
        "last_contribution": lambda: read.last_contribution(member, task),
        "last_contribution, never": lambda: read.last_contribution(member, member),
        "gifts_minutes": lambda: read.gifts_minutes(member, date(2026, 11, 24)),
        "plans": lambda: read.plans(member),
        "last_plan": lambda: read.last_plan(member, day.offers[0]),
        "slip": lambda: read.slip(ISSUER, 1),
        "slips_out": read.slips_out,
        "totals": read.totals,
        "rules": lambda: day.centre.store.rules,
    }
    for name, ask in asked.items():
        ask()
        times = sorted(_took(ask) for _ in range(50))
        sys.stdout.write(f"  {name:28} p50 {_ms(times[25]):8.3f} ms   worst {_ms(times[-1]):8.3f} ms\n")


def _took(work: Callable[[], object]) -> int:
    start = perf_counter_ns()
    work()
    return perf_counter_ns() - start


def _ms(ns: float) -> float:
    return ns / NS_A_MS


def _now_ns() -> tuple[int, int]:
    return perf_counter_ns(), process_time_ns()


def _say(what: str, start: tuple[int, int]) -> None:
    wall_ns, own_ns = (now - then for now, then in zip(_now_ns(), start, strict=True))
    sys.stdout.write(f"{what}: {wall_ns / 1e9:.2f} s, of which {own_ns / 1e9:.2f} s on the processor\n")


def _say_taps(when: str, taps: list[int], commits: list[int]) -> None:
    for name, times in (("tap", sorted(taps)), ("raw commit", sorted(commits))):
        p50, p99 = times[len(times) // 2], times[len(times) * 99 // 100]
        sys.stdout.write(f"{when}: {name:10} p50 {_ms(p50):7.3f} ms   p99 {_ms(p99):7.3f} ms\n")
    sys.stdout.write(f"{when}: ratio of medians {sorted(taps)[TAPS // 2] / sorted(commits)[TAPS // 2]:.2f}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
