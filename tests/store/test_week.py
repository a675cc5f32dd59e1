"""What the store keeps of the week: every word of a session, of all else the last, of strangers nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.problems import NotFound
from desktop.store.projections_subjects import refresh_texts
from desktop.store.sqlcipher import transaction
from desktop.store.store import Store
from ledger.domain.coming import Agreed, Agreement, PersonHere, Presence, TravelWritten, VisitorCame
from ledger.domain.jobs import JobGiven, JobWritten
from ledger.domain.names import FactId
from ledger.domain.postings import Fact
from ledger.domain.week import (
    ActivityWritten,
    Attendance,
    Attended,
    Choice,
    Chosen,
    DayWritten,
    NotToday,
    Reach,
    RoomWritten,
    SessionTakenBack,
    SessionWritten,
    VehicleWritten,
    WeekShown,
    Wished,
)
from ledger.domain.weeks import Occurrence, Part
from tests.store.a_centre import ACentre, a_centre

WEEK = 360
NOBODY = FactId(b"n" * 16, 1)


@pytest.fixture
def centre() -> ACentre:
    return a_centre()


def art(centre: ACentre) -> FactId:
    return centre.add(ActivityWritten(None, "Art", "om:1F3A8"))


def session(centre: ACentre, activity: FactId | None = None) -> FactId:
    return centre.add(words(activity or art(centre)))


def words(activity: FactId, reach: Reach = Reach.FROM_NOW_ON) -> SessionWritten:
    return SessionWritten(None, WEEK, reach, activity, 1, 600, 60, 8)


def sound(store: Store) -> bool:
    before = [store.db.execute(f"SELECT * FROM {table}").fetchall() for table in ("session_words", "choices", "travel")]  # noqa: S608  ours
    store.rebuild()
    after = [store.db.execute(f"SELECT * FROM {table}").fetchall() for table in ("session_words", "choices", "travel")]  # noqa: S608  ours
    return before == after and store.verify().problems == []


def test_every_word_is_kept_in_order_with_the_fact_that_said_it(centre: ACentre) -> None:
    activity = art(centre)
    made = session(centre, activity)
    moved = centre.add(replace(words(activity, Reach.THIS_WEEK), session=made, day=3))
    back = centre.add(SessionTakenBack(made, WEEK, Reach.THIS_WEEK))
    again = centre.add(replace(words(activity, Reach.THIS_WEEK), session=made, day=4))

    rows = centre.store.read.week.words_of(made)
    assert [(row.place, row.fact, row.day, row.back_by) for row in rows] == [
        (1, made, 1, None),
        (2, moved, 3, back),
        (3, again, 4, None),
    ]
    assert {row.fact for row in centre.store.read.week.words_about(WEEK)} == {made, again}
    assert [row.fact for row in centre.store.read.week.words_about(WEEK + 1)] == [made]
    assert centre.store.read.week.words_about(WEEK - 1) == []
    assert centre.store.read.week.words_by([again, NOBODY]) == [rows[2]]
    assert sound(centre.store)


def test_places_are_given_in_the_order_of_asking_whoever_goes_back_and_forth(centre: ACentre) -> None:
    at = Occurrence(session(centre), WEEK)
    for member, choice in (
        (centre.ann, Choice.LISTED),
        (centre.bob, Choice.GOING),
        (centre.ann, Choice.GOING),
        (centre.bob, Choice.NO),
        (centre.cai, Choice.GOING),
        (centre.bob, Choice.GOING),
    ):
        centre.add(Chosen(member, *at, choice))

    assert [row.member for row in centre.store.read.week.choices_at(at)] == [centre.ann, centre.cai, centre.bob]
    assert centre.store.read.week.chosen_in(WEEK) == {(at.session, Choice.GOING): 3}
    assert centre.store.read.week.weeks_chosen(at.session, 0) == [WEEK]
    assert sound(centre.store)


def test_what_a_member_says_is_the_last_they_said(centre: ACentre) -> None:
    activity, read = art(centre), centre.store.read.week
    bus = centre.add(VehicleWritten(None, "The minibus"))
    centre.add(NotToday(centre.ann, 2519, Part.LUNCH, is_so=True), NotToday(centre.ann, 2519, Part.MORNING, is_so=True))
    centre.add(NotToday(centre.ann, 2519, Part.LUNCH, is_so=False))
    centre.add(Wished(centre.ann, activity, is_wished=True), Agreed(centre.ann, Agreement.HOME_COPY, is_so=True))
    centre.add(Wished(centre.bob, activity, is_wished=True), Wished(centre.bob, activity, is_wished=False))
    centre.add(TravelWritten(centre.ann, bus, minute=540), TravelWritten(centre.ann))
    centre.add(WeekShown(centre.ann, WEEK, (activity,)))

    assert [row.part for row in read.not_today(centre.ann, 2519, 2519)] == [Part.MORNING]
    assert (read.wishes(centre.ann), read.wishes(centre.bob)) == ([activity], [])
    assert read.agreements(Agreement.HOME_COPY) == {centre.ann}
    assert [(row.member, row.vehicle, row.minute) for row in read.travel()] == [(centre.ann, None, -1)]
    shown = read.week_shown(centre.ann, WEEK)
    assert shown is not None
    assert shown.words == (activity,)


def test_who_was_there_is_kept_apart_from_who_meant_to_be(centre: ACentre) -> None:
    at = Occurrence(session(centre), WEEK)
    centre.add(Attended(centre.bob, *at, Attendance.CAME), Attended(centre.bob, *at, Attendance.CAME_LATER))
    centre.add(PersonHere(centre.bob, 2519, Presence.HERE))

    read = centre.store.read.week
    assert [(row.member, row.attendance) for row in read.attendance(at)] == [(centre.bob, Attendance.CAME_LATER)]
    assert [(row.person, row.presence) for row in read.presence(2519)] == [(centre.bob, Presence.HERE)]
    assert read.choices_at(at) == []


def test_names_of_visitors_and_stops_are_shown_when_they_come_and_gone_when_erased(centre: ACentre) -> None:
    with centre.store.writing("a visitor") as facts:
        name, stop = facts.seal("Siân".encode()), facts.seal(b"The clock")
        facts.add(VisitorCame(2519, name))
        facts.add(TravelWritten(centre.ann, stop=stop))
    read = centre.store.read.week
    assert ([row.name for row in read.visitors(2519)], [row.stop for row in read.travel()]) == (["Siân"], ["The clock"])

    with transaction(centre.store.db) as db:
        db.execute("DELETE FROM blobs WHERE digest IN (?, ?)", [name, stop])
    centre.store.rebuild()
    assert ([row.name for row in read.visitors(2519)], [row.stop for row in read.travel()]) == ([""], [""])
    with transaction(centre.store.db) as db:
        refresh_texts(db, name, "Siân")
        refresh_texts(db, stop, "The clock")
    assert ([row.name for row in read.visitors(2519)], [row.stop for row in read.travel()]) == (["Siân"], ["The clock"])


def test_jobs_go_to_one_at_a_time_and_to_nobody(centre: ACentre) -> None:
    activity = art(centre)
    made, job = session(centre, activity), centre.add(JobWritten(None, activity, "Water the plants"))
    centre.add(JobGiven(job, made, WEEK, centre.ann), JobGiven(job, made, WEEK, centre.bob))
    assert [row.member for row in centre.store.read.week.jobs_given(WEEK)] == [centre.bob]
    centre.add(JobGiven(job, made, WEEK, None))
    assert centre.store.read.week.jobs_given(WEEK) == []


def facts_about(known: FactId, unknown: FactId, centre: ACentre) -> list[Fact]:
    """Each names something that nobody has heard of."""
    ann = centre.ann
    return [
        RoomWritten(unknown, "Hall"),
        VehicleWritten(unknown, "Bus"),
        ActivityWritten(unknown, "Art", ""),
        SessionTakenBack(unknown, WEEK, Reach.THIS_WEEK),
        replace(words(known), session=unknown),
        words(unknown),
        replace(words(known), room=unknown),
        replace(words(known), vehicle=unknown),
        replace(words(known), leader=unknown),
        replace(words(known), driver=unknown),
        replace(words(known), task=unknown),
        replace(words(known), assistants=(ann, unknown)),
        Chosen(ann, unknown, WEEK, Choice.GOING),
        Chosen(unknown, centre.ann, WEEK, Choice.GOING),
        NotToday(unknown, 2519, Part.LUNCH, is_so=True),
        Wished(ann, unknown, is_wished=True),
        Attended(ann, unknown, WEEK, Attendance.CAME),
        PersonHere(unknown, 2519, Presence.HERE),
        TravelWritten(ann, unknown),
        Agreed(unknown, Agreement.HOME_COPY, is_so=True),
        WeekShown(unknown, WEEK),
        JobWritten(None, unknown, "Water the plants"),
    ]


def test_nothing_is_written_about_what_nobody_has_heard_of(centre: ACentre) -> None:
    known = art(centre)
    before = centre.store.read.last_seq()
    for fact in facts_about(known, NOBODY, centre):
        with pytest.raises(NotFound):
            centre.add(fact)
    assert centre.store.read.last_seq() == before


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=8))
def test_days_are_as_they_were_last_said(said: list[tuple[int, bool]]) -> None:
    centre = a_centre()
    for day, is_open in said:
        centre.add(DayWritten(day, is_open, "why"))
    assert {row.day: row.is_open for row in centre.store.read.week.days(0, 3)} == dict(said)
