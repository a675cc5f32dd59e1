"""Offers and venues: what credits can be spent on, and where."""

from __future__ import annotations

from desktop.changes import Changes
from desktop.services.drafts import OfferDraft, VenueDraft
from desktop.services.faces import Faces
from desktop.services.seen import OfferSeen, VenueSeen
from desktop.store.store import Store
from ledger.domain.names import FactId


class Offers:
    """What staff set up for spending."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces

    def all(self) -> list[OfferSeen]:
        """Every offer that is kept, in the order they were written."""
        raise NotImplementedError

    def offer(self, offer: FactId) -> OfferSeen:
        """One offer. Raises NotFound."""
        raise NotImplementedError

    def write(self, draft: OfferDraft) -> Changes:
        """Write an offer; `changes.first` names a new one. Raises BadInput, NotAStep, NotFound."""
        raise NotImplementedError

    def venues(self) -> list[VenueSeen]:
        """Every venue that is kept."""
        raise NotImplementedError

    def write_venue(self, draft: VenueDraft) -> Changes:
        """Write a venue; `changes.first` names a new one. Raises BadInput, NotFound."""
        raise NotImplementedError
