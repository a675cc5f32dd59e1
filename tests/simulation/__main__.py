"""The long simulation: `python -m tests.simulation --seeds N [--first S] [--jobs J] [--postgresql]`."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import partial
from multiprocessing import get_context
from time import monotonic

from tests.simulation.on_databases import run_on
from tests.simulation.running import Outcome
from tests.simulation.shrinking import shrunk

EVERY_S = 20.0
MOST_SHRUNK = 5


def main(arguments: list[str] | None = None) -> int:
    """Play the seeds, say what was met, and show each that fails; 1 if any did."""
    parser = argparse.ArgumentParser(prog="tests.simulation", description=__doc__)
    parser.add_argument("--seeds", type=int, default=200, help="how many to play")
    parser.add_argument("--first", type=int, default=0, help="the first of them")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at once")
    parser.add_argument("--shrink-s", type=float, default=60, help="how long a failing seed is shrunk, in seconds")
    parser.add_argument("--postgresql", action="store_true", help="the ledger on PostgreSQL, one for each job")
    parser.add_argument("--show", type=int, metavar="SEED", help="play this one alone, and tell its whole trace")
    asked = parser.parse_args(arguments)
    if asked.show is not None:
        return show(run_on(asked.show, is_postgresql=asked.postgresql))
    one = partial(run_on, is_postgresql=asked.postgresql)
    return play(range(asked.first, asked.first + asked.seeds), one, jobs=asked.jobs, shrink_s=asked.shrink_s)


def show(outcome: Outcome) -> int:
    """Tell a run step by step."""
    say(*outcome.trace, f"seed {outcome.seed}: {outcome.problem or 'all promises held'} (digest {outcome.digest})")
    return int(bool(outcome.problem))


def play(seeds: range, one: Callable[[int], Outcome], *, jobs: int, shrink_s: float) -> int:
    """Play many seeds, each as `one` does, and say what came of them; a failing one is shrunk on SQLite."""
    began_s = said_s = monotonic()
    met: Counter[str] = Counter()
    failed: list[Outcome] = []
    for number, outcome in enumerate(outcomes(seeds, one, jobs), start=1):
        met += outcome.met
        if outcome.problem:
            failed.append(outcome)
            say(f"seed {outcome.seed} fails: {outcome.problem} ({number} of {len(seeds)} done)")
        if monotonic() - said_s > EVERY_S:
            said_s = monotonic()
            say(f"{number} of {len(seeds)} seeds, {number / (said_s - began_s):.1f} a second, {len(failed)} failed")
    say("", "What was met, how often:", *(f"{count:9} {what}" for what, count in sorted(met.items())))
    for outcome in sorted(failed, key=lambda one: one.seed)[: MOST_SHRUNK if shrink_s else 0]:
        short = shrunk(outcome.seed, most_s=shrink_s)
        say("", f"seed {outcome.seed}, shrunk to {short.steps} steps:", *short.trace)
    passed_s = monotonic() - began_s
    say("", f"{len(seeds)} seeds in {passed_s:.0f} s, {len(seeds) / passed_s:.1f} a second; {len(failed)} failed"
        + (f": {' '.join(map(str, sorted(outcome.seed for outcome in failed)))}" if failed else ""))  # fmt: skip
    return int(bool(failed))


def outcomes(seeds: range, one: Callable[[int], Outcome], jobs: int) -> Iterator[Outcome]:
    """Each run's outcome, as soon as it is there: a slow one holds up no other."""
    if jobs == 1:
        yield from map(one, seeds)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for played in as_completed([pool.submit(one, seed) for seed in seeds]):
            yield played.result()


def say(*lines: str) -> None:
    """Tell the person at the terminal."""
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
