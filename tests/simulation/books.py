"""The books at the end: each slip debited once over the whole network, and no two centres disagree on what is owed."""

from __future__ import annotations

from sqlalchemy import select

from ledger.domain.accounts import ISSUER_BYTES, Account, AccountClass, between_account
from ledger.domain.facts import SlipPrinted
from ledger.domain.names import FactId
from ledger.domain.rulings import Outcome
from ledger.domain.subjects import IssuerKeyAdded
from ledger.server.database import reading
from ledger.server.tables import issuers as keys
from ledger.server.tables import rulings
from ledger.wire.keys import issuer_of
from tests.simulation.judging import Judge
from tests.simulation.pcs import Pc
from tests.simulation.world import Broken, World


def check(world: World) -> None:
    """Raises Broken."""
    books = {label: there[0] for label in world.centres if (there := world.meeting(label))}
    _check_slips(world, books)
    _check_between(world, books)
    _check_rulings(world, books)
    _check_judged(world, books)


def book_of(pc: Pc) -> dict[Account, int]:
    """Every account of a PC that holds anything."""
    rows = pc.store.db.execute("SELECT class, key, minutes FROM balances WHERE minutes <> 0")
    return {Account(AccountClass(cls), key): minutes for cls, key, minutes in rows}


def _check_slips(world: World, books: dict[str, Pc]) -> None:
    printed: dict[bytes, tuple[str, int]] = {}
    issuers = {paper.issuer: paper.centre for paper in world.papers}
    for label, pc in books.items():
        for entry in pc.sight.entries.values():
            fact = entry.fact
            if isinstance(fact, IssuerKeyAdded):
                issuers[issuer_of(fact.public_key)] = label
            if isinstance(fact, SlipPrinted):
                printed[fact.issuer + fact.number.to_bytes(8, "big")] = (label, fact.minutes)
    for label, pc in books.items():
        for (cls, key), minutes in book_of(pc).items():
            if cls != AccountClass.SLIP:
                continue
            home, worth = printed.get(key, ("", 0))
            if not home and minutes < 0 and issuers.get(key[:ISSUER_BYTES]) == label:
                world.count("slips whose print is lost")  # taken all the same, as a signature is good
                continue
            if minutes != worth or home != label:
                raise Broken(f"{label} has {minutes} minutes in a slip of {home or 'nobody'} that is good for {worth}")
            world.count("slips that are still out")


def _check_between(world: World, books: dict[str, Pc]) -> None:
    held = {label: book_of(pc) for label, pc in books.items()}
    lost = {done.centre for done in world.oracle.taps.values() if done.is_lost}
    for one in books:
        for other in books:
            owed = held[one].get(between_account(world.centres[other].founder), 0)
            back = held[other].get(between_account(world.centres[one].founder), 0)
            if owed + back and {one, other} & lost:
                # What one of them took in is lost with its machine and at the ledger: the other still has the notice.
                world.count("pairs of centres of which one has lost what it took in")
            elif owed + back:
                raise Broken(f"{one} has {owed} minutes with {other}, and {other} {back} with {one}")
            if owed:
                world.count("pairs of centres with minutes between them")


def _check_rulings(world: World, books: dict[str, Pc]) -> None:
    """The ruling in force is the same at the ledger and on the PC, one for each fact."""
    centres = {world.centres[label].founder: pc for label, pc in books.items()}
    with reading(world.ledger.engine) as connection:
        rows = connection.execute(select(rulings.c.centre, rulings.c.device, rulings.c.seq, rulings.c.outcome)).all()
    for centre, device, seq, outcome in rows:
        pc = centres.get(bytes(centre))
        if pc is None:
            continue
        name = FactId(bytes(device), seq)
        told = pc.look().ruled(name)
        if told != outcome:
            raise Broken(f"{pc.label} was told {told!r} of {name.text}, and the ledger rules {Outcome(outcome)!r}")
        world.count(f"in force at the end: {Outcome(outcome).name.lower()}")


def _homes(world: World) -> dict[bytes, str]:
    """Of each key that is listed its centre: also of a PC that was lost before it said so itself."""
    labels = {centre.founder: label for label, centre in world.centres.items()}
    with reading(world.ledger.engine) as connection:
        listed = connection.execute(select(keys.c.issuer, keys.c.centre)).all()
    return {bytes(issuer): labels[bytes(centre)] for issuer, centre in listed}


def _check_judged(world: World, books: dict[str, Pc]) -> None:
    """Who had each slip first, judged over again, is what the ledger ruled."""
    if world.met["fault: ledger set back"] or world.met["fault: PC revoked"]:
        return
    everything = {name: (label, entry) for label, pc in books.items() for name, entry in pc.look().entries.items()}
    judge = Judge(_homes(world), {})
    for _, entry in everything.values():
        if isinstance(entry.fact, SlipPrinted):
            judge.venues[entry.fact.issuer, entry.fact.number] = entry.fact.venue
    for name in world.ledger.order:
        if name in everything:
            label, entry = everything[name]
            judge.hear(entry, label, books[label].venue)
    for name in set(world.ledger.order) & set(everything):
        label, _ = everything[name]
        ruled, must = books[label].sight.ruled(name), judge.outcomes.get(name)
        if ruled != must:
            raise Broken(f"{label} was told {ruled!r} of {name.text}; by the order of arrival it is {must!r}")
    world.count("judged over again")
