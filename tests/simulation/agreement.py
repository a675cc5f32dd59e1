"""Agreement at the end: nothing is missing or doubled, and whoever has the same facts shows the same, byte for byte."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from sqlalchemy import select

from desktop.store.tables import PROJECTIONS
from ledger.domain.feed import first_head
from ledger.server.database import reading
from ledger.server.tables import batches, feeds
from tests.simulation.losses import at_ledger
from tests.simulation.pcs import Pc
from tests.simulation.world import Broken, World

_SAID = "facts WHERE device IN (SELECT feed FROM notices)"
_OWN = "facts WHERE device NOT IN (SELECT feed FROM notices)"
_FOR_PEOPLE = ("balances", "members", "movements", "plans", "tasks", "offers", "waiting", "workers")


def check(world: World) -> None:
    """Raises Broken."""
    at_the_ledger = at_ledger(world)
    for label in world.centres:
        there = world.meeting(label)
        if not there:
            continue
        for pc in there:
            _check_taps(world, pc, at_the_ledger.get(label, Counter()))
            _check_held(world, pc)
        for one, other in pairwise(there):
            _check_same(world, one, other)
    _check_batches(world)


def _check_taps(world: World, pc: Pc, at_the_ledger: Counter[int]) -> None:
    """Everything a screen of this centre ever called done is here once, and at the ledger once."""
    here = Counter({stamp: len(names) for stamp, names in pc.look().by_stamp.items()})
    elsewhere = _on_revoked(world, pc.centre)
    for stamp, done in world.oracle.taps.items():
        if done.centre != pc.centre or not done.parts or (done.is_lost and not here[stamp]):
            continue
        wanted = len(done.parts)
        if here[stamp] == wanted == at_the_ledger[stamp] or (not here[stamp] and stamp in elsewhere):
            continue
        raise Broken(
            f"{done.what} of {done.pc} (tap {stamp}) has {wanted} facts: {here[stamp]} are at {pc.label}, "
            f"{at_the_ledger[stamp]} at the ledger"
        )


def _on_revoked(world: World, centre: str) -> set[int]:
    revoked = [pc for pc in world.pcs if pc.centre == centre and pc.is_revoked and not pc.is_gone]
    return {stamp for pc in revoked for stamp in pc.look().by_stamp}


def _check_held(world: World, pc: Pc) -> None:
    """The ledger and the PC have the same end of the PC's feed."""
    with reading(world.ledger.engine) as connection:
        row = connection.execute(select(feeds.c.seq, feeds.c.head).where(feeds.c.device == pc.device)).one_or_none()
    mine = pc.store.db.execute(
        "SELECT seq, head FROM facts WHERE device = ? ORDER BY seq DESC LIMIT 1", [pc.device]
    ).fetchone() or (0, first_head(pc.device))
    if row is None or (row.seq, bytes(row.head)) != tuple(mine):
        raise Broken(f"{pc.label} ends at {mine[0]}, and the ledger holds {row and row.seq} of it")


def _check_same(world: World, one: Pc, other: Pc) -> None:
    tables: tuple[str, ...] = ("facts", *PROJECTIONS)
    is_epoch_met_twice = world.met["fault: ledger set back, not telling"] or world.met["fault: ledger set back"] > 1
    if is_epoch_met_twice and _differ(one, other, _SAID):
        # It spoke on in its old epoch, or two restores of one backup entered the same, and each heard another version:
        # said anew, it comes to the same for people.
        world.count("two versions of what the ledger said")
        tables = (_OWN, *_FOR_PEOPLE)
    for table in tables:
        if rows := _differ(one, other, table):
            raise Broken(f"{one.label} and {other.label} differ in {table}: {len(rows)} rows, {repr(rows[:2])[:400]}")


def _differ(one: Pc, other: Pc, table: str) -> list[tuple[object, ...]]:
    sql = f"SELECT * FROM {table}"  # noqa: S608  our own tables
    here, there = (set(map(tuple, pc.store.db.execute(sql).fetchall())) for pc in (one, other))
    return sorted(here ^ there, key=repr)


def _check_batches(world: World) -> None:
    """Every batch is held once: of each feed one stretch follows the other, from the first fact to the last."""
    with reading(world.ledger.engine) as connection:
        order = select(batches.c.device, batches.c.first, batches.c.last).order_by(batches.c.device, batches.c.first)
        rows = connection.execute(order).all()
        ends = dict(connection.execute(select(feeds.c.device, feeds.c.seq)).all())
    reached: dict[bytes, int] = {}
    for device, first, last in rows:
        if first != reached.get(device, 0) + 1:
            raise Broken(f"the ledger holds {device.hex()[:8]} to {reached.get(device, 0)}, and then from {first}")
        reached[device] = last
    if {device: seq for device, seq in ends.items() if seq} != reached:
        raise Broken("the ledger's batches do not reach as far as its feeds say")
