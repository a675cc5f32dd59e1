"""People: members at sign-in and as staff see them, workers, supporters, companions."""

from __future__ import annotations

from desktop.changes import Changes
from desktop.services.drafts import MemberDraft, WorkerDraft
from desktop.services.faces import Faces
from desktop.services.seen import GroupSeen, MemberSeen, PersonSeen, Pic, WorkerSeen
from desktop.services.sitting import Sitting
from desktop.store.store import Store
from ledger.domain.names import FactId


class People:
    """Who is here, and how they agreed to be shown."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces

    def groups(self) -> list[GroupSeen]:
        """The sign-in groups that somebody is in, by number."""
        raise NotImplementedError

    def write_group(self, number: int, label: str, pic: Pic) -> Changes:
        """Choose the picture and words of a sign-in group, 1 to 6."""
        raise NotImplementedError

    def faces(self, group: int) -> list[PersonSeen]:
        """The faces of a group in their places; who agreed to neither name nor picture is not among them."""
        raise NotImplementedError

    def person(self, person: FactId) -> PersonSeen:
        """A member, worker or supporter. Raises NotFound."""
        raise NotImplementedError

    def others(self, sitting: Sitting) -> list[PersonSeen]:
        """Other members, those I did something with or thanked last first: for 'with' and 'thank'."""
        raise NotImplementedError

    def companions(self, sitting: Sitting) -> list[PersonSeen]:
        """Who may come along: workers and other members, the last one first."""
        raise NotImplementedError

    def supporters(self) -> list[PersonSeen]:
        """Who may be with me at the screen: those last here first, then workers, then members."""
        raise NotImplementedError

    def members(self) -> list[MemberSeen]:
        """Every member, by name."""
        raise NotImplementedError

    def member(self, member: FactId) -> MemberSeen:
        """One member as staff see them. Raises NotFound."""
        raise NotImplementedError

    def workers(self) -> list[WorkerSeen]:
        """Every worker and supporter, those to be named first, then by name."""
        raise NotImplementedError

    def write_member(self, draft: MemberDraft) -> Changes:
        """Write who a member is; `changes.first` names a new one. Raises BadInput (no name), NotFound."""
        raise NotImplementedError

    def write_worker(self, draft: WorkerDraft) -> Changes:
        """Write who a worker or supporter is. Raises BadInput, NotFound."""
        raise NotImplementedError
