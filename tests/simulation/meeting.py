"""Meetings of PCs with the central ledger: by the line, by files on a stick, and by what arrives late."""

from __future__ import annotations

from random import Random

from desktop.problems import KnownProblem
from desktop.sync.exchange import Exchange
from tests.simulation.lines import Line
from tests.simulation.pcs import Pc
from tests.simulation.pressing import a_trap
from tests.simulation.statements import Killed
from tests.simulation.world import World

STATEMENTS = 150
"""About how many a meeting takes on a PC."""


def meet(world: World, pc: Pc, chance: Random, *, often: float = 0.15) -> str:
    """One exchange of a PC, with what may go wrong; returns what came of it."""
    trap = a_trap(chance, most=STATEMENTS, often=often)
    line = Line(world, chance, often=often)
    world.stamp(pc)

    try:
        with pc.trapped(trap):
            came = Exchange(lambda job: job(pc.store), line).run()
        outcome = "met"
        world.tell(f"{pc.label} meets: sent {came.sent}, received {came.received}, {came.to_send.facts} to send")
        for ruling, count in sorted(came.rulings.items()):
            world.met[f"ruling: {ruling}"] += count
    except KnownProblem as problem:
        outcome = problem.code
        world.tell(f"{pc.label} meets: {outcome}")
    except Killed:
        outcome = "killed"
        world.tell(f"{pc.label} meets: killed")
    if trap is not None and trap.has_struck:
        world.count(f"fault in an exchange: {'disk full' if trap.is_full else 'killed'}")
    world.count(f"meeting: {outcome}")
    return outcome


def late_post(world: World, chance: Random) -> None:
    """A request that was long under way comes to the ledger after all; nobody waits for its answer."""
    if not world.late:
        world.count("late post: none")
        return
    late = world.late.pop(chance.randrange(len(world.late)))
    status, _ = world.ledger.send(late.path, late.body)
    world.tell(f"a late request arrives: {status}")
    world.count(f"late post: {status}")
