"""The ledger's own account at the end: it verifies all it holds, and its totals are those of the centres' books."""

from __future__ import annotations

from collections import Counter

from ledger.domain.accounts import AccountClass
from ledger.domain.facts import Confirmed, PlanCancelled, PutRight, SlipVoided
from ledger.domain.rulings import Outcome
from ledger.server.finding import text_of
from ledger.server.totals import totals
from ledger.server.verify import verify
from tests.simulation.books import book_of
from tests.simulation.pcs import Pc
from tests.simulation.world import Broken, World


def check(world: World) -> None:
    """Raises Broken."""
    if problems := verify(world.ledger.engine).problems:
        raise Broken(f"the ledger does not verify: {'; '.join(problems)[:400]}")
    said = {row["id"]: row for row in totals(world.ledger.engine)["centres"]}
    for label, centre in world.centres.items():
        there = world.meeting(label)
        row = said.get(text_of(centre.founder))
        if not there or row is None or _is_otherwise(world, label):
            continue
        # What a copy takes from members without the purse goodwill pays in its centre's book, and no batch says so.
        is_copied = any(pc.has_twin for pc in world.pcs if pc.centre == label)
        for what, minutes in _totals_of(world, there[0]).items():
            if row[what] != minutes and not (is_copied and what == "goodwill_minutes"):
                raise Broken(f"the ledger says {row[what]} {what} of {label}, and its own book says {minutes}")
        world.count("totals compared")


def _is_otherwise(world: World, label: str) -> bool:
    """Whether some of a centre's facts are lost at one of the two, or a book pays what no batch says."""
    is_lost = any(done.is_lost for done in world.oracle.taps.values() if done.centre == label)
    return is_lost or bool(world.met["fault: PC revoked"] or world.met["purse: given"])


def _totals_of(world: World, pc: Pc) -> dict[str, int]:
    """What the ledger should say, told from a centre's book and from what no batch tells: see docs/decisions/127."""
    held: Counter[AccountClass] = Counter()
    for account, minutes in book_of(pc).items():
        held[account.cls] += minutes
    again = world.oracle.said_again(pc.look())
    for name in again:
        for cls, minutes in _told(pc.sight.entries[name].fact):
            held[cls] += minutes
        world.count("answers that came second")
    return {
        # A thank-you slip that is void without its paper is void for its centre by a ruling, and in no batch.
        "minutes_given": _void_thanks(pc) - held[AccountClass.ISSUE],
        "minutes_spent": held[AccountClass.OFFER] + held[AccountClass.VENUE],
        "slips_out_minutes": _slips_out(pc),
        "goodwill_minutes": -held[AccountClass.GOODWILL],
    }


def _told(fact: object) -> list[tuple[AccountClass, int]]:
    """What a batch says that an answer moved, though it came second and moved nothing."""
    match fact:
        case Confirmed(legs=legs) | PutRight(legs=legs):
            return [(account.cls, minutes) for account, minutes in legs]
        case PlanCancelled(paid_minutes=minutes):
            return [(AccountClass.OFFER, -minutes), (AccountClass.MEMBER, minutes)]
    raise Broken(f"no answer: {fact}")


def _slips_out(pc: Pc) -> int:
    return sum(minutes for account, minutes in book_of(pc).items() if account.cls == AccountClass.SLIP)


def _void_thanks(pc: Pc) -> int:
    return sum(
        entry.fact.minutes
        for name, entry in pc.look().entries.items()
        if isinstance(entry.fact, SlipVoided)
        and entry.fact.is_waiting
        and entry.fact.member is None
        and pc.sight.ruled(name) not in (None, Outcome.REFUSED)
    )
