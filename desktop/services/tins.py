"""A tin of slips: a venue with no computer keeps them, and a worker scans them for that venue and the day they came."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final, NamedTuple

from desktop.clock import MS
from desktop.problems import BadInput
from desktop.services.faces import Faces
from desktop.services.redeeming import Redeemed, Redeeming
from desktop.services.righting import Righting
from desktop.services.seen import VenueSeen
from desktop.store.store import Store
from ledger.domain.facts import Reason
from ledger.domain.names import FactId
from ledger.domain.slips import day_of

_NOON: Final = time(12)


class Tin(NamedTuple):
    """Whose tin, and the day its slips were handed in there."""

    venue: VenueSeen
    day: date


class Tins:
    """Takes slips out of tins. Many people put them in, so that no visit's limit holds; this PC's own does."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces
        self._redeeming = Redeeming(store, faces)
        self._righting = Righting(store)

    def venues(self) -> list[VenueSeen]:
        """The places that may have a tin."""
        return [self._faces.venue(row) for row in self._store.read.venues()]

    def take(self, text: str, tin: Tin, draft_id: str, *, by: FactId | None = None) -> Redeemed:
        """One slip, whole, for the venue, as of that day; the same draft twice is one.

        Raises:
            BadInput: the day is still to come.
        """
        if tin.day > day_of(self._store.today()):
            raise BadInput("That day is still to come. Choose the day the slips were handed in.")
        return self._redeeming.to_venue(text, tin.venue.number, draft_id, at_ms=self._at_ms(tin.day), by=by)

    def take_back(self, handed_in: FactId, *, by: FactId | None = None) -> None:
        """It was not in this tin: the slip is good again. Pressed twice it is one. Raises NotAllowed, NotFound."""
        with self._store.writing(f"undo:{handed_in.text}", by=by) as facts:
            if not facts.is_repeat:
                self._righting.write(facts, self._righting.target(handed_in), Reason.UNDO)

    def _at_ms(self, day: date) -> int | None:
        if day == day_of(self._store.today()):
            return None
        return round(datetime.combine(day, _NOON).astimezone().timestamp() * MS)
