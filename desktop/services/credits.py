"""Credits of a member: how many, where from, thank somebody, take back, put right."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.changes import Changes
from desktop.services.drafts import GiftDraft
from desktop.services.faces import Faces
from desktop.services.seen import CreditsSeen, MovementSeen
from desktop.services.sitting import Sitting
from desktop.store.store import Store
from ledger.domain.names import FactId


@dataclass(frozen=True, slots=True)
class Gave:
    """What came of a gift; after: what the giver has now. is_waiting: above the day's limit, a worker looks first."""

    changes: Changes
    is_waiting: bool
    after: CreditsSeen


@dataclass(frozen=True, slots=True)
class PutRightDone:
    """What a put-right moved: minutes members lost (below zero) or gained, and what goodwill bore."""

    changes: Changes
    member_minutes: int
    goodwill_minutes: int


class Credits:
    """What members have, and how it came about."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces

    def of(self, member: FactId) -> CreditsSeen:
        """What a member has: counted and waiting, in minutes. Raises NotFound."""
        raise NotImplementedError

    def history(self, sitting: Sitting, limit: int = 60) -> list[MovementSeen]:
        """What changed what the member has, newest first, at most `limit`."""
        raise NotImplementedError

    def history_of(self, member: FactId, limit: int = 60) -> list[MovementSeen]:
        """The same for staff; nothing in it can be undone as part of a visit."""
        raise NotImplementedError

    def give(self, sitting: Sitting, draft: GiftDraft) -> Gave:
        """Thank somebody with minutes; above the day's limit it waits and moves nothing yet.

        Raises:
            NotEnough: the member has less. NotAStep: no whole steps. NotAllowed: to oneself. NotFound: nobody like that.
        """
        raise NotImplementedError

    def undo(self, sitting: Sitting, fact: FactId) -> CreditsSeen:
        """Take back something the member did since sign-in; pressed twice it is one.

        Raises:
            NotAllowed: it is somebody else's, from before, or used since.
        """
        raise NotImplementedError

    def put_right(self, fact: FactId, why: str, *, by: FactId | None = None) -> PutRightDone:
        """Correct something recorded, with a reason; what members no longer have is borne by goodwill.

        Raises:
            NotAllowed: it moved nothing, was put right before, or its slip is used. NotFound. BadInput: no reason.
        """
        raise NotImplementedError
