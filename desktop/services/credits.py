"""Credits of a member: how many, where from, thank somebody, take back, put right."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.changes import Changes
from desktop.clock import local_day
from desktop.problems import NotAllowed
from desktop.services.amounts import check_has, check_purse, check_step
from desktop.services.drafts import GiftDraft
from desktop.services.faces import Faces
from desktop.services.history import History
from desktop.services.righting import Righting
from desktop.services.seen import CreditsSeen, MovementSeen
from desktop.services.sitting import Sitting
from desktop.services.wording import WHY_LETTERS, needed
from desktop.store.store import Store
from ledger.domain.accounts import AccountClass
from ledger.domain.facts import Given, Legs, Reason
from ledger.domain.names import FactId


@dataclass(frozen=True, slots=True)
class Gave:
    """What came of a gift; after: what the giver has now. is_waiting: above the day's limit, a worker looks first."""

    changes: Changes
    is_waiting: bool
    after: CreditsSeen


@dataclass(frozen=True, slots=True)
class PutRightDone:
    """What a put-right moved: minutes members lost (below zero) or gained in all, and what goodwill bore (from 0)."""

    changes: Changes
    member_minutes: int
    goodwill_minutes: int


class Credits:
    """What members have, and how it came about."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces
        self._righting = Righting(store)
        self._history = History(store, faces, self._righting)

    def of(self, member: FactId) -> CreditsSeen:
        """What a member has: counted and waiting, in minutes. Raises NotFound."""
        return self._faces.credits(member)

    def history(self, sitting: Sitting, limit: int = 60) -> list[MovementSeen]:
        """What changed what the member has, newest first, at most `limit`."""
        return self._history.of(sitting.member, limit, sitting)

    def history_of(self, member: FactId, limit: int = 60) -> list[MovementSeen]:
        """The same for staff; nothing in it can be undone as part of a visit."""
        return self._history.of(member, limit)

    def check_can_give(self) -> None:
        """Let somebody begin to thank with credits. Raises NoPurse: credits are spent at another PC."""
        check_purse(self._store)

    def give(self, sitting: Sitting, draft: GiftDraft) -> Gave:
        """Thank somebody with minutes; above the day's limit it waits and moves nothing yet.

        Raises:
            NotEnough: the member has less. NotAStep: no whole steps. NotAllowed: to oneself. NotFound: no such member.
        """
        with self._store.writing(draft.draft_id, assisted_by=sitting.assisted_by) as facts:
            if not facts.is_repeat:
                facts.add(self._gift(sitting.member, draft))
        given = self._store.read.entry(facts.changes.first).fact
        return Gave(facts.changes, isinstance(given, Given) and given.is_waiting, self.of(sitting.member))

    def undo(self, sitting: Sitting, fact: FactId) -> CreditsSeen:
        """Take back something the member did since sign-in; pressed twice it is one.

        Raises:
            NotAllowed: it is somebody else's, from before, or used since.
        """
        if not self._history.is_mine(fact, sitting):
            raise NotAllowed("Only what you did since you came can be taken back here. A worker can put it right.")
        if not self._righting.is_done(fact):
            target = self._righting.target(fact)
            with self._store.writing(f"undo:{fact.text}", assisted_by=sitting.assisted_by) as facts:
                self._righting.write(facts, target, Reason.UNDO)
        return self.of(sitting.member)

    def put_right(self, fact: FactId, why: str, *, by: FactId | None = None) -> PutRightDone:
        """Correct something recorded, with a reason; what members no longer have is borne by goodwill.

        Raises:
            NotAllowed: it moved nothing, was put right before, or its slip is used. NotFound. BadInput: no reason.
        """
        reason = needed(why, "The reason", most=WHY_LETTERS)
        target = self._righting.target(fact)
        with self._store.writing(f"put-right:{target.name.text}", by=by) as facts:
            legs = self._righting.write(facts, target, Reason.WORKER, reason)
        return PutRightDone(facts.changes, _sum(legs, AccountClass.MEMBER), -_sum(legs, AccountClass.GOODWILL))

    def _gift(self, giver: FactId, draft: GiftDraft) -> Given:
        check_step(self._store.rules, draft.minutes)
        if draft.receiver == giver:
            raise NotAllowed("Nobody can thank themselves with credits. Choose somebody else.")
        self._store.read.member(draft.receiver)
        check_has(self._store, giver, draft.minutes)
        today = local_day(self._store.clock.now_ms())
        given_minutes = self._store.read.gifts_minutes(giver, today)
        is_waiting = self._store.rules.gift_must_wait(draft.minutes, given_today_minutes=given_minutes)
        return Given(giver, draft.receiver, draft.minutes, is_waiting)


def _sum(legs: Legs, cls: AccountClass) -> int:
    return sum(minutes for account, minutes in legs if account.cls == cls)
