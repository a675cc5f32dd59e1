"""Which offers to show: to a member by what they can have now, to a slip by what it can pay for."""

from __future__ import annotations

from desktop.services.faces import Faces
from desktop.services.seen import OfferSeen
from desktop.services.verdicts import SlipShown, Verdicts
from desktop.store.store import Store
from ledger.domain.names import FactId


class Choosing:
    """Offers in the order that helps."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces
        self._verdicts = Verdicts(store)

    def for_member(self, member: FactId) -> list[OfferSeen]:
        """Those the member can have now first (free ones too), then what they save for, then the rest."""
        has_minutes = self._faces.credits(member).available_minutes
        kept = set(self._store.read.kept_for_later(member))
        seen = [
            offer._replace(short_minutes=max(0, offer.minutes - has_minutes), is_kept_for_later=offer.id in kept)
            for offer in self._all()
        ]
        return sorted(seen, key=lambda offer: (offer.short_minutes > 0, not offer.is_kept_for_later))

    def for_slip(self, text: str) -> list[OfferSeen]:
        """Those that cost something and that the slip can pay; the one it was printed for first."""
        slip = self._verdicts.of(text).slip
        if slip is None:
            return []
        if not slip.venue:
            return [offer for offer in self._all() if 0 < offer.minutes <= slip.minutes]
        planned = self._planned(slip)
        there = [offer for offer in self._all() if offer.venue and offer.venue.number == slip.venue]
        payable = [offer for offer in there if offer.id == planned or 0 < offer.minutes <= slip.minutes]
        return sorted(payable, key=lambda offer: offer.id != planned)

    def _all(self) -> list[OfferSeen]:
        return [self._faces.offer(row) for row in self._store.read.offers()]

    def _planned(self, slip: SlipShown) -> FactId | None:
        row = self._store.read.slip(slip.issuer, slip.number)
        return None if row is None or row.plan is None else self._store.read.plan(row.plan).offer
