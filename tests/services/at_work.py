"""A small real centre for tests: encrypted, on disk, with a few people, tasks and offers."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from desktop.bootstrap import new_centre
from desktop.clock import StandingClock, standing_at
from desktop.services.all import Services, services_of
from desktop.services.drafts import (
    GiftDraft,
    HelpedDraft,
    MemberDraft,
    OfferDraft,
    PlanDraft,
    TaskDraft,
    VenueDraft,
    WorkerDraft,
)
from desktop.services.sitting import Sitting
from desktop.store import keys
from desktop.store.opening import open_with_key
from desktop.store.store import Store
from ledger.domain.names import FactId

PIN = "4711"
START = (2026, 11, 24, 10, 20)


class Chance:
    """Numbers that are always the same in the same order."""

    def __init__(self, whose: bytes = b"") -> None:
        first = 0x0123456789ABCDEF ^ int.from_bytes(whose[:7], "big")
        self._numbers = count(first, 0x0F0F0F0F0F0F)

    def __call__(self, size: int) -> bytes:
        return next(self._numbers).to_bytes(size, "big")


@dataclass(frozen=True)
class Template:
    """A closed centre that tests copy, and what opens it."""

    folder: Path
    key: bytes

    def opened(self, folder: Path, *, clock: StandingClock | None = None) -> AtWork:
        """A copy of it in another folder, open."""
        shutil.copytree(self.folder, folder)
        return AtWork(open_with_key(folder, self.key, clock=clock or standing_at(*START)))


class AtWork:
    """An open centre: Ann, Bob and Cath; Jo works here; credits as each test says."""

    def __init__(self, store: Store, services: Services | None = None) -> None:
        self.store = store
        self.do = services or services_of(store, Chance())

    @property
    def clock(self) -> StandingClock:
        assert isinstance(self.store.clock, StandingClock)
        return self.store.clock

    def member(self, name: str) -> FactId:
        return next(member.id for member in self.do.people.members() if member.name == name)

    def worker(self, name: str) -> FactId:
        return next(worker.id for worker in self.do.people.workers() if worker.name == name)

    def task(self, label: str) -> FactId:
        return next(task.id for task in self.do.tasks.all() if task.label == label)

    def offer(self, label: str) -> FactId:
        return next(offer.id for offer in self.do.offers.all() if offer.label == label)

    def sign_in(self, name: str) -> Sitting:
        return self.do.sittings.begin(self.member(name))

    def draft(self) -> str:
        return self.do.sittings.new_draft()

    def has(self, name: str) -> int:
        return self.do.credits.of(self.member(name)).available_minutes

    def waits(self, name: str) -> int:
        return self.do.credits.of(self.member(name)).waiting_minutes

    def earn(self, name: str, minutes: int, task: str = "Swept up") -> FactId:
        said = self.do.contributions.record(HelpedDraft(self.draft(), self.task(task), minutes), self.member(name))
        return said.changes.first

    def helped(self, minutes: int, task: str = "Swept up", *with_members: str) -> HelpedDraft:
        names = tuple(map(self.member, with_members))
        return HelpedDraft(self.draft(), self.task(task), minutes, with_members=names)

    def gift(self, to: str, minutes: int) -> GiftDraft:
        return GiftDraft(self.draft(), self.member(to), minutes)

    def plan(self, sitting: Sitting, offer: str, *going: str) -> PlanDraft:
        draft = self.do.spending.plan_for(sitting, self.offer(offer))
        names = tuple(map(self.member, going)) or draft.going
        return PlanDraft(draft.draft_id, draft.offer, names)

    def is_sound(self) -> bool:
        verified = self.store.verify()
        assert verified.problems == []
        return verified.ok


def template_in(folder: Path, *, is_practice: bool = False) -> Template:
    """Make the centre that tests copy."""
    parts = new_centre(folder, standing_at(*START), name="Riverside", staff_pin=PIN, is_practice=is_practice)
    work = AtWork(parts.store, parts.services)
    for name in ("Ann", "Bob", "Cath"):
        work.do.people.write_member(MemberDraft(name))
    work.do.people.write_worker(WorkerDraft("Jo"))
    for label in ("Swept up", "Made tea"):
        work.do.tasks.write(TaskDraft(label, usual_minutes=30))
    pool = work.do.offers.write_venue(VenueDraft("Leisure centre")).first
    work.do.offers.write(OfferDraft("Art", 60))
    work.do.offers.write(OfferDraft("Swimming", 90, venue=pool, getting_there="by minibus"))
    work.do.offers.write(OfferDraft("Walk in the park", 0))
    work.do.offers.write(OfferDraft("Big trip", 600))
    key = keys.load(folder).key(parts.passphrase)
    parts.close()
    return Template(folder, key)
