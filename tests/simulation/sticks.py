"""Exchanges carried as files on a stick: written, answered and read at any time, in any order, twice or never."""

from __future__ import annotations

from random import Random

from desktop.problems import KnownProblem
from desktop.sync.incoming import apply
from desktop.sync.outgoing import prepare
from tests.simulation.meeting import STATEMENTS
from tests.simulation.pcs import Pc
from tests.simulation.pressing import a_trap
from tests.simulation.statements import Killed
from tests.simulation.world import Stick, World

MOST_STICKS = 4
OK = 200


def carry(world: World, pc: Pc, chance: Random) -> None:
    """The next thing that happens to a stick: it is written, answered, or read."""
    sticks = [stick for stick in world.sticks if stick.label == pc.label]
    if pc.is_enrolled and (not sticks or (len(sticks) < MOST_STICKS and chance.random() < 0.4)):
        _write(world, pc)
    elif sticks:
        stick = chance.choice(sticks)
        if stick.status and chance.random() < 0.7:
            _read(world, pc, stick, chance)
        else:
            stick.status, stick.answered = world.ledger.send("/1/x", stick.asked, is_carried=True)
            world.tell(f"a stick of {pc.label} is at the ledger: {stick.status}")
            world.count(f"stick: answered {stick.status}")


def _write(world: World, pc: Pc) -> None:
    world.stamp(pc)
    world.sticks.append(Stick(pc.label, prepare(pc.store)))
    world.tell(f"{pc.label} writes a stick")
    world.count("stick: written")


def _read(world: World, pc: Pc, stick: Stick, chance: Random) -> None:
    if chance.random() < 0.8:
        world.sticks.remove(stick)
    if stick.status != OK and not stick.answered.startswith(b"GHY"):
        return
    world.stamp(pc)
    trap = a_trap(chance, most=STATEMENTS)
    try:
        with pc.trapped(trap):
            came = apply(pc.store, stick.asked, OK, stick.answered)
        outcome = came.problem.code if came.problem else "read"
    except KnownProblem as problem:
        outcome = problem.code
    except Killed:
        outcome = "killed"
    world.tell(f"{pc.label} reads a stick: {outcome}")
    world.count(f"stick: {outcome}")
