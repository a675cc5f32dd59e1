"""Judging over again: who had each slip first, told from the order in which facts arrived and from nothing else.

It holds for a ledger that was never set back and revoked nobody; then the rulings in force must be these.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ledger.domain.facts import Confirmed, PutRight, SlipPrinted, SlipRedeemed, SlipVoided
from ledger.domain.feed import Entry
from ledger.domain.names import FactId
from ledger.domain.rulings import CreditNoted, Outcome

Slip = tuple[bytes, int]


@dataclass
class Judge:
    """One look at all facts in order. homes: of each issuer, its centre. venues: of each slip that is bound."""

    homes: dict[bytes, str]
    venues: dict[Slip, int]
    holders: dict[Slip, FactId] = field(default_factory=dict)
    outcomes: dict[FactId, Outcome] = field(default_factory=dict)
    _claims: dict[FactId, Slip] = field(default_factory=dict)

    def hear(self, entry: Entry, centre: str, venue: int) -> None:
        """The next fact. centre: of its PC. venue: the number of a door, 0 for a centre's PC."""
        fact, name = entry.fact, entry.name
        match fact:
            case SlipRedeemed(issuer=issuer, number=number) if _minutes(fact):
                self._redeem(name, (issuer, number), centre, fact.venue or venue)
            case SlipVoided(issuer=issuer, number=number, is_waiting=is_waiting):
                self._void(name, (issuer, number), is_waiting=is_waiting)
            case CreditNoted(issuer=issuer, number=number):
                self._note(name, (issuer, number))
            case PutRight(fact=named) if named in self._claims:
                self._give_back(name, named)
            case SlipPrinted() | Confirmed():
                pass

    def _redeem(self, name: FactId, slip: Slip, centre: str, venue: int) -> None:
        self._claims[name] = slip
        is_own = self.homes.get(slip[0]) == centre
        if self.venues.get(slip, 0) not in (0, venue) or slip in self.holders:
            self.outcomes[name] = Outcome.GOODWILL
            return
        self.holders[slip] = name
        if not is_own:
            self.outcomes[name] = Outcome.SETTLED

    def _void(self, name: FactId, slip: Slip, *, is_waiting: bool) -> None:
        self._claims[name] = slip
        if slip in self.holders:
            self.outcomes[name] = Outcome.REFUSED if is_waiting else Outcome.GOODWILL
            return
        self.holders[slip] = name
        if is_waiting:
            self.outcomes[name] = Outcome.SETTLED

    def _note(self, name: FactId, slip: Slip) -> None:
        for claim, claimed in self._claims.items():
            if claimed == slip and claim.device == name.device and claim.seq == name.seq - 1:
                self.outcomes[name] = self.outcomes.get(claim, Outcome.SETTLED)

    def _give_back(self, name: FactId, named: FactId) -> None:
        slip = self._claims[named]
        if named in self.outcomes:
            self.outcomes[name] = self.outcomes[named]
        if self.holders.get(slip) == named:
            del self.holders[slip]


def _minutes(fact: SlipRedeemed) -> int:
    return fact.member_minutes + fact.offer_minutes + fact.venue_minutes
