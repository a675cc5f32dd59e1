"""Slips handed in at a centre by a volunteer: for an offer or a session of today, or into somebody's credits.

What is left over goes into somebody's credits, or comes back as a new slip where the print of the old one is held.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, NamedTuple

from desktop.problems import NotAllowed, NotEnough
from desktop.services.changing import Changing
from desktop.services.door import Held
from desktop.services.faces import Faces
from desktop.services.papers import SlipPaper
from desktop.services.redeeming import Redeeming
from desktop.services.righting import Righting
from desktop.services.seen import Pic
from desktop.services.sitting import Sitting
from desktop.services.slip_facts import Press
from desktop.services.verdicts import SlipShown, Verdict, Verdicts
from desktop.services.week_seen import SessionSeen
from desktop.store.store import Store
from desktop.store.writing import Writing
from ledger.domain.facts import Reason, SlipRedeemed
from ledger.domain.handing import SlipChanged, SlipsSpent
from ledger.domain.names import FactId
from ledger.domain.rulings import CreditNoted
from ledger.domain.slips import day_of

MOST_PEOPLE: Final = 6


class SlipGone(NotAllowed):
    """A slip that was good when it was shown is so no more; verdict: what is answered now."""

    code = "slip_gone"

    def __init__(self, verdict: Verdict) -> None:
        super().__init__("This slip was handed in meanwhile.")
        self.verdict = verdict


class PaysFor(NamedTuple):
    """What slips can pay for. minutes: for each who goes. start_minute: of a session of today, -1 of an offer."""

    id: FactId
    label: str
    pic: Pic
    minutes: int
    start_minute: int = -1


class Purchase(NamedTuple):
    """What slips pay for, and for how many; rest_to: whose credits the rest goes into; None: it comes as a new slip."""

    what: PaysFor
    people: int = 1
    rest_to: FactId | None = None

    @property
    def minutes(self) -> int:
        """What it costs."""
        return self.what.minutes * self.people


class Spent(NamedTuple):
    """What came of it. facts: the handings in. minutes: what was taken. change: the new slips to print.

    changed: the handing in that stands for a slip that was changed, None if none was. waits: some of it waits for the
    network, so that it cannot be taken back here.
    """

    facts: tuple[FactId, ...]
    minutes: int
    is_later: bool = False
    change: tuple[SlipPaper, ...] = ()
    changed: FactId | None = None
    waits: bool = False


class Desk:
    """What slips do at a centre where nobody has signed in. on_day: the sessions of a day."""

    def __init__(
        self, store: Store, faces: Faces, press: Press, on_day: Callable[[date], Sequence[SessionSeen]]
    ) -> None:
        self._store = store
        self._faces = faces
        self._changing = Changing(store, press)
        self._on_day = on_day
        self._verdicts = Verdicts(store)
        self._redeeming = Redeeming(store, faces)
        self._righting = Righting(store)

    def pays_for(self, hand: Sequence[Held]) -> list[PaysFor]:
        """What these slips are enough for: the sessions of today first, by their time, then the centre's offers."""
        has_minutes = sum(held.verdict.minutes for held in hand)
        today = day_of(self._store.today())
        sessions = [
            PaysFor(one.activity.id, one.activity.label, one.activity.pic, one.price_minutes, one.start_minute)
            for one in self._on_day(today)
            if one.is_on and not one.is_closed and one.day == today
        ]
        rows = [self._faces.offer(row) for row in self._store.read.offers()]
        offers = [PaysFor(one.id, one.label, one.pic, one.minutes) for one in rows if one.venue is None]
        return [one for one in (*sessions, *offers) if 0 < one.minutes <= has_minutes]

    def most_people(self, hand: Sequence[Held], what: PaysFor) -> int:
        """For how many these slips are enough, at most six."""
        return min(MOST_PEOPLE, sum(held.verdict.minutes for held in hand) // what.minutes)

    def rest_of(self, hand: Sequence[Held], purchase: Purchase) -> int:
        """How many minutes of the slips that are needed are left over; slips that are not needed are not taken."""
        return sum(slip.minutes for slip, _ in self._needed(hand, purchase)) - purchase.minutes

    def can_change(self, hand: Sequence[Held], purchase: Purchase) -> bool:
        """Whether what is left over may come back as a new slip here: where the print of the old one is held."""
        last, _ = self._needed(hand, purchase)[-1]
        row = self._store.read.slip(last.issuer, last.number)
        return row is not None and row.state == "out" and (row.member is None or self._store.read.is_purse_here())

    def credit(self, hand: Sequence[Held], member: FactId) -> Spent:
        """All of it into a member's credits. Raises NotFound; NotAllowed: one of them is not good any more."""
        sitting = Sitting(member, self._store.read.last_seq())
        with self._store.writing(hand[0].draft) as facts:
            if facts.is_repeat:
                return self._again(facts.changes.facts, hand)
            names = []
            for held in hand:
                verdict = self._good(held, sitting)
                slip = _shown(verdict)
                said = SlipRedeemed(slip.issuer, slip.number, member=member, member_minutes=slip.minutes)
                names.append(self._redeeming.add(facts, verdict, (said,)))
        return self._again(tuple(names), hand)

    def spend(self, hand: Sequence[Held], purchase: Purchase) -> Spent:
        """Pay for something with as many of the slips as it needs.

        Raises:
            NotEnough: they are worth less. NotAllowed: one is not good any more, or its rest can go nowhere. NotFound.
        """
        with self._store.writing(hand[0].draft) as facts:
            if not facts.is_repeat:
                names = [self._pay(facts, held, part, purchase) for held, part in self._parts(hand, purchase)]
                facts.add(SlipsSpent(tuple(names), purchase.people))
        return self._again(facts.changes.facts, hand)

    def changed_by(self, handed_in: FactId) -> Spent | None:
        """What there is to take back of a slip that was changed, picked out of a day's list; None of any other."""
        if not self._changing.is_change(handed_in):
            return None
        return Spent((handed_in,), 0, changed=handed_in)

    def undo(self, spent: Spent) -> tuple[SlipPaper, ...]:
        """Take it back by new facts; a slip that was changed comes back as a new one of the same worth, to print.

        Raises:
            NotAllowed: it was taken back before, or the new slip was handed in since.
        """
        with self._store.writing(f"undo:{spent.facts[0].text}") as facts:
            if not facts.is_repeat:
                for name in spent.facts:
                    self._righting.write(facts, self._righting.target(name), Reason.UNDO)
                if spent.changed is not None:
                    self._changing.back(facts, spent.changed)
        return self._changing.papers(facts.changes.facts)

    def _needed(self, hand: Sequence[Held], purchase: Purchase) -> list[tuple[SlipShown, Held]]:
        """As many slips as it takes. Those that can give no change go first, so that the rest is of one that can."""
        shown = [(_shown(held.verdict), held) for held in hand]
        shown.sort(key=lambda one: (one[0].is_held, one[0].minutes))
        needed: list[tuple[SlipShown, Held]] = []
        for one in shown:
            if sum(slip.minutes for slip, _ in needed) < purchase.minutes:
                needed.append(one)
        return needed

    def _parts(self, hand: Sequence[Held], purchase: Purchase) -> list[tuple[Held, int]]:
        """What each of them pays."""
        left, parts = purchase.minutes, []
        for slip, held in self._needed(hand, purchase):
            parts.append((held, min(left, slip.minutes)))
            left -= parts[-1][1]
        if left > 0:
            raise NotEnough(f"This costs {purchase.minutes} minutes, and these slips are worth {left} less.")
        return parts

    def _pay(self, facts: Writing, held: Held, part: int, purchase: Purchase) -> FactId:
        verdict = self._good(held, None)
        slip = _shown(verdict)
        if part < slip.minutes and purchase.rest_to is None:
            return self._changing.change(facts, slip, part, purchase.what.id)
        said = self._redeeming.shared(slip, purchase.what.id, part, rest_to=purchase.rest_to)
        return self._redeeming.add(facts, verdict, said)

    def _good(self, held: Held, sitting: Sitting | None) -> Verdict:
        verdict = self._verdicts.of(held.text, sitting)
        if not verdict.is_good:
            raise SlipGone(verdict)
        return verdict

    def _again(self, names: Sequence[FactId], hand: Sequence[Held]) -> Spent:
        """What a tap did, told from its facts."""
        facts = [(name, self._store.read.entry(name).fact) for name in names]
        taken = [(name, fact) for name, fact in facts if isinstance(fact, SlipRedeemed)]
        is_changed = any(isinstance(fact, SlipChanged) for _, fact in facts)
        minutes = sum(fact.member_minutes + fact.offer_minutes for _, fact in taken)
        return Spent(
            tuple(name for name, _ in taken),
            minutes,
            any(held.verdict.is_later for held in hand),
            self._changing.papers(names)[-1:] if is_changed else (),
            taken[-1][0] if is_changed else None,
            any(isinstance(fact, CreditNoted) for _, fact in facts),
        )


def _shown(verdict: Verdict) -> SlipShown:
    if verdict.slip is None:
        raise SlipGone(verdict)
    return verdict.slip
