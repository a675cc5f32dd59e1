"""How many presses of a switch each job takes, and how long "I helped" takes: `python -m tests.bench.bench_switch`.

Played on real widgets by the clock of the scan itself, so the machine makes no difference: a second on each thing, two
on the first. Soon: pressed half a second after it is lit, for a switch hears no second press before. Late: in the last
moment it is lit. Nearest and farthest: the first tile of each page on the way, and the last answer of its first page.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QAbstractButton

from desktop.views.app import application
from ledger.domain.access import AccessWritten, PressOn, ScanWay, Way
from tests.journeys.at_work import CentreAtWork
from tests.journeys.fingers import ByScan
from tests.journeys.jobs import JOBS, Job

ITEM_MS, FIRST_MS = 1_000, 2_000
PAGES = 3  # what, how long, with whom
EDGES = 2  # the bars below and above


def main() -> None:
    """Play it all, and say it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application()
    print("I helped, from Home, one switch:")  # noqa: T201
    for name, last in (("nearest", False), ("farthest", True)):
        for when, is_late in (("soon", False), ("late", True)):
            presses, took_ms = _helped(last=last, is_late=is_late)
            print(f"  {name} tiles, pressed {when}: {took_ms / 1000:.1f} s, {presses} presses")  # noqa: T201
    print("job: choices, one switch (presses, seconds late), two switches by step (presses)")  # noqa: T201
    for job in JOBS:
        one, two = _played(job, Way.ONE_SWITCH), _played(job, Way.TWO_SWITCHES)
        print(f"  {job.name}: {job.presses}, {one[0]} ({one[1] / 1000:.1f} s), {two[0]}")  # noqa: T201


def _helped(*, last: bool, is_late: bool) -> tuple[int, int]:
    with _signed_in(Way.ONE_SWITCH, is_late=is_late) as (centre, finger):
        centre.press("I helped")
        for _ in range(PAGES):
            things = [thing for row in centre.screen.scan_rows()[:-EDGES] for thing in row]
            answers = [thing for thing in things if thing.accessibleName() != "Something else"]  # it asks once more
            finger(cast("QAbstractButton", answers[-1 if last else 0]))
            centre.hand.settle()
        return finger.counted.presses, finger.took_ms


def _played(job: Job, way: Way) -> tuple[int, int]:
    with _signed_in(way, is_late=True, job=job) as (centre, finger):
        job.play(centre)
        assert job.is_done(centre), job.name
        return finger.counted.presses, finger.took_ms


@contextmanager
def _signed_in(way: Way, *, is_late: bool, job: Job | None = None) -> Iterator[tuple[CentreAtWork, ByScan]]:
    with tempfile.TemporaryDirectory() as folder:
        centre = CentreAtWork(Path(folder))
        if job is not None:
            job.needs(centre)
        scan_way = ScanWay.BY_STEP if way is Way.TWO_SWITCHES else ScanWay.BY_ITSELF
        own = AccessWritten(centre.member("Ann").id, way=way, scan_way=scan_way, press_on=PressOn.DOWN)
        centre.ask(lambda: centre.services.access.write(replace(own, scan_ms=ITEM_MS, first_item_ms=FIRST_MS)))
        finger = ByScan(centre, is_late=is_late)
        centre.sign_in("Ann")
        centre.hand.finger = finger
        finger.count_anew()
        yield centre, finger
        centre.close()


if __name__ == "__main__":
    main()
