"""What people do at a centre's desk, where nobody signs in, and with the tins of venues."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from desktop.services.desk import Purchase, Spent
from desktop.services.door import Held
from desktop.services.tins import Tin
from ledger.domain.facts import PutRight, SlipPrinted, SlipRedeemed, SlipVoided
from ledger.domain.names import FactId
from ledger.domain.postings import Fact
from ledger.domain.rulings import CreditNoted
from ledger.domain.slips import day_of
from tests.simulation.oracle import NOTHING, Key, Move, Part
from tests.simulation.slip_taps import a_paper, taken
from tests.simulation.taps import PRICES, Desk, Tap, put_on_paper, voided


class HandedIn(NamedTuple):
    """What was handed in at a desk and may be taken back. facts, changed: by their taps, as names may change."""

    pc: str
    spent: Spent
    facts: tuple[Key, ...]
    changed: Key | None


def pays_at_desk(desk: Desk) -> Tap | None:
    """Somebody pays for one or more with a few slips; the rest goes to a member, or comes back as a new slip."""
    hand, what = _hand(desk), "Art"
    bought = [one for one in desk.pc.do.desk.pays_for(hand) if one.label == what] if hand else []
    if not bought:
        return None
    most = desk.pc.do.desk.most_people(hand, bought[0])
    purchase = Purchase(bought[0], desk.chance.randint(1, most))
    who = desk.member() if desk.chance.random() < 0.4 or not desk.pc.do.desk.can_change(hand, purchase) else None
    key, member = who or (None, None)
    purchase = purchase._replace(rest_to=member)
    rest = desk.pc.do.desk.rest_of(hand, purchase)
    if purchase.minutes != PRICES[what] * purchase.people:
        raise AssertionError(f"an offer changed its price: {purchase}")

    def part(fact: Fact) -> Part:
        if isinstance(fact, SlipRedeemed):
            return _in(desk, fact)
        if isinstance(fact, CreditNoted) and key is not None:
            return Part(waits=(Move(key, rest),), ruled=(Move(key, rest),))
        return _made_or_void(desk, fact)

    return Tap(
        f"paid for {purchase.people} at the desk with {len(hand)} slips",
        lambda: desk.pc.do.desk.spend(hand, purchase),
        part,
        lambda said, stamp: _after(desk, said, stamp),
    )


def credits_at_desk(desk: Desk) -> Tap | None:
    """Somebody has a few slips put into a member's credits by a volunteer."""
    who, hand = desk.member(), _hand(desk)
    if who is None or not hand:
        return None

    def part(fact: Fact) -> Part:
        return _in(desk, fact) if isinstance(fact, SlipRedeemed) else NOTHING

    return Tap(
        f"put {len(hand)} slips into credits at the desk",
        lambda: desk.pc.do.desk.credit(hand, who[1]),
        part,
        lambda said, stamp: _after(desk, said, stamp),
    )


def undoes_at_desk(desk: Desk) -> Tap | None:
    """A volunteer takes back what was handed in at this desk; a slip that was changed comes back whole."""
    here = [one for one in desk.world.handed_in if one.pc == desk.pc.label and _is_here(desk, one)]
    if not here:
        return None
    done = desk.chance.choice(here[-3:])
    names = {desk.name_of(key): key for key in done.facts}
    changed = None if done.changed is None else desk.name_of(done.changed)
    spent = done.spent._replace(facts=tuple(names), changed=changed)
    return Tap("undid at the desk", lambda: desk.pc.do.desk.undo(spent), _back(desk, names), _whole(desk))


def empties_tin(desk: Desk) -> Tap | None:
    """A worker takes a slip out of the tin of a venue that has no computer."""
    paper, venues = a_paper(desk), desk.pc.do.tins.venues()
    if paper is None or not venues:
        return None
    draft = desk.draft()
    day = day_of(desk.pc.store.today()) - timedelta(days=desk.chance.randint(0, 3))
    tin = Tin(desk.chance.choice(venues), day)
    slip = (paper.issuer, paper.number)
    return Tap(
        f"took {paper.minutes} out of a tin",
        lambda: taken(desk.pc.do.tins.take(paper.token, tin, draft)),
        lambda fact: Part(slip=slip) if isinstance(fact, SlipRedeemed) else NOTHING,
    )


def _hand(desk: Desk) -> list[Held]:
    """One to three good slips, as somebody holds them out one after the other."""
    hand: list[Held] = []
    for _ in range(desk.chance.choice((1, 1, 2, 3))):
        paper = a_paper(desk)
        if paper is None or any(held.text == paper.token for held in hand):
            continue
        verdict = desk.pc.do.door.check(paper.token, hand)
        if verdict.is_good:
            hand.append(Held(paper.token, verdict, desk.draft()))
    return hand


def _in(desk: Desk, fact: SlipRedeemed) -> Part:
    """A slip is in; what of it went to a member is counted."""
    moves = () if fact.member is None else (Move(desk.key_of(fact.member), fact.member_minutes),)
    return Part(moves=moves, slip=(fact.issuer, fact.number))


def _made_or_void(desk: Desk, fact: Fact) -> Part:
    """Changing a slip: the old one gives its minutes back, and the new ones take them, whoever they were of."""
    if isinstance(fact, SlipVoided):
        member = next((one.member for one in desk.world.papers if _is(fact, one.issuer, one.number)), None)
        row = desk.pc.store.read.slip(fact.issuer, fact.number)
        if member is None and row is not None and row.member is not None:
            member = desk.key_of(row.member)
        return voided(fact, member, fact.minutes)
    if isinstance(fact, SlipPrinted) and fact.member is not None:
        return Part(moves=(Move(desk.key_of(fact.member), -fact.minutes),))
    return NOTHING


def _is(fact: SlipVoided, issuer: bytes, number: int) -> bool:
    return (fact.issuer, fact.number) == (issuer, number)


def _after(desk: Desk, said: object, stamp: int) -> None:
    """Remember what can be taken back, and the new slip that came out of the printer."""
    if not isinstance(said, Spent):
        raise TypeError(said)
    if not said.waits:
        changed = None if said.changed is None else desk.key_of(said.changed)
        facts = tuple(map(desk.key_of, said.facts))
        desk.world.handed_in.append(HandedIn(desk.pc.label, said, facts, changed))
    _put_last(desk, list(said.change), stamp)


def _whole(desk: Desk) -> Callable[[object, int], None]:
    return lambda said, stamp: _put_last(desk, list(said) if isinstance(said, tuple) else [], stamp)


def _put_last(desk: Desk, papers: list[object], stamp: int) -> None:
    """Of the slips a tap made the last is on paper: the one before it was handed in by the same tap."""
    names = desk.pc.look().by_stamp.get(stamp, [])
    if not papers or not names:
        return  # taken back once before: the same paper comes again, and nothing is written
    facts = [desk.pc.store.read.entry(name).fact for name in names]
    place = max(at for at, fact in enumerate(facts) if isinstance(fact, SlipPrinted))
    last = facts[place]
    member = last.member if isinstance(last, SlipPrinted) else None
    put_on_paper(desk, papers, stamp, None if member is None else desk.key_of(member), place=place)


def _is_here(desk: Desk, done: HandedIn) -> bool:
    """Whether this PC still has it: one that was set back may not."""
    keys = [*done.facts, *([] if done.changed is None else [done.changed])]
    return all(key.place < len(desk.pc.sight.by_stamp.get(key.stamp, ())) for key in keys)


def _back(desk: Desk, names: dict[FactId, Key]) -> Callable[[Fact], Part]:
    """Each handing in the other way round; of one member's several the later takes no more than is left."""
    moves: dict[FactId, tuple[Move, ...]] = {}
    left: dict[Key, int] = {}
    for name, key in names.items():
        told = []
        for member, minutes in (desk.world.oracle.parts_of(key) or NOTHING).moves:
            has = left.get(member, desk.has(member))
            told.append(Move(member, -min(minutes, has)))
            left[member] = has - min(minutes, has)
        moves[name] = tuple(told)

    def part(fact: Fact) -> Part:
        if isinstance(fact, PutRight):
            return Part(moves=moves[fact.fact], answers=names[fact.fact], how="undone")
        return _made_or_void(desk, fact)

    return part
