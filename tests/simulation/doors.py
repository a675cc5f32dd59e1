"""A venue's door: slips are handed in there, and nothing else happens."""

from __future__ import annotations

from random import Random

from desktop.problems import KnownProblem
from tests.simulation.oracle import NOTHING, Done
from tests.simulation.pcs import Pc
from tests.simulation.pressing import a_trap
from tests.simulation.slip_taps import NotTaken, a_paper, taken
from tests.simulation.statements import Killed
from tests.simulation.taps import Desk
from tests.simulation.world import World


def at_door(world: World, pc: Pc, chance: Random) -> None:
    """Somebody comes to a door with a slip."""
    paper = a_paper(Desk(world, pc, chance))
    if paper is None:
        return
    stamp = world.stamp(pc)
    draft, trap = pc.do.sittings.new_draft(), a_trap(chance)
    try:
        with pc.trapped(trap):
            taken(pc.do.door.take(paper.token, draft))
        outcome = "done"
    except KnownProblem as problem:
        outcome = problem.code
    except NotTaken as verdict:
        outcome = f"not taken, {verdict}"
    except Killed:
        outcome = "killed"
    names = pc.look().by_stamp.get(stamp, [])
    if names:
        world.oracle.taps[stamp] = Done("door", pc.centre, pc.label, (NOTHING,) * len(names), outcome == "done")
    world.tell(f"{pc.label}: slip of {paper.centre} for {paper.minutes}: {outcome}")
    world.count(f"tap at a door: {outcome}")
