"""What is typed into the week is read as people mean it, and all that can happen there has its words."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.week_seen import ClashSeen
from desktop.views.parts.session_filled import Unread, day_of, draft_of, filled_of, minute_of
from desktop.views.parts.week_add import fitting, typed_time
from desktop.views.parts.week_words import by_occurrence, clash_words, clock
from desktop.views.texts import Texts
from ledger.domain.week import Reach
from ledger.domain.weeks import Occurrence
from tests.views.walk.weeks import ACTIVITIES, full_week

CLASHES = (
    "room", "person", "vehicle", "capacity", "seats", "wheelchairs", "closed", "overbooked", "left", "gone", "twice",
)  # fmt: skip
DONE = ("add", "move", "shift", "copy", "call_off", "put_back", "copy_last", "undo", "redo")


@pytest.mark.parametrize(
    ("typed", "letters", "minute"),
    [
        ("ar", "ar", None),
        ("ar 2", "ar", 14 * 60),
        ("art 10", "art", 600),
        ("art 1030", "art", 630),
        ("art 9:15", "art", 555),
        ("art 25", "art 25", None),
        ("room 101 7", "room 101", 7 * 60),
    ],
)
def test_letters_and_a_time(typed: str, letters: str, minute: int | None) -> None:
    assert typed_time(typed) == (letters, minute)


def test_what_begins_with_the_letters_comes_first() -> None:
    assert [one.label for one in fitting(ACTIVITIES, "me")] == ["Members' meeting"]
    assert [one.label for one in fitting(ACTIVITIES, "w")][:1] == ["Walking group"]
    assert len(fitting(ACTIVITIES, "")) == len(ACTIVITIES)


@given(st.integers(0, 24 * 60 - 1))
def test_a_time_as_it_is_shown_is_read_back(minute: int) -> None:
    assert minute_of(clock(minute)) == minute


@pytest.mark.parametrize("typed", ["", "late", "25:00", "10:75", "ten"])
def test_what_is_no_time_is_said_by_its_field(typed: str) -> None:
    with pytest.raises(Unread) as found:
        minute_of(typed)
    assert found.value.where == "start_minute"


@given(st.dates())
def test_a_date_as_it_is_shown_is_read_back(day: date) -> None:
    assert day_of(f"{day:%d/%m}/{day.year:04}") == day


@pytest.mark.parametrize("typed", ["soon", "31/02/2026", "2026"])
def test_what_is_no_date_is_said_by_its_field(typed: str) -> None:
    with pytest.raises(Unread) as found:
        day_of(typed)
    assert found.value.where == "until"


def test_a_session_that_is_saved_unchanged_stays_as_it_is() -> None:
    for session in full_week().sessions:
        draft = draft_of(session, filled_of(session, Reach.FROM_NOW_ON).answers, "draft")
        assert (draft.day, draft.start_minute, draft.minutes) == (session.day, session.start_minute, session.minutes)
        assert draft.assistants == tuple(one.id for one in session.assistants)
        assert (draft.places, draft.until, draft.session) == (session.places, session.until, session.at.session)


@pytest.mark.parametrize("what", CLASHES)
def test_every_clash_says_what_to_do(what: str) -> None:
    week, texts = full_week(), Texts()
    words = clash_words(ClashSeen(what, (week.sessions[0].at,), "Hall"), by_occurrence(week), texts)
    assert week.sessions[0].activity.label in words
    assert words.count(".") >= 1


@pytest.mark.parametrize("what", ["room", "person", "vehicle", "twice"])
def test_an_activity_in_its_own_way_is_named_once_in_a_whole_sentence(what: str) -> None:
    week, texts = full_week(), Texts()
    one = week.sessions[0]
    other = replace(one, at=Occurrence(week.sessions[1].at.session, one.at.week))
    clash = ClashSeen(what, (one.at, other.at), "Jo")
    words = clash_words(clash, {one.at: one, other.at: other}, texts)
    assert words.count(one.activity.label) == 1
    assert "twice at once" in words
    assert "both" not in words


@pytest.mark.parametrize("kind", DONE)
def test_every_change_is_told(kind: str) -> None:
    assert Texts()(f"staff.week.did_{kind}", name="Art")
