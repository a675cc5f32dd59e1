"""Whole networks by chance: a quick profile of the simulation, and every seed that ever failed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.server.postgres import Postgres
from tests.simulation.bounds import Endless, bounded
from tests.simulation.ledgers import PostgresDisk
from tests.simulation.running import Outcome, run

ROOT = Path(__file__).resolve().parents[2]
KEPT = Path(__file__).with_name("kept.txt")
QUICK = range(80)
ON_POSTGRESQL = range(1_000, 1_006)
DIGESTS = "from tests.simulation.running import run; print(*(run(seed).digest for seed in (3, 14, 15)))"
MUST_BE_MET = (
    "tap helps: done",
    "tap gives: done",
    "tap prints: done",
    "tap thanks: done",
    "tap hands in: done",
    "tap pays: done",
    "tap voids: done",
    "tap undoes: done",
    "tap puts right: done",
    "tap plans: done",
    "tap cancels: done",
    "tap at a door: done",
    "tap twice: done",
    "joining: a further PC",
    "joining: a door",
    "fault in a tap: killed",
    "fault in a tap: disk full",
    "fault in an exchange: killed",
    "fault in an exchange: disk full",
    "fault at the ledger: killed between two statements",
    "fault on the line: request lost",
    "fault on the line: reply lost",
    "fault on the line: request twice",
    "fault on the line: request late",
    "fault on the line: reply cut",
    "fault on the line: request cut",
    "fault on the line: bit flipped up",
    "fault on the line: bit flipped down",
    "fault: PC set back",
    "fault: PC cloned",
    "fault: PC destroyed",
    "fault: PC revoked",
    "fault: clock jumps",
    "fault: ledger set back, telling",
    "fault: ledger set back, not telling",
    "purse: given",
    "stick: read",
    "in force at the end: settled",
    "in force at the end: goodwill",
    "in force at the end: refused",
)
"""What no profile may go without: a fault that is never met is a hole."""


def kept() -> list[int]:
    """The seeds that failed once."""
    lines = KEPT.read_text(encoding="utf-8").splitlines()
    return [int(line.split()[0]) for line in lines if line and not line.startswith("#")]


def test_every_promise_holds_in_every_network() -> None:
    with get_context("spawn").Pool(2) as pool:
        outcomes = pool.map(run, QUICK, chunksize=4)

    assert [failed(outcome) for outcome in outcomes if outcome.problem] == []
    met = sum((outcome.met for outcome in outcomes), Counter[str]())
    assert [what for what in MUST_BE_MET if not met[what]] == []


@pytest.mark.parametrize("seed", kept())
def test_what_failed_once_fails_no_more(seed: int) -> None:
    assert failed(run(seed)) == ""


@pytest.mark.parametrize("seed", ON_POSTGRESQL)
def test_on_postgresql_the_same_promises_hold(postgres: Postgres, seed: int) -> None:
    assert failed(run(seed, disk=lambda _: PostgresDisk(postgres))) == ""


def test_a_seed_is_the_same_run_in_every_process() -> None:
    assert digests("1") == digests("2")


def digests(hash_seed: str) -> str:
    """What some runs come to in a process of their own, where sets have another order."""
    env = os.environ | {"PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-c", DIGESTS]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True).stdout


def failed(outcome: Outcome) -> str:
    """What broke, with its story; "" if nothing did."""
    return "\n".join((outcome.problem, *outcome.trace)) if outcome.problem else ""


def test_a_run_that_never_ends_is_stopped() -> None:
    with pytest.raises(Endless), bounded(0.05):
        for _ in iter(int, 1):  # no call of C's: those are never interrupted
            pass
