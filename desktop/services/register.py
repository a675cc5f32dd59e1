"""The register: who members, workers and supporters are, and what sign-in groups are called, as staff write it."""

from __future__ import annotations

from desktop.changes import Changes
from desktop.problems import BadInput
from desktop.services.drafts import MemberDraft, WorkerDraft
from desktop.services.places import MOST_GROUP, Places
from desktop.services.portraits import Portrait, portrait
from desktop.services.seen import Pic
from desktop.services.wording import needed, one_line
from desktop.store.rows import MemberRow
from desktop.store.store import Store
from desktop.store.writing import Writing
from ledger.domain.names import NO_DIGEST
from ledger.domain.subjects import GroupWritten, MemberWritten, WorkerWritten


class Register:
    """Writes people down."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def write_group(self, number: int, label: str, pic: Pic, *, draft_id: str = "") -> Changes:
        """Choose the picture and words of a sign-in group. Raises BadInput: no such group, or no words."""
        if not 1 <= number <= MOST_GROUP:
            raise BadInput(f"There are groups 1 to {MOST_GROUP}; {number} is none of them.")
        words = needed(label, "The group's name", most=40)
        with self._store.writing(draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                facts.add(GroupWritten(number, portrait(facts, pic, Portrait()).picture, words))
        return facts.changes

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
