"""The steps of a run: what happens next, drawn from the step's own chance and what there is in the world."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from tests.simulation import disasters, joining
from tests.simulation.checks import check_pc
from tests.simulation.clocks import MINUTE_MS
from tests.simulation.doors import at_door
from tests.simulation.meeting import late_post, meet
from tests.simulation.pcs import Pc
from tests.simulation.pressing import press
from tests.simulation.sticks import carry
from tests.simulation.world import Broken, World

Step = int
"""The seed of a step's own chance."""
FIRST_STEPS = 30
MOST_STEPS = 90
PASSING_MINUTES = (1, 3, 10, 40, 200, 900)


def steps_of(seed: int) -> list[Step]:
    """The steps of a seed."""
    chance = Random(seed ^ 0x5EED)
    return [chance.getrandbits(48) for _ in range(chance.randint(FIRST_STEPS, MOST_STEPS))]


def take(world: World, step: Step) -> None:
    """Let one step happen, and hold the PC where it happened against the oracle. Raises Broken."""
    chance = Random(step)
    world.wall_ms += chance.choice(PASSING_MINUTES) * MINUTE_MS
    kind = chance.choices([*STEPS], weights=[weight for weight, _ in STEPS.values()])[0]
    pc = STEPS[kind][1](world, chance)
    if pc is not None and not pc.is_gone:
        check_pc(world, pc)


def _pc(world: World, chance: Random) -> Pc:
    return chance.choice(world.at_work())


def _tap(world: World, chance: Random) -> Pc:
    pc = _pc(world, chance)
    press(world, pc, chance)
    return pc


def _meet(world: World, chance: Random) -> Pc:
    everywhere = world.at_work() + world.at_work(doors=True)
    pc = chance.choice(everywhere)
    if not pc.is_enrolled:
        if pc.device == pc.founder:
            joining.join_network(world, pc, chance)
        return pc
    meet(world, pc, chance)
    return pc


def _stick(world: World, chance: Random) -> Pc:
    there = world.at_work() + world.at_work(doors=True)
    under_way = {stick.label for stick in world.sticks}
    pc = chance.choice([pc for pc in there if pc.label in under_way] or there)
    carry(world, pc, chance)
    return pc


def _door(world: World, chance: Random) -> Pc | None:
    doors = world.at_work(doors=True)
    if not doors:
        joining.open_door(world)
        return None
    pc = chance.choice(doors)
    at_door(world, pc, chance)
    return pc


def _further(world: World, chance: Random) -> None:
    centres = [centre for centre in world.centres.values() if not centre.venue]
    joining.further_pc(world, chance.choice(centres))


def _late(world: World, chance: Random) -> None:
    late_post(world, chance)


def _picture(world: World, chance: Random) -> None:
    disasters.take_picture(world, chance.choice(world.at_work() + world.at_work(doors=True)))


def _set_back(world: World, chance: Random) -> Pc | None:
    pictured = [pc for pc in world.at_work() + world.at_work(doors=True) if pc.pictures]
    if not pictured:
        return None
    pc = chance.choice(pictured)
    disasters.set_back(world, pc, chance)
    return pc


def _clone(world: World, chance: Random) -> None:
    disasters.clone(world, _pc(world, chance))


def _destroy(world: World, chance: Random) -> None:
    disasters.destroy(world, _pc(world, chance))


def _revoke(world: World, chance: Random) -> None:
    disasters.revoke(world, _pc(world, chance), chance)


def _purse(world: World, chance: Random) -> None:
    disasters.move_purse(world, _pc(world, chance))


def _jump(world: World, chance: Random) -> None:
    disasters.jump(world, _pc(world, chance), chance)


def _picture_ledger(world: World, _chance: Random) -> None:
    disasters.picture_ledger(world)


def _set_ledger_back(world: World, chance: Random) -> None:
    disasters.set_ledger_back(world, chance)


def _close_epoch(world: World, _chance: Random) -> None:
    disasters.close_epoch(world)


def _verify(world: World, chance: Random) -> Pc:
    pc = _pc(world, chance)
    verified = pc.store.verify()
    if not verified.ok:
        raise Broken(f"{pc.label} does not verify: {'; '.join(verified.problems)}")
    return pc


STEPS: Mapping[str, tuple[int, Callable[[World, Random], Pc | None]]] = {
    "tap": (100, _tap),
    "meet": (38, _meet),
    "stick": (9, _stick),
    "door": (14, _door),
    "further PC": (4, _further),
    "late post": (4, _late),
    "picture": (4, _picture),
    "set back": (2, _set_back),
    "clone": (2, _clone),
    "destroy": (1, _destroy),
    "revoke": (1, _revoke),
    "purse": (1, _purse),
    "jump": (2, _jump),
    "ledger's picture": (2, _picture_ledger),
    "ledger set back": (2, _set_ledger_back),
    "epoch closed": (1, _close_epoch),
    "verify": (1, _verify),
}
"""Each with how often it is chosen."""
