"""A town: two centres and a swimming pool's door, enrolled and at work, with a line of its own for each."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from desktop.clock import Clock
from desktop.store.membership import Membership
from desktop.store.sqlcipher import in_transaction
from tests.network import busy
from tests.network.busy import Centre
from tests.network.centres import Pc, good
from tests.network.ledgers import Ledger
from tests.network.line import Line

POOL = "Sandford Pool"


@dataclass(frozen=True, slots=True)
class Place:
    """One PC with its line to the ledger, and what was written on it."""

    pc: Pc
    line: Line
    centre: Centre

    def works(self, day: Callable[[Any, Centre], Any], clock: Clock | None = None) -> Any:
        """Do something on the open PC: day(parts, centre)."""
        with self.pc.opened(clock) as parts:
            return day(parts, self.centre)


@dataclass(frozen=True, slots=True)
class Town:
    """All of it. The ledger serves, and every PC reaches it over its own line only."""

    folder: Path
    ledger: Ledger
    elm: Place
    oak: Place
    door: Place

    @property
    def places(self) -> tuple[Place, ...]:
        """All three."""
        return self.elm, self.oak, self.door

    def meets(self, *, times: int = 2) -> None:
        """Everybody exchanges in turn, until what each has for the others has come round."""
        for _ in range(times):
            for place in self.places:
                good(place.pc.exchange())


@dataclass(frozen=True, slots=True)
class Kept:
    """A town at rest in a folder, to be copied."""

    folder: Path
    pcs: dict[str, Pc]
    centres: dict[str, Centre]


def built(folder: Path, *, work: int = 12, has_photos: bool = True) -> Kept:
    """Begin the town: everybody enrols, works a little, and meets."""
    with Ledger(folder / "ledger") as ledger:
        pcs, centres = {}, {"door": Centre()}
        for seed, name in enumerate(("elm", "oak")):
            pcs[name] = Pc.begun(folder / name, f"{name.capitalize()} House")
            with pcs[name].opened() as parts:
                centres[name] = busy.begin(parts, seed, has_photos=has_photos)
                busy.help_out(parts, centres[name], Random(seed), times=work)
            good(pcs[name].enrol(ledger.url, ledger.code("centre", "add", f"{name.capitalize()} House")))
        pcs["door"] = Pc.door(folder / "door", ledger, ledger.code("venue", "add", POOL))
        for pc in [*pcs.values(), *pcs.values()]:
            good(pc.exchange())
        ledger.stop()
    return Kept(folder, pcs, centres)


@contextmanager
def living(kept: Kept, folder: Path) -> Iterator[Town]:
    """A copy of the town that lives: its ledger serves, and each PC has a line."""
    shutil.copytree(kept.folder, folder, dirs_exist_ok=True)
    with ExitStack() as stack:
        ledger = stack.enter_context(Ledger(folder / "ledger"))
        places = {}
        for name, pc in kept.pcs.items():
            line = stack.enter_context(Line(ledger.port))
            here = replace(pc, folder=folder / name)
            points_to(here, line.url)
            places[name] = Place(here, line, kept.centres[name].copy())
        yield Town(folder, ledger, **places)


def points_to(pc: Pc, url: str) -> None:
    """The ledger moved: from now on it is there."""
    with pc.opened() as parts, in_transaction(parts.store.db):
        Membership(parts.store).keep("ledger_url", url.encode())
