"""Who joins the network: a centre's first PC, a further PC that one of its PCs vouches for, a venue's door."""

from __future__ import annotations

from random import Random

from sqlalchemy import select

from desktop.problems import KnownProblem
from desktop.store.membership import Ledger
from desktop.store.opening import DATABASE_FILE
from desktop.sync.joining import enrol, keep_enrolled
from ledger.domain.names import device_name
from ledger.domain.network import DoorOpened
from ledger.domain.subjects import IssuerKeyAdded
from ledger.server import centres
from ledger.server.database import reading
from ledger.server.finding import text_of
from ledger.server.problems import LedgerProblem
from ledger.server.tables import devices
from ledger.wire import joining
from ledger.wire.keys import public_key
from ledger.wire.sealing import new_key
from tests.simulation import templates
from tests.simulation.clocks import PcClock
from tests.simulation.lines import Line
from tests.simulation.pcs import Pc, lay_out
from tests.simulation.statements import Killed
from tests.simulation.world import Broken, Centre, World

URL = "https://ledger.example"
MOST_PCS = 3
MOST_DOORS = 2
OK = 200


def join_network(world: World, pc: Pc, chance: Random, *, often: float = 0.15) -> None:
    """A centre's first PC joins with a code; cut off, it tries again later with another."""
    try:
        code = centres.add_centre(world.ledger.engine, pc.centre, now_ms=world.ledger.now_ms).code
    except LedgerProblem:
        code = world.codes[pc.label]  # its answer was lost: the same PC may ask again with the same code
    world.codes[pc.label] = code
    try:
        enrol(lambda job: job(pc.store), URL, code, road=lambda _: Line(world, chance, often=often))
        outcome = "joined"
    except KnownProblem as problem:
        outcome = problem.code
    except Killed:
        outcome = "killed"
    world.tell(f"{pc.label} joins: {outcome}")
    world.count(f"joining: {outcome}")


def join_again(world: World, pc: Pc) -> None:
    """The ledger was set back to before this PC joined: the coordinator gives it a new code."""
    engine, now_ms = world.ledger.engine, world.ledger.now_ms
    try:
        if pc.is_door or pc.device == pc.founder:
            name = world.centres[pc.centre].venue_name
            given = (
                centres.add_venue(engine, name, now_ms=now_ms)
                if pc.is_door
                else centres.add_centre(engine, pc.centre, now_ms=now_ms)
            )
            enrol(lambda job: job(pc.store), URL, given.code, road=lambda _: Line(world, Random(0), often=0))
            outcome = "joined"
        else:
            outcome = "joined" if _vouched_for(world, pc) or _begun_anew(world, pc) else "not yet"
    except (KnownProblem, LedgerProblem) as problem:
        outcome = problem.code
    world.tell(f"{pc.label} joins again: {outcome}")
    world.count(f"joining again: {outcome}")


def _begun_anew(world: World, pc: Pc) -> bool:
    """A centre's first PC is gone, and the ledger has forgotten them all: any of them brings the centre back."""
    if any(one.device == one.founder for one in world.meeting(pc.centre)):
        return False
    code = centres.add_centre(world.ledger.engine, pc.centre, now_ms=world.ledger.now_ms).code
    enrol(lambda job: job(pc.store), URL, code, road=lambda _: Line(world, Random(0), often=0))
    return True


def _vouched_for(world: World, pc: Pc) -> bool:
    """A PC of the centre that is known to the ledger vouches for another; is none there, its word of before will do."""
    centre, seed = world.centres[pc.centre], pc.store.secret("device_seed")
    public = public_key(seed)
    known = known_devices(world)
    there = [one for one in world.meeting(centre.label) if one.device in known]
    if there:
        by = there[0].store.secret("device_seed")
        word = joining.vouch(by, centre=centre.founder, public=public, is_successor=False)
        world.words[device_name(public)] = there[0].device, word
    voucher, vouched = world.words.get(device_name(public), (b"", b""))
    if voucher not in known:
        return False
    given = centres.add_device(world.ledger.engine, text_of(centre.founder), now_ms=world.ledger.now_ms)
    code = joining.Code.from_text(given.code)
    issuer = public_key(pc.store.secret("issuer_seed"))
    asking = joining.Asking(code.secret, public, centre.founder, (issuer,), voucher, vouched)
    return _enrolled(world, pc, joining.write_asking(asking, seed), code)


def known_devices(world: World) -> set[bytes]:
    """The devices the ledger lets in."""
    with reading(world.ledger.engine) as connection:
        return {bytes(name) for name in connection.execute(select(devices.c.device)).scalars()}


def further_pc(world: World, centre: Centre) -> None:
    """A PC more at a centre: it shares the centre's key, and a PC that is there vouches for it."""
    there = [pc for pc in world.meeting(centre.label) if pc.is_enrolled]
    every = [pc for pc in world.pcs if pc.centre == centre.label]
    if not there or len(every) >= MOST_PCS:
        return
    pc = _new_pc(world, f"{centre.label}{len(every) + 1}", centre)
    stamp = world.stamp(pc)
    with pc.store.writing("joined") as facts:
        facts.add(IssuerKeyAdded(public_key(pc.store.secret("issuer_seed"))))
    world.began(pc, stamp)
    if _vouched_for(world, pc):
        world.pcs.append(pc)
        world.count("joining: a further PC")
    else:
        del world.oracle.taps[stamp]
        pc.close()


def open_door(world: World) -> None:
    """A venue's door begins."""
    number = len([centre for centre in world.centres.values() if centre.venue])
    if number >= MOST_DOORS:
        return
    name = templates.VENUE if number == 0 else f"Venue {number}"
    given = centres.add_venue(world.ledger.engine, name, now_ms=world.ledger.now_ms)
    label = f"Door{number}"
    centre = Centre(label, b"", new_key(), venue=given.venue, venue_name=name)
    pc = _new_pc(world, label, centre)
    pc.is_door, pc.venue = True, given.venue
    centre.founder = pc.founder = pc.sight.founder = pc.device
    world.centres[label] = centre
    stamp = world.stamp(pc)
    with pc.store.writing("founding") as facts:
        facts.add(DoorOpened(name, given.venue))
    world.began(pc, stamp)
    seed = pc.store.secret("device_seed")
    code = joining.Code.from_text(given.code)
    asking = joining.Asking(code.secret, public_key(seed), pc.device)
    if not _enrolled(world, pc, joining.write_asking(asking, seed), code):
        raise Broken(f"{label}: the ledger did not let a new door in")
    world.pcs.append(pc)
    world.count("joining: a door")


def _new_pc(world: World, label: str, centre: Centre) -> Pc:
    folder = world.new_folder()
    lay_out(folder, {DATABASE_FILE: templates.empty()})
    templates.with_secrets(folder / DATABASE_FILE, centre.key, PcClock()).close()
    pc = Pc(label, centre.label, folder, PcClock(), centre.founder, world.chance)
    pc.open()
    return pc


def _enrolled(world: World, pc: Pc, asked: bytes, code: joining.Code) -> bool:
    status, answered = world.ledger.send("/1/enrol", asked)
    if status != OK:
        world.tell(f"{pc.label} joins: {status} {answered!r}")
        return False
    enrolled = joining.read_enrolled(answered, asked=asked, code=code)
    ledger = Ledger(URL, enrolled.ledger_public, pc.founder)
    keep_enrolled(pc.store, ledger, enrolled)
    world.tell(f"{pc.label} joins: joined")
    return True
