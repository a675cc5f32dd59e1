"""By hand: `python -m tests.store.killing --kills 200`, with a seed to play a run again."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.store.killing.run import Outcome, run


def main(run: Callable[..., Outcome] = run, name: str = "python -m tests.store.killing") -> None:
    """Kill as often as asked, then say what was held."""
    asked = argparse.ArgumentParser(prog=name, description=__doc__)
    asked.add_argument("--kills", type=int, default=200)
    asked.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    chosen = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        told = run(Path(folder) / "centre", kills=chosen.kills, seed=chosen.seed)
    sys.stdout.write(f"{told}; seed {chosen.seed}\n")


if __name__ == "__main__":
    main()
