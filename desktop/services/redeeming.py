"""Handing a slip in: into a member's credits, or for an offer, once and for ever."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.changes import Changes
from desktop.problems import NotAllowed, NotEnough
from desktop.services.faces import Faces
from desktop.services.seen import CreditsSeen, OfferSeen
from desktop.services.sitting import Sitting
from desktop.services.verdicts import Outcome, SlipShown, Verdict, Verdicts
from desktop.store.store import Store
from ledger.domain.facts import SlipPrinted, SlipRedeemed
from ledger.domain.names import FactId


@dataclass(frozen=True, slots=True)
class Redeemed:
    """What came of handing a slip in; changes is None when nothing was written. after: the member's credits, if any."""

    verdict: Verdict
    changes: Changes | None = None
    after: CreditsSeen | None = None


class Redeeming:
    """Takes slips in."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces
        self._verdicts = Verdicts(store)

    def venue_number(self, offer: FactId | None) -> int:
        """The number of the place an offer is at, 0 for the centre. Raises NotFound."""
        venue = None if offer is None else self._faces.venue_of(self._store.read.offer(offer))
        return venue.number if venue else 0

    def to_member(self, text: str, member: FactId, draft_id: str, sitting: Sitting | None) -> Redeemed:
        """All of it into a member's credits. Raises NotFound."""
        self._store.read.member(member)
        verdict = self._verdict(text, draft_id, sitting)
        if verdict.slip is None or not verdict.is_good:
            return Redeemed(verdict)
        slip = verdict.slip
        fact = SlipRedeemed(slip.issuer, slip.number, member=member, member_minutes=slip.minutes)
        return self._write(verdict, fact, draft_id, sitting)

    def for_offer(
        self, text: str, offer: FactId, draft_id: str, *, rest_to: FactId | None, sitting: Sitting | None
    ) -> Redeemed:
        """The price to the offer, the rest to a member. Raises NotFound, NotEnough, NotAllowed."""
        seen = self._faces.offer(self._store.read.offer(offer))
        if rest_to is not None:
            self._store.read.member(rest_to)
        verdict = self._verdict(text, draft_id, sitting, venue=self.venue_number(offer))
        if verdict.slip is None or not verdict.is_good:
            return Redeemed(verdict)
        fact = self._shared(verdict.slip, seen, rest_to)
        return self._write(verdict, fact, draft_id, sitting)

    def _verdict(self, text: str, draft_id: str, sitting: Sitting | None, *, venue: int = 0) -> Verdict:
        verdict = self._verdicts.of(text, sitting, venue=venue)
        # The same tap again: it was good when it was made.
        return replace(verdict, outcome=Outcome.OK, when_ms=0) if self._store.count(draft_id) else verdict

    def _write(self, verdict: Verdict, fact: SlipRedeemed, draft_id: str, sitting: Sitting | None) -> Redeemed:
        with self._store.writing(draft_id, assisted_by=sitting.assisted_by if sitting else None) as facts:
            if not facts.is_repeat:
                if verdict.outcome == Outcome.OK_CHECK and verdict.slip is not None:
                    facts.add(_late_print(verdict.slip))
                facts.add(fact)
        after = None if fact.member is None else self._faces.credits(fact.member)
        return Redeemed(verdict, facts.changes, after)

    def _shared(self, slip: SlipShown, offer: OfferSeen, rest_to: FactId | None) -> SlipRedeemed:
        price = slip.minutes if self._is_for(slip, offer) else offer.minutes
        rest = slip.minutes - price
        if price == 0:
            raise NotAllowed(f"{offer.label} costs nothing, so keep this slip for something else.")
        if rest < 0:
            raise NotEnough(f"{offer.label} costs {price} minutes and this slip is worth {slip.minutes}.")
        if rest and rest_to is None:
            raise NotAllowed(
                f"This slip is worth {slip.minutes} minutes and {offer.label} costs {price}. "
                "Say whose credits the rest goes to, or put the slip into somebody's credits first."
            )
        fact = SlipRedeemed(slip.issuer, slip.number, rest_to if rest else None, rest)
        if offer.venue is not None:
            return replace(fact, venue=offer.venue.number, venue_minutes=price)
        return replace(fact, offer=offer.id, offer_minutes=price)

    def _is_for(self, slip: SlipShown, offer: OfferSeen) -> bool:
        # A bound slip was printed at the exact price of all who go: its own offer takes the whole of it.
        if not slip.venue:
            return False
        row = self._store.read.slip(slip.issuer, slip.number)
        return row is None or row.plan is None or self._store.read.plan(row.plan).offer == offer.id


def _late_print(slip: SlipShown) -> SlipPrinted:
    # Its print was lost with the latest records of an older PC: recorded now, so that its minutes are somewhere.
    return SlipPrinted(
        slip.issuer, slip.number, slip.minutes, None, slip.issued_day, expires_day=slip.expires_day, venue=slip.venue
    )
