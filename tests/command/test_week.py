"""The week by command: brought in, shown, copied, printed, chosen and attended; the same rules as on the screen."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from desktop.clock import WallClock, local_day
from desktop.services.week_now import monday_of
from tests.command.typed import Typist, pictures_of

TODAY = local_day(WallClock().now_ms())
MONDAY = monday_of(TODAY) + timedelta(weeks=1)
ACTIVITIES = "activity,picture,kind\nArt,,\nCooking,,\nCouncil,,meeting\n"
SESSIONS = f"""activity,date,start,minutes,room,places,leader,transport,companion,open_to_all,price_minutes,repeats
Art,{MONDAY},10:00,60,Art room,1,Jo,,,,,weekly
Cooking,{MONDAY},10:00,90,Kitchen,6,,,,,60,
Council,{MONDAY + timedelta(days=2)},13:00,60,,,,,,,,every 2 weeks
"""


@pytest.fixture
def week(desk: Typist, tmp_path: Path) -> Typist:
    """A centre with three sessions in the week to come."""
    for name, text in (("activities", ACTIVITIES), ("sessions", SESSIONS)):
        file = tmp_path / f"{name}.csv"
        file.write_text(text)
        assert desk.asks("import", file)["kind"] == name
    return desk


def shown(desk: Typist, day: date = MONDAY) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = desk.asks("week", "show", "--week", day)["sessions"]
    return found


def session(desk: Typist, label: str) -> str:
    return next(str(row["id"]) for row in shown(desk) if row["activity"] == label)


def test_lists_of_the_week_and_the_same_file_again(week: Typist, tmp_path: Path) -> None:
    assert [row["activity"] for row in week.rows("activities")] == ["Art", "Cooking", "Council"]
    assert week.rows("activities")[2]["kind"] == "meeting"
    assert {row["room"] for row in week.rows("rooms")} == {"Art room", "Kitchen"}
    assert week.rows("vehicles") == []
    again = week.asks("import", tmp_path / "sessions.csv")
    assert (again["added"], again["already"], again["errors"]) == (0, 3, [])


def test_a_week_is_shown_and_copied(week: Typist) -> None:
    rows = shown(week)
    assert [(row["activity"], row["date"], row["start"], row["places"]) for row in rows] == [
        ("Art", f"{MONDAY}", "10:00", 1),
        ("Cooking", f"{MONDAY}", "10:00", 6),
        ("Council", f"{MONDAY + timedelta(days=2)}", "13:00", 8),
    ]
    later = MONDAY + timedelta(weeks=1)
    assert [row["activity"] for row in shown(week, later)] == ["Art"]
    copied = week.asks("week", "copy", "--week", later)
    assert (copied["copied"], copied["sessions"]) == (2, 3)
    assert week.asks("week", "copy", "--week", later)["copied"] == 0
    far = MONDAY + timedelta(weeks=9)
    assert week.asks("week", "copy", "--week", far, "--from", MONDAY)["sessions"] == 3
    plain = week.plain("week", "show", "--week", MONDAY).out
    assert f"  10:00-11:00 Art, Art room, Jo: 0 of 1  {rows[0]['id']}\n" in plain
    mine = week.plain("week", "show", "--week", MONDAY, "--member", week.id("members", "Ann")).out
    assert mine.count("\n") == 5  # a day each, and nothing in them


def test_choosing(week: Typist) -> None:
    art, cooking = session(week, "Art"), session(week, "Cooking")
    ann, bob = week.id("members", "Ann"), week.id("members", "Bob")
    chosen = week.asks("choose", "--member", ann, "--session", art)
    assert (chosen["choice"], chosen["date"], chosen["facts"]) == ("going", f"{MONDAY}", 1)
    assert week.asks("choose", "--member", ann, "--session", art)["facts"] == 0
    week.refused("choose", "--member", bob, "--session", art, problem="full")
    assert week.asks("choose", "--member", bob, "--session", art, "--list")["choice"] == "listed"
    week.refused("choose", "--member", bob, "--session", cooking, problem="not_enough", says="60 minutes")
    week.earns("Ann", 60)
    assert week.asks("choose", "--member", ann, "--session", cooking)["available_minutes"] == 0
    mine = week.asks("week", "show", "--week", MONDAY, "--member", ann)
    assert [(row["activity"], row["choice"]) for row in mine["entries"]] == [("Cooking", "going")]
    assert week.asks("choose", "--member", ann, "--session", cooking, "--no")["available_minutes"] == 60
    assert week.asks("choose", "--member", bob, "--session", art)["choice"] == "going"
    assert week.is_sound()


def test_attending(week: Typist, tmp_path: Path) -> None:
    art, cooking, bob = session(week, "Art"), session(week, "Cooking"), week.id("members", "Bob")
    early = "attend", "--member", bob, "--session", art, "--week", MONDAY
    week.refused(*early, problem="not_allowed", says="still to come")
    assert week.asks(*early, "--as", "not_today")["attendance"] == "not_today"
    (tmp_path / "today.csv").write_text(f"activity,date,start\nArt,{TODAY},10:00\n")
    week.asks("import", tmp_path / "today.csv")
    now = next(str(row["id"]) for row in shown(week, TODAY) if row["date"] == f"{TODAY}")
    came = week.asks("attend", "--member", bob, "--session", now, "--week", TODAY)
    assert (came["attendance"], came["facts"]) == ("came", 1)
    later = week.asks("attend", "--member", bob, "--session", now, "--week", TODAY, "--as", "came_later")
    assert later["attendance"] == "came_later"
    week.refused("attend", "--member", bob, "--session", cooking, "--week", "2026-01-05", problem="not_found")
    assert week.is_sound()


def test_what_stays_free_for_somebody_who_waits_is_an_item(week: Typist) -> None:
    art = session(week, "Art")
    for name, how in (("Ann", ()), ("Bob", ("--list",))):
        week.asks("choose", "--member", week.id("members", name), "--session", art, *how)
    week.asks("choose", "--member", week.id("members", "Ann"), "--session", art, "--no")
    assert [item["what"] for item in week.asks("items")["items"]] == ["week_place_free"]


def test_ordinary_calendars(week: Typist, tmp_path: Path) -> None:
    file = tmp_path / "week.ics"
    answer = week.asks("week", "ics", "--week", MONDAY, "--weeks", 2, "--out", file)
    assert (answer["events"], len(Calendar.from_ical(file.read_bytes()).events)) == (4, 4)
    week.asks("choose", "--member", week.id("members", "Ann"), "--session", session(week, "Art"))
    answer = week.asks("week", "ics", "--week", MONDAY, "--member", week.id("members", "Ann"), "--out", file)
    assert answer["events"] == 1
    week.refused("week", "ics", "--week", MONDAY, "--weeks", 99, "--out", file, problem="bad_input")
    week.refused("week", "ics", "--week", MONDAY, "--out", tmp_path / "no" / "f.ics", problem="bad_input")


def test_paper(week: Typist, tmp_path: Path) -> None:
    week.asks("choose", "--member", week.id("members", "Ann"), "--session", session(week, "Art"))
    file = tmp_path / "week.pdf"
    for words in (("--paper", "A3"), ("--bw",), ("--all",), ("--member", week.id("members", "Ann"), "--bw")):
        for picture in tmp_path.glob("week-*.png"):
            picture.unlink()
        answer = week.asks("week", "print", "--week", MONDAY, *words, "--out", file)
        assert len(pictures_of(file, dpi=20)) == answer["pages"]
    assert week.asks("week", "print", "--week", MONDAY, "--all", "--out", file)["members"] == 3
    week.asks("week", "print", "--week", MONDAY, "--all", "--paper", "A3", "--out", file, code=2)


@pytest.mark.parametrize(
    "words",
    [
        ("week",),
        ("week", "show"),
        ("week", "show", "--week", "tomorrow"),
        ("week", "show", "--week", "2026-02-30"),
        ("week", "show", "--week", "1999-01-01"),
        ("week", "print", "--week", "2026-11-23"),
        ("week", "print", "--week", "2026-11-23", "--paper", "A5", "--out", "f.pdf"),
        ("attend", "--member", "x", "--session", "y", "--as", "asleep"),
    ],
)
def test_wrong_usage(week: Typist, words: tuple[str, ...]) -> None:
    assert week.asks(*words, code=2)["problem"] == "wrong_usage"
