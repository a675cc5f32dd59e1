"""People: members at sign-in and as staff see them, workers, supporters, companions."""

from __future__ import annotations

from desktop.changes import Changes
from desktop.problems import BadInput
from desktop.services.company import Company, is_listed
from desktop.services.drafts import MemberDraft, WorkerDraft
from desktop.services.faces import Faces
from desktop.services.places import MOST_GROUP, Places
from desktop.services.portraits import Portrait, portrait
from desktop.services.seen import GroupSeen, MemberSeen, PersonSeen, Pic, WorkerSeen
from desktop.services.sitting import Sitting
from desktop.services.wording import key, needed, one_line
from desktop.store.rows import GroupRow, MemberRow
from desktop.store.store import Store
from desktop.store.writing import Writing
from ledger.domain.names import NO_DIGEST, FactId
from ledger.domain.subjects import GroupWritten, MemberWritten, WorkerWritten


class People:
    """Who is here, and how they agreed to be shown."""

    def __init__(self, store: Store, faces: Faces) -> None:
        self._store = store
        self._faces = faces
        self._company = Company(store, faces)

    def groups(self) -> list[GroupSeen]:
        """The sign-in groups that somebody is in, by number."""
        written = {row.number: row for row in self._store.read.groups()}
        numbers = sorted({row.group for row in self._store.read.members() if is_listed(row)})
        return [self._faces.group(written.get(number, GroupRow(number, "", ""))) for number in numbers]

    def write_group(self, number: int, label: str, pic: Pic, *, draft_id: str = "") -> Changes:
        """Choose the picture and words of a sign-in group. Raises BadInput: no such group, or no words."""
        if not 1 <= number <= MOST_GROUP:
            raise BadInput(f"There are groups 1 to {MOST_GROUP}; {number} is none of them.")
        words = needed(label, "The group's name", most=40)
        with self._store.writing(draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                facts.add(GroupWritten(number, portrait(facts, pic, Portrait()).picture, words))
        return facts.changes

    def faces(self, group: int) -> list[PersonSeen]:
        """The faces of a group in their places; who agreed to neither name nor picture is not among them."""
        return self._company.shown(row for row in self._store.read.members() if row.group == group)

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

    def write_member(self, draft: MemberDraft) -> Changes:
        """Write who a member is; `changes.first` names a new one. Raises BadInput (no name), NotFound."""
        name = needed(draft.name, "The name")
        known_as = one_line(draft.known_as, "The name they are known as")
        before = None if draft.member is None else self._store.read.member(draft.member)
        if draft.named_worker is not None:
            self._store.read.worker(draft.named_worker)
        with self._store.writing(draft.draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                facts.add(self._member(facts, draft, before, (name, known_as)))
        return facts.changes

    def write_worker(self, draft: WorkerDraft) -> Changes:
        """Write who a worker or supporter is. Raises BadInput, NotFound."""
        name = needed(draft.name, "The name")
        known_as = one_line(draft.known_as, "The name they are known as")
        old = None if draft.worker is None else self._store.read.worker(draft.worker)
        with self._store.writing(draft.draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                shown = portrait(facts, draft.pic, Portrait(old.picture, old.photo) if old else Portrait())
                sealed = facts.seal(name.encode()), _sealed(facts, known_as)
                facts.add(WorkerWritten(draft.worker, *sealed, *shown, draft.is_driver, draft.is_kept))
        return facts.changes

    def _member(
        self, facts: Writing, draft: MemberDraft, before: MemberRow | None, names: tuple[str, str]
    ) -> MemberWritten:
        shown = portrait(facts, draft.pic, Portrait(before.picture, before.photo) if before else Portrait())
        group, place = Places(self._store.read.members()).of(before, draft.group)
        return MemberWritten(
            member=draft.member,
            name=facts.seal(names[0].encode()),
            known_as=_sealed(facts, names[1]),
            picture=shown.picture,
            photo=shown.photo,
            group=group,
            place=place,
            shows_name=draft.shows_name,
            shows_picture=draft.shows_picture,
            named_worker=draft.named_worker,
            is_paused=draft.is_paused,
        )


def _sealed(facts: Writing, text: str) -> bytes:
    return facts.seal(text.encode()) if text else NO_DIGEST
