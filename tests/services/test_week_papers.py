"""What goes on paper is what the centre's week says: nobody and nothing is left out or said twice."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.services.drafts_travel import TravelDraft
from desktop.services.papers_week import EntryPaper, MemberWeekPaper
from desktop.services.week_papers import WeekPapers
from ledger.domain.coming import Agreement, Presence
from ledger.domain.slips import day_number
from ledger.domain.week import Attendance, DayWritten
from ledger.domain.weeks import Occurrence
from tests.services.at_work import AtWork
from tests.services.week_at_work import MONDAY, TUESDAY, Week


@pytest.fixture
def week(centre: AtWork) -> Week:
    """Art on Tuesday morning in the hall with Jo, swimming in the afternoon by minibus, music on Thursday."""
    week = Week(centre)
    jo, hall = centre.worker("Jo"), week.room("Hall", 12)
    week.session("Art", 1, 11, leader=jo, room=hall)
    week.session("Swimming", 1, 14, leader=jo, way="minibus", vehicle=week.vehicle("Blue bus"), driver=jo)
    week.session("Music", 3, 10)
    return week


@pytest.fixture
def papers(week: Week) -> WeekPapers:
    return week.do.week_papers


def test_the_centre_week_has_each_session_once_on_its_day_and_no_member(papers: WeekPapers, week: Week) -> None:
    week.choose("Ann", "Art")
    paper = papers.centre(TUESDAY)
    assert [day.day for day in paper.days] == [MONDAY + timedelta(days=number) for number in range(5)]
    assert [[entry.what for entry in day.entries] for day in paper.days] == [[], ["Art", "Swimming"], [], ["Music"], []]
    art = paper.days[1].entries[0]
    assert (art.start_minute, art.room, [one.shown_name for one in art.people]) == (660, "Hall", ["Jo"])
    assert "Ann" not in str(paper)


def test_what_is_other_this_week_says_what_it_was(papers: WeekPapers, week: Week) -> None:
    week.say("Art", activity=week.activity("Baking"))
    (change,) = papers.centre(MONDAY).days[1].entries[0].changes
    assert (change.what, change.was) == ("activity", "Art")


def test_a_closed_day_is_there_with_why(papers: WeekPapers, week: Week) -> None:
    with week.store.writing(week.work.draft()) as facts:
        facts.add(DayWritten(day_number(TUESDAY), is_open=False, label="Fire drill"))
    day = papers.centre(MONDAY).days[1]
    assert (day.is_open, day.closed) == (False, "Fire drill")
    assert [entry.is_on for entry in day.entries] == [False, False]


def test_a_member_week_has_what_they_chose_with_whom_and_how_they_get_there(papers: WeekPapers, week: Week) -> None:
    week.choose("Ann", "Art")
    week.choose("Ann", "Swimming")
    ann = week.work.member("Ann")
    week.do.travel.write(TravelDraft(ann, week.vehicle("Blue bus"), "Elm Road", 550))
    paper = papers.member(ann, MONDAY)
    tuesday = paper.days[1]
    assert [entry.what for entry in tuesday.entries] == ["Art", "Swimming"]
    assert [(one.vehicle, one.minute, one.stop) for one in tuesday.coming] == [("Blue bus", 550, "Elm Road")]
    swimming = _of(paper, "Swimming")
    assert (swimming.way, swimming.vehicle, swimming.ride_minute) == ("minibus", "Blue bus", 840)
    assert swimming.driver is not None
    assert not any(day.coming for day in paper.days if day.day != TUESDAY)


def test_all_members_weeks_are_there_once_and_home_copies_only_of_those_who_agreed(
    papers: WeekPapers, week: Week
) -> None:
    members = [one.id for one in week.do.people.members()]
    assert [paper.member.id for paper in papers.members(MONDAY)] == members
    assert papers.home_copies(MONDAY) == []
    week.do.agreements.write(members[0], Agreement.HOME_COPY, is_so=True)
    (copy,) = papers.home_copies(MONDAY)
    assert copy.is_home_copy
    assert copy.member.id == members[0]


def test_registers_hold_everybody_who_goes_and_then_who_waits(papers: WeekPapers, week: Week) -> None:
    week.choose("Ann", "Art")
    week.choose("Bob", "Art")
    week.do.attendance.mark(week.work.member("Bob"), _at(week, "Art"), Attendance.CAME)
    art, swimming = papers.registers(TUESDAY)
    assert (art.session.what, swimming.session.what) == ("Art", "Swimming")
    assert [line.person.id for line in art.people] == [week.work.member("Ann"), week.work.member("Bob")]
    assert [line.attendance for line in art.people] == [Attendance.NOT_KNOWN, Attendance.CAME]
    assert swimming.people == ()


def test_rides_hold_each_rider_with_time_and_stop(papers: WeekPapers, week: Week) -> None:
    week.choose("Ann", "Swimming")
    week.choose("Bob", "Swimming")
    bus = week.vehicle("Blue bus")
    week.do.travel.write(TravelDraft(week.work.member("Bob"), bus, "Oak House", 540, in_wheelchair=True))
    week.do.travel.write(TravelDraft(week.work.member("Ann"), bus, "Elm Road", 550))
    coming, outing = papers.transport(TUESDAY).rides
    assert [(rider.stop, rider.minute, rider.in_wheelchair) for rider in coming.riders] == [
        ("Oak House", 540, True),
        ("Elm Road", 550, False),
    ]
    assert (outing.what, len(outing.riders)) == ("Swimming", 2)


def test_strips_are_for_those_who_do_something_that_day(papers: WeekPapers, week: Week) -> None:
    week.choose("Bob", "Music")
    (strip,) = papers.strips(MONDAY + timedelta(days=3))
    assert (strip.member.id, [one.what for one in strip.day.entries]) == (week.work.member("Bob"), ["Music"])
    assert papers.strips(TUESDAY) == []


def test_the_fire_list_leaves_nobody_out(papers: WeekPapers, week: Week) -> None:
    week.choose("Ann", "Art")
    week.do.attendance.presence(week.work.worker("Jo"), TUESDAY, Presence.HERE)
    paper = papers.fire_list(TUESDAY)
    people = {line.person.id: line for line in paper.people}
    members, workers = week.do.people.members(), week.do.people.workers()
    assert set(people) == {one.id for one in members} | {one.id for one in workers}
    assert len(paper.people) == len(people)
    assert people[week.work.member("Ann")].expected == "Art, Hall"
    assert people[week.work.worker("Jo")].presence == Presence.HERE
    assert paper.minute == 10 * 60 + 20


def test_a_blank_week_has_the_open_days(papers: WeekPapers, week: Week) -> None:
    ann = week.work.member("Ann")
    assert [day.day for day in papers.blank(MONDAY, ann).days] == [MONDAY + timedelta(days=n) for n in range(5)]
    assert papers.blank(MONDAY).member is None


def _at(week: Week, label: str) -> Occurrence:
    return next(one.at for one in week.do.week.sessions(MONDAY) if one.activity.label == label)


def _of(paper: MemberWeekPaper, what: str) -> EntryPaper:
    return next(entry for day in paper.days for entry in day.entries if entry.what == what)
