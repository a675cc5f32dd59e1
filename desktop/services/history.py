"""Where a member's credits came from and went, told with the pictures of what it was."""

from __future__ import annotations

from desktop.problems import NotFound
from desktop.services import standins
from desktop.services.faces import Faces
from desktop.services.offered import offered
from desktop.services.righting import Righting, Target
from desktop.services.seen import MovementSeen, Pic
from desktop.services.sitting import Sitting
from desktop.store.rows import MovementRow
from desktop.store.store import Store
from ledger.domain.facts import Confirmed, Contributed, Given, PlanMade, SlipPrinted, SlipRedeemed
from ledger.domain.names import FactId
from ledger.domain.postings import Fact

Told = tuple[str, Pic]
"""The words and the picture of what a movement was about."""


class History:
    """Tells movements."""

    def __init__(self, store: Store, faces: Faces, righting: Righting) -> None:
        self._store = store
        self._faces = faces
        self._righting = righting

    def of(self, member: FactId, limit: int, sitting: Sitting | None = None) -> list[MovementSeen]:
        """A member's movements, newest first; with a sitting, those of this visit can be undone."""
        return [self._seen(row, sitting) for row in self._store.read.movements(member, limit)]

    def is_mine(self, fact: FactId, sitting: Sitting) -> bool:
        """Whether the member of this sitting did it themselves, since sign-in. Raises NotFound."""
        entry = self._store.read.entry(fact)
        # A slip whose minutes all went to an offer names nobody: whoever sits here handed it in.
        names_nobody = isinstance(entry.fact, SlipRedeemed) and entry.fact.member is None
        is_own = entry.by is None and (names_nobody or _doer(entry.fact) == sitting.member)
        return is_own and sitting.covers(fact, self._store.device)

    def _seen(self, row: MovementRow, sitting: Sitting | None) -> MovementSeen:
        label, pic = self._told(self._store.read.entry(row.fact).fact, row.member)
        return MovementSeen(
            fact=row.fact,
            what=f"history.{row.what}",
            label=label,
            pic=pic,
            minutes=row.minutes,
            at_ms=row.at_ms,
            is_waiting=row.is_waiting,
            is_undone=row.undone_by is not None,
            can_undo=sitting is not None and self._can_undo(row.fact, sitting),
        )

    def _can_undo(self, fact: FactId, sitting: Sitting) -> bool:
        if not sitting.covers(fact, self._store.device) or not self.is_mine(fact, sitting):
            return False
        return not self._righting.trouble(Target(fact, self._store.read.entry(fact).fact))

    def _told(self, fact: Fact, member: FactId) -> Told:
        match fact:
            case Contributed(task=task):
                seen = self._faces.task(self._store.read.task(task))
                return seen.label, seen.pic
            case Given(giver=giver, receiver=receiver):
                return self._person(receiver if member == giver else giver)
            case PlanMade(offer=offer):
                return self._offer(offer)
            case SlipPrinted(plan=plan) if plan is not None:
                return self._offer(self._store.read.plan(plan).offer)
            case SlipRedeemed(offer=offer) if offer is not None:
                return self._offer(offer)
        return self._told_of_another(fact, member)

    def _told_of_another(self, fact: Fact, member: FactId) -> Told:
        # A fact that speaks of another is told with the picture of that other.
        about = fact.waiting if isinstance(fact, Confirmed) else getattr(fact, "fact", getattr(fact, "plan", None))
        if isinstance(about, FactId):
            return self._told(self._store.read.entry(about).fact, member)
        return "", Pic(standins.SLIP)

    def _person(self, person: FactId) -> Told:
        try:
            seen = self._faces.person(person)
        except NotFound:
            return "", Pic(standins.CARD)
        return seen.spoken_name, seen.pic

    def _offer(self, offer: FactId) -> Told:
        seen = offered(self._store, self._faces, offer)
        return seen.label, seen.pic


def _doer(fact: Fact) -> FactId | None:
    match fact:
        case Contributed(member=member) | SlipPrinted(member=member) | SlipRedeemed(member=member):
            return member
        case Given(giver=giver):
            return giver
        case PlanMade(payer=payer):
            return payer
    return None
