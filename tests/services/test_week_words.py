"""Which words hold, against the rule told the long way; and what does not fit, against looking at every pair."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.problems import BadInput
from desktop.services.activities import NoPicture
from desktop.services.closed_days import BANK_HOLIDAYS, OPEN_DAYS
from desktop.services.drafts_week import ActivityDraft, RoomDraft, VehicleDraft
from desktop.services.week_words import in_force, last_on, usual
from desktop.store.rows_week import WordsRow
from ledger.domain.coming import TravelWritten
from ledger.domain.names import FactId
from ledger.domain.subjects import MemberWritten
from ledger.domain.week import Choice, Reach
from tests.services.a_week import MONDAY, TUESDAY, AWeek, a_week, one_more

SESSION = FactId(b"s" * 16, 1)


@st.composite
def words(draw: st.DrawFn, place: int) -> WordsRow:
    week = draw(st.integers(0, 4))
    reach = draw(st.sampled_from(Reach))
    is_run = reach == Reach.FROM_NOW_ON
    return WordsRow(
        SESSION,
        place,
        FactId(b"s" * 16, place),
        0,
        week,
        reach,
        SESSION,
        *(0, 600, 60, 8),
        until_week=draw(st.sampled_from([0, week, week + 2])) if is_run else 0,
        every_weeks=draw(st.sampled_from([1, 2])) if is_run else 1,
        is_on=draw(st.booleans()),
        back_by=draw(st.sampled_from([None, None, SESSION])),
    )


HISTORIES = st.integers(0, 6).flatmap(lambda count: st.tuples(*(words(place) for place in range(1, count + 1))))


@given(HISTORIES, st.integers(0, 8))
def test_the_last_word_on_a_week_holds(history: tuple[WordsRow, ...], week: int) -> None:
    """Said one after the other, from the beginning."""
    from_now_on: dict[int, WordsRow] = {}
    once: dict[int, WordsRow] = {}
    for row in history:
        if row.back_by is not None:
            continue
        if row.reach == Reach.THIS_WEEK:
            once[row.week] = row
        else:
            from_now_on[row.week] = row
            once.pop(row.week, None)
    begun = [first for first in from_now_on if first <= week]
    run = from_now_on[max(begun)] if begun else None
    if run is not None and ((run.until_week and week > run.until_week) or (week - run.week) % run.every_weeks):
        run = None

    assert usual(history, week) == run
    assert in_force(history, week) == once.get(week, run)
    held = last_on(history, week)
    assert held is None or held.is_on


@pytest.fixture
def week() -> AWeek:
    return a_week()


def test_a_room_a_person_and_a_vehicle_cannot_be_twice_at_a_time(week: AWeek) -> None:
    first = replace(week.draft(minutes=90), leader=week.jo, vehicle=week.bus)
    week.add(first)
    week.add(replace(first, activity=week.cooking, start_minute=11 * 60, leader=None, assistants=(week.jo,)))
    assert week.clashes() == [("room", "Hall"), ("vehicle", "The minibus"), ("person", "Jo")]


def test_what_follows_on_does_not_clash(week: AWeek) -> None:
    week.add(replace(week.draft(minutes=60), leader=week.jo))
    week.add(replace(week.draft(start_minute=11 * 60), leader=week.jo))
    assert week.clashes() == []


def test_more_places_than_the_room_and_more_riders_than_the_seats(week: AWeek) -> None:
    at = week.add(replace(week.draft(places=5), room=week.kitchen, vehicle=week.bus, driver=week.jo))
    assert week.clashes() == [("capacity", "Kitchen")]

    week.services.vehicles.write(VehicleDraft("The minibus", vehicle=week.bus, seats=1, wheelchair_places=0))
    with week.store.writing("wheelchair") as facts:
        facts.add(TravelWritten(week.cai, in_wheelchair=True))
    for member in (week.ann, week.bob, week.cai):
        week.choose(member, at)
    assert week.clashes() == [("capacity", "Kitchen"), ("seats", "The minibus"), ("wheelchairs", "The minibus")]


def test_two_pcs_can_overbook_and_nobody_is_dropped(week: AWeek) -> None:
    at = week.add(week.draft(places=2))
    for member in (week.bob, week.ann, week.cai):
        week.choose(member, at)

    (seen,) = week.services.week.week(MONDAY).clashes
    assert (seen.what, seen.about, seen.label) == ("overbooked", (at,), "Art")
    assert [row.member for row in week.store.read.week.choices_at(at)] == [week.bob, week.ann, week.cai]
    assert week.sessions()[0].is_full


def test_a_member_who_chose_two_at_a_time_or_leads_another(week: AWeek) -> None:
    one = week.add()
    other = week.add(replace(week.draft(), room=week.kitchen, leader=week.bob))
    for member, at in ((week.ann, one), (week.ann, other), (week.bob, one), (week.cai, other)):
        week.choose(member, at)
    assert week.clashes() == [("twice", "Ann, Bob")]
    week.choose(week.ann, other, Choice.LISTED)
    assert week.clashes() == [("twice", "Bob")]


def test_many_who_chose_the_same_two_are_one_line(week: AWeek) -> None:
    """Moving one session onto another that ten people chose must not bury what else does not fit."""
    one = week.add(week.draft(places=9))
    other = week.add(replace(week.draft(places=4), room=week.kitchen))
    with week.store.writing("Dee") as facts:
        dee = facts.add(MemberWritten(None, facts.seal(b"Dee"), place=9))
    for member in (dee, week.cai, week.bob, week.ann):
        week.choose(member, one)
        week.choose(member, other)
    assert week.clashes() == [("twice", "Ann, Bob, Cai +1")]


def test_what_is_called_off_is_in_nobodys_way(week: AWeek) -> None:
    week.add()
    off = week.add(one_more(week.draft(), week.add(week.draft(start_minute=630))))
    week.services.week_editing.call_off(off)
    assert week.clashes() == []


def test_a_closed_day_is_said_on_its_sessions_and_keeps_its_place_in_the_week(week: AWeek) -> None:
    week.add()
    week.services.week_editing.close_day(TUESDAY, "Painting")
    seen = week.services.week.week(MONDAY)

    assert TUESDAY in seen.days
    assert seen.closed == ((TUESDAY, "Painting"),)
    assert week.clashes() == [("closed", "Painting")]
    assert not week.services.week.is_open(TUESDAY)
    week.services.week_editing.undo()
    assert week.clashes() == []


@pytest.mark.parametrize(
    ("part", "closed"),
    [
        (0, []),
        (1, ["2027-03-26 Good Friday", "2027-03-29 Easter Monday"]),
        (3, ["2027-03-26 Good Friday"]),
        (4, ["2027-03-17 Saint Patrick's Day", "2027-03-26 Good Friday", "2027-03-29 Easter Monday"]),
    ],
)
def test_bank_holidays_are_those_of_the_country(week: AWeek, part: int, closed: list[str]) -> None:
    week.services.centre.set_rule(BANK_HOLIDAYS, part)
    march = MONDAY.replace(year=2027, month=3, day=1)
    found = week.services.week_editing.closed_days(march, march.replace(day=31))

    assert [f"{day.day} {day.label}" for day in found] == closed
    assert all(day.is_bank_holiday for day in found)


def test_a_centre_may_be_open_at_weekends_and_on_a_bank_holiday(week: AWeek) -> None:
    week.services.centre.set_rule(BANK_HOLIDAYS, 1)
    week.services.centre.set_rule(OPEN_DAYS, 0b1000001)
    monday = MONDAY.replace(year=2027, month=3, day=29)
    assert [day.weekday() for day in week.services.week.week(monday).days] == [0, 6]
    assert week.services.week.closed(monday) == "Easter Monday"

    week.services.week_editing.open_day(monday)
    assert week.services.week.is_open(monday)
    with pytest.raises(BadInput):
        week.services.centre.set_rule(OPEN_DAYS, 0)


def test_rooms_vehicles_and_activities_are_called_by_names_of_their_own(week: AWeek) -> None:
    do = week.services
    with pytest.raises(BadInput, match="already a room called hall"):
        do.rooms.write(RoomDraft("hall"))
    with pytest.raises(BadInput, match="cannot be right"):
        do.rooms.write(RoomDraft("Attic", capacity=-1))
    with pytest.raises(BadInput, match="already a vehicle"):
        do.vehicles.write(VehicleDraft("The minibus"))
    with pytest.raises(BadInput, match="already an activity"):
        do.activities.write(ActivityDraft("ART", pic=do.activities.one(week.art).pic))
    with pytest.raises(NoPicture, match="no picture yet"):
        do.activities.write(ActivityDraft("Drumming"))
    do.activities.write(ActivityDraft("Arts", activity=week.art))
    assert [(one.label, one.pic.id) for one in do.activities.all()] == [("Arts", "om:1F3A8"), ("Cooking", "om:1F373")]
