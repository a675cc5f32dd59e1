"""Spending is a plan: what, who comes, how to get there, when; and the sheet to take along."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.changes import Changes
from desktop.services.drafts import PlanDraft
from desktop.services.papers import TripCardPaper
from desktop.services.seen import CreditsSeen, OfferSeen, PlanSeen
from desktop.services.sitting import Sitting
from ledger.domain.names import FactId


@dataclass(frozen=True, slots=True)
class Planned:
    """What came of Yes; after: what the payer has now."""

    plan: FactId
    changes: Changes
    after: CreditsSeen


class Spending:
    """Offers as one member sees them, and their plans."""

    def offers(self, sitting: Sitting) -> list[OfferSeen]:
        """Offers: those the member can have now first (free ones too), then what they save for, then the rest."""
        raise NotImplementedError

    def keep(self, sitting: Sitting, offer: FactId, *, is_kept: bool) -> Changes:
        """Keep an offer for later, or let it go."""
        raise NotImplementedError

    def plan_for(self, sitting: Sitting, offer: FactId) -> PlanDraft:
        """A plan filled in from last time, or from the offer."""
        raise NotImplementedError

    def say_yes(self, sitting: Sitting, draft: PlanDraft) -> Planned:
        """Agree: the centre's own offers are paid now, a venue's by an exact slip bound to it, free ones cost nothing.

        Raises: NotEnough, NotFound, BadInput (nobody goes, unknown way, a day that has been).
        """
        raise NotImplementedError

    def plans(self, sitting: Sitting) -> list[PlanSeen]:
        """The member's plans that stand, soonest first, open days last."""
        raise NotImplementedError

    def plan(self, plan: FactId) -> PlanSeen:
        """One plan. Raises NotFound."""
        raise NotImplementedError

    def cancel(self, sitting: Sitting, plan: FactId) -> CreditsSeen:
        """Give a plan up and get the credits back; pressed twice it is one.

        Raises: NotAllowed (its slip is used, its day has been, or it is somebody else's).
        """
        raise NotImplementedError

    def put_back(self, sitting: Sitting, plan: FactId) -> CreditsSeen:
        """The sheet did not come out and is not wanted: as `cancel`."""
        raise NotImplementedError

    def sheet(self, plan: FactId) -> TripCardPaper:
        """The sheet to take along; the same slip each time."""
        raise NotImplementedError

    def printed(self, plan: FactId) -> bool:
        """Whether its sheet went to the printer within the last ten minutes."""
        raise NotImplementedError

    def mark_printed(self, plan: FactId) -> None:
        """Its sheet went to the printer now."""
        raise NotImplementedError

    def offers_for_slip(self, text: str) -> list[OfferSeen]:
        """Offers that this slip can pay for."""
        raise NotImplementedError
