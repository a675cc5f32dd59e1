"""Walks by hand: ``python -m tests.views.walk`` for the few looks of the tests, ``--full`` for all of them.

``--part 1/2`` walks every second step only, for two people or two cores. Ends with 1 if there is a fault.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from itertools import islice

from tests.views.walk.walking import Step, all_steps, few_steps, states, to_walk, walk


def main() -> int:
    """Walk, print each fault with the step it was found in, and the counts at the end."""
    parser = argparse.ArgumentParser(prog="python -m tests.views.walk", description="Judges every screen.")
    parser.add_argument("--full", action="store_true", help="all looks, not only pairs of choices")
    parser.add_argument("--part", default="1/1", help="such as 1/2: the first of every two steps")
    parser.add_argument("--screen", action="append", help="this screen only; may be said again")
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.views.app import application  # noqa: PLC0415 - after the platform is chosen

    app = application()
    wanted = given.screen or to_walk()
    every = all_steps() if given.full else (step for screen in wanted for step in few_steps(screen))
    faults = steps = 0
    for step in _part(given.part, (step for step in every if step.walked.screen in wanted)):
        steps += 1
        for fault in walk(step):
            faults += 1
            sys.stdout.write(f"{step}: {fault.rule}: {fault.where}: {fault.what}\n")
        app.processEvents()
    looks = "all looks" if given.full else "pairs of looks"
    count = len([one for one in states() if one.screen in wanted])
    sys.stdout.write(f"{len(wanted)} screens, {count} states, {steps} steps in {looks}: {faults} faults\n")
    return 1 if faults else 0


def _part(part: str, steps: Iterable[Step]) -> Iterator[Step]:
    number, _, of = part.partition("/")
    return islice(steps, int(number) - 1, None, int(of))


if __name__ == "__main__":
    sys.exit(main())
