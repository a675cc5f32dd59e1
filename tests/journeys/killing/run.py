"""A whole run: make a practice centre, kill the app on it again and again, check after each kill."""

from __future__ import annotations

import os
from pathlib import Path

from desktop.bootstrap import practice_centre
from desktop.clock import WallClock
from tests.journeys.killing.tapping import FACTS
from tests.store.killing.killing import Killer, check_taps
from tests.store.killing.run import Outcome

PROGRAM = ("-m", "tests.journeys.killing.tapping")
LONGEST_LIFE_S = 1.5


def run(folder: Path, *, kills: int, seed: int) -> Outcome:
    """Kill the app `kills` times while somebody taps.

    Raises:
        AssertionError: after one of the kills something was lost, doubled or wrong; it names the seed.
    """
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    made = practice_centre(folder, WallClock())
    before = made.store.verify().facts
    made.close()
    killer = Killer(folder, seed=seed, program=PROGRAM, longest_life_s=LONGEST_LIFE_S)
    try:
        for _ in range(kills):
            killer.kill_once(taps_again=False)
            parts = practice_centre(folder, WallClock())
            try:
                check_taps(parts.store, killer.told, FACTS.__getitem__, others=before)
            finally:
                parts.close()
    except AssertionError as error:
        error.add_note(f"seed {seed}")
        raise
    return Outcome(kills, len(killer.told.done), len(killer.told.begun) - len(killer.told.done))
