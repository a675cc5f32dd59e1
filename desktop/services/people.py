"""People: members at sign-in and as staff see them, workers, supporters, companions."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.changes import Changes
from desktop.services.faces import Faces
from desktop.services.seen import GroupSeen, MemberSeen, PersonSeen, Pic, WorkerSeen
from desktop.services.wording import key
from desktop.store.rows import GroupRow
from desktop.store.store import Store
from ledger.domain.names import FactId

if TYPE_CHECKING:
    from desktop.services.company import Company
    from desktop.services.drafts import MemberDraft, WorkerDraft
    from desktop.services.register import Register
    from desktop.services.sitting import Sitting


class People:
    """Who is here, and how they agreed to be shown. Beyond faces, rooms are read in when first asked for."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces

    def groups(self) -> list[GroupSeen]:
        """The sign-in groups that somebody is in, by number; also who agreed to neither name nor picture."""
        written = {row.number: row for row in self._store.read.groups()}
        numbers = sorted({row.group for row in self._store.read.members()})
        return [self._faces.group(written.get(number, GroupRow(number, "", ""))) for number in numbers]

    def faces(self, group: int) -> list[PersonSeen]:
        """The faces of a group in their places; who agreed to neither name nor picture is not among them."""
        return self._faces.listed(row for row in self._store.read.members() if row.group == group)

    def person(self, person: FactId) -> PersonSeen:
        """A member, worker or supporter. Raises NotFound."""
        return self._faces.person(person)

    def others(self, sitting: Sitting) -> list[PersonSeen]:
        """Other members, those I did something with or thanked last first: for 'with' and 'thank'."""
        return self._company.others(sitting.member)

    def companions(self, sitting: Sitting) -> list[PersonSeen]:
        """Who may come along: whoever came last first, then workers, then other members."""
        return self._company.companions(sitting.member)

    def supporters(self) -> list[PersonSeen]:
        """Who may be with me at the screen: those last here first, then workers, then members."""
        return self._company.supporters()

    def members(self) -> list[MemberSeen]:
        """Every member, by name."""
        rows = sorted(self._store.read.members(), key=lambda row: (key(row.name), row.group, row.place))
        return [self._faces.member(row) for row in rows]

    def member(self, member: FactId) -> MemberSeen:
        """One member as staff see them. Raises NotFound."""
        return self._faces.member(self._store.read.member(member))

    def workers(self) -> list[WorkerSeen]:
        """Every worker and supporter who is kept, those to be named first, then by name."""
        rows = sorted(self._store.read.workers(), key=lambda row: key(row.name))
        return [self._faces.worker(row) for row in rows]

    def write_group(self, number: int, label: str, pic: Pic, *, draft_id: str = "") -> Changes:
        """Choose the picture and words of a sign-in group. Raises BadInput: no such group, or no words."""
        return self._register.write_group(number, label, pic, draft_id=draft_id)

    def write_member(self, draft: MemberDraft) -> Changes:
        """Write who a member is; `changes.first` names a new one. Raises BadInput (no name), NotFound."""
        return self._register.write_member(draft)

    def write_worker(self, draft: WorkerDraft) -> Changes:
        """Write who a worker or supporter is. Raises BadInput, NotFound."""
        return self._register.write_worker(draft)

    @cached_property
    def _company(self) -> Company:
        from desktop.services.company import Company

        return Company(self._store, self._faces)

    @cached_property
    def _register(self) -> Register:
        from desktop.services.register import Register

        return Register(self._store)
