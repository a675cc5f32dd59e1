"""What must hold after each step, on the PC where it happened."""

from __future__ import annotations

from collections import Counter

from desktop.store.naming import name_of
from ledger.domain.accounts import AccountClass
from tests.simulation.oracle import Key
from tests.simulation.pcs import Pc
from tests.simulation.world import Broken, World

_BELOW = "SELECT key, minutes FROM balances WHERE class = ? AND minutes < 0"


def check_pc(world: World, pc: Pc) -> None:
    """Hold one PC against the oracle. Raises Broken."""
    db = pc.store.db
    (total,) = db.execute("SELECT coalesce(sum(minutes), 0) FROM balances").fetchone()
    if total != 0:
        raise Broken(f"{pc.label}: all accounts together hold {total} minutes")
    if below := db.execute(_BELOW, [AccountClass.MEMBER]).fetchall():
        raise Broken(f"{pc.label}: {len(below)} members are below zero, the first by {-below[0][1]}")
    if not pc.is_door:
        check_screens(world, pc)


def check_screens(world: World, pc: Pc) -> None:
    """What the screens show is counted + waiting, as the taps say that are here."""
    sight = pc.look()
    must = world.oracle.shown_on(sight)
    counted, waiting = shown(pc)
    for what, here, there in (("counted", counted, must.counted), ("waiting", waiting, must.waiting)):
        for key in sorted({*here, *there}):
            if here[key] != there[key]:
                raise Broken(
                    f"{pc.label} shows {here[key]} minutes {what} for member {key.stamp}: the taps that are here"
                    f" say {there[key]}"
                )


def shown(pc: Pc) -> tuple[Counter[Key], Counter[Key]]:
    """What the screens of one PC say of all its members: counted and waiting, in minutes."""
    counted, waiting = Counter[Key](), Counter[Key]()
    for (member,) in pc.store.db.execute("SELECT id FROM members").fetchall():
        name = name_of(member)
        key, seen = Key(*pc.sight.key_of(name)), pc.do.credits.of(name)
        counted[key], waiting[key] = seen.available_minutes, seen.waiting_minutes
    return counted, waiting
