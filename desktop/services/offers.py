"""Offers and venues: what credits can be spent on, and where."""

from __future__ import annotations

from desktop.changes import Changes
from desktop.problems import BadInput, NotFound
from desktop.services.amounts import check_price
from desktop.services.drafts import OfferDraft, VenueDraft
from desktop.services.faces import Faces
from desktop.services.portraits import Portrait, portrait
from desktop.services.seen import OfferSeen, VenueSeen
from desktop.services.wording import LABEL_LETTERS, needed, one_line, same
from desktop.store.rows import VenueRow
from desktop.store.store import Store
from ledger.domain.bounds import FIRST_VENUE, MOST_VENUE
from ledger.domain.names import FactId
from ledger.domain.subjects import OfferWritten, VenueWritten


class Offers:
    """What staff set up for spending."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces

    def all(self) -> list[OfferSeen]:
        """Every offer that is kept, in the order they were written."""
        return [self._faces.offer(row) for row in self._store.read.offers()]

    def offer(self, offer: FactId) -> OfferSeen:
        """One offer, kept or not. Raises NotFound."""
        return self._faces.offer(self._store.read.offer(offer))

    def write(self, draft: OfferDraft) -> Changes:
        """Write an offer; `changes.first` names a new one. Raises BadInput, NotAStep, NotFound."""
        label = needed(draft.label, "The offer's name", most=LABEL_LETTERS)
        check_price(draft.minutes)
        old = None if draft.offer is None else self._store.read.offer(draft.offer)
        if draft.venue is not None:
            self.venue(draft.venue)
        with self._store.writing(draft.draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                shown = portrait(facts, draft.pic, Portrait(old.picture, old.photo) if old else Portrait())
                facts.add(_written(draft, label, shown))
        return facts.changes

    def venues(self) -> list[VenueSeen]:
        """Every venue that is kept."""
        return [self._faces.venue(row) for row in self._store.read.venues()]

    def venue(self, venue: FactId) -> VenueSeen:
        """One venue, kept or not. Raises NotFound."""
        return self._faces.venue(self._row(venue))

    def write_venue(self, draft: VenueDraft) -> Changes:
        """Write a venue; `changes.first` names a new one. Raises BadInput (no name, number taken), NotFound."""
        name = needed(draft.name, "The place's name", most=LABEL_LETTERS)
        old = None if draft.venue is None else self._row(draft.venue)
        others = [row for row in self._store.read.venues(kept_only=False) if row.id != draft.venue]
        if draft.is_kept and any(row.is_kept and same(row.name, name) for row in others):
            raise BadInput(f"There is already a place called {name}. Change that one, or choose another name.")
        number = _number(draft, old, {row.number for row in others})
        with self._store.writing(draft.draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                shown = portrait(facts, draft.pic, Portrait(old.picture) if old else Portrait())
                facts.add(VenueWritten(draft.venue, name, number, shown.picture, draft.is_kept))
        return facts.changes

    def _row(self, venue: FactId) -> VenueRow:
        rows = self._store.read.venues(kept_only=False)
        if row := next((row for row in rows if row.id == venue), None):
            return row
        raise NotFound(f"There is no venue {venue.text} here.")


def _written(draft: OfferDraft, label: str, shown: Portrait) -> OfferWritten:
    return OfferWritten(
        offer=draft.offer,
        label=label,
        picture=shown.picture,
        minutes=draft.minutes,
        photo=shown.photo,
        venue=draft.venue,
        place=one_line(draft.place, "The place"),
        getting_there=one_line(draft.getting_there, "How to get there"),
        companion=one_line(draft.companion, "Who comes along"),
        is_open_to_all=draft.is_open_to_all,
        is_step_free=draft.is_step_free,
        is_quiet=draft.is_quiet,
        is_kept=draft.is_kept,
    )


def _number(draft: VenueDraft, old: VenueRow | None, taken: set[int]) -> int:
    # Slips out there carry the number, so it never changes and is never given again.
    if old is not None:
        if draft.number not in (None, old.number):
            raise BadInput(f"{old.name} keeps its number {old.number}: slips on paper carry it.")
        return old.number
    number = draft.number or max((taken_one for taken_one in taken if taken_one < FIRST_VENUE), default=0) + 1
    if number in taken or not 1 <= number <= MOST_VENUE:
        raise BadInput(f"The number {number} cannot be used for this place. Leave it empty for the next free one.")
    return number
