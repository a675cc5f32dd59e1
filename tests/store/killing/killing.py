"""Kill a tapping program again and again at moments of chance, and hold what it left against what it had said.

The killer knows programs by their lines only (`begin DRAFT KIND`, `done DRAFT KIND`), so that any program that taps,
with or without a window, can be put in the place of `tapping`.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.store.founding import FOUNDING_DRAFT
from desktop.store.store import Store
from tests.store.killing.tapping import PEOPLE_DRAFT

TAPPING = ("-m", "tests.store.killing.tapping")
LONGEST_LIFE_S = 0.2
AT_ONCE_S = 0.02

FactsOf = Callable[[str], int]
"""How many facts a tap of a kind is."""


@dataclass
class Told:
    """What the killed programs said, all together: draft and kind."""

    done: dict[str, str] = field(default_factory=dict)
    begun: dict[str, str] = field(default_factory=dict)
    last: tuple[str, ...] = ()

    def hear(self, said: bytes) -> None:
        """Take in one life's output; a line cut off by the kill was never said."""
        self.last = ()
        for line in said.split(b"\n")[:-1]:
            word, draft, kind = line.decode().split(" ")
            if word == "begin":
                self.begun[draft] = kind
                self.last = (draft, kind)
            else:
                self.done[draft] = kind
                self.last = ()


class Killer:
    """Starts programs on one data folder and ends each with kill -9."""

    def __init__(
        self, folder: Path, *, seed: int, program: Sequence[str] = TAPPING, longest_life_s: float = LONGEST_LIFE_S
    ) -> None:
        self.told = Told()
        self._longest_life_s = longest_life_s
        self._folder = folder
        self._program = program
        self._chance = random.Random(seed)

    def kill_once(self, *, taps_again: bool = True) -> None:
        """One life: from the start of the program, or from its first tap, to a moment of chance."""
        again = self._tapped_again() if taps_again else ()
        command = [sys.executable, *self._program, str(self._folder), *again]
        with subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0) as program:
            assert program.stdout is not None
            try:
                first = b"" if self._chance.random() < 0.2 else program.stdout.read(1)
                time.sleep(self._chance.choice((AT_ONCE_S, self._longest_life_s)) * self._chance.random())
            finally:
                program.kill()
            self.told.hear(first + program.stdout.read())

    def _tapped_again(self) -> tuple[str, ...]:
        """Half of the time what was begun last is tapped again, as a person would who saw no answer."""
        return self.told.last if self._chance.random() < 0.5 else ()


def check(store: Store, told: Told, facts_of: FactsOf) -> None:
    """Hold what a store has against what was said.

    Raises:
        AssertionError: something done is missing, is there twice, or chain, book or projections do not verify.
    """
    check_taps(store, told, facts_of, others=store.count(FOUNDING_DRAFT) + store.count(PEOPLE_DRAFT))


def check_taps(store: Store, told: Told, facts_of: FactsOf, *, others: int) -> None:
    """The same where `others` facts were there before anything was tapped."""
    counts = {draft: store.count(draft) for draft in told.begun}
    missing = sorted(draft for draft in told.done if not counts[draft])
    assert not missing, f"shown as done and lost: {missing}"
    wrong = sorted(draft for draft, kind in told.begun.items() if counts[draft] not in (0, facts_of(kind)))
    assert not wrong, f"there by half, or more than once: {wrong}"
    verified = store.verify()
    assert verified.ok, verified.problems
    assert verified.facts == others + sum(counts.values()), "facts that no tap wrote"
