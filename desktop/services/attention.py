"""What needs a person: what the network found, how this PC is, and the week. Nothing of it stops anybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from desktop.changes import Changes
from desktop.problems import NotFound
from desktop.services.faces import Faces
from desktop.services.seen import NeedSeen, PersonSeen
from desktop.store.membership import Membership
from desktop.store.rows_network import ItemRow
from desktop.store.store import Store
from ledger.domain.facts import SlipRedeemed, SlipVoided
from ledger.domain.names import FactId
from ledger.domain.network import ItemDone
from ledger.domain.rulings import CreditNoted, Ruled
from ledger.wire.code import code_of

_TOLD: Final = frozenset(
    {
        "taken_before",
        "revoked_key",
        "other_place",
        "too_much",
        "earlier_epoch",
        "given_back",
        "void_refused",
        "note_refused",
        "issue_unseen",
        "another_copy",
        "purse_gone",
        "unreadable",
        "newer",
    }
)
_SAID: Final = frozenset({"said_bad", "said_very_bad"})
_OTHERWISE: Final = "not_taken"
"""Whatever else there may be is something that the network did not take, or that came damaged."""


class Attention:
    """The list, and ticking things off. has_stuck_switch: somebody must look at a switch of this PC; not kept."""

    def __init__(
        self,
        store: Store,
        faces: Faces,
        of_week: Callable[[], list[NeedSeen]],
        of_said: Callable[[ItemRow], NeedSeen],
    ) -> None:
        """of_week: what of the week needs a person; a venue's door has none. of_said: what a member found bad."""
        self._store = store
        self._faces = faces
        self._of_week = of_week
        self._of_said = of_said
        self.has_stuck_switch = False

    def all(self) -> list[NeedSeen]:
        """Everything that needs a person: how this PC is first, then the week, then what came, oldest first."""
        week = self._of_week() if self._store.read.door() is None else []
        return [*self._of_this_pc(), *week, *map(self._seen, self._store.read.items())]

    def done(self, about: FactId, *, by: FactId | None = None) -> FactId:
        """Tick one off, here and at the centre's other PCs; what comes back puts it on the list again (`again`).

        Raises:
            NotFound: it is not on the list, or not any more.
        """
        if all(item.about != about for item in self._store.read.items()):
            raise NotFound("This is not on the list any more: somebody saw to it.")
        return self._write(about, by).first

    def again(self, done: FactId, *, by: FactId | None = None) -> Changes:
        """Put something on the list again. done: what `done` gave back."""
        return self._write(done, by)

    def done_or_again(self, name: FactId) -> FactId:
        """Tick off what is on the list, or put back what was ticked off by this name. Raises NotFound."""
        if isinstance(self._store.read.entry(name).fact, ItemDone):
            return self.again(name).first
        return self.done(name)

    def _write(self, about: FactId, by: FactId | None) -> Changes:
        with self._store.writing(self._store.new_draft(), by=by) as facts:
            facts.add(ItemDone(about))
        return facts.changes

    def _of_this_pc(self) -> list[NeedSeen]:
        needs = []
        if self._store.clock_is_doubtful():
            needs.append(NeedSeen("clock"))
        if self.has_stuck_switch:
            needs.append(NeedSeen("stuck_switch"))
        is_centre = self._store.read.door() is None
        if is_centre and Membership(self._store).is_enrolled and not self._store.read.is_purse_here():
            needs.append(NeedSeen("no_purse"))
        return needs

    def _seen(self, item: ItemRow) -> NeedSeen:
        if item.kind in _SAID:
            return self._of_said(item)
        return NeedSeen(
            what=item.kind if item.kind in _TOLD else _OTHERWISE,
            about=item.about,
            at_ms=item.at_ms,
            minutes=item.minutes,
            person=self._person(item.about),
            code="" if item.number is None else code_of(item.number),
        )

    def _person(self, about: FactId) -> PersonSeen | None:
        """Whose credits a ruling is about."""
        try:
            said = self._store.read.entry(about).fact
            told = self._store.read.entry(said.fact).fact if isinstance(said, Ruled) else said
            member = told.member if isinstance(told, SlipRedeemed | SlipVoided | CreditNoted) else None
            return self._faces.maybe_person(member)
        except NotFound:
            return None
