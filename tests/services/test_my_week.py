"""My week: the same layout each week, the next thing marked, and every change told once with what it was."""

from datetime import date, timedelta

import pytest

from desktop.changes import Changes
from desktop.problems import NotFound
from desktop.services.drafts import PlanDraft
from desktop.services.week_seen import MyEntrySeen, MyWeekSeen
from ledger.domain.coming import Agreement
from ledger.domain.week import Choice, DayWritten, Reach
from ledger.domain.weeks import Occurrence, Part
from tests.services.at_work import AtWork
from tests.services.week_at_work import MONDAY, TUESDAY, WEEK, Week


@pytest.fixture
def week(centre: AtWork) -> Week:
    """It is Tuesday, 20 past 10."""
    made = Week(centre)
    jo = centre.worker("Jo")
    made.session("Music", day=1, hour=10, minutes=60)
    made.session("Art", day=1, hour=13, room=made.room("Art room"), leader=jo, way="minibus", driver=jo)
    made.session("Garden", day=3, hour=11)
    return made


def my(week: Week, monday: date = MONDAY) -> MyWeekSeen:
    return week.do.my_week.week(week.work.sign_in("Ann"), monday)


def entries(seen: MyWeekSeen) -> dict[str, MyEntrySeen]:
    found = [entry for day in seen.days for entry in day.entries]
    return {entry.session.activity.label if entry.session else "trip": entry for entry in found}


def changes(week: Week) -> dict[str, list[tuple[str, str, bool]]]:
    """What is told of each session in Ann's week: what, what it was, whether it is new to her."""
    told = {label: entry.session.changes for label, entry in entries(my(week)).items() if entry.session}
    return {label: [(one.what, one.was, one.is_new) for one in said] for label, said in told.items()}


def test_every_open_day_the_same_each_week(week: Week) -> None:
    week.choose("Ann", "Art")
    seen = my(week)
    assert [day.day for day in seen.days] == [MONDAY + timedelta(days=number) for number in range(5)]
    assert [day.is_today for day in seen.days] == [False, True, False, False, False]
    assert [len(day.entries) for day in seen.days] == [0, 1, 0, 0, 0]
    assert len(my(week, MONDAY + timedelta(weeks=1)).days) == 5
    saturday = week.session("Walk", day=5, hour=10)
    with week.store.writing("open") as facts:
        facts.add(DayWritten((MONDAY - date(2020, 1, 1)).days + 5, is_open=True))
    week.do.choices.choose(week.work.sign_in("Ann"), week.work.draft(), saturday)
    assert len(my(week).days) == 6


def test_a_closed_day_says_why(week: Week) -> None:
    week.choose("Ann", "Garden")
    with week.store.writing("closed") as facts:
        facts.add(DayWritten((MONDAY - date(2020, 1, 1)).days + 3, is_open=False, label="Staff day"))
    seen = my(week)
    assert [(day.is_open, day.closed) for day in seen.days][3] == (False, "Staff day")
    assert changes(week) == {"Garden": [("off", "", False)]}
    assert not entries(seen)["Garden"].is_next


def test_the_next_thing_is_marked_and_what_is_over_cannot_change(week: Week) -> None:
    at = Occurrence(week.ids["Music"], WEEK)
    week.do.choices.choose_for(week.work.member("Ann"), at)
    week.choose("Ann", "Art")
    week.choose("Ann", "Garden")
    assert [(label, one.is_next, one.can_change) for label, one in entries(my(week)).items()] == [
        ("Music", True, False),  # going on now
        ("Art", False, True),
        ("Garden", False, True),
    ]
    week.work.clock.move(41)
    assert entries(my(week))["Art"].is_next
    coming = week.do.my_week.next(week.work.sign_in("Ann"))
    assert coming is not None
    assert coming.session is not None
    assert coming.session.activity.label == "Art"
    assert week.do.my_week.next(week.work.sign_in("Bob")) is None


def test_what_changed_since_i_looked_is_told_once_with_what_it_was(week: Week) -> None:
    ann = week.work.sign_in("Ann")
    week.choose("Ann", "Art")
    assert my(week).has_changes  # she has never seen it
    week.do.my_week.seen(ann, MONDAY)
    assert (my(week).has_changes, changes(week)) == (False, {"Art": []})
    assert week.do.my_week.seen(ann, MONDAY) == Changes()

    week.say("Art", day=3, room=week.room("Hall"), leader=None, way="minibus", driver=None)
    told = [("day", "Tuesday", True), ("room", "Art room", True), ("leader", "Jo", True), ("driver", "Jo", True)]
    assert (my(week).has_changes, changes(week)) == (True, {"Art": told})

    later = week.work.sign_in("Ann")
    week.do.my_week.seen(later, MONDAY)
    still = week.do.my_week.week(later, MONDAY)  # the whole visit
    art = entries(still)["Art"].session
    assert art is not None
    assert [change.is_new for change in art.changes] == [True] * 4
    assert not still.has_changes
    assert changes(week) == {"Art": [(what, was, False) for what, was, _ in told]}  # unusual, and not new any more


def test_paper_tells_what_is_other_than_usual(week: Week) -> None:
    week.choose("Ann", "Art")
    week.do.my_week.seen(week.work.sign_in("Ann"), MONDAY)
    week.say("Art", start_minute=14 * 60)
    (art,) = (entry.session for entry in entries(week.do.my_week.of(week.work.member("Ann"), MONDAY)).values())
    assert art is not None
    assert [(change.what, change.was_minute, change.is_new) for change in art.changes] == [("time", 13 * 60, False)]


def test_a_session_that_is_there_no_more_says_that_it_is_off(week: Week) -> None:
    once = week.session("Cards", day=2, hour=10, reach=Reach.THIS_WEEK)
    week.do.choices.choose(week.work.sign_in("Ann"), week.work.draft(), once)
    week.unsay("Cards")
    assert changes(week) == {"Cards": [("off", "", False)]}
    assert not entries(my(week))["Cards"].can_change
    week.do.choices.let_go(week.work.sign_in("Ann"), week.work.draft(), once)
    assert changes(week) == {}


def test_trips_jobs_what_i_lead_and_what_i_helped_with_are_in_it(week: Week) -> None:
    ann = week.work.member("Ann")
    week.work.earn("Ann", 60)
    sitting = week.work.sign_in("Ann")
    draft = week.do.spending.plan_for(sitting, week.work.offer("Walk in the park"))
    going = (ann, week.work.member("Bob"))
    day = TUESDAY + timedelta(days=1)
    week.do.spending.say_yes(sitting, PlanDraft(draft.draft_id, draft.offer, going, day=day, start_minute=840))
    led = week.session("Chess", day=4, hour=10, leader=ann, is_peer_led=True)
    job = week.do.attendance.write_job(week.activity("Chess"), "Sets the boards").first
    week.do.attendance.give_job(job, led, ann)

    assert week.goes("Ann") == ["Walk in the park", "Chess"]
    assert week.goes("Bob") == ["Walk in the park"]
    assert entries(my(week))["Chess"].job == "Sets the boards"
    assert my(week).helped == ()
    week.do.agreements.write(ann, Agreement.HELP_ON_WEEK, is_so=True)
    assert [label for label, _ in my(week).helped] == ["Swept up"]
    assert my(week, MONDAY + timedelta(weeks=1)).helped == ()


def test_not_today_and_the_list_are_in_it(week: Week) -> None:
    ann = week.work.sign_in("Ann")
    at = Occurrence(week.ids["Art"], WEEK)
    week.do.choices.put_on_list(ann, week.work.draft(), at)
    assert week.do.my_week.entry(ann, at).choice == Choice.LISTED
    week.do.choices.not_today(ann, week.work.draft(), week.do.choices.parts(ann, TUESDAY)[0])
    assert [day.not_today for day in my(week).days] == [(), (Part.AFTERNOON,), (), (), ()]
    with pytest.raises(NotFound):
        week.do.my_week.entry(ann, at)


def test_nobody_has_no_week(week: Week) -> None:
    with pytest.raises(NotFound):
        week.do.my_week.of(week.ids["Art"], MONDAY)
