"""The week editor: changes reach one week or all to come, and each can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.problems import NotAllowed, NotFound
from desktop.services.drafts_week import RoomDraft
from desktop.services.week_editing import Put
from desktop.services.week_rules import BadSession
from ledger.domain.subjects import WorkerWritten
from ledger.domain.week import Choice, Reach, SessionWritten
from ledger.domain.weeks import Occurrence
from tests.ledger.strategies import FEWER
from tests.services.a_week import MONDAY, NEXT, TUESDAY, AWeek, a_week

LATER = NEXT + timedelta(days=7)


@pytest.fixture
def week() -> AWeek:
    return a_week()


def in_week(at: Occurrence, weeks: int) -> Occurrence:
    return Occurrence(at.session, at.week + weeks)


def test_a_session_is_there_every_week_or_once(week: AWeek) -> None:
    week.add()
    week.add(replace(week.draft(MONDAY), activity=week.cooking), Reach.THIS_WEEK)

    assert week.labels(MONDAY - timedelta(days=7)) == []
    assert week.labels(MONDAY) == ["Mon 10 Cooking", "Tue 10 Art"]
    assert week.labels(LATER) == ["Tue 10 Art"]


def test_every_other_week_until_a_day(week: AWeek) -> None:
    week.add(replace(week.draft(), every_weeks=2, until=LATER + timedelta(days=1)))

    assert [bool(week.labels(MONDAY + timedelta(weeks=number))) for number in range(5)] == [
        True,
        False,
        True,
        False,
        False,
    ]
    assert week.sessions()[0].until == LATER + timedelta(days=1)


def test_a_change_of_one_week_leaves_the_others(week: AWeek) -> None:
    at = week.add()
    week.services.week_editing.move(at, Put(MONDAY, start_minute=14 * 60))

    assert (week.labels(MONDAY), week.labels(NEXT)) == (["Mon 14 Art"], ["Tue 10 Art"])
    assert [(change.what, change.was) for change in week.sessions()[0].changes] == [("day", "Tuesday"), ("time", "")]


def test_a_change_from_now_on_replaces_that_of_one_week_and_keeps_how_long_it_runs(week: AWeek) -> None:
    at = week.add(replace(week.draft(), until=LATER + timedelta(days=6)))
    week.services.week_editing.move(at, Put(MONDAY))
    week.services.week_editing.move(at, Put(MONDAY + timedelta(days=3)), Reach.FROM_NOW_ON)

    assert [week.labels(MONDAY + timedelta(weeks=number)) for number in range(4)] == [["Thu 10 Art"]] * 3 + [[]]


def test_called_off_once_and_put_back(week: AWeek) -> None:
    at = week.add()
    week.services.week_editing.call_off(at)
    assert (week.labels(MONDAY), week.labels(NEXT)) == (["(Tue 10 Art)"], ["Tue 10 Art"])

    week.services.week_editing.put_back(at)
    assert week.labels(MONDAY) == ["Tue 10 Art"]
    assert week.sessions()[0].changes == ()
    with pytest.raises(NotAllowed, match="not called off"):
        week.services.week_editing.put_back(at)


def test_called_off_from_now_on_goes_after_that_week_whatever_was_said_of_later_ones(week: AWeek) -> None:
    at = week.add()
    week.services.week_editing.move(in_week(at, 2), Put(LATER))
    week.services.week_editing.call_off(in_week(at, 1), Reach.FROM_NOW_ON)

    assert [week.labels(day) for day in (MONDAY, NEXT, LATER)] == [["Tue 10 Art"], ["(Tue 10 Art)"], []]
    week.services.week_editing.undo()
    assert [week.labels(day) for day in (NEXT, LATER)] == [["Tue 10 Art"], ["Mon 10 Art"]]


def test_a_week_is_copied_once_but_not_onto_closed_days(week: AWeek) -> None:
    week.add(reach=Reach.THIS_WEEK)
    off = week.add(week.draft(MONDAY), Reach.THIS_WEEK)
    week.services.week_editing.call_off(off)
    week.add(week.draft(MONDAY + timedelta(days=3)), Reach.THIS_WEEK)
    week.services.week_editing.close_day(NEXT + timedelta(days=3), "Painting")
    for _ in range(2):
        week.services.week_editing.copy_week(MONDAY, NEXT)

    assert week.labels(NEXT) == ["Tue 10 Art"]
    assert week.services.week.week(NEXT).closed == ((NEXT + timedelta(days=3), "Painting"),)
    assert week.sessions(NEXT)[0].changes == ()


def test_a_copied_session_is_another_one(week: AWeek) -> None:
    at = week.add()
    copied = week.services.week_editing.copy(at, Put(MONDAY, room=week.kitchen)).first

    assert week.labels(NEXT) == ["Mon 10 Art", "Tue 10 Art"]
    assert copied != at.session


def test_the_same_draft_twice_is_one_session(week: AWeek) -> None:
    draft = week.services.week_editing.suggest(week.art, MONDAY, TUESDAY, week.hall)
    first, again = (week.services.week_editing.write(draft).first for _ in range(2))

    assert first == again
    assert week.labels() == ["Tue 10 Art"]
    week.services.week_editing.undo()
    assert not week.services.week.week(MONDAY).can_undo


def test_what_is_suggested_is_as_last_time_at_the_next_free_time(week: AWeek) -> None:
    week.add(replace(week.draft(), minutes=90, places=6, leader=week.jo, price_minutes=30))
    draft = week.services.week_editing.suggest(week.art, NEXT, NEXT + timedelta(days=1), week.hall)
    assert (draft.minutes, draft.places, draft.leader, draft.price_minutes) == (90, 6, week.jo, 30)
    assert draft.start_minute == 11 * 60 + 30

    elsewhere = week.services.week_editing.suggest(week.art, NEXT, NEXT + timedelta(days=1), week.kitchen)
    assert (elsewhere.start_minute, elsewhere.places) == (10 * 60, 4)


def test_nothing_to_take_back_says_so(week: AWeek) -> None:
    with pytest.raises(NotAllowed):
        week.services.week_editing.undo()


def test_what_somebody_changed_since_is_not_taken_back(week: AWeek) -> None:
    at = week.add()
    with week.store.writing("another PC") as facts:
        facts.add(SessionWritten(at.session, at.week, Reach.FROM_NOW_ON, week.art, 4, 900, 60, 1))
    with pytest.raises(NotAllowed, match="Somebody has changed this"):
        week.services.week_editing.undo()
    assert week.labels() == ["Fri 15 Art"]


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["move", "off", "back", "copy", "write", "close", "week"]), st.integers(0, 6), st.booleans()
    ),
    min_size=1,
    max_size=6,
)


@settings(FEWER, deadline=None)
@given(DEEDS)
def test_taken_back_and_done_again_any_changes_leave_the_week_as_it_was(deeds: list[tuple[str, int, bool]]) -> None:
    week = a_week()
    at = week.add()
    states = [_shown(week)]
    for what, number, is_run in deeds:
        try:
            _do(
                week,
                what,
                Occurrence(at.session, at.week + number % 3),
                number,
                Reach.FROM_NOW_ON if is_run else Reach.THIS_WEEK,
            )
        except (NotAllowed, NotFound, BadSession):
            assert _shown(week) == states[-1]
            continue
        states.append(_shown(week))
    for state in reversed(states[:-1]):
        week.services.week_editing.undo()
        assert _shown(week) == state
    for state in states[1:]:
        week.services.week_editing.redo()
        assert _shown(week) == state
    assert week.store.verify().problems == []


def _shown(week: AWeek) -> list[object]:
    days = [MONDAY + timedelta(weeks=number) for number in range(4)]
    return [
        [(one.at, one.day, one.start_minute, one.room, one.is_on, one.is_closed) for one in week.sessions(day)]
        for day in days
    ]


def _do(week: AWeek, what: str, at: Occurrence, number: int, reach: Reach) -> None:
    editing, monday = week.services.week_editing, MONDAY + timedelta(weeks=number % 3)
    day = monday + timedelta(days=number)
    match what:
        case "move":
            editing.move(at, Put(day, start_minute=60 * (9 + number)), reach)
        case "off":
            editing.call_off(at, reach)
        case "back":
            editing.put_back(at, reach)
        case "copy":
            editing.copy(at, Put(day), reach)
        case "write":
            editing.write(week.draft(day, start_minute=60 * (8 + number)), reach)
        case "close":
            editing.close_day(day, "Closed")
        case "week":
            if not editing.copy_week(monday, monday + timedelta(days=7)).facts:
                raise NotAllowed("nothing to copy")


@pytest.mark.parametrize(
    ("change", "where", "words"),
    [
        ({"minutes": -30}, "minutes", "ends before it starts"),
        ({"start_minute": 23 * 60 + 30}, "minutes", "midnight"),
        ({"start_minute": 24 * 60}, "start_minute", "24 hours"),
        ({"places": 0}, "places", "no places"),
        ({"places": 1000}, "places", "cannot be right"),
        ({"day": NEXT}, "day", "30 November 2026"),
        ({"monday": date(2400, 1, 3), "day": date(2400, 1, 3)}, "day", "too far away"),
        ({"until": MONDAY}, "until", "before its first"),
        ({"every_weeks": 0}, "every_weeks", "every second week"),
        ({"price_minutes": -1}, "price_minutes", "free"),
        ({"way": "rocket"}, "way", "no picture"),
    ],
)
def test_a_session_that_cannot_be_is_refused_in_words(
    week: AWeek, change: dict[str, object], where: str, words: str
) -> None:
    with pytest.raises(BadSession, match=words) as refused:
        week.services.week_editing.write(replace(week.draft(), **change))  # type: ignore[arg-type]
    assert refused.value.where == where
    assert week.labels() == []


@pytest.mark.parametrize(("day", "words"), [(date(2027, 3, 28), "forward"), (date(2027, 10, 31), "comes twice")])
def test_the_hour_the_clocks_change_is_no_time_for_a_session(week: AWeek, day: date, words: str) -> None:
    with pytest.raises(BadSession, match=words):
        week.services.week_editing.write(week.draft(day, start_minute=90), Reach.THIS_WEEK)
    with pytest.raises(BadSession, match=words):
        week.services.week_editing.write(week.draft(day - timedelta(days=14), start_minute=90))
    week.services.week_editing.write(week.draft(day, start_minute=120), Reach.THIS_WEEK)


def test_a_closed_room_and_somebody_who_left_are_refused_where_they_are_new_and_shown_where_they_were(
    week: AWeek,
) -> None:
    at = week.add(replace(week.draft(), leader=week.jo))
    week.services.rooms.write(RoomDraft("Hall", room=week.hall, is_kept=False))
    with week.store.writing("leaves") as facts:
        facts.add(WorkerWritten(week.jo, facts.seal(b"Jo"), is_kept=False))

    assert [what for what, _ in week.clashes()] == ["left", "gone"]
    with pytest.raises(BadSession, match="Hall is closed"):
        week.services.week_editing.write(week.draft())
    with pytest.raises(BadSession, match="Jo is no longer here"):
        week.services.week_editing.write(replace(week.draft(), room=None, leader=week.jo))
    week.services.week_editing.move(at, Put(MONDAY))
    assert week.labels() == ["Mon 10 Art"]


def test_who_paid_gets_it_back_when_it_is_called_off_and_pays_again_when_it_is_put_back(week: AWeek) -> None:
    week.earn(week.ann, 120)
    at = week.add(replace(week.draft(), price_minutes=60))
    sitting = week.services.sittings.begin(week.ann)
    week.services.choices.choose(sitting, week.store.new_draft(), at)
    assert week.minutes(week.ann) == 60

    week.services.week_editing.call_off(at)
    assert week.minutes(week.ann) == 120
    week.services.week_editing.undo()
    assert week.minutes(week.ann) == 60
    week.services.week_editing.close_day(TUESDAY, "Snow")
    assert week.minutes(week.ann) == 120
    week.services.week_editing.open_day(TUESDAY)
    assert week.minutes(week.ann) == 60
    assert week.store.read.week.choices_at(at)[0].choice == Choice.GOING
