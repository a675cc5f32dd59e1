"""What services ask of the store."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.clock import StandingClock, standing_at
from desktop.problems import NotFound
from desktop.store.rows import OfferRow, Totals, WorkerRow
from ledger.domain.accounts import member_account
from ledger.domain.facts import Contributed, Given, PlanMade
from ledger.domain.names import FactId
from ledger.domain.subjects import (
    GroupWritten,
    MemberWritten,
    OfferWritten,
    TaskWritten,
    VenueWritten,
    WorkerWritten,
)
from tests.store.a_centre import ISSUER, SEEDS, ACentre, a_centre, undo


@pytest.fixture
def clock() -> StandingClock:
    return standing_at(2026, 11, 24, 10, 20)


@pytest.fixture
def centre(clock: StandingClock) -> ACentre:
    return a_centre(clock=clock)


def helped(centre: ACentre, member: FactId, minutes: int, task: FactId | None = None) -> FactId:
    return centre.add(Contributed(member, task or centre.task, minutes))


def test_members_come_by_group_and_place(centre: ACentre) -> None:
    centre.add(MemberWritten(centre.ann, b"", group=2, place=9, is_paused=True))

    assert [row.id for row in centre.store.read.members()] == [centre.bob, centre.cai, centre.ann]
    assert centre.store.read.member(centre.ann).is_paused
    assert centre.store.read.member(centre.ann).name == ""


def test_what_is_let_go_is_still_known_by_name(centre: ACentre) -> None:
    read = centre.store.read
    worker = centre.add(WorkerWritten(None, b"", b"", "om:1F464", is_driver=True))
    centre.add(WorkerWritten(worker, b"", b"", "om:1F464", is_driver=True, is_kept=False))
    centre.add(TaskWritten(centre.task, "Swept", "om:1F9F9", b"", 30, "lunch", is_kept=False))
    centre.add(OfferWritten(centre.park, "The park", "om:1F333", 0, is_kept=False))

    assert (read.workers(), read.tasks(), [row.id for row in read.offers()]) == ([], [], [centre.swim])
    assert read.worker(worker) == WorkerRow(worker, "", "", "om:1F464", b"", is_driver=True, is_kept=False)
    assert [row.label for row in read.tasks(kept_only=False)] == ["Swept"]
    assert not read.offer(centre.park).is_kept


def test_offers_are_complete(centre: ACentre) -> None:
    venue = centre.add(VenueWritten(None, "The baths", 5, "om:1F3CA"))
    offer = centre.add(OfferWritten(None, "Swim", "om:1F3CA", 45, b"", venue, "Baths", "bus", "Jo", is_quiet=True))

    row = centre.store.read.offer(offer)

    assert row == OfferRow(
        offer, "Swim", "om:1F3CA", 45, b"", venue, "Baths", "bus", "Jo",
        is_open_to_all=False, is_step_free=False, is_quiet=True, is_kept=True,
    )  # fmt: skip
    found = centre.store.read.venue_by_number(5)
    assert found is not None
    assert (found.id, found.name) == (venue, "The baths")
    assert centre.store.read.venue_by_number(6) is None


def test_groups_and_keys(centre: ACentre) -> None:
    centre.add(GroupWritten(2, "om:1F33B", "Gardeners"), GroupWritten(1, "om:2600", "Mornings"))
    centre.add(GroupWritten(2, "om:1F33C", "Growers"))

    assert [(row.number, row.label) for row in centre.store.read.groups()] == [(1, "Mornings"), (2, "Growers")]
    ((issuer, key),) = centre.store.read.issuer_keys().items()
    assert (issuer, len(key)) == (ISSUER, 32)
    assert key != SEEDS["issuer_seed"]


def test_a_name_that_nothing_has_is_said_so(centre: ACentre) -> None:
    read, nobody = centre.store.read, FactId(centre.store.device, 999)

    for ask in (read.member, read.worker, read.task, read.offer, read.plan, read.entry):
        with pytest.raises(NotFound):
            ask(nobody)
    assert read.minutes(member_account(nobody)) == 0
    assert read.slip(ISSUER, 1) is None
    assert read.movements(nobody) == []


def test_history_is_newest_first_and_from_a_place_on(centre: ACentre) -> None:
    names = [helped(centre, centre.ann, minutes) for minutes in (15, 30, 45, 60)]

    history = centre.store.read.movements(centre.ann)
    assert [row.minutes for row in history] == [60, 45, 30, 15]
    assert [row.minutes for row in centre.store.read.movements(centre.ann, 2)] == [60, 45]
    assert [row.minutes for row in centre.store.read.movements(centre.ann, since=names[1])] == [60, 45]
    assert centre.store.read.movements(centre.ann, since=names[3]) == []


def test_my_last_tasks_come_latest_first_without_the_undone(centre: ACentre) -> None:
    tea, mop, dj = (centre.add(TaskWritten(None, label, "om:2615")) for label in ("Made tea", "Mopped", "Was DJ"))
    for task in (tea, mop, tea, centre.task):
        helped(centre, centre.ann, 15, task)
    undo(centre, helped(centre, centre.ann, 15, dj))
    helped(centre, centre.bob, 15, dj)

    assert centre.store.read.last_tasks(centre.ann) == [centre.task, tea, mop]
    assert centre.store.read.last_tasks(centre.ann, 1) == [centre.task]


def test_the_last_contribution_to_a_task(centre: ACentre, clock: StandingClock) -> None:
    helped(centre, centre.ann, 15)
    clock.move(10)
    helped(centre, centre.ann, 30)
    undo(centre, helped(centre, centre.ann, 45))

    last = centre.store.read.last_contribution(centre.ann, centre.task)

    assert last is not None
    assert (last.minutes, last.at_ms) == (30, clock.at_ms)
    assert centre.store.read.last_contribution(centre.bob, centre.task) is None


def test_gifts_of_a_day(centre: ACentre, clock: StandingClock) -> None:
    helped(centre, centre.ann, 120)
    centre.add(Given(centre.ann, centre.bob, 15))
    clock.move(24 * 60)
    centre.add(Given(centre.ann, centre.bob, 30))
    centre.add(Given(centre.ann, centre.cai, 60, is_waiting=True))
    undo(centre, centre.add(Given(centre.ann, centre.cai, 45)))
    centre.add(Given(centre.bob, centre.ann, 15))

    gifts = [centre.store.read.gifts_minutes(centre.ann, date(2026, 11, day)) for day in (23, 24, 25, 26)]

    assert gifts == [0, 15, 90, 0]


def test_totals_count_what_counts(centre: ACentre) -> None:
    helped(centre, centre.ann, 120)
    undo(centre, helped(centre, centre.bob, 60))
    centre.add(Contributed(centre.bob, centre.task, 240, is_waiting=True))
    centre.add(PlanMade(centre.ann, centre.swim, (centre.ann,), 60, 60))

    assert centre.store.read.totals() == Totals(given_minutes=120, spent_minutes=60)


def test_the_last_plan_for_an_offer(centre: ACentre) -> None:
    for way in ("bus", "walk"):
        centre.add(PlanMade(centre.ann, centre.park, (centre.ann,), 0, 0, getting_there=way))

    last = centre.store.read.last_plan(centre.ann, centre.park)

    assert last is not None
    assert last.getting_there == "walk"
    assert centre.store.read.last_plan(centre.ann, centre.swim) is None


def test_supporters_come_latest_first(centre: ACentre) -> None:
    for supporter in (centre.bob, centre.cai, centre.bob):
        centre.add(Contributed(centre.ann, centre.task, 15), assisted_by=supporter)

    assert centre.store.read.supporters_seen() == [centre.bob, centre.cai]
