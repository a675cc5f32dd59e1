"""A centre with rooms, activities and people, to make weeks in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from desktop.clock import StandingClock, standing_at
from desktop.services.all import Services, services_of
from desktop.services.drafts_week import ActivityDraft, RoomDraft, SessionDraft, VehicleDraft
from desktop.services.seen import Pic
from desktop.services.week_seen import SessionSeen
from desktop.store.store import Store
from ledger.domain.facts import Contributed
from ledger.domain.names import FactId
from ledger.domain.subjects import WorkerWritten
from ledger.domain.week import Choice, Chosen, Reach
from ledger.domain.weeks import Occurrence
from tests.store.a_centre import a_centre

MONDAY = date(2026, 11, 30)
TUESDAY = MONDAY + timedelta(days=1)
NEXT = MONDAY + timedelta(days=7)


@dataclass
class AWeek:
    """Two rooms, a minibus, two activities; Ann, Bob and Cai are members, Jo leads. The clock: 24 November 2026."""

    services: Services
    store: Store
    clock: StandingClock
    ann: FactId
    bob: FactId
    cai: FactId
    jo: FactId
    task: FactId
    hall: FactId
    kitchen: FactId
    bus: FactId
    art: FactId
    cooking: FactId

    def draft(self, day: date = TUESDAY, start_minute: int = 600, minutes: int = 60, places: int = 2) -> SessionDraft:
        """Art in the hall."""
        return SessionDraft(self.art, day, day, start_minute, minutes, places, room=self.hall)

    def add(self, draft: SessionDraft | None = None, reach: Reach = Reach.FROM_NOW_ON) -> Occurrence:
        """Write a session; where it is first."""
        filled = draft or self.draft()
        session = self.services.week_editing.write(filled, reach).first
        return next(seen.at for seen in self.sessions(filled.day) if seen.at.session == session)

    def sessions(self, day: date = MONDAY) -> tuple[SessionSeen, ...]:
        """Those of the week of a day."""
        return self.services.week.sessions(day)

    def labels(self, day: date = MONDAY) -> list[str]:
        """What is on in a week, by weekday, hour and activity; what is called off in brackets."""
        said = [f"{one.day:%a} {one.start_minute // 60} {one.activity.label}" for one in self.sessions(day)]
        return [text if one.is_on else f"({text})" for text, one in zip(said, self.sessions(day), strict=True)]

    def clashes(self, day: date = MONDAY) -> list[tuple[str, str]]:
        """What does not fit, and whom or what it is about."""
        return [(clash.what, clash.label) for clash in self.services.week.clashes(day)]

    def earn(self, member: FactId, minutes: int) -> None:
        """Let a member have some credits."""
        with self.store.writing(self.store.new_draft()) as facts:
            facts.add(Contributed(member, self.task, minutes))

    def choose(self, member: FactId, at: Occurrence, choice: Choice = Choice.GOING) -> None:
        """A member chose something free."""
        with self.store.writing(self.store.new_draft()) as facts:
            facts.add(Chosen(member, *at, choice))

    def minutes(self, member: FactId) -> int:
        """What a member has."""
        return self.services.credits.of(member).available_minutes


def a_week() -> AWeek:
    """As it is before any session."""
    clock = standing_at(2026, 11, 24, 10, 20)
    centre = a_centre(clock=clock)
    services = services_of(centre.store)
    with centre.store.writing("Jo") as facts:
        jo = facts.add(WorkerWritten(None, facts.seal(b"Jo"), is_driver=True))
    hall = services.rooms.write(RoomDraft("Hall", capacity=20)).first
    kitchen = services.rooms.write(RoomDraft("Kitchen", capacity=4, is_step_free=True)).first
    bus = services.vehicles.write(VehicleDraft("The minibus", seats=3, wheelchair_places=1)).first
    art = services.activities.write(ActivityDraft("Art", pic=Pic("om:1F3A8"))).first
    cooking = services.activities.write(ActivityDraft("Cooking", pic=Pic("om:1F373"))).first
    members = (centre.ann, centre.bob, centre.cai)
    things = (jo, centre.task, hall, kitchen, bus, art, cooking)
    return AWeek(services, centre.store, clock, *members, *things)


def one_more(draft: SessionDraft, at: Occurrence) -> SessionDraft:
    """The same draft about a session that is there."""
    return replace(draft, session=at.session)
