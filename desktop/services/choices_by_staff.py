"""What staff choose for members, on paper's behalf or on the day; nothing is too late for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.changes import Changes
from desktop.services.choice_taps import ChoiceTaps, Tap
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.weeks import Occurrence

if TYPE_CHECKING:
    from desktop.services.week import Weeks


class StaffChoices:
    """Choices of staff for a member; each costs and gives back as the member's own."""

    def __init__(self, store: Store, weeks: Weeks) -> None:
        self._store = store
        self._taps = ChoiceTaps(store, weeks)

    def choose_for(self, member: FactId, at: Occurrence, *, draft_id: str = "", by: FactId | None = None) -> Changes:
        """Staff choose for a member, also once it has begun; the list does not hold them up. Raises as `choose`."""
        return self._taps.go(self._of_staff(member, draft_id, by), at)

    def give_place(self, member: FactId, at: Occurrence, *, draft_id: str = "", by: FactId | None = None) -> Changes:
        """Give somebody on the list a place: as `choose_for`, whose name tells what it is done for."""
        return self.choose_for(member, at, draft_id=draft_id, by=by)

    def let_go_for(self, member: FactId, at: Occurrence, *, draft_id: str = "", by: FactId | None = None) -> Changes:
        """Staff let a choice go for a member, also once it has begun."""
        return self._taps.let_go(self._of_staff(member, draft_id, by), at)

    def swap_for(self, member: FactId, at: Occurrence, to: Occurrence, *, draft_id: str = "") -> Changes:
        """Staff let a member do something else in place of a session. Raises as `choose`."""
        return self._taps.swap(self._of_staff(member, draft_id, None), at, to)

    def _of_staff(self, member: FactId, draft_id: str, by: FactId | None) -> Tap:
        return Tap(member, draft_id or self._store.new_draft(), by=by, is_staff=True)
