"""What may be lost: taps that stood nowhere but on what was destroyed. Everything else must be there in the end."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b

from sqlalchemy import select

from ledger.server.database import reading
from ledger.server.tables import batches
from ledger.wire import batch
from tests.simulation.clocks import STAMPS
from tests.simulation.world import World

_READ: dict[tuple[bytes, bytes], Counter[int]] = {}
"""Stamps in batches read before."""
_MOST_READ = 50_000


def note_losses(world: World) -> None:
    """After something was destroyed or set back: what stands nowhere any more is lost, and nobody may ask for it."""
    there = everywhere(world)
    for stamp, done in world.oracle.taps.items():
        if not done.is_lost and stamp not in there.get(done.centre, set()):
            done.is_lost = True
            world.count("taps lost with a machine")


def everywhere(world: World) -> dict[str, set[int]]:
    """The taps that stand on some PC or at the ledger, by centre."""
    found: dict[str, set[int]] = {label: set(stamps) for label, stamps in at_ledger(world).items()}
    for pc in world.pcs:
        if not pc.is_gone:
            found.setdefault(pc.centre, set()).update(pc.look().by_stamp)
    return found


def at_ledger(world: World) -> dict[str, Counter[int]]:
    """How many facts of each tap the ledger holds, by centre; only the simulation has the keys to look."""
    found: dict[str, Counter[int]] = {}
    labels = {centre.founder: centre for centre in world.centres.values()}
    with reading(world.ledger.engine) as connection:
        rows = connection.execute(select(batches.c.centre, batches.c.raw)).all()
    for name, raw in rows:
        centre = labels[bytes(name)]
        found.setdefault(centre.label, Counter()).update(stamps_in(bytes(raw), centre.key))
    return found


def stamps_in(raw: bytes, centre_key: bytes) -> Counter[int]:
    """The taps of a batch's facts, and how many facts of each."""
    key = (centre_key, blake2b(raw, digest_size=16).digest())
    found = _READ.get(key)
    if found is None:
        if len(_READ) > _MOST_READ:
            _READ.clear()
        facts = batch.open_facts(batch.read(raw), centre_key=centre_key)
        found = _READ[key] = Counter(fact.at_ms % STAMPS for fact in facts if not isinstance(fact, batch.Unreadable))
    return found
