"""Handing a slip in: into a member's credits, or for an offer, once and for ever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from desktop.changes import Changes
from desktop.problems import BadInput, NotAllowed, NotEnough
from desktop.services.faces import Faces
from desktop.services.seen import CreditsSeen, OfferSeen
from desktop.services.sitting import Sitting
from desktop.services.verdicts import Outcome, SlipShown, Verdict, Verdicts
from desktop.store.membership import Membership
from desktop.store.store import Store
from desktop.store.writing import Writing
from ledger.domain.facts import SlipPrinted, SlipRedeemed
from ledger.domain.handing import SlipsSpent
from ledger.domain.names import FactId
from ledger.domain.postings import Fact
from ledger.domain.rulings import CreditNoted


@dataclass(frozen=True, slots=True)
class Redeemed:
    """What came of handing a slip in; changes is None when nothing was written.

    after: the member's credits, if any. fact: the handing in itself, which is what to take back.
    """

    verdict: Verdict
    changes: Changes | None = None
    after: CreditsSeen | None = None
    fact: FactId | None = None


class Outing(NamedTuple):
    """What a slip pays for. going: the members it pays for, whoever holds it; () for that person alone."""

    offer: FactId
    going: tuple[FactId, ...] = ()


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
        return self._write(verdict, (fact,), draft_id, sitting)

    def for_offer(
        self, text: str, outing: Outing, draft_id: str, *, rest_to: FactId | None, sitting: Sitting | None
    ) -> Redeemed:
        """The price for all who go to the offer, the rest to a member.

        Raises:
            NotFound, NotEnough, NotAllowed. BadInput: somebody goes twice.
        """
        seen = self._faces.offer(self._store.read.offer(outing.offer))
        self._check_going(outing.going)
        if rest_to is not None:
            self._store.read.member(rest_to)
        verdict = self._verdict(text, draft_id, sitting, venue=self.venue_number(outing.offer))
        if verdict.slip is None or not verdict.is_good:
            return Redeemed(verdict)
        said = self._shared(verdict.slip, seen, outing, rest_to)
        going: tuple[FactId, ...] = ()
        if sitting is not None and not verdict.slip.venue:  # of one bound to a venue its plan says who goes
            going = outing.going or (sitting.member,)
        return self._write(verdict, said, draft_id, sitting, going=going)

    def to_venue(
        self, text: str, venue: int, draft_id: str, *, at_ms: int | None = None, by: FactId | None = None
    ) -> Redeemed:
        """All of it to a venue, at its door; or out of its tin, by a worker, as of the day it was put there."""
        verdict = self._verdict(text, draft_id, None, venue=venue)
        if verdict.slip is None or not verdict.is_good:
            return Redeemed(verdict)
        slip = verdict.slip
        fact = SlipRedeemed(slip.issuer, slip.number, venue=venue, venue_minutes=slip.minutes)
        return self._write(verdict, (fact,), draft_id, None, at_ms=at_ms, by=by)

    def add(self, facts: Writing, verdict: Verdict, said: Sequence[Fact]) -> FactId:
        """Write what becomes of a good slip, inside a tap; the handing in comes first in `said`, and its name back."""
        if verdict.slip is not None and self._is_lost(verdict.slip):
            facts.add(_late_print(verdict.slip))
        names = [facts.add(fact) for fact in said]
        if verdict.slip is not None and verdict.slip.venue:
            facts.note_bound(names[0])
        return names[0]

    def shared(
        self, slip: SlipShown, offer: FactId, minutes: int, *, rest_to: FactId | None
    ) -> tuple[SlipRedeemed | CreditNoted, ...]:
        """So many minutes of a slip for something of the centre, the rest to a member: at once, or once it is ruled."""
        rest = slip.minutes - minutes
        # Only where its print is held is it sure to be worth that much: elsewhere the rest waits for the ruling.
        waits = rest if not slip.is_held and not self._is_lost(slip) else 0
        at_once = rest - waits
        fact = SlipRedeemed(
            slip.issuer, slip.number, rest_to if at_once else None, at_once, offer=offer, offer_minutes=minutes
        )
        if not waits or rest_to is None:
            return (fact,)
        return fact, CreditNoted(slip.issuer, slip.number, rest_to, waits)

    def _verdict(self, text: str, draft_id: str, sitting: Sitting | None, *, venue: int = 0) -> Verdict:
        verdict = self._verdicts.of(text, sitting, venue=venue)
        # The same tap again: it was good when it was made.
        return replace(verdict, outcome=Outcome.OK, when_ms=0) if self._store.count(draft_id) else verdict

    def _write(
        self,
        verdict: Verdict,
        said: Sequence[Fact],
        draft_id: str,
        sitting: Sitting | None,
        *,
        going: tuple[FactId, ...] = (),
        **when: Any,
    ) -> Redeemed:
        with self._store.writing(draft_id, assisted_by=sitting.assisted_by if sitting else None, **when) as facts:
            if not facts.is_repeat:
                name = self.add(facts, verdict, said)
                if sitting is not None and going:
                    facts.add(SlipsSpent((name,), len(going), payer=sitting.member, going=going))
        after = [fact.member for fact in said if isinstance(fact, SlipRedeemed | CreditNoted) and fact.member]
        return Redeemed(
            verdict,
            facts.changes,
            self._faces.credits(after[0]) if after else None,
            next(name for name in facts.changes.facts if self._is_redemption(name)),
        )

    def _is_redemption(self, name: FactId) -> bool:
        return isinstance(self._store.read.entry(name).fact, SlipRedeemed)

    def _is_lost(self, slip: SlipShown) -> bool:
        # Of an enrolled centre the central ledger has the print, or will hear of it from the PC that made it.
        return slip.is_ours and not slip.is_held and not Membership(self._store).is_enrolled

    def _check_going(self, going: Sequence[FactId]) -> None:
        if len(set(going)) != len(going):
            raise BadInput("Choose who goes: each once.")
        for member in going:
            self._store.read.member(member)

    def _shared(
        self, slip: SlipShown, offer: OfferSeen, outing: Outing, rest_to: FactId | None
    ) -> tuple[SlipRedeemed | CreditNoted, ...]:
        price = slip.minutes if self._is_for(slip, offer) else offer.minutes * max(1, len(outing.going))
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
        fact, *note = self.shared(slip, offer.id, price, rest_to=rest_to)
        if offer.venue is not None and isinstance(fact, SlipRedeemed):
            fact = replace(fact, offer=None, offer_minutes=0, venue=offer.venue.number, venue_minutes=price)
        return fact, *note

    def _is_for(self, slip: SlipShown, offer: OfferSeen) -> bool:
        # A bound slip was printed at the exact price of all who go: its own offer takes the whole of it.
        if not slip.venue:
            return False
        if not slip.is_ours:
            return True
        row = self._store.read.slip(slip.issuer, slip.number)
        return row is None or row.plan is None or self._store.read.plan(row.plan).offer == offer.id


def _late_print(slip: SlipShown) -> SlipPrinted:
    # Its print was lost with the latest records of an older PC: recorded now, so that its minutes are somewhere.
    return SlipPrinted(
        slip.issuer, slip.number, slip.minutes, None, slip.issued_day, expires_day=slip.expires_day, venue=slip.venue
    )
