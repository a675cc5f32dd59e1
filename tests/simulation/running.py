"""One run: a world laid out from a seed, its steps, and the end; or the promise that broke."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from desktop.store.opening import DATABASE_FILE
from tests.simulation import templates
from tests.simulation.bounds import Endless, bounded
from tests.simulation.chance import Chance, ruling
from tests.simulation.clocks import PcClock
from tests.simulation.ending import end
from tests.simulation.ledgers import Disk, LedgerHere, SqliteDisk, new_ledger
from tests.simulation.oracle import NOTHING, Done, Key
from tests.simulation.pcs import Pc, lay_out
from tests.simulation.statements import Killed, watched
from tests.simulation.steps import Step, steps_of, take
from tests.simulation.world import Broken, Centre, World

_MEMORY = Path("/dev/shm")  # noqa: S108  where there is one, files cost no disk
CENTRES = (2, 2, 2, 2, 3, 3, 4, 5)

MakeDisk = Callable[[Path], Disk]


@dataclass(frozen=True)
class Outcome:
    """What came of a run. digest: of its whole trace. steps: how many were taken. problem: "" if all promises held."""

    seed: int
    digest: str
    met: Counter[str]
    trace: tuple[str, ...]
    steps: int
    problem: str = ""


def run(seed: int, steps: Sequence[Step] | None = None, *, disk: MakeDisk = SqliteDisk) -> Outcome:
    """Play a seed, or some of its steps."""
    chosen = steps_of(seed) if steps is None else steps
    chance = Chance(seed)
    templates.make_all()
    new_ledger()
    with _room() as place, watched(), ruling(chance):
        world = World(seed, place, chance)
        problem = ""
        try:
            with bounded():
                _play(world, chosen, disk)
        except Broken as broken:
            problem = str(broken)
        except (Exception, Killed, Endless) as error:  # noqa: BLE001  whatever the real code raises unasked is a broken promise too
            problem = f"{type(error).__name__}: {error} ({_where(error)})"
        finally:
            _leave(world)
        if problem:
            world.tell(f"BROKEN {problem}")
        return Outcome(seed, world.digest(), world.met, tuple(world.trace), min(world.step, len(chosen)), problem)


def _play(world: World, steps: Sequence[Step], disk: MakeDisk) -> None:
    world.ledger = LedgerHere(disk(world.place / "ledger"), world.ledger_ms)
    _lay_out(world, Random(world.seed))
    for number, step in enumerate(steps, start=1):
        world.step = number
        world.chance.begin(step)
        take(world, step)
    world.step += 1
    end(world)


def _lay_out(world: World, chance: Random) -> None:
    """Centres with one PC each; further PCs and doors join in the steps."""
    for number in range(chance.choice(CENTRES)):
        label = templates.CENTRES[number]
        folder = world.new_folder()
        lay_out(folder, {DATABASE_FILE: templates.centre(number)})
        pc = Pc(f"{label}1", label, folder, PcClock(), b"", world.chance)
        pc.open()
        pc.founder = pc.sight.founder = pc.device
        world.pcs.append(pc)
        world.centres[label] = Centre(label, pc.device, pc.store.secret("centre_key"))
        _know(world, pc)


def _know(world: World, pc: Pc) -> None:
    """The oracle knows what a centre began with."""
    members = {row.id for row in pc.do.people.members()}
    for stamp, names in pc.look().by_stamp.items():
        world.oracle.taps[stamp] = Done("began", pc.centre, pc.label, (NOTHING,) * len(names))
        world.centres[pc.centre].members += [Key(stamp, at) for at, name in enumerate(names) if name in members]


def _leave(world: World) -> None:
    for pc in world.pcs:
        if not pc.is_gone:
            pc.close()
    if hasattr(world, "ledger"):
        world.ledger.close()


def _where(error: BaseException) -> str:
    """The last places in our own code on the way to an error."""
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "site-packages" not in frame.filename]
    return " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(ours[-4:]))


@contextmanager
def _room() -> Iterator[Path]:
    with TemporaryDirectory(prefix="goodhour-simulation-", dir=_MEMORY if _MEMORY.is_dir() else None) as name:
        yield Path(name)
