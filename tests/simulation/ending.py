"""The end of a run: the line is good, everybody meets until nobody has anything new, and every promise is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from random import Random

from tests.simulation import accounts, agreement, books, disasters
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
    if world.ledger.is_window_open:
        disasters.close_epoch(world)
        quiet(world)
    _check(world)


def quiet(world: World) -> None:
    """Everybody meets, one after the other, until everybody met since anything last changed, and nothing did."""
    there = list(_all(world))
    still, last = 0, ""
    for turn in range(MOST_ROUNDS * len(there)):
        pc = there[turn % len(there)]
        world.step += 1
        before = _state(world, pc)
        told = "met" if pc.is_revoked else _meet(world, pc)
        still = still + 1 if told == "met" and _state(world, pc) == before else 0
        last = f"{pc.label} {told}"
        if still == len(there):
            return
    raise Broken(f"the network never comes to rest, the last to meet: {last}")


def _meet(world: World, pc: Pc) -> str:
    world.chance.begin(world.step)
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


def _state(world: World, pc: Pc) -> tuple[object, ...]:
    """What a meeting of a PC changes, here or at the ledger."""
    db = pc.store.db
    (facts,) = db.execute("SELECT count(*) FROM facts").fetchone()
    (notices,) = db.execute("SELECT count(*) FROM notices").fetchone()
    (waiting,) = db.execute("SELECT count(*) FROM batches WHERE arrival IS NULL").fetchone()
    (wanted,) = db.execute("SELECT count(*) FROM wanted_blobs").fetchone()
    (marks,) = db.execute("SELECT coalesce(sum(held), 0) FROM blob_marks").fetchone()
    return pc.device, facts, notices, waiting, wanted, marks, world.ledger.moved


def _check(world: World) -> None:
    for pc in _all(world):
        check_pc(world, pc)
        if pc.device != pc.born and not pc.has_twin:
            raise Broken(f"{pc.label} goes on as another device, and nobody copied it or set it back")
        verified = pc.store.verify()
        if not verified.ok:
            raise Broken(f"{pc.label} does not verify: {'; '.join(verified.problems)}")
    agreement.check(world)
    books.check(world)
    accounts.check(world)
    for pc in _all(world):
        world.tell(f"{pc.label} ends as {_print_of(pc)}")


def _print_of(pc: Pc) -> str:
    """All facts and balances of a PC in a few letters."""
    found = blake2b(digest_size=8)
    for table in ("facts", "batches", "balances", "movements", "slips"):
        for row in pc.store.db.execute(f"SELECT * FROM {table} ORDER BY 1, 2"):  # noqa: S608  our own tables
            found.update(repr(row).encode())
    return found.hexdigest()
