"""What happens to machines: copied, set back, lost, their clocks wrong; and the ledger put back from a backup."""

from __future__ import annotations

from random import Random

from desktop.store import restoring
from ledger.server import epochs, revoking
from ledger.server.database import writing
from ledger.server.finding import text_of
from ledger.server.problems import LedgerProblem
from tests.simulation.clocks import MINUTE_MS, PcClock
from tests.simulation.losses import note_losses
from tests.simulation.pcs import Pc, lay_out
from tests.simulation.world import World

DAY_MS = 24 * 60 * MINUTE_MS
JUMPS_MS = (-400 * DAY_MS, -DAY_MS, -90 * MINUTE_MS, 90 * MINUTE_MS, DAY_MS, 400 * DAY_MS, 0)
MOST_COPIES = 2
MOST_RESTORES = 2


def take_picture(world: World, pc: Pc) -> None:
    """Somebody backs a PC up."""
    if pc.is_enrolled:
        pc.pictures.append(pc.picture(world.step))
        world.tell(f"{pc.label} is backed up")


def set_back(world: World, pc: Pc, chance: Random) -> None:
    """A PC is restored from an old backup."""
    if not pc.pictures:
        return
    picture = chance.choice(pc.pictures)
    before = set(pc.store.db.execute("SELECT number, issuer, fact, at_ms FROM redeemed_here").fetchall())
    pc.put_back(picture)
    pc.has_twin = True
    if chance.random() < 0.7:  # by the app's own restore; otherwise somebody just copied the disk back
        restoring._carry_over(pc.store, restoring.Remembered(frozenset(before)))
    note_losses(world)
    world.tell(f"{pc.label} is set back to step {picture.taken_at_step}")
    world.count("fault: PC set back")


def clone(world: World, pc: Pc) -> None:
    """A PC's disk is copied, and both go on."""
    copies = [one for one in world.pcs if one.label.startswith(f"{pc.label}'")]
    if not pc.is_enrolled or len(copies) >= MOST_COPIES or len(world.pcs) > 9:
        return
    folder = world.new_folder()
    lay_out(folder, pc.picture(world.step).files)
    copy = Pc(f"{pc.label}{chr(39) * (len(copies) + 1)}", pc.centre, folder, PcClock(), pc.founder, world.chance)
    copy.is_door, copy.venue, copy.is_revoked = pc.is_door, pc.venue, pc.is_revoked
    pc.has_twin = copy.has_twin = True
    copy.open(wholly=True)
    world.pcs.append(copy)
    world.tell(f"{copy.label} is a copy of {pc.label}")
    world.count("fault: PC cloned")


def destroy(world: World, pc: Pc) -> None:
    """A PC is lost for good; a centre's last stays."""
    if pc.is_door or len(world.meeting(pc.centre)) < 2:
        return
    pc.close()
    pc.is_gone = True
    note_losses(world)
    world.tell(f"{pc.label} is destroyed")
    world.count("fault: PC destroyed")


def revoke(world: World, pc: Pc, chance: Random) -> None:
    """The coordinator hears a PC no longer; where it had the purse, another gets it.

    A centre's last PC that the ledger knows is revoked for all its copies, but not while another waits to be let in:
    nothing would let that in again, as the ledger's refusal says and docs/ledger.md tells.
    """
    if pc.is_door or not pc.is_enrolled or len(world.meeting(pc.centre)) < 2:
        return
    others = [one for one in world.meeting(pc.centre) if one.device != pc.device]
    try:
        done = revoking.revoke_device(
            world.ledger.engine,
            text_of(pc.device),
            now_ms=world.ledger.now_ms,
            keep_slips=chance.random() < 0.7,
            is_last_meant=not others,
        )
    except LedgerProblem as problem:
        world.tell(f"{pc.label} is not revoked: {problem.code}")
        return
    for one in world.pcs:
        if one.centre == pc.centre and not one.is_gone and one.device == pc.device:
            one.is_revoked = True
    world.tell(f"{pc.label} is revoked, {done.keys} keys with it")
    world.count("fault: PC revoked")
    left = world.meeting(pc.centre)
    if done.had_purse and left:
        move_purse(world, chance.choice(left))


def move_purse(world: World, pc: Pc) -> None:
    """The coordinator gives the purse to another PC."""
    if pc.is_door or not pc.is_enrolled:
        return
    try:
        revoking.move_purse(world.ledger.engine, text_of(pc.founder), text_of(pc.device), now_ms=world.ledger.now_ms)
        outcome = "given"
    except LedgerProblem as problem:
        outcome = problem.code
    world.tell(f"the purse to {pc.label}: {outcome}")
    world.count(f"purse: {outcome}")


def jump(world: World, pc: Pc, chance: Random) -> None:
    """A clock goes wrong, or right again."""
    offset_ms = chance.choice(JUMPS_MS)
    if chance.random() < 0.1:
        world.ledger_offset_ms = offset_ms
        world.tell(f"the ledger's clock is off by {offset_ms // MINUTE_MS} minutes")
    else:
        pc.clock.offset_ms = offset_ms
        world.tell(f"{pc.label}'s clock is off by {offset_ms // MINUTE_MS} minutes")
    world.count("fault: clock jumps")


def picture_ledger(world: World) -> None:
    """The ledger is backed up."""
    world.ledger.keep_picture()
    world.tell("the ledger is backed up")


def set_ledger_back(world: World, chance: Random) -> None:
    """The ledger is restored from an old backup: by its own restore, or by somebody who just copies the files."""
    ledger = world.ledger
    if not ledger.pictures or world.met["fault: ledger set back"] >= MOST_RESTORES:
        return
    tells = chance.random() < 0.5
    ledger.put_back(chance.randrange(len(ledger.pictures)), tells=tells)
    note_losses(world)
    world.tell(f"the ledger is set back{'' if tells else ', and does not know it'}")
    world.count("fault: ledger set back")
    world.count(f"fault: ledger set back, {'telling' if tells else 'not telling'}")


def close_epoch(world: World) -> None:
    """The coordinator waits no longer for who has not met in the new epoch."""
    with writing(world.ledger.engine) as connection:
        epochs.close(connection)
    world.tell("the epoch's window is closed")
    world.count("epoch closed by hand")
