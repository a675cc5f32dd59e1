"""Activities and sessions from a spreadsheet: each trouble named by line and column, nothing doubled or half done."""

import pytest

from desktop.services.activities import NoPicture
from desktop.services.drafts import WorkerDraft
from desktop.services.drafts_week import ActivityDraft, RoomDraft
from desktop.services.importing import Imported
from ledger.domain.week import Sort
from tests.services.at_work import AtWork
from tests.services.week_at_work import MONDAY, Week

ACTIVITIES = "activity,picture,kind\nPainting,,\nCouncil,,meeting\nGarden,,project\n"
HEADER = "activity,date,start,minutes,room,places,leader,transport,companion,open_to_all,price_minutes,repeats\n"
PAINTING = "Painting,2026-11-24,13:00,90,Art room,6,Jo,,,,,weekly\n"


@pytest.fixture
def week(centre: AtWork) -> Week:
    made = Week(centre)
    assert brought(made, ACTIVITIES).added == 3
    return made


def brought(week: Week, text: str) -> Imported:
    return week.do.importing.apply(text.encode())


def sessions(week: Week) -> list[str]:
    return [one.activity.label for one in week.do.week.sessions(MONDAY)]


def lines(result: Imported) -> list[tuple[int, str]]:
    return [(note.line, note.column) for note in result.errors]


def test_activities_with_their_kinds_once(week: Week) -> None:
    assert [(one.label, one.sort) for one in week.do.activities.all()] == [
        ("Painting", Sort.ACTIVITY),
        ("Council", Sort.MEETING),
        ("Garden", Sort.PROJECT),
    ]
    assert all(one.pic.id for one in week.do.activities.all())
    again = brought(week, ACTIVITIES)
    assert (again.added, again.already) == (0, 3)
    other = brought(week, "activity,picture,kind\npainting,,\nChess,,club\nDance,,\nDance,,\n")
    assert (other.added, lines(other)) == (1, [(2, "activity"), (3, "kind"), (5, "activity")])


def test_an_activity_without_a_picture_gets_one_by_its_words_or_is_said(week: Week) -> None:
    """Somebody who does not read chooses by the picture: none may be without."""
    result = brought(week, "activity,picture,kind\nSwimming,,\nXyzzy,,\n")
    assert (result.added, result.errors) == (2, ())
    pictures = {one.label: one.pic.id for one in week.do.activities.all()}
    assert pictures["Swimming"] != pictures["Xyzzy"]
    assert all(pictures.values())
    with pytest.raises(NoPicture, match="Chess has no picture yet"):
        week.do.activities.write(ActivityDraft("Chess"))
    assert "Chess" not in {one.label for one in week.do.activities.all()}


def test_a_session_as_it_is_written(week: Week) -> None:
    bus = week.vehicle("Red bus")
    line = "Garden,24/11/2026,1.30pm,,Shed,4,Jo,Red bus,Ann,yes,30,fortnightly until 2027-03-26\n"
    result = brought(week, HEADER + line)
    assert [(note.line, note.column) for note in result.notes] == [(2, "room")]
    (one,) = week.do.week.sessions(MONDAY)
    assert (one.day.isoformat(), one.start_minute, one.minutes, one.places) == ("2026-11-24", 13 * 60 + 30, 60, 4)
    assert one.room is not None
    assert one.leader is not None
    assert one.companion is not None
    assert one.vehicle is not None
    assert (one.room.label, one.leader.shown_name, one.companion.shown_name) == ("Shed", "Jo", "Ann")
    assert (one.vehicle.id, one.way, one.is_open_to_all, one.price_minutes) == (bus, "bus", True, 30)
    assert (one.every_weeks, one.until is not None, one.is_once) == (2, True, False)


def test_the_same_file_again_changes_nothing(week: Week) -> None:
    text = HEADER + PAINTING + "Council,2026-11-25,10:00,,,,,,,,,\n"
    first, again = brought(week, text), brought(week, text)
    assert (first.added, again.added, again.already, again.errors) == (2, 0, 2, ())
    assert sessions(week) == ["Painting", "Council"]
    other = brought(week, HEADER + PAINTING.replace("weekly", ""))
    assert (other.added, lines(other)) == (0, [(2, "")])
    assert "already" in other.errors[0].message
    assert week.work.is_sound()


@pytest.mark.parametrize(
    ("line", "column", "says"),
    [
        ("Chess,2026-11-24,10:00,,,,,,,,,\n", "activity", "list of activities first"),
        ("Painting,24 Nov,10:00,,,,,,,,,\n", "date", "Write it like 2026-11-24"),
        ("Painting,2026-02-30,10:00,,,,,,,,,\n", "date", "no date"),
        ("Painting,0001-01-01,10:00,,,,,,,,,\n", "date", "Look at the year"),
        ("Painting,2026-11-24,10:00,,,,,,,,,weekly until 9999-12-31\n", "repeats", "Look at the year"),
        ("Painting,2026-11-24,25:00,,,,,,,,,\n", "start", "no time"),
        ("Painting,2026-11-24,13pm,,,,,,,,,\n", "start", "no time"),
        ("Painting,2026-11-24,ten,,,,,,,,,\n", "start", "10:30"),
        ("Painting,2026-11-24,10:00,-30,,,,,,,,\n", "minutes", "ends before it starts"),
        ("Painting,2026-11-24,23:30,60,,,,,,,,\n", "minutes", "midnight"),
        ("Painting,2027-03-28,01:30,30,,,,,,,,\n", "start", "clocks go forward"),
        ("Painting,2026-11-24,10:00,,,0,,,,,,\n", "places", "no places"),
        ("Painting,2026-11-24,10:00,,,,Zed,,,,,\n", "leader", "no leader"),
        ("Painting,2026-11-24,10:00,,,,Kim,,,,,\n", "leader", "no longer here"),
        ("Painting,2026-11-24,10:00,,Cellar,,,,,,,\n", "room", "is closed"),
        ("Painting,2026-11-24,10:00,,,,,,,,free,\n", "price_minutes", "whole number"),
        ("Painting,2026-11-24,10:00,,,,,,,,,often\n", "repeats", "fortnightly"),
        ("Painting,2026-11-24,10:00,,,,,,,,,weekly until 2026-11-01\n", "repeats", "before its first"),
        ("Painting,2026-11-24,10:00,,,,,,,,,every 90 weeks\n", "repeats", "every"),
    ],
)
def test_what_cannot_be_says_why_and_leaves_the_rest(week: Week, line: str, column: str, says: str) -> None:
    kim = week.do.people.write_worker(WorkerDraft("Kim")).first
    week.do.people.write_worker(WorkerDraft("Kim", worker=kim, is_kept=False))
    cellar = week.do.rooms.write(RoomDraft("Cellar")).first
    week.do.rooms.write(RoomDraft("Cellar", room=cellar, is_kept=False))
    result = brought(week, HEADER + line + PAINTING)
    assert (result.added, lines(result)) == (1, [(2, column)])
    assert says in result.errors[0].message
    assert sessions(week) == ["Painting"]


def test_overlapping_rows_go_in_and_are_told(week: Week) -> None:
    text = HEADER + PAINTING
    text += "Council,2026-12-01,14:00,60,art room,8,,,,,,\n"  # the week after, once, in the room of line 2
    text += "Garden,2026-11-24,14:15,60,,,Jo,,,,,\n"  # with Jo
    text += "Garden,2026-11-24,15:00,60,Art room,,,,,,,\n"  # after it
    result = brought(week, text)
    assert (result.added, result.errors) == (4, ())
    told = [(note.line, note.message) for note in result.notes if note.column == ""]
    assert [number for number, _ in told] == [3, 4]
    assert "line 2, in the same room" in told[0][1]
    assert "line 2, with the same person" in told[1][1]
    assert [clash.what for clash in week.do.week.clashes(MONDAY)] == ["person"]
    twice = brought(week, HEADER + "Council,2026-11-24,13:30,60,Art room,,,,,,,\n" + PAINTING)
    assert (twice.added, lines(twice)) == (1, [(3, "")])
    assert "something in the week, in the same room" in twice.notes[0].message
