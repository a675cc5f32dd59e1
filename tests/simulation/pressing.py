"""Pressing: a tap is made, perhaps twice, perhaps cut off; the oracle is told what the screen showed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from desktop.problems import KnownProblem
from tests.simulation import desk_taps, slip_taps, taps
from tests.simulation.oracle import Done
from tests.simulation.pcs import Pc
from tests.simulation.slip_taps import NotTaken
from tests.simulation.statements import Killed, Trap
from tests.simulation.taps import Desk, Tap
from tests.simulation.world import Broken, World

TAPS: Mapping[str, tuple[int, Callable[[Desk], Tap | None]]] = {
    "helps": (9, taps.helps),
    "records": (4, taps.records),
    "gives": (4, taps.gives),
    "prints": (8, taps.prints),
    "thanks": (3, taps.thanks),
    "confirms": (3, taps.confirms),
    "declines": (1, taps.declines),
    "plans": (4, taps.plans),
    "cancels": (7, taps.cancels),
    "welcomes": (1, taps.welcomes),
    "hands in": (10, slip_taps.hands_in),
    "pays": (4, slip_taps.pays),
    "voids": (7, slip_taps.voids),
    "voids a sheet": (1, slip_taps.voids_sheet),
    "changes key": (1, slip_taps.changes_key),
    "undoes": (3, slip_taps.undoes),
    "puts right": (3, slip_taps.puts_right),
    "hands out": (1, slip_taps.hands_out),
    "pays at desk": (6, desk_taps.pays_at_desk),
    "credits at desk": (3, desk_taps.credits_at_desk),
    "undoes at desk": (3, desk_taps.undoes_at_desk),
    "empties tin": (3, desk_taps.empties_tin),
}
"""Each with how often it is chosen."""
NO_DRAFT = {"hands out", "voids", "voids a sheet", "changes key"}
"""Staff do these without a draft: pressed twice is asked twice."""


def press(world: World, pc: Pc, chance: Random) -> None:
    """Somebody does something at a PC."""
    kind = chance.choices([*TAPS], weights=[weight for weight, _ in TAPS.values()])[0]
    pc.look()
    stamp = world.stamp(pc)
    tap = TAPS[kind][1](Desk(world, pc, chance))
    if tap is None:
        world.count(f"tap nobody could make: {kind}")
        return
    outcome = _made(world, pc, tap, stamp, a_trap(chance))
    world.tell(f"{pc.label}: {tap.what}: {outcome}")
    world.count(f"tap {kind}: {outcome}")
    if outcome == "done" and kind not in NO_DRAFT and chance.random() < 0.15:
        _again(world, pc, tap)


def a_trap(chance: Random, *, most: int = 40, often: float = 0.06) -> Trap | None:
    """Now and then something that cuts a piece of work off, between two of its statements."""
    if chance.random() >= often:
        return None
    at = int(most ** chance.random()) if chance.random() < 0.5 else chance.randint(1, most)
    return Trap(at, after=chance.random() < 0.5, is_full=chance.random() < 0.3)


def _made(world: World, pc: Pc, tap: Tap, stamp: int, trap: Trap | None) -> str:
    said: object = None
    try:
        with pc.trapped(trap):
            said = tap.act()
        outcome = "done"
    except KnownProblem as problem:
        outcome = problem.code
    except NotTaken as verdict:
        outcome = f"not taken, {verdict}"
    except Killed:
        outcome = "killed"
    if trap is not None and trap.has_struck:
        world.count(f"fault in a tap: {'disk full' if trap.is_full else 'killed'}")
    names = pc.look().by_stamp.get(stamp, [])
    if names and outcome not in ("done", "killed"):
        raise Broken(f"{pc.label}: {tap.what} was refused ({outcome}) and wrote all the same")
    if names:
        parts = tuple(tap.part(pc.sight.entries[name].fact) for name in names)
        world.oracle.taps[stamp] = Done(tap.what, pc.centre, pc.label, parts, was_shown=outcome == "done")
    if outcome == "done":
        tap.after(said, stamp)
    return outcome


def _again(world: World, pc: Pc, tap: Tap) -> None:
    before = pc.store.read.last_seq()
    try:
        tap.act()
    except (KnownProblem, NotTaken):
        world.count("tap twice: refused")
    else:
        world.count("tap twice: done")
    if pc.store.read.last_seq() != before:
        raise Broken(f"{pc.label}: {tap.what}: a double tap wrote twice")
