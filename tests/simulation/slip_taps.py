"""What people do with slips on paper, wherever they were printed, and how workers put things right."""

from __future__ import annotations

from collections.abc import Callable

from desktop.services.redeeming import Redeemed
from desktop.services.sitting import Sitting
from ledger.domain.facts import PlanCancelled, PutRight, SlipRedeemed, SlipVoided
from ledger.domain.names import FactId
from ledger.domain.postings import Fact
from ledger.domain.rulings import CreditNoted
from tests.simulation.oracle import NOTHING, Key, Move, Part
from tests.simulation.taps import PRICES, Desk, Tap, voided
from tests.simulation.world import Paper


class NotTaken(Exception):
    """The screen did not show green: nothing may have been written."""


def hands_in(desk: Desk) -> Tap | None:
    """Somebody hands in a slip and has it put into a member's credits."""
    who, paper = desk.member(), a_paper(desk)
    if who is None or paper is None:
        return None
    key, member = who
    draft, sitting = desk.draft(), desk.sitting(member)
    slip = (paper.issuer, paper.number)
    text = paper.code if desk.chance.random() < 0.2 else paper.token
    return Tap(
        f"handed in {paper.minutes} of {_whose(desk, paper)}",
        lambda: taken(desk.pc.do.slips.redeem_to_member(text, member, draft, sitting=sitting)),
        lambda fact: Part(moves=(Move(key, paper.minutes),), slip=slip) if isinstance(fact, SlipRedeemed) else NOTHING,
    )


def pays(desk: Desk) -> Tap | None:
    """Somebody pays for an offer with a slip; what is left over goes to a member."""
    who, paper = desk.member(), a_paper(desk)
    if who is None or paper is None:
        return None
    key, member = who
    draft, sitting = desk.draft(), desk.sitting(member)
    offers = [offer for offer in desk.pc.do.offers.all() if offer.minutes]
    if not offers:
        return None
    offer = desk.chance.choice(offers)
    slip = (paper.issuer, paper.number)
    rest = 0 if paper.venue else paper.minutes - PRICES[offer.label]

    def part(fact: Fact) -> Part:
        if isinstance(fact, SlipRedeemed):
            return Part(moves=(Move(key, fact.member_minutes),) if fact.member_minutes else (), slip=slip)
        if isinstance(fact, CreditNoted):
            return Part(waits=(Move(key, rest),), ruled=(Move(key, rest),))
        return NOTHING

    return Tap(
        f"paid {offer.label} with {paper.minutes} of {_whose(desk, paper)}",
        lambda: taken(desk.pc.do.slips.redeem_for_offer(paper.token, offer.id, draft, member=member, sitting=sitting)),
        part,
    )


def voids(desk: Desk) -> Tap | None:
    """A worker makes a slip void, with its paper in hand or lost."""
    own = [paper for paper in desk.world.papers if paper.centre == desk.pc.centre]
    if not own:
        return None
    paper = desk.chance.choice(own[-6:])
    has_paper = desk.chance.random() < 0.4
    price = PRICES["Swimming"] if paper.venue else 0

    def part(fact: Fact) -> Part:
        if isinstance(fact, PlanCancelled):
            return NOTHING  # a venue's plan: its slip gives the credits back
        return voided(fact, paper.member, price or paper.minutes)

    return Tap(
        f"voided {'with' if has_paper else 'without'} paper {paper.minutes}",
        lambda: desk.pc.do.slips.void(paper.code, "Lost", has_paper=has_paper),
        part,
    )


def voids_sheet(desk: Desk) -> Tap | None:
    """A worker makes a whole sheet void, lost or spoilt."""
    sheets = desk.pc.do.slip_register.sheets()
    if not sheets:
        return None
    sheet = desk.chance.choice(sheets)
    has_paper = desk.chance.random() < 0.4
    members = {(paper.issuer, paper.number): paper.member for paper in desk.world.papers}

    def part(fact: Fact) -> Part:
        if not isinstance(fact, SlipVoided):
            return NOTHING
        return voided(fact, members.get((fact.issuer, fact.number)), fact.minutes)

    return Tap(
        f"voided a sheet {'with' if has_paper else 'without'} paper",
        lambda: desk.pc.do.slip_register.void_sheet(sheet.id, "Lost", has_paper=has_paper),
        part,
    )


def changes_key(desk: Desk) -> Tap | None:
    """Staff let the PC sign with a new key; what the old one signed stays good."""
    return Tap("changed its key", desk.pc.do.signing_keys.rotate)


def undoes(desk: Desk) -> Tap | None:
    """A member takes back what they did since they came."""
    who = desk.member()
    if who is None:
        return None
    _, member = who
    since = max(0, desk.pc.store.read.last_seq() - desk.chance.randint(1, 6))
    sitting = Sitting(member, since, desk.pc.clock.now_ms())
    rows = [row for row in desk.pc.do.credits.history(sitting) if row.can_undo]
    if not rows:
        return None
    row = desk.chance.choice(rows)
    return Tap(f"undid {row.what}", lambda: desk.pc.do.credits.undo(sitting, row.fact), _back(desk, row.fact))


def puts_right(desk: Desk) -> Tap | None:
    """A worker corrects something in somebody's history."""
    who = desk.member()
    if who is None:
        return None
    rows = desk.pc.do.credits.history_of(who[1])
    if not rows:
        return None
    row = desk.chance.choice(rows[:8])
    return Tap(
        f"put right {row.what}",
        lambda: desk.pc.do.credits.put_right(row.fact, "It was not so."),
        _back(desk, row.fact),
    )


def hands_out(desk: Desk) -> Tap | None:
    """A thank-you slip leaves the drawer."""
    drawer = [paper for paper in desk.world.papers if paper.centre == desk.pc.centre and paper.member is None]
    if not drawer:
        return None
    paper = desk.chance.choice(drawer)
    return Tap("handed out", lambda: desk.pc.do.slips.hand_out(paper.code, None))


def a_paper(desk: Desk) -> Paper | None:
    """One of the slips that lie about: a late one most likely, anywhere's at times."""
    papers = desk.world.papers
    if not papers:
        return None
    return desk.chance.choice(papers[-5:] if desk.chance.random() < 0.8 else papers)


def taken(said: Redeemed) -> Redeemed:
    """What came of handing in, if the screen was green. Raises NotTaken."""
    if said.changes is None:
        raise NotTaken(said.verdict.outcome)
    return said


def _whose(desk: Desk, paper: Paper) -> str:
    return "its own" if paper.centre == desk.pc.centre else paper.centre


def _back(desk: Desk, fact: FactId) -> Callable[[Fact], Part]:
    """What putting a fact right does: the other way round, but nobody goes below nothing."""
    key = desk.key_of(fact)
    effect = _in_force(desk, key)
    has = {move.member: desk.has(move.member) for move in effect.moves}
    moves = tuple(
        Move(member, -min(minutes, has[member]) if minutes > 0 else -minutes) for member, minutes in effect.moves
    )
    given = sum(-minutes for _, minutes in effect.moves if minutes < 0)
    payer = next((member for member, minutes in effect.moves if minutes < 0), None)

    def part(written: Fact) -> Part:
        match written:
            case PutRight():
                return Part(moves=moves, answers=key, how="undone")
            case SlipVoided():
                return voided(written, payer, given)
            case PlanCancelled(paid_minutes=paid) if paid and payer is not None:
                return Part(moves=(Move(payer, given),), answers=key, how="cancelled")
        return NOTHING

    return part


def _in_force(desk: Desk, key: Key) -> Part:
    """What a fact did, or the yes it waited for."""
    for stamp, names in desk.pc.sight.by_stamp.items():
        for at in range(len(names)):
            part = desk.world.oracle.parts_of(Key(stamp, at))
            if part is not None and part.how == "confirmed" and part.answers == key:
                return part
    return desk.world.oracle.parts_of(key) or NOTHING
