"""The end of a run: the line is good, everybody meets until nobody has anything new, and every promise is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.simulation import agreement, books, disasters
from tests.simulation.checks import check_pc
from tests.simulation.joining import join_again, join_network
from tests.simulation.meeting import meet
from tests.simulation.pcs import Pc
from tests.simulation.world import Broken, World

MOST_ROUNDS = 14
TURNED_AWAY = ("revoked", "turned_away")


def end(world: World) -> None:
    """Heal the network and hold everything against everything. Raises Broken."""
    world.late.clear()
    for pc in world.at_work():
        if not pc.is_enrolled and pc.device == pc.founder:
            join_network(world, pc, Random(0), often=0)
    quiet(world)
    disasters.close_epoch(world)
    quiet(world)
    _check(world)


def quiet(world: World) -> None:
    """Everybody meets, again and again, until a whole round changed nothing."""
    told: list[str] = []
    for _ in range(MOST_ROUNDS):
        before = [_state(pc) for pc in _all(world)]
        world.step += 1
        told = [f"{pc.label} {_meet(world, pc)}" for pc in _all(world)]
        if [_state(pc) for pc in _all(world)] == before and all(one.endswith(" met") for one in told):
            return
    raise Broken(f"the network never comes to rest: {', '.join(told)}")


def _meet(world: World, pc: Pc) -> str:
    world.chance.begin(world.step << 8 | world.pcs.index(pc))
    outcome = meet(world, pc, Random(0), often=0)
    if outcome == "unknown_device":
        join_again(world, pc)
        return outcome
    if outcome in TURNED_AWAY:
        if not world.met["fault: PC revoked"]:
            raise Broken(f"{pc.label} is turned away and nobody revoked it: {outcome}")
        pc.is_revoked = True  # a copy of one that was, or one that it vouched for
        return "met"
    return outcome


def _all(world: World) -> Iterator[Pc]:
    return (pc for pc in world.pcs if not pc.is_gone and not pc.is_revoked)


def _state(pc: Pc) -> tuple[object, ...]:
    db = pc.store.db
    (facts,) = db.execute("SELECT count(*) FROM facts").fetchone()
    (notices,) = db.execute("SELECT count(*) FROM notices").fetchone()
    (waiting,) = db.execute("SELECT count(*) FROM batches WHERE arrival IS NULL").fetchone()
    return pc.device, facts, notices, waiting


def _check(world: World) -> None:
    for pc in _all(world):
        check_pc(world, pc)
        verified = pc.store.verify()
        if not verified.ok:
            raise Broken(f"{pc.label} does not verify: {'; '.join(verified.problems)}")
    agreement.check(world)
    books.check(world)
