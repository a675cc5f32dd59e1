"""Spending is a plan: what, who comes, how to get there, when; agreed, cancelled, or put back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop.changes import Changes
from desktop.problems import BadInput, NotAllowed
from desktop.services.amounts import check_has, check_price, check_purse
from desktop.services.choosing import Choosing
from desktop.services.drafts import PlanDraft
from desktop.services.faces import Faces
from desktop.services.papers import WAYS, TripCardPaper
from desktop.services.planning import LastTime, Sheets
from desktop.services.righting import Righting
from desktop.services.seen import CreditsSeen, OfferSeen, PlanSeen
from desktop.services.sitting import Sitting
from desktop.services.slip_facts import Press
from desktop.store.rows import PlanRow
from desktop.store.store import Store
from desktop.store.writing import Writing
from ledger.domain.facts import PlanMade
from ledger.domain.names import FactId
from ledger.domain.slips import day_number, day_of
from ledger.domain.subjects import KeptForLater

MINUTES_A_DAY: Final = 24 * 60
MOST_GOING: Final = 50


@dataclass(frozen=True, slots=True)
class Planned:
    """What came of Yes; after: what the payer has now."""

    plan: FactId
    changes: Changes
    after: CreditsSeen


class Spending:
    """Offers as one member sees them, and their plans."""

    def __init__(self, store: Store, faces: Faces, press: Press) -> None:
        self._store = store
        self._faces = faces
        self._press = press
        self._choosing = Choosing(store, faces)
        self._sheets = Sheets(store, faces, press)
        self._last_time = LastTime(store)
        self._righting = Righting(store)

    def offers(self, sitting: Sitting) -> list[OfferSeen]:
        """Offers: those the member can have now first (free ones too), then what they save for, then the rest."""
        return self._choosing.for_member(sitting.member)

    def keep(self, sitting: Sitting, offer: FactId, *, is_kept: bool) -> Changes:
        """Keep an offer for later, or let it go. Raises NotFound."""
        self._store.read.offer(offer)
        if (offer in self._store.read.kept_for_later(sitting.member)) == is_kept:
            return Changes()
        with self._store.writing(self._store.new_draft(), assisted_by=sitting.assisted_by) as facts:
            facts.add(KeptForLater(sitting.member, offer, is_kept))
        return facts.changes

    def plan_for(self, sitting: Sitting, offer: FactId) -> PlanDraft:
        """A plan filled in from last time, or from the offer. Raises NotFound; NoPurse: nothing is paid at this PC."""
        seen = self._faces.offer(self._store.read.offer(offer))
        if seen.minutes:
            check_purse(self._store)
        has_minutes = self._faces.credits(sitting.member).available_minutes
        return self._last_time.draft(self._store.new_draft(), sitting.member, seen, has_minutes)

    def say_yes(self, sitting: Sitting, draft: PlanDraft) -> Planned:
        """Agree: the centre's own offers are paid now, a venue's by an exact slip bound to it, free ones cost nothing.

        Raises:
            NotEnough: they have less. NotFound. BadInput: nobody goes, an unknown way, a day that has been.
        """
        with self._store.writing(draft.draft_id, assisted_by=sitting.assisted_by) as facts:
            if not facts.is_repeat:
                self._check(draft)
                self._agree(facts, sitting.member, draft)
        self._sheets.mark_made(facts.changes.first)
        return Planned(facts.changes.first, facts.changes, self._faces.credits(sitting.member))

    def plans(self, sitting: Sitting) -> list[PlanSeen]:
        """The member's plans that are still to come, soonest first, open days last."""
        today = self._store.today()
        rows = [row for row in self._store.read.plans(sitting.member) if row.state == "planned"]
        coming = [row for row in rows if row.day == 0 or row.day >= today]
        order = sorted(coming, key=lambda row: (row.day == 0, row.day, row.start_minute, row.at_ms))
        return [self._sheets.seen(row) for row in order]

    def plan(self, plan: FactId) -> PlanSeen:
        """One plan. Raises NotFound."""
        return self._sheets.seen(self._store.read.plan(plan))

    def cancel(self, sitting: Sitting, plan: FactId) -> CreditsSeen:
        """Give a plan up and get the credits back; pressed twice it is one.

        Raises:
            NotAllowed: its slip is used, its day has been, or it is somebody else's.
        """
        return self._give_up(sitting, self._store.read.plan(plan))

    def put_back(self, sitting: Sitting, plan: FactId) -> CreditsSeen:
        """The sheet did not come out and is not wanted: as `cancel`."""
        return self._give_up(sitting, self._store.read.plan(plan))

    def sheet(self, plan: FactId) -> TripCardPaper:
        """The sheet to take along; the same slip each time. Raises NotFound, NotAllowed: the plan was given up."""
        return self._sheets.paper(self._store.read.plan(plan))

    def printed(self, plan: FactId) -> bool:
        """Whether its sheet went to the printer within the last ten minutes."""
        return self._sheets.is_at_printer(plan)

    def mark_printed(self, plan: FactId) -> None:
        """Its sheet went to the printer now; from the second time on its slip counts as printed again."""
        self._sheets.mark_printed(self._store.read.plan(plan))

    def offers_for_slip(self, text: str) -> list[OfferSeen]:
        """Offers that this slip can pay for, the one it was printed for first."""
        return self._choosing.for_slip(text)

    def _check(self, draft: PlanDraft) -> None:
        if not draft.going or len(set(draft.going)) != len(draft.going) or len(draft.going) > MOST_GOING:
            raise BadInput(f"Choose who goes: 1 to {MOST_GOING} people, each once.")
        if draft.companion in draft.going:
            raise BadInput("Whoever comes along free is not one of those who are paid for.")
        for member in draft.going:
            self._store.read.member(member)
        self._faces.maybe_person(draft.companion)
        if draft.getting_there not in WAYS:
            raise BadInput(f"There is no picture for getting there by {draft.getting_there!r}.")
        if not -1 <= draft.start_minute < MINUTES_A_DAY:
            raise BadInput("A day has 24 hours. Choose another time.")
        if draft.day is not None and draft.day < day_of(self._store.today()):
            raise BadInput("That day has been. Choose one that is still to come.")

    def _agree(self, facts: Writing, payer: FactId, draft: PlanDraft) -> None:
        offer = self._faces.offer(self._store.read.offer(draft.offer.id))
        if not offer.is_kept:
            raise NotAllowed(f"{offer.label} is not offered any more. Choose something else.")
        total = offer.minutes * len(draft.going)
        check_price(offer.minutes, people=len(draft.going))
        check_has(self._store, payer, total)
        plan = facts.add(_made(draft, payer, offer))
        if offer.venue is not None and total:
            facts.add(self._press.new(total, payer, venue=offer.venue.number, plan=plan))

    def _give_up(self, sitting: Sitting, plan: PlanRow) -> CreditsSeen:
        if plan.payer != sitting.member:
            raise NotAllowed("This is somebody else's plan: they can give it up, or a worker.")
        if plan.state != "cancelled":
            if trouble := self._sheets.trouble(plan):
                raise NotAllowed(trouble)
            with self._store.writing(f"cancel:{plan.id.text}", assisted_by=sitting.assisted_by) as facts:
                if not facts.is_repeat:
                    self._righting.cancel(facts, plan, paper=self._sheets.paper_of(plan))
        return self._faces.credits(sitting.member)


def _made(draft: PlanDraft, payer: FactId, offer: OfferSeen) -> PlanMade:
    return PlanMade(
        payer=payer,
        offer=offer.id,
        going=draft.going,
        price_minutes=offer.minutes,
        paid_minutes=0 if offer.venue else offer.minutes * len(draft.going),
        companion=draft.companion,
        getting_there=draft.getting_there,
        day=day_number(draft.day) if draft.day else 0,
        start_minute=draft.start_minute,
    )
