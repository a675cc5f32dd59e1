"""A whole run: found a centre, kill it again and again, check after each kill."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from desktop.clock import WallClock
from desktop.store.founding import Founding, create
from desktop.store.opening import PASSPHRASE_VARIABLE, open_store
from tests.store.killing.killing import Killer, check
from tests.store.killing.tapping import FACTS


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to: kills, taps said to be done (all of them there), and taps cut off (there once or not)."""

    kills: int
    done: int
    cut_off: int

    def __str__(self) -> str:
        return f"{self.kills} kills, {self.done} taps done and all there once, {self.cut_off} cut off"


def run(folder: Path, *, kills: int, seed: int) -> Outcome:
    """Kill a tapping program `kills` times.

    Raises:
        AssertionError: after one of the kills something was lost, doubled or wrong; it names the seed.
    """
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    new = create(folder, Founding("Killed often"), clock=WallClock())
    new.store.close()
    os.environ[PASSPHRASE_VARIABLE] = new.passphrase
    killer = Killer(folder, seed=seed)
    try:
        for _ in range(kills):
            killer.kill_once()
            store = open_store(folder, clock=WallClock())
            try:
                check(store, killer.told, FACTS.__getitem__)
            finally:
                store.close()
    except AssertionError as error:
        error.add_note(f"seed {seed}")
        raise
    finally:
        del os.environ[PASSPHRASE_VARIABLE]
    return Outcome(kills, len(killer.told.done), len(killer.told.begun) - len(killer.told.done))
