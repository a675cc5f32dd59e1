"""A venue's door: slips are checked and taken in for the venue; there are no members here and no credits."""

from __future__ import annotations

from datetime import datetime, time
from typing import NamedTuple

from desktop.changes import Changes
from desktop.clock import MS
from desktop.problems import NotFound
from desktop.services.faces import Faces
from desktop.services.redeeming import Redeemed, Redeeming
from desktop.services.righting import Righting
from desktop.services.seen import TakenSeen
from desktop.services.verdicts import Verdict, Verdicts
from desktop.store.rows import RedeemedRow
from desktop.store.store import Store
from ledger.domain.facts import Reason, SlipRedeemed
from ledger.domain.names import FactId
from ledger.domain.slips import day_of
from ledger.wire.code import code_of


class Venue(NamedTuple):
    """The venue whose door this is; number: what its slips carry."""

    name: str
    number: int


class Door:
    """What can be done at a door."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._verdicts = Verdicts(store)
        self._redeeming = Redeeming(store, faces)
        self._righting = Righting(store)

    @property
    def venue(self) -> Venue:
        """Whose door it is. Raises NotFound: this is a centre."""
        door = self._store.read.door()
        if door is None:
            raise NotFound("This PC is no venue's door.")
        return Venue(door.name, door.number)

    def check(self, text: str) -> Verdict:
        """What a scanned token or a typed code is worth here; changes nothing, never raises for what was shown."""
        return self._verdicts.of(text, venue=self.venue.number)

    def take(self, text: str, draft_id: str) -> Redeemed:
        """Take a slip in, whole, for the venue; the same draft twice is one."""
        return self._redeeming.to_venue(text, self.venue.number, draft_id)

    def undo(self, fact: FactId) -> Changes:
        """Take back that a slip was taken; pressed twice it is one. Raises NotAllowed, NotFound."""
        with self._store.writing(f"undo:{fact.text}") as facts:
            if not facts.is_repeat:
                self._righting.write(facts, self._righting.target(fact), Reason.UNDO)
        return facts.changes

    def taken_today(self) -> list[TakenSeen]:
        """What was taken since midnight, latest first, what was taken back since too."""
        midnight = datetime.combine(day_of(self._store.today()), time()).astimezone()
        rows = self._store.read.taken_since(round(midnight.timestamp() * MS))
        return [seen for row in rows if (seen := self._seen(row)) is not None]

    def _seen(self, row: RedeemedRow) -> TakenSeen | None:
        # After a restore a name may stand for another fact than the one remembered.
        try:
            said = self._store.read.entry(row.fact).fact
        except NotFound:
            return None
        if not isinstance(said, SlipRedeemed):
            return None
        is_undone = self._store.read.undone_by(row.fact) is not None
        return TakenSeen(row.fact, code_of(row.number), said.venue_minutes, row.at_ms, is_undone)
