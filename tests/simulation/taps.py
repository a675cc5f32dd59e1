"""What people at a centre do: each tap through the real services, with what the oracle expects of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from desktop.services.drafts import GiftDraft, HelpedDraft, MemberDraft, PlanDraft
from desktop.services.papers import SlipPaper
from desktop.services.sitting import Sitting
from ledger.domain.facts import (
    Confirmed,
    Contributed,
    Given,
    PlanCancelled,
    PlanMade,
    SlipPrinted,
    SlipVoided,
)
from ledger.domain.names import FactId
from ledger.domain.postings import Fact
from ledger.wire.token import read_token
from tests.simulation.oracle import NOTHING, Key, Move, Part
from tests.simulation.pcs import Pc
from tests.simulation.world import Paper, World

AT_ONCE_MINUTES = 120
PRICES = {"Art": 60, "Walk in the park": 0, "Big trip": 300, "Swimming": 90}


@dataclass(frozen=True)
class Tap:
    """One press. act: does it. part: what each fact it writes does for members. after: with what the screen said."""

    what: str
    act: Callable[[], object]
    part: Callable[[Fact], Part] = lambda _: NOTHING
    after: Callable[[object, int], None] = lambda _, __: None


@dataclass(frozen=True)
class Desk:
    """Where and by what chance a tap is made."""

    world: World
    pc: Pc
    chance: Random

    def member(self) -> tuple[Key, FactId] | None:
        """Somebody of this centre who is known on this PC."""
        known = [key for key in self.world.centres[self.pc.centre].members if key.stamp in self.pc.sight.by_stamp]
        if not known:
            return None
        key = self.chance.choice(known)
        return key, self.name_of(key)

    def name_of(self, key: Key) -> FactId:
        """What a thing is called on this PC."""
        return self.pc.sight.by_stamp[key.stamp][key.place]

    def key_of(self, name: FactId) -> Key:
        """What a thing is called in the oracle."""
        return Key(*self.pc.sight.key_of(name))

    def has(self, member: Key) -> int:
        """What this PC must show of a member."""
        return self.world.oracle.shown_on(self.pc.sight).counted[member]

    def sitting(self, member: FactId) -> Sitting:
        """The member has just signed in."""
        return self.pc.do.sittings.begin(member)

    def draft(self) -> str:
        """An id for the tap."""
        return self.pc.do.sittings.new_draft()

    def task(self) -> FactId | None:
        """Something to help with; a further PC knows none before it met."""
        tasks = self.pc.do.tasks.all()
        return self.chance.choice(tasks).id if tasks else None


def helps(desk: Desk) -> Tap | None:
    """A member says they helped; above the at-once limit it waits."""
    who, task = desk.member(), desk.task()
    if who is None or task is None:
        return None
    key, member = who
    minutes = desk.chance.choice((15, 30, 60, 60, 120, 180))
    draft, sitting = HelpedDraft(desk.draft(), task, minutes), desk.sitting(member)
    move = (Move(key, minutes),)
    done = Part(waits=move) if minutes > AT_ONCE_MINUTES else Part(moves=move)
    return Tap(
        f"helped {minutes}",
        lambda: desk.pc.do.contributions.say(sitting, draft),
        lambda fact: done if isinstance(fact, Contributed) else NOTHING,
    )


def records(desk: Desk) -> Tap | None:
    """A worker records it for a member: it counts at once."""
    who, task = desk.member(), desk.task()
    if who is None or task is None:
        return None
    key, member = who
    minutes = desk.chance.choice((60, 120, 240))
    draft = HelpedDraft(desk.draft(), task, minutes)
    done = Part(moves=(Move(key, minutes),))
    return Tap(
        f"recorded {minutes}",
        lambda: desk.pc.do.contributions.record(draft, member),
        lambda fact: done if isinstance(fact, Contributed) else NOTHING,
    )


def gives(desk: Desk) -> Tap | None:
    """A member thanks another; above the day's limit it waits."""
    giver, receiver = desk.member(), desk.member()
    if giver is None or receiver is None or giver == receiver:
        return None
    minutes = desk.chance.choice((15, 60, 120, 315))
    draft, sitting = GiftDraft(desk.draft(), receiver[1], minutes), desk.sitting(giver[1])

    def part(fact: Fact) -> Part:
        if not isinstance(fact, Given):
            return NOTHING
        if fact.is_waiting:
            return Part(waits=(Move(receiver[0], minutes),))
        return Part(moves=(Move(giver[0], -minutes), Move(receiver[0], minutes)))

    return Tap(f"gave {minutes}", lambda: desk.pc.do.credits.give(sitting, draft), part)


def prints(desk: Desk) -> Tap | None:
    """A member has slips printed from their credits."""
    who = desk.member()
    if who is None:
        return None
    key, member = who
    count, minutes, draft = desk.chance.choice((1, 1, 2)), desk.chance.choice((60, 60, 120)), desk.draft()
    return Tap(
        f"printed {count} of {minutes}",
        lambda: desk.pc.do.slips.print_for_member(member, count, minutes, draft_id=draft),
        lambda fact: Part(moves=(Move(key, -minutes),)) if isinstance(fact, SlipPrinted) else NOTHING,
        lambda said, stamp: put_on_paper(desk, said, stamp, key),
    )


def thanks(desk: Desk) -> Tap | None:
    """Staff print thank-you slips: new minutes, of nobody yet."""
    minutes, draft = desk.chance.choice((60, 120)), desk.draft()
    return Tap(
        f"printed thanks of {minutes}",
        lambda: desk.pc.do.slips.print_thanks(1, minutes, draft_id=draft),
        after=lambda said, stamp: put_on_paper(desk, said, stamp, None),
    )


def confirms(desk: Desk) -> Tap | None:
    """A worker says yes to something that waits."""
    rows = desk.pc.do.waiting.all()
    if not rows:
        return None
    row = desk.chance.choice(rows)
    key = desk.key_of(row.fact)
    waited = desk.world.oracle.parts_of(key) or NOTHING
    moves = [*waited.waits]
    if row.giver is not None:
        moves.append(Move(desk.key_of(row.giver.id), -row.minutes))
    done = Part(moves=tuple(moves), answers=key, how="confirmed")
    return Tap(
        f"confirmed {row.what} {row.minutes}",
        lambda: desk.pc.do.waiting.confirm(row.fact),
        lambda fact: done if isinstance(fact, Confirmed) else NOTHING,
    )


def declines(desk: Desk) -> Tap | None:
    """A worker puts aside something that waits."""
    rows = desk.pc.do.waiting.all()
    if not rows:
        return None
    row = desk.chance.choice(rows)
    key = desk.key_of(row.fact)
    return Tap(f"declined {row.what}", lambda: desk.pc.do.waiting.decline(row.fact), lambda _: Part(answers=key))


def plans(desk: Desk) -> Tap | None:
    """A member says Yes to an offer: paid now at the centre, by a bound slip at a venue, or free."""
    who = desk.member()
    if who is None:
        return None
    key, member = who
    sitting = desk.sitting(member)
    offers = desk.pc.do.spending.offers(sitting)
    if not offers:
        return None
    offer = desk.chance.choice(offers)
    price = PRICES[offer.label]
    if offer.minutes != price:
        raise AssertionError(f"an offer changed its price: {offer}")
    draft = PlanDraft(desk.draft(), offer, (member,))
    is_slip = offer.venue is not None

    def part(fact: Fact) -> Part:
        pays = isinstance(fact, SlipPrinted) if is_slip else isinstance(fact, PlanMade)
        return Part(moves=(Move(key, -price),)) if pays and price else NOTHING

    def after(said: Any, stamp: int) -> None:
        if is_slip:
            paper = desk.pc.do.spending.sheet(said.plan).slip
            put_on_paper(desk, [paper], stamp, key, place=1)

    return Tap(f"planned {offer.label}", lambda: desk.pc.do.spending.say_yes(sitting, draft), part, after)


def cancels(desk: Desk) -> Tap | None:
    """A member gives up a plan, and their credits come back."""
    who = desk.member()
    if who is None:
        return None
    key, member = who
    sitting = desk.sitting(member)
    coming = desk.pc.do.spending.plans(sitting)
    if not coming:
        return None
    plan = desk.chance.choice(coming)
    price = PRICES[plan.offer.label]

    def part(fact: Fact) -> Part:
        if isinstance(fact, PlanCancelled) and plan.offer.venue is None:
            return Part(moves=(Move(key, price),), answers=desk.key_of(plan.id), how="cancelled") if price else NOTHING
        return voided(fact, key, price)

    return Tap(f"cancelled {plan.offer.label}", lambda: desk.pc.do.spending.cancel(sitting, plan.id), part)


def welcomes(desk: Desk) -> Tap | None:
    """Somebody new becomes a member."""
    centre = desk.world.centres[desk.pc.centre]
    draft = MemberDraft(f"New {len(centre.members)}", draft_id=desk.draft())
    return Tap(
        "new member",
        lambda: desk.pc.do.people.write_member(draft),
        after=lambda _, stamp: centre.members.append(Key(stamp)),
    )


def voided(fact: Fact, member: Key | None, minutes: int) -> Part:
    """What making a slip void does for whoever it was printed for: at once, or once the ledger has ruled."""
    if not isinstance(fact, SlipVoided) or member is None:
        return NOTHING
    move = (Move(member, minutes),)
    if not fact.is_waiting:
        return Part(moves=move)
    return Part(waits=move, ruled=move, slip=(fact.issuer, fact.number))


def put_on_paper(desk: Desk, said: object, stamp: int, member: Key | None, *, place: int = 0) -> None:
    """What the printer gave out lies about in the world from now on."""
    papers: list[SlipPaper] = [paper for paper in said if paper is not None] if isinstance(said, list) else []
    names = desk.pc.look().by_stamp[stamp] if papers else []
    facts = [(at, desk.pc.store.read.entry(name).fact) for at, name in enumerate(names) if at >= place]
    # What came out on one sheet is told before its slips.
    printed = [(at, fact) for at, fact in facts if isinstance(fact, SlipPrinted)]
    for (at, entry), paper in zip(printed, papers, strict=True):
        slip = read_token(paper.token).slip
        if entry.number != slip.number:
            raise AssertionError("the paper is not that of the fact")
        desk.world.papers.append(
            Paper(
                paper.token, paper.code, entry.issuer, slip.number, slip.minutes, slip.venue, desk.pc.centre,
                Key(stamp, at), member,
            )
        )  # fmt: skip
